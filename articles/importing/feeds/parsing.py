"""What feedparser makes of a feed. It is handed well-formed XML and nothing that it could fetch."""

import datetime
import re
from calendar import timegm
from io import BytesIO
from typing import Any

import feedparser
from django.utils.translation import gettext as _
from lxml import etree

from articles.importing.errors import BadInput
from articles.importing.feeds.tree import name_of
from articles.importing.feeds.wording import TEXT, Words
from articles.importing.moments import moment

LONGEST_NAME = 500  # characters of a person's; feedparser looks for addresses in it, in time that grows by the square

_NAMED = frozenset("author creator managingeditor webmaster publisher owner".split())
_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def parsed(root: etree._Element, base: str = "") -> Any:
    """The feed of which `root` is the root, as feedparser tells it; relative addresses are read as from `base`.

    HTML stays as it was, unsafe as it may be. Raises `BadInput` (malformed) where feedparser gives up.
    """
    _shorten_names(root)
    document = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    try:
        return feedparser.parse(
            BytesIO(document),
            response_headers={**_HEADERS, "content-location": base},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception as error:  # it raises whatever happens to it: ValueError, AttributeError, RecursionError …
        raise BadInput("malformed", _("It cannot be read as a feed. Ask for it to be sent again.")) from error


def told(held: Any, name: str) -> str:
    """The words that feedparser holds under `name`, and not what it would give in place of them."""
    value = dict.get(held, name)
    return value if isinstance(value, str) else ""


def listed(held: Any, name: str) -> list[Any]:
    """The list that feedparser holds under `name`; empty where there is none."""
    value = dict.get(held, name)
    return value if isinstance(value, list) else []


def words_of(held: Any, name: str) -> Words:
    """The words that feedparser holds under `name`, with their media type."""
    detail = dict.get(held, f"{name}_detail") or {}
    return Words(told(held, name), told(detail, "type") or TEXT, told(detail, "base"))


def time_of(held: Any, name: str) -> datetime.datetime | None:
    """The time that feedparser holds under `name`, with the offset it was said with where we can read it ourselves.

    feedparser reads dates of more languages and misreads others; its reading counts where its numbers are in the words.
    """
    text, parts = told(held, name), dict.get(held, f"{name}_parsed")
    found = moment(text)
    if found or not parts:
        return found
    try:
        read = datetime.datetime.fromtimestamp(timegm(parts), datetime.UTC)
        days = {(read + datetime.timedelta(days=shift)).day for shift in (-1, 0, 1)}  # its offset may make it another
    except (ValueError, OverflowError, OSError):
        return None
    numbers = set(map(int, _NUMBER.findall(text)))
    return read if {read.year, read.minute} <= numbers and days & numbers else None


def _shorten_names(root: etree._Element) -> None:
    for element in root.iter(etree.Element):
        if name_of(element) in _NAMED:
            for part in element.iter(etree.Element):
                part.text = (part.text or "")[:LONGEST_NAME]
                part.tail = (part.tail or "")[:LONGEST_NAME] if part is not element else part.tail
