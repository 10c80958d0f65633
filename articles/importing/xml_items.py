"""An XML file taken apart into its items without being read whole: the exact bytes of each, one after the other.

For every format that lists its items in one file: `item` of RSS and WXR, `entry` of Atom. Tags are found, not parsed,
so that an ill-formed file gives what can be had of it, and no entity is ever expanded.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

from articles.importing.elements import Element, Growing, broken_off
from articles.importing.sniffing import root_of
from articles.importing.tape import Found, Tape

FRAME_LIMIT = 1 << 20  # bytes kept of what stands before the items, and as many of what stands between and after them

_OVERLAP = 256  # letters, enough for the longest thing that is looked for
_ENDS = {b"!--": re.compile(rb"-->"), b"![cdata[": re.compile(rb"\]\]>"), b"?": re.compile(rb"\?>|>(?=\s*<)")}
_TAG_PARTS = re.compile(rb"[\"'<>]")
_DOCTYPE_PARTS = re.compile(rb"[\"'\[\]>]|<!--")
_QUOTED = {quote: re.compile(rb"[<" + quote + rb"]") for quote in (b'"', b"'")}
_QUOTE = {quote: re.compile(quote) for quote in (b'"', b"'")} | {b"<!--": _ENDS[b"!--"]}
_ANY_TAG = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<(/?)([^\s<>/!?\"'=]+)[^<>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(slots=True)
class _Open(Growing):
    """An item that has begun: the name of its tag in small letters, and how many of that name are open."""

    name: bytes = b""
    depth: int = 0
    holds_others: bool = False


class XmlItems:
    """The elements of the local names given, in any namespace and in letters of any case, in a stream read once.

    Iterating, once, gives an `Element` for each that stands in no other of the same name. It raises `BadInput`
    (malformed) with the place where the file breaks off, in an item or before the end of its root; those given before
    stand. No more is held than the largest item within `limit` bytes, and a chunk. Where the end tag of an item is
    missing, the next one ends it, or the end of the root.

    `encoding` is the codec of the file, of which the bytes of an item carry neither mark nor declaration; empty where
    the file says nothing (then it is UTF-8). `head` are the bytes before the first item, complete once that was given;
    `tail` those between and after the items, complete at the end; of both at most FRAME_LIMIT is kept. Raises
    `BadInput` (encoding) where an unknown encoding is told.
    """

    def __init__(self, stream: BinaryIO, names: Collection[str], *, limit: int, encoding: str = "") -> None:
        self._tape = Tape(stream, encoding)
        root = root_of(self._tape.letters(0, self._tape.end).decode("ascii"))
        is_item = root is not None and root.name.lower() in {name.lower() for name in names}
        self._root = root.name.lower().encode() if root and not is_item else b""
        self._tags = _tags(names, self._root)
        self._has_ended = root is None or is_item
        self._limit = limit
        self._item: _Open | None = None
        self._has_begun = False
        self.encoding = self._tape.encoding
        self.head, self.tail = self._tape.mark, b""

    def __iter__(self) -> Iterator[Element]:
        at = 0
        while tag := self._next(self._tags, at):
            opens, ends_root, slash, spelt = tag.groups
            name = (spelt or b"").lower()
            if opens:
                at = self._end_of(opens.lower(), tag)
            elif ends_root:
                if self._lacks_end_before_root(tag.start):
                    yield self._finished(tag.start)
                self._has_ended, at = self._item is None, tag.end
            elif slash:
                at = self._end_of_tag(tag.end)
                if self._ends_item(name):
                    yield self._finished(at)
            else:
                if self._lacks_end(name, tag.start):
                    yield self._finished(tag.start)
                at = self._begun(name, tag)
                if self._item and self._item.depth == 0:
                    yield self._finished(at)
        self._let_go(self._tape.end)
        if self._item:
            raise broken_off(self._tape, self._item.start, self._item.line, _("an item that begins here"))
        if not self._has_ended:
            raise broken_off(self._tape, self._tape.end, self._tape.line, _("what stands here"))

    def _next(self, pattern: re.Pattern[bytes], at: int) -> Found | None:
        """Where `pattern` is found next, from `at`; what lies before is let go where it is not needed."""
        while not (found := self._tape.find(pattern, at)):
            at = max(at, self._tape.end - _OVERLAP)
            self._let_go(at)
            if not self._tape.more():
                return self._tape.find(pattern, at)
        return found

    def _let_go(self, until: int) -> None:
        if self._item:
            self._item.grow(until)
        else:
            self._keep(self._tape.let_go(until))

    def _keep(self, frame: bytes) -> None:
        if not self._has_begun:
            self.head += frame[: FRAME_LIMIT - len(self.head)]
        elif frame.strip():
            self.tail += frame[: FRAME_LIMIT - len(self.tail)]

    def _begun(self, name: bytes, tag: Found) -> int:
        """Goes into the element that begins with `tag`; gives where its tag ends. Of an empty one the depth is 0."""
        if self._item is None:
            self._let_go(tag.start)
            self._has_begun = True
            self._item = _Open(self._tape, self._limit, name=name)
        at = self._end_of_tag(tag.end)
        if name == self._item.name and self._tape.letters(at - 2, at) != b"/>":
            self._item.depth += 1
            self._item.holds_others = self._item.depth > 1
        return at

    def _ends_item(self, name: bytes) -> bool:
        if self._item is None or name != self._item.name:
            return False
        self._item.depth -= 1
        return self._item.depth == 0

    def _finished(self, end: int) -> Element:
        item = self._item
        assert item is not None
        self._item = None
        return item.ended(end)

    def _lacks_end(self, name: bytes, start: int) -> bool:
        """Whether another item begins where all that the open one holds has ended, so that its end must be missing."""
        item = self._item
        if item is None or name != item.name or item.holds_others or item.size:
            return False
        return _open_tags(self._tape.letters(item.start, start)) == [name]

    def _lacks_end_before_root(self, start: int) -> bool:
        """Whether the open item has no end where the root ends; within one, something may be called like the root."""
        item = self._item
        if item is None or item.holds_others or item.size:
            return False
        item.holds_others = self._root in _open_tags(self._tape.letters(item.start, start))
        return not item.holds_others

    def _end_of(self, opens: bytes, tag: Found) -> int:
        """Where the comment, CDATA section, instruction or DOCTYPE ends that begins with `tag`."""
        line = self._tape.line_of(tag.start)
        if opens == b"!doctype":
            end = self._end_of_doctype(tag.end)
        else:
            found = self._next(_ENDS[opens], tag.end)
            end = found.end if found else None
        if end is None:
            raise broken_off(self._tape, tag.start, line, _("a comment or the like that begins here"))
        return end

    def _end_of_doctype(self, at: int) -> int | None:
        depth = 0
        while part := self._next(_DOCTYPE_PARTS, at):
            at = part.end
            letters = part.letters
            if letters in _QUOTE:
                closing = self._next(_QUOTE[letters], at)
                at = closing.end if closing else at
            elif letters == b">" and depth == 0:
                return at
            else:
                depth = {b"[": 1, b"]": 0}.get(letters, depth)
        return None

    def _end_of_tag(self, at: int) -> int:
        """The place after the tag that goes on at `at`. A "<" within ends it too: XML allows none there."""
        while part := self._next(_TAG_PARTS, at):
            letter = part.letters
            if letter in _QUOTED:
                part = self._next(_QUOTED[letter], part.end)
                if part is None:
                    break
                letter = part.letters if part.letters == b"<" else b""
            if letter:
                return part.start if letter == b"<" else part.end
            at = part.end
        return self._tape.end


def _tags(names: Collection[str], root: bytes) -> re.Pattern[bytes]:
    """What is looked for: where something begins that may hold "<" and is no markup, tags of the names, the end."""
    local = b"|".join(re.escape(name.encode("ascii")) for name in names)
    prefix, end = rb"(?:[^\s<>/!?:\"'=]{1,100}:)?", re.escape(root) or rb"(?!)"
    return re.compile(
        rb"<(?:(!--|!\[CDATA\[|\?|!DOCTYPE)|(/%b%b(?=[\s>]|\Z))|(/?)(%b(?:%b))(?=[\s/>]))"
        % (prefix, end, prefix, local),
        re.IGNORECASE,
    )


def _open_tags(letters: bytes) -> list[bytes]:
    """The names of the elements that have begun in `letters` and not ended, in small letters."""
    stack: list[bytes] = []
    for tag in _ANY_TAG.finditer(letters):
        slash, name = tag[1], (tag[2] or b"").lower()
        if slash and name in stack:
            del stack[len(stack) - 1 - stack[::-1].index(name) :]
        elif name and not slash and not tag[0].endswith(b"/>"):
            stack.append(name)
    return stack
