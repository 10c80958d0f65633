"""What a merge is made of: pieces that are agreed, and conflicts that a person has to settle."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class By(StrEnum):
    """Who made a piece what it is; JOINED is one in which both changed other words."""

    NOBODY = "nobody"
    US = "us"
    THEM = "them"
    BOTH = "both"
    JOINED = "joined"


@dataclass(frozen=True)
class Agreed:
    """A piece without conflict: canonical HTML, empty where it was taken out; `base` is what stood there before."""

    html: str
    by: By
    base: str = ""


@dataclass(frozen=True)
class Conflict:
    """What both sides changed in the same place: canonical HTML, empty where a version has nothing there."""

    base: str
    ours: str
    theirs: str


Piece = Agreed | Conflict


def together(blocks: Iterable[str]) -> str:
    """Write blocks as the lines of a body; empty ones are none."""
    return "\n".join(filter(None, blocks))
