"""Three versions of the same words become one: what we made and what they made of what both began with.

`base` is the version both sides began with (as last received), `ours` what the desk made of it, `theirs` what came
since. What one side alone changed is taken, what both changed in different places is joined, what both changed in the
same place is a conflict, in which both stand until a person chooses. No word that somebody put in is ever lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from articles.text.clean import clean
from articles.text.merge_blocks import merge_blocks
from articles.text.merge_pieces import Agreed, Conflict, Piece, together
from articles.text.merge_words import join_lines


@dataclass(frozen=True)
class LineMerge:
    """What became of a line of plain text; `text` is None where both changed the same words."""

    base: str
    ours: str
    theirs: str
    text: str | None

    @property
    def conflict(self) -> bool:
        """Whether a person has to choose."""
        return self.text is None


@dataclass(frozen=True)
class Merged:
    """What became of a body, in pieces from top to bottom."""

    pieces: tuple[Piece, ...]

    @property
    def conflicts(self) -> list[Conflict]:
        """What a person has to settle, from top to bottom."""
        return [piece for piece in self.pieces if isinstance(piece, Conflict)]

    @cached_property
    def body(self) -> str | None:
        """The canonical body, None while there is a conflict."""
        agreed = [piece.html for piece in self.pieces if isinstance(piece, Agreed)]
        return together(agreed) if len(agreed) == len(self.pieces) else None


class Choice(StrEnum):
    """How a person settles a conflict; BOTH is ours, then theirs."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True)
class Instead:
    """HTML of a person's own, to stand in place of a conflict; it need not be clean."""

    html: str


def merge_line(base: str, ours: str, theirs: str) -> LineMerge:
    """Merge a line of plain text: as a whole where only one side changed it, else word by word."""
    if theirs in (base, ours):
        text: str | None = ours
    elif ours == base:
        text = theirs
    else:
        text = join_lines(base, ours, theirs)
    return LineMerge(base, ours, theirs, text)


def merge_bodies(base: str, ours: str, theirs: str) -> Merged:
    """Merge canonical bodies block by block, and word by word the paragraphs and headings that both reworded.

    Lists, tables, quotes and figures are merged as a whole. Raises ValueError if a body is not canonical.
    """
    return Merged(tuple(merge_blocks(base, ours, theirs)))


def settle(merged: Merged, choices: Sequence[Choice | Instead]) -> str:
    """Give the canonical body in which each conflict is settled by the choice of the same number.

    Raises ValueError if there are more or fewer choices than conflicts.
    """
    if len(choices) != len(merged.conflicts):
        raise ValueError(f"{len(merged.conflicts)} conflicts cannot be settled by {len(choices)} choices")
    left = iter(choices)
    return clean(together(p.html if isinstance(p, Agreed) else _settled(p, next(left)) for p in merged.pieces))


def _settled(conflict: Conflict, choice: Choice | Instead) -> str:
    match choice:
        case Instead(html):
            return html
        case Choice.OURS:
            return conflict.ours
        case Choice.THEIRS:
            return conflict.theirs
        case Choice.BOTH:
            return together((conflict.ours, conflict.theirs))
