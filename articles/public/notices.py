"""What a story's page says of its changes: retractions above the words, everything else below with a pointer."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.models.published import PublishedCorrection

RETRACTION = "retraction"


@dataclass(frozen=True)
class Notices:
    """The corrections of one story, each where it belongs; `pointer` stands near the date."""

    above: Sequence[PublishedCorrection]
    below: Sequence[PublishedCorrection]
    pointer: str


def sorted_out(corrections: Sequence[PublishedCorrection]) -> Notices:
    """Sorts the corrections of a story, oldest first."""
    above = [one for one in corrections if one.kind == RETRACTION]
    below = [one for one in corrections if one.kind != RETRACTION]
    return Notices(above, below, _pointer({one.kind for one in below}))


def _pointer(kinds: set[str]) -> str:
    """The gravest kind of change speaks for all."""
    pointers = {
        "correction": _("Corrected – see below"),
        "clarification": _("Clarified – see below"),
        "editors_note": _("Editor’s note – see below"),
        "update": _("Updated – see below"),
    }
    return next((words for kind, words in pointers.items() if kind in kinds), "")
