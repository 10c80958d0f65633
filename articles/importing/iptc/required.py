"""What an item must have to be a story. One that was withdrawn needs no words to say so."""

from django.utils.translation import gettext as _

from articles.importing.errors import BadInput
from articles.importing.story import PubStatus, Story

_TEXTUAL = ("", "text", "composite", "component")
_HEADINGS = {"h2", "h3"}


def with_words(story: Story, nature: str = "") -> Story:
    """`story`, if it has words to print. `nature` is what the item says it is, by IPTC's word: `picture`, `video` …

    Raises `BadInput`: unsupported where it is something else than text, no-body where text is missing.
    """
    says = any(block.kind not in _HEADINGS and any(map(str.isalnum, block.text)) for block in story.blocks)
    if says or story.pub_status == PubStatus.CANCELED:
        return story
    if nature not in _TEXTUAL:
        reason = _("It is no story: it is of the type %(nature)s. Bring it in with the story it belongs to.")
        raise BadInput("unsupported", reason % {"nature": nature})
    raise BadInput("no-body", _("It has no text. Ask for the whole story."))
