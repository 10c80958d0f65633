"""What every reader hands over, whatever the format: plain values, nothing of the database."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body: a paragraph (`p`) or a subhead (`h2`), and where it began in the text received.

    `text` is one line of plain text; `html` the same words with their marks, where it has any.
    """

    kind: str
    text: str
    start: int = 0
    html: str = ""


@dataclass(frozen=True)
class StoryCredit:
    """Somebody credited, in which role, for which outlet (empty where none is named).

    Of "Staff" and the like only the `wording` is kept: nobody is called so.
    """

    name: str
    role: str
    organisation: str = ""
    wording: str = ""


@dataclass(frozen=True)
class OriginClaim:
    """What the copy says about where it came from; the words that say so stand at `start` in the text, or after.

    `domain` is the host by which the organisation may be known, `url` the address given, both empty where none is.
    """

    role: str
    organisation: str
    evidence: str
    start: int
    found_by: str
    domain: str = ""
    url: str = ""


@dataclass(frozen=True)
class Step:
    """One clean-up that was made: its name, and the words before and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Story:
    """A story on its way in. Steps make a new one; none is changed."""

    headline: str
    dek: str = ""
    dek_start: int = 0
    blocks: tuple[Block, ...] = ()
    credits: tuple[StoryCredit, ...] = ()
    origins: tuple[OriginClaim, ...] = ()
    direction: str = "ltr"
    steps: tuple[Step, ...] = ()

    def after(self, name: str, changed: Sequence[tuple[str, str]], **changes: Any) -> "Story":
        """The story with `changes` made by the step `name`, kept with the words before and after, a line each.

        Where no words are `changed`, there was no such step.
        """
        if not changed:
            return self
        before, after = ("\n".join(filter(None, words)) for words in zip(*changed, strict=True))
        return replace(self, steps=(*self.steps, Step(name, before, after)), **changes)
