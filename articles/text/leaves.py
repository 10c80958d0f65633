"""The leaves of a body, each with the holders it stands in: what two versions are compared by."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.text.body import Kind, Tag, pieces, read, text_of


@dataclass(frozen=True)
class Mark:
    """A mark on words: its tag, where it leads (link, citation), the words, the character it begins at."""

    name: str
    value: str
    covered: str
    at: int


@dataclass(frozen=True)
class Leaf:
    """A block of words: the start tags from the outermost holder to its own, and the HTML inside.

    `kept` says how many of its holders are those of the leaf before, which tells one list from two.
    """

    place: tuple[str, ...]
    inside: str
    kept: int

    @property
    def tag(self) -> str:
        """The name of its own tag."""
        return self.place[-1].split(" ")[0]

    @cached_property
    def text(self) -> str:
        """Its words without marks."""
        return text_of(self.inside)

    def marks(self) -> Iterator[Mark]:
        """Give the marks in the order they end."""
        started: list[tuple[Tag, int]] = []
        at = 0
        for piece in pieces(self.inside.replace("<br>", "\n")):
            if isinstance(piece, str):
                at += len(piece)
            elif piece.closes:
                tag, since = started.pop()
                yield Mark(tag.name, "".join(tag.attributes.values()), self.text[since:at], since)
            else:
                started.append((piece, at))


def leaves(body: str) -> list[Leaf]:
    """Take a canonical body apart. Raises ValueError if it is not canonical."""
    found: list[Leaf] = []
    holders: list[str] = []
    kept = 0
    for line in read(body):
        start = line.tag.source.strip("<>")
        if line.kind is Kind.OPENS:
            holders.append(start)
        elif line.kind is Kind.CLOSES:
            holders.pop()
            kept = min(kept, len(holders))
        else:
            found.append(Leaf((*holders, start), line.inside, kept))
            kept = len(holders)
    return found
