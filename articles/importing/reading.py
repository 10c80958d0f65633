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
    """The story that the bytes read like, cleaned up, and the text it was found in."""

    story: Story
    decoded: Decoded


def read(parcel: Parcel, *, format: str = AUTO, encoding: str | None = None) -> Reading | BadInput:
    """Reads a parcel in `format` (a name in READERS, or AUTO) and `encoding` (None: as `decode` finds it)."""
    if parcel.problem:
        return parcel.problem
    try:
        decoded = decode(parcel.received or b"", encoding)
        reader = READERS[detect(decoded) if format == AUTO else format]
        found = reader(decoded)
        story = clean_up(replace(found, steps=(*decoded.steps, *found.steps)))
        _require_body(story, decoded)
    except BadInput as problem:
        return problem
    return Reading(story, decoded)


def _require_body(story: Story, decoded: Decoded) -> None:
    if not any(block.kind == "p" and any(map(str.isalnum, block.text)) for block in story.blocks):
        reason = _("No paragraph is left under headline and teaser. Ask for the whole story.")
        raise BadInput("no-body", reason, **decoded.place(len(decoded.text.rstrip())))
