"""NewsML 1.0 to 1.2: a file holds one or several NewsItems. http://iptc.org/standards/newsml-1/"""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from articles.importing.elements import Element as Found
from articles.importing.errors import BadInput
from articles.importing.iptc.newsml_1_story import nature_of, story_of
from articles.importing.iptc.opened import opened
from articles.importing.iptc.required import with_words
from articles.importing.iptc.xml_document import Element, attribute, child, children, document, name_of, within, words
from articles.importing.item import Item
from articles.importing.readers.reader import Head, Reader, Source
from articles.importing.sniffing import xml_root
from articles.importing.story import Story
from articles.importing.xml_items import XmlItems

NAME = "newsml-1"

_ITEM = "NewsItem"
_DEEPEST = 4  # items within items
_TAG = re.compile(rb"<NewsItem[\s>]")
_CONTENT = re.compile(rb"<ContentItem[\s/>]")


def recognises(head: Head) -> bool:
    """Whether the file begins with a `NewsML` element."""
    root = xml_root(head.received)
    return root is not None and root.name == "NewsML"


def split(source: Source) -> Iterator[Item]:
    """The NewsItems of a file, those within others by themselves. Raises `BadInput` where it breaks off or has none."""
    elements = XmlItems(source.stream, (_ITEM,), limit=source.limit, encoding=source.encoding or "")
    number = 0
    envelope: dict[str, Any] = {}
    for element in elements:
        envelope = envelope or _envelope(source, elements)
        for one in _taken_apart(element, source.limit, elements.encoding, _DEEPEST):
            number += 1
            yield one.item(f"{source.name}#{number}", NAME, envelope=envelope, limit=source.limit)
    if not number:
        raise BadInput("no-body", _("There is no NewsItem in it. Ask for it to be sent again."))


def read(item: Item) -> Story:
    """The story in `item`.

    Raises `BadInput` with the line: malformed where the parts are missing by which an item is known; unsupported where
    it is something else than a text, or lies elsewhere; no-body where it has no text.
    """
    found = document(item)
    root = found.root
    _require_item(root)
    story = story_of(root, found, item.envelope.get("message") or {})
    references = [attribute(one, "NewsItem") for one in within(root, "NewsItemRef")]
    if references and not story.blocks:
        reason = _("It is a package without a text of its own: it lists %(items)s. Bring in these.")
        raise BadInput("unsupported", reason % {"items": ", ".join(filter(None, references))})
    return with_words(found.told(story), nature_of(root))


def _require_item(root: Element) -> None:
    if name_of(root) != _ITEM:
        reason = _("It begins with <%(name)s>: NewsML expects NewsItem. Ask for it to be sent again.")
        raise BadInput("malformed", reason % {"name": name_of(root)}, line=root.sourceline)
    for path in (("Identification", "NewsIdentifier"), ("NewsManagement", "Status")):
        if child(root, *path) is None:
            reason = _("NewsItem/%(path)s is missing. Ask the supplier to mend it.")
            raise BadInput("malformed", reason % {"path": "/".join(path)}, line=root.sourceline)
    if child(root, "Update") is not None:
        reason = _("It only changes parts of an item sent before. Ask for the whole item.")
        raise BadInput("unsupported", reason, line=root.sourceline)


def _taken_apart(element: Found, limit: int, encoding: str, depth: int) -> Iterator[Found]:
    """The items within an item, down to a `depth`, and the item itself where it has content besides."""
    received = element.received or b""
    if depth == 0 or len(_TAG.findall(received)) < 2:
        yield element
        return
    inside = _TAG.search(received, 1)
    assert inside is not None
    rest = XmlItems(io.BytesIO(received[inside.start() :]), (_ITEM,), limit=limit, encoding=encoding)
    held = list(rest)
    if _CONTENT.search(received[: inside.start()]) or _CONTENT.search(rest.tail):
        yield element
    for one in held:
        yield from _taken_apart(one, limit, encoding, depth - 1)


def _envelope(source: Source, elements: XmlItems) -> dict[str, Any]:
    """What the file around an item says: its encoding, the namespaces in force, and its NewsEnvelope."""
    told: dict[str, Any] = {**source.told()}
    if elements.encoding:
        told["encoding"] = elements.encoding
    around = opened(elements.head, elements.encoding)
    if around:
        told["namespaces"] = {prefix or "": uri for prefix, uri in around[-1].nsmap.items()}
        told["message"] = _message(child(around[0], "NewsEnvelope"))
    return {name: value for name, value in told.items() if value}


def _message(envelope: Element | None) -> Mapping[str, str]:
    party = child(envelope, "SentFrom", "Party")
    names = [attribute(one, "Value") for one in children(party, "Property") if "rgani" in attribute(one, "FormalName")]
    told = {
        "sender": next(iter(names), "") or attribute(party, "FormalName"),
        "sent": words(child(envelope, "DateAndTime")),
        "priority": attribute(child(envelope, "Priority"), "FormalName"),
    }
    return {name: value for name, value in told.items() if value}


READER = Reader(NAME, recognises, split, read)
