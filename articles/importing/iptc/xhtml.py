"""XHTML within an item, in whatever namespace it stands, as HTML."""

import copy

from lxml import etree

from articles.importing.iptc.xml_document import Element, child, children, name_of
from articles.importing.markup import Marked, marked

_ROOTS = set("html body div section article main p h1 h2 h3 ul ol table blockquote figure".split())


def is_xhtml(element: Element) -> bool:
    """Whether an element is HTML by its name."""
    return name_of(element).lower() in _ROOTS


def blocks_of_xhtml(element: Element) -> Marked:
    """The blocks and pictures of an `html` document or a part of one."""
    body = child(element, "body") if name_of(element) == "html" else element
    if body is None:
        return Marked()
    frame = etree.Element("div")
    frame.append(copy.deepcopy(body))
    for one in frame.iterdescendants():
        one.tag = name_of(one).lower() or "span"
    html = etree.tostring(frame, encoding="unicode", method="html")
    return marked(html)


def title_of_xhtml(element: Element) -> str:
    """The title in the head of an `html` document."""
    title = child(element, "head", "title")
    return " ".join("".join(map(str, title.itertext())).split()) if title is not None else ""


def holds_xhtml(element: Element) -> bool:
    """Whether an element holds HTML."""
    return any(is_xhtml(one) for one in children(element))
