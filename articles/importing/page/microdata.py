"""Microdata and RDFa Lite as nodes of the same shape as JSON-LD.

https://html.spec.whatwg.org/multipage/microdata.html, https://www.w3.org/TR/rdfa-lite/
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from articles.importing.page.document import text_of
from articles.importing.page.schema import Node, bare

MOST_PROPERTIES = 5_000  # of one page
_LONGEST = 20_000  # characters of one value

# Where the value of a property stands, by element; the text is the value of all others.
_VALUES = {
    "a": "href", "area": "href", "audio": "src", "data": "value", "embed": "src", "iframe": "src", "img": "src",
    "link": "href", "meta": "content", "meter": "value", "object": "data", "source": "src", "time": "datetime",
    "track": "src", "video": "src",
}  # fmt: skip
_ADDRESSES = frozenset({"href", "src", "data"})


@dataclass(frozen=True)
class _Syntax:
    """The attributes by which one syntax says what is a thing, of which type, and what is a property of it."""

    thing: str
    type: str
    property: str


_SYNTAXES = (_Syntax("itemscope", "itemtype", "itemprop"), _Syntax("typeof", "typeof", "property"))


def nodes_in(root: etree._Element) -> list[Node]:
    """Every thing that the page marks up, in the order of the document."""
    return [node for syntax in _SYNTAXES for node in _things(root, syntax)]


def _things(root: etree._Element, syntax: _Syntax) -> Iterator[Node]:
    things: dict[etree._Element, Node] = {}
    for element in root.xpath(f"descendant-or-self::*[@{syntax.thing}]")[:MOST_PROPERTIES]:
        things[element] = {"@type": [bare(one) for one in (element.get(syntax.type) or "").split()]}
    if not things:
        return
    for element in root.xpath(f"descendant::*[@{syntax.property}]")[:MOST_PROPERTIES]:
        owner = next((one for one in element.iterancestors() if one in things), None)
        if owner is None:
            continue
        value = things.get(element) or _value(element)
        for name in (element.get(syntax.property) or "").split():
            if value:
                things[owner].setdefault(bare(name), []).append(value)
    yield from things.values()


def _value(element: etree._Element) -> str:
    told = element.get("content")
    if told is not None:
        return told[:_LONGEST]
    attribute = _VALUES.get(str(element.tag), "")
    if attribute in _ADDRESSES and text_of(element) and not element.get("itemprop", "").startswith(("url", "image")):
        return text_of(element)[:_LONGEST]  # a link named as the author is there for the name it shows
    return ((element.get(attribute) if attribute else "") or text_of(element))[:_LONGEST]
