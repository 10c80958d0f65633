"""The text of a feed, or of one entry of it, as a tree of elements: nothing is fetched, no entity is expanded."""

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import quoteattr

from django.utils.translation import gettext as _
from lxml import etree

from articles.importing.errors import BadInput
from articles.importing.feeds.repairing import balanced, referring, undeclared

DC = "http://purl.org/dc/elements/1.1"
MEDIA = "http://search.yahoo.com/mrss"

_SETTINGS = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


Tag = tuple[str, Mapping[str, str]]
"""The name of an element as spelt, and its attributes."""


def tree_of(text: str, within: Sequence[Tag], *, namespaces: Mapping[str, str]) -> etree._Element:
    """The element of the first tag of `within`, the others standing in each other and `text` in the last.

    `namespaces` are declared, by prefix. What is not well-formed is mended. Raises `BadInput` (malformed) with its
    line where that is not enough.
    """
    text = referring(text)
    declared = {**namespaces, **undeclared(text, namespaces)}
    opening, closing = _opening(within, declared), "".join(f"</{name}>" for name, _attributes in reversed(within))
    try:
        return etree.fromstring(f"{opening}{text}{closing}", etree.XMLParser(**_SETTINGS))
    except (etree.XMLSyntaxError, ValueError) as error:
        root = etree.fromstring(balanced(f"{opening}{text}"), etree.XMLParser(recover=True, **_SETTINGS))
        if root is None:
            reason = _("It cannot be read as XML. Ask for it to be sent again, well-formed.")
            raise BadInput("malformed", reason, line=getattr(error, "lineno", None)) from error
        return root


def _opening(within: Sequence[Tag], declared: Mapping[str, str]) -> str:
    made = {f"xmlns:{prefix}" if prefix else "xmlns": uri for prefix, uri in declared.items()}
    tags = []
    for name, attributes in within:
        told = {**made, **attributes}
        tags.append(f"<{name}{''.join(f' {key}={quoteattr(value)}' for key, value in told.items())}>")
        made = {}
    return "".join(tags)


def name_of(element: etree._Element) -> str:
    """The local name of an element, in small letters. What is mended may have names that are none in XML."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()


def namespace_of(element: etree._Element) -> str:
    """The namespace of an element, without a slash at its end, in small letters; empty where it has none."""
    return str(element.tag).rpartition("}")[0].removeprefix("{").rstrip("/").lower()


def children(element: etree._Element, name: str, namespace: str = "") -> Iterator[etree._Element]:
    """The children called `name`, in `namespace` where one is asked for."""
    asked = namespace.rstrip("/").lower()
    for child in element:
        if name_of(child) == name and (not asked or namespace_of(child) == asked):
            yield child


def words(element: etree._Element | None) -> str:
    """The text within an element, white space folded."""
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""


def is_media(element: etree._Element) -> bool:
    """Whether the element is one of Media RSS."""
    return namespace_of(element) == MEDIA
