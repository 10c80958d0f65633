"""From a parcel to a story, or to what is wrong with it. Pure: nothing but the bytes is asked."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from articles.importing.decoding import Decoded, decode
from articles.importing.errors import BadInput
from articles.importing.parcels import Parcel
from articles.importing.readers import READERS, detect
from articles.importing.steps import clean_up
from articles.importing.story import Story

AUTO = "auto"


@dataclass(frozen=True)
class Reading:
    """What the bytes read like: a story, cleaned up, with the text it was found in, or a problem."""

    made: Story | BadInput
    decoded: Decoded | None = None


def read(parcel: Parcel, *, format: str = AUTO, encoding: str | None = None) -> Reading:
    """Reads a parcel in `format` (a name in READERS, or AUTO) and `encoding` (None: as `decode` finds it)."""
    decoded = None
    try:
        if parcel.problem:
            raise parcel.problem
        decoded = decode(parcel.received, encoding)
        reader = READERS[detect(decoded) if format == AUTO else format]
        found = reader(decoded)
        story = clean_up(replace(found, steps=(*decoded.steps, *found.steps)))
        _require_body(story, decoded)
    except BadInput as problem:
        return Reading(problem, decoded)
    return Reading(story, decoded)


def _require_body(story: Story, decoded: Decoded) -> None:
    if not any(block.kind == "p" and any(map(str.isalnum, block.text)) for block in story.blocks):
        reason = _("No paragraph is left under headline and teaser. Ask for the whole story.")
        raise BadInput("no-body", reason, **decoded.place(len(decoded.text.rstrip())))
