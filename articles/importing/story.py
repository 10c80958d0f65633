"""What every reader hands over, whatever the format: plain values, nothing of the database."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Block:
    """One block of the body: a paragraph (`p`) or a subhead (`h2`), and where it stood in the text received."""

    kind: str
    text: str
    start: int = 0
    line: int = 1


@dataclass(frozen=True)
class StoryCredit:
    """Somebody credited, in which role, for which outlet (empty where none is named)."""

    name: str
    role: str
    organisation: str = ""


@dataclass(frozen=True)
class OriginClaim:
    """What the copy says about where it came from; the words that say so stand at `start` in the text, or after."""

    role: str
    organisation: str
    evidence: str
    start: int
    found_by: str
    domain: str = ""


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
    steps: tuple[Step, ...] = field(default=())

    def after(self, name: str, before: str, after: str, **changes: object) -> "Story":
        """The story with `changes` made by the step `name`, which is kept with the words before and after."""
        return replace(self, steps=(*self.steps, Step(name, before, after)), **changes)
