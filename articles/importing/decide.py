"""What to do with an item, decided from plain values alone: what it reads like, and what the house already holds."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.importing.errors import BadInput
from articles.importing.reading import Reading


class Outcome(StrEnum):
    """What becomes of an item."""

    CREATED = "created"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True)
class Held:
    """What the house already holds of exactly these bytes: the story made of them, and why they were last refused."""

    article: int | None = None
    refusal: str = ""


@dataclass(frozen=True)
class Ruling:
    """The outcome and why, in a sentence; which article it is, where there is one already."""

    outcome: Outcome
    reason: str
    article: int | None = None


def decide(reading: Reading | BadInput, held: Held) -> Ruling:
    """Bytes that became a story before change nothing; bad input is refused; everything else becomes a draft.

    Bytes that were refused before are looked at anew: a fix, or another `--encoding`, may have opened them.
    """
    if held.article is not None:
        return Ruling(
            Outcome.UNCHANGED, _("Received before: it is article %(number)d.") % {"number": held.article}, held.article
        )
    if isinstance(reading, BadInput):
        return Ruling(Outcome.REFUSED, str(reading))
    cleaned = len(reading.story.steps)
    if not cleaned:
        return Ruling(Outcome.CREATED, _("As it came."))
    return Ruling(
        Outcome.CREATED, ngettext("%(number)d clean-up.", "%(number)d clean-ups.", cleaned) % {"number": cleaned}
    )
