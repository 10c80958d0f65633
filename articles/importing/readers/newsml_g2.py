"""NewsML-G2: news items, alone or in a newsMessage. http://iptc.org/standards/newsml-g2/

A newsMessage is taken apart into its items. Those that are no news item (a package, a concept, planned coverage) are
refused by name, so that nobody takes them for lost.
"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from articles.importing.errors import BadInput
from articles.importing.iptc.g2_content import elsewhere
from articles.importing.iptc.g2_elements import NAMESPACE, VERSION, VOCABULARY
from articles.importing.iptc.g2_story import story_of
from articles.importing.iptc.newscodes import last_part
from articles.importing.iptc.opened import opened
from articles.importing.iptc.required import with_words
from articles.importing.iptc.xml_document import (
    Element,
    attribute,
    child,
    children,
    document,
    name_of,
    namespace_of,
    within,
    words,
)
from articles.importing.item import Item, whole
from articles.importing.readers.reader import HEAD_BYTES, Head, Reader, Source
from articles.importing.sniffing import xml_root
from articles.importing.story import PubStatus, Story
from articles.importing.xml_items import XmlItems

NAME = "newsml-g2"

_ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")


def recognises(head: Head) -> bool:
    """Whether the file begins with an element of NewsML-G2."""
    root = xml_root(head.received)
    return root is not None and (root.namespace == NAMESPACE or root.name in ("newsMessage", *_ITEMS))


def split(source: Source) -> Iterator[Item]:
    """The items of a newsMessage; any other file is one. Raises `BadInput` where a message breaks off or is empty."""
    head = source.stream.read(HEAD_BYTES)
    source.stream.seek(0)
    root = xml_root(head, source.encoding or "")
    if root is None or root.name != "newsMessage":
        yield whole(source.name, NAME, source.stream, envelope=source.told(), limit=source.limit)
        return
    elements = XmlItems(source.stream, _ITEMS, limit=source.limit, encoding=source.encoding or "")
    number = 0
    envelope: dict[str, Any] = {}
    for number, element in enumerate(elements, start=1):
        envelope = envelope or _envelope(source, elements)
        yield element.item(f"{source.name}#{number}", NAME, envelope=envelope, limit=source.limit)
    if not number:
        raise BadInput("no-body", _("There is no item in the newsMessage. Ask for it to be sent again."))


def read(item: Item) -> Story:
    """The story in `item`.

    Raises `BadInput` with the line: malformed where it is not as NewsML-G2 has it; unsupported where it is no news
    item, or none of text; no-body where it has no text.
    """
    found = document(item)
    _require_news_item(found.root)
    _require_valid(found.root)
    story = story_of(found.root, found, item.envelope.get("message") or {})
    return _with_words(found.told(story), found.root)


def _require_news_item(root: Element) -> None:
    name = name_of(root)
    if namespace_of(root) == NAMESPACE and name == "newsItem":
        return
    if namespace_of(root) == NAMESPACE and name in _ITEMS:
        raise BadInput("unsupported", _not_news(root), line=root.sourceline)
    reason = _("It begins with <%(name)s>: NewsML-G2 expects newsItem of the namespace %(namespace)s.")
    raise BadInput("malformed", reason % {"name": name, "namespace": NAMESPACE}, line=root.sourceline)


def _not_news(root: Element) -> str:
    told = [attribute(one, "residref") or attribute(one, "href") for one in within(root, "itemRef")]
    references = list(dict.fromkeys(filter(None, told)))
    if name_of(root) == "packageItem":
        reason = _("It is a package and no story: it lists %(items)s. Bring in these, if they did not come with it.")
        return reason % {"items": ", ".join(references) or _("nothing")}
    return _("It is a %(name)s and no story. Nothing is to be done.") % {"name": name_of(root)}


def _require_valid(root: Element) -> None:
    version = attribute(root, "standardversion").partition(".")
    later = all(map(str.isdecimal, (version[0], version[2]))) and (int(version[0][:9]), int(version[2][:9])) > VERSION
    for wrong in VOCABULARY.faults(root, knows_all=not later):
        reason = _("%(path)s is wrong: NewsML-G2 expects %(expected)s. Ask the supplier to mend it.")
        raise BadInput("malformed", reason % {"path": wrong.path, "expected": wrong.expected}, line=wrong.line or None)


def _with_words(story: Story, root: Element) -> Story:
    kind = child(root, "itemMeta", "itemClass")
    nature = last_part(attribute(kind, "qcode") or attribute(kind, "uri"))
    places = elsewhere(root)
    has_words = story.blocks or story.pub_status == PubStatus.CANCELED
    if places and nature in ("", "text") and not has_words:
        reason = _("Its text lies elsewhere: %(places)s. Ask for it to be sent within the item.")
        raise BadInput("unsupported", reason % {"places": ", ".join(places)})
    return with_words(story, nature)


def _envelope(source: Source, elements: XmlItems) -> dict[str, Any]:
    """What the message around an item says: its encoding, the namespaces in force, and its header."""
    told: dict[str, Any] = {**source.told()}
    if elements.encoding:
        told["encoding"] = elements.encoding
    around = opened(elements.head, elements.encoding)
    if not around:
        return told
    told["namespaces"] = {prefix or "": uri for prefix, uri in around[-1].nsmap.items()}
    header = child(around[0], "header")
    message = {name: words(child(header, name)) for name in ("sender", "sent", "priority")}
    signals = [attribute(one, "qcode") or attribute(one, "uri") for one in children(header, "signal")]
    told["message"] = {name: value for name, value in {**message, "signals": signals}.items() if value}
    return told


READER = Reader(NAME, recognises, split, read)
