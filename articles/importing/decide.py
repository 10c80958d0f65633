"""What to do with an item, decided from plain values alone: what it reads like, and what the house already holds."""

from dataclasses import dataclass
from enum import StrEnum

from articles.importing.errors import BadInput
from articles.importing.story import Story


class Outcome(StrEnum):
    """What becomes of an item."""

    CREATED = "created"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True)
class Held:
    """What the house already holds of exactly these bytes: the receipt's last outcome, and the story made of them."""

    outcome: str = ""
    article: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class Verdict:
    """The outcome and why, in a sentence."""

    outcome: Outcome
    reason: str
    problem: BadInput | None = None


def decide(reading: Story | BadInput, held: Held) -> Verdict:
    """Bytes that became a story before change nothing; bad input is refused; everything else becomes a draft.

    Bytes that were refused before are looked at anew: a fix, or another `--encoding`, may have opened them.
    """
    if held.article is not None:
        return Verdict(Outcome.UNCHANGED, f"received before, it is article {held.article}")
    if isinstance(reading, BadInput):
        return Verdict(Outcome.REFUSED, str(reading), reading)
    cleaned = len(reading.steps)
    return Verdict(
        Outcome.CREATED, f"{cleaned} clean-up{'' if cleaned == 1 else 's'} made" if cleaned else "as it came"
    )
