"""A body that comes as text within an item: HTML, NITF or plain, told by its media type or by how it looks."""

import base64
import binascii
from collections.abc import Sequence

from articles.importing.decoding import decode
from articles.importing.errors import BadInput
from articles.importing.iptc.nesting import require_shallow
from articles.importing.iptc.nitf_story import story_of
from articles.importing.iptc.plain_text import blocks_of_text
from articles.importing.iptc.wordings import Wording
from articles.importing.iptc.xml_document import name_of, tree_of
from articles.importing.markup import marked
from articles.importing.story import Story

_MAIN = ("", "main", "body", "article", "text", "full", "web")


def body_of(bodies: Sequence[Wording]) -> Story:
    """The body, in a story of nothing else, or of what NITF says besides. Markup goes before plain text."""
    told = [one for one in bodies if one.text.strip()]
    main = [one for one in told if one.role in _MAIN] or told[:1]
    for one in main:
        if (story := _nitf(one)) is not None:
            return story
    best = next((one for one in main if one.is_html), main[0] if main else None)
    if best is None:
        return Story("")
    if best.is_html:
        found = marked(require_shallow(best.text))
        return Story("", blocks=found.blocks, pictures=found.pictures)
    return Story("", blocks=blocks_of_text(best.text))


def from_base64(text: str) -> str:
    """The text that was written in Base64; empty where it is none, or no text."""
    try:
        return decode(base64.b64decode("".join(text.split()), validate=True)).text
    except (binascii.Error, ValueError, BadInput):
        return ""


def _nitf(body: Wording) -> Story | None:
    if "nitf" not in body.kind and "<nitf" not in body.text[:1000]:
        return None
    root = tree_of(body.text.strip())
    return story_of(root) if root is not None and name_of(root) == "nitf" else None
