"""What stands open where the first item of an XML file begins: the elements around it, with what was said in them."""

import io
from contextlib import suppress

from lxml import etree

from articles.importing.iptc.xml_document import Element

_PIECE = 1 << 16  # bytes


def opened(head: bytes, encoding: str) -> list[Element]:
    """The elements that have begun in `head` and not ended, from the root on; none where it is no XML."""
    parser = etree.XMLPullParser(
        ("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        encoding="utf-8",
    )
    text = head.decode(encoding or "utf-8", "replace").removeprefix("\ufeff")
    stream = io.BytesIO(text.encode("utf-8"))
    with suppress(etree.XMLSyntaxError):  # what came before stands; the items say for themselves what is wrong
        while piece := stream.read(_PIECE):
            parser.feed(piece)
    elements: list[Element] = []
    for event, element in parser.read_events():
        if event == "start":
            elements.append(element)
        elif elements:
            elements.pop()
    return elements
