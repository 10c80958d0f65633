"""Cited passages of a canonical body: where the marks of each key stand in the whole text, and which words they hold.

The whole text of a body, of which passages and anchors speak, is the text of its blocks (`articles.text.leaves`) with a
line end between any two.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from articles.text.body import Kind, Tag, pieces, read, text_of
from articles.text.quoting.marks import CLOSERS, inside, marked_in
from articles.text.runs import BREAK, Mark, Marks, Run

_CLOSING = {closer for closers in CLOSERS.values() for closer in closers} - set("'’\"")


class Stretch(NamedTuple):
    """Characters of the whole text: the first, and the one after the last, within one block."""

    start: int
    end: int


@dataclass(frozen=True)
class Block:
    """A block of a body: the number of its line, where its text begins in the whole text, its tag and its HTML."""

    line: int
    start: int
    tag: Tag
    inside: str
    text: str

    @property
    def end(self) -> int:
        """The character of the whole text after its last."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Passage:
    """What the marks of one key hold, as far as it hangs together: a stretch for each block it runs over.

    Words of another passage within this one belong to it too: a quote within a quote.
    """

    stretches: tuple[Stretch, ...]
    words: str


def blocks_of(body: str) -> list[Block]:
    """Take a canonical body apart. Raises ValueError if it is not canonical."""
    found: list[Block] = []
    at = 0
    for number, line in enumerate(read(body)):
        if line.kind is Kind.LEAF:
            found.append(Block(number, at, line.tag, line.inside, text_of(line.inside)))
            at = found[-1].end + 1
    return found


def whole_text(body: str) -> str:
    """The text of a canonical body that passages and anchors speak of."""
    return "\n".join(block.text for block in blocks_of(body))


def passages(body: str) -> dict[str, Passage]:
    """The passage of each key, by key, in the order they begin. Raises ValueError if the body is not canonical."""
    found: dict[str, list[Stretch]] = {}
    blocks = blocks_of(body)
    for block in blocks:
        if "<mark" in block.inside:
            for key, stretch in _stretches(block):
                found.setdefault(key, []).append(stretch)
    text = "\n".join(block.text for block in blocks)
    return {key: Passage(tuple(stretches), words_of(text, stretches)) for key, stretches in found.items()}


def words_of(text: str, stretches: Iterable[Stretch]) -> str:
    """The words of stretches of the whole text, each without its outer quotation marks, with line ends between."""
    return "\n".join(_unquoted(text[start:end]) for start, end in stretches)


def runs_of(html: str) -> Iterator[Run]:
    """The runs of the HTML inside a block, breaks as line ends."""
    marks: list[Mark] = []
    for piece in pieces(html.replace("<br>", BREAK)):
        if isinstance(piece, str):
            yield piece, frozenset(marks)
        elif piece.closes:
            marks.pop()
        else:
            marks.append((piece.name, "".join(piece.attributes.values())))


def key_of(marks: Marks) -> str:
    """The key of the citation that words under these marks belong to, empty if there is none."""
    return next((value for name, value in marks if name == "mark"), "")


def _stretches(block: Block) -> list[tuple[str, Stretch]]:
    """The stretches of a block, in the order they begin; two of one key are one if no bare word stands between."""
    found: list[tuple[str, Stretch]] = []
    last: dict[str, int] = {}
    at = bare = block.start
    for text, marks in runs_of(block.inside):
        key, begin = key_of(marks), at
        at += len(text)
        if not key:
            bare = at if text.strip() else bare
        elif key in last and found[last[key]][1].end >= bare:
            found[last[key]] = key, Stretch(found[last[key]][1].start, at)
        else:
            last[key] = len(found)
            found.append((key, Stretch(begin, at)))
    return found


def _unquoted(words: str) -> str:
    """Words without the quotation marks around them; marks around some of them stay."""
    words = words.strip()
    quotes = marked_in([words])
    if quotes and quotes[0].places[0].start == 0 and quotes[0].places[0].end == len(words):
        return inside(words)
    if not quotes and words[-1:] in _CLOSING:
        return words[:-1].rstrip()  # the mark that opened it stands before the passage
    return words
