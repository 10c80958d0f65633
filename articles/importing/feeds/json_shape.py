"""What JSON Feed 1.0 and 1.1 ask of a feed and of an item. https://www.jsonfeed.org/version/1.1/

Whatever else stands in one is let be: extensions may have any name, and later versions more.
"""

from django.utils.translation import gettext as _

from articles.importing.decoding import Decoded
from articles.importing.errors import BadInput
from articles.importing.iptc.shapes import NUMBER, TEXT, AnyOf, Listing, Object, Shape, texts
from articles.importing.json_text import place_of, written

_AUTHOR = Object(texts("name url avatar"), is_open=True)
_AUTHORS: dict[str, Shape] = {"author": _AUTHOR, "authors": Listing(_AUTHOR)}
_ATTACHMENT = Object(
    {**texts("url mime_type title"), "size_in_bytes": NUMBER, "duration_in_seconds": NUMBER},
    required=("url", "mime_type"),
    is_open=True,
)

FEED = Object(
    {**texts("version title home_page_url feed_url description language"), **_AUTHORS, "items": Listing(Object())},
    required=("version", "title", "items"),
    is_open=True,
)
ITEM = Object(
    {
        **texts("url external_url title content_html content_text summary image banner_image"),
        **texts("date_published date_modified language"),
        **_AUTHORS,
        "id": AnyOf((NUMBER, TEXT)),  # a reader makes a string of a number
        "tags": Listing(TEXT),
        "attachments": Listing(_ATTACHMENT),
    },
    required=("id",),
    is_open=True,
)


def require(shape: Object, value: object, decoded: Decoded) -> None:
    """Raises `BadInput` (malformed) with path and place of what in `value`, read from `decoded`, has not its shape."""
    fault = next(shape.faults(value, ()), None)
    if fault:
        reason = _("“%(path)s” is wrong: JSON Feed expects %(expected)s. Ask the publisher to mend it.")
        told = {"path": written(fault.path) or "{}", "expected": fault.expected}
        raise BadInput("malformed", reason % told, **decoded.place(place_of(decoded.text, fault.path)))
