"""A JSON object taken apart into the members of one of its lists without being read whole: the exact bytes of each.

For formats in which a document lists its items, such as `items` of JSON Feed. Brackets and strings are found, not
parsed: what is wrong within a member is for the reader to say.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext as _

from articles.importing.elements import Element, Growing, broken_off
from articles.importing.json_members import DEPTHS, LETTER, REST_OF_STRING, Members
from articles.importing.tape import Tape

FRAME_LIMIT = 1 << 20  # bytes kept of what stands before the list, and as many of what stands after it

_MARK = re.compile(rb"[\"\[\]{},]")
_LONGEST_KEY = 200  # letters


class JsonItems(Members):
    """The members of the list `key` of a JSON object, in a stream read once.

    Iterating, once, gives an `Element` for each. It raises `BadInput` (malformed) with the place where the file breaks
    off; those given before stand. No more is held than the largest member within `limit` bytes, and a chunk.

    `encoding` is the codec of the file, empty for UTF-8. `head` are the bytes before the first member, the bracket
    that opens the list included; `tail` those from the bracket that closes it on, complete at the end: together they
    are the object with an empty list. Of each at most FRAME_LIMIT is kept. `has_list` says whether there is such a
    list. Raises `BadInput` (encoding) where an unknown encoding is told.
    """

    def __init__(self, stream: BinaryIO, key: str, *, limit: int, encoding: str = "") -> None:
        super().__init__(Tape(stream, encoding), limit)
        self._key = f'"{key}"'.encode()
        self._is_in_list = self.has_list = False
        self.head, self.tail = b"", b""

    def __iter__(self) -> Iterator[Element]:
        depth, key = 0, b""
        for mark, start, end in self._marks():
            if self._is_in_list and depth == 2 and mark in (b",", b"]"):
                if self._item:
                    yield self._finished(start)
                self._go_on(mark == b",", start, end)
            depth += DEPTHS.get(mark, 0)
            if mark == b"[" and depth == 2 and key == self._key and not self.has_list:
                self._let_go(end)
                self.has_list = True
                self._go_on(True, end, end)
            if depth == 1:
                key = self._tape.letters(start, end) if mark == b'"' and start >= self._tape.first else b""
            if depth <= 0:
                break
        self._let_go(self._tape.end)
        if depth > 0:
            at, line = (self._item.start, self._item.line) if self._item else (self._tape.end, self._tape.line)
            raise broken_off(self._tape, at, line, _("what stands here"))

    def _marks(self) -> Iterator[tuple[bytes, int, int]]:
        """Brackets, commas and whole strings, each with where it begins and ends."""
        at = 0
        while found := self._next(_MARK, at):
            at = self._end_of_string(found.end) if found.letters == b'"' else found.end
            yield found.letters, found.start, at

    def _end_of_string(self, at: int) -> int:
        begins = at - 1
        while True:
            found = self._tape.find(REST_OF_STRING, at)
            at = found.end if found else at
            if self._tape.letters(at, at + 1) == b'"':
                return at + 1
            self._let_go(at if at - begins > _LONGEST_KEY else begins)
            if not self._tape.more():
                return self._tape.end

    def _go_on(self, has_more: bool, start: int, end: int) -> None:
        """Into the list or to its next member, or out of it. Where two commas follow each other no member begins."""
        self._let_go(start)
        self._is_in_list = has_more
        begins = self._next(LETTER, end) if has_more else None
        if begins and begins.letters not in (b",", b"]"):
            self._let_go(begins.start)
            self._item = Growing(self._tape, self._limit)

    def _let_go(self, until: int) -> None:
        if self._item:
            self._item.grow(until)
            return
        gone = self._tape.let_go(until)
        if not self.has_list:
            self.head += gone[: FRAME_LIMIT - len(self.head)]
        elif not self._is_in_list:
            self.tail += gone[: FRAME_LIMIT - len(self.tail)]
