"""What a story shows of other sites: films, posts. It becomes a paragraph with a link to what was shown.

A frame is taken for a film or a post where it may fill the screen, has a title, or stands in an element named for that:
frames of advertising are without all three. What a post quotes are not the story's words.
"""

from collections.abc import Iterator

from lxml import etree

from articles.importing.page.document import Page, tokens

EMBED = "data-embed"  # the attribute of what is a link now

_NAMED = frozenset("embed embeds embedded oembed video videos player youtube audio podcast".split())
_POST = frozenset({"tweet", "embed", "embedded", "media"})
_SOURCES = ("src", "data-src", "data-lazy-src", "data-url")
_AROUND = 3  # elements around a frame that may name it


def link_embeds(root: etree._Element, page: Page) -> None:
    """Puts a link in the place of every film and post under `root`; other frames are left as they are."""
    for element in list(root.iter("iframe", "video", "audio", "embed", "blockquote")):
        address = next(filter(None, map(page.address, _told(element))), "")
        if address and (_is_post(element) if element.tag == "blockquote" else _is_film(element)):
            _link(element, address)


def _told(element: etree._Element) -> Iterator[str]:
    """The addresses that an element may give for what it shows, the best first."""
    if element.tag == "blockquote":
        yield from (element.get(name) or "" for name in ("cite", "data-instgrm-permalink", "data-url"))
        yield from (link.get("href") or "" for link in reversed(list(element.iter("a"))))
    for one in (element, *element.iter("source")):
        yield from (one.get(name) or "" for name in _SOURCES)


def _is_post(element: etree._Element) -> bool:
    return not tokens(element).isdisjoint(_POST)


def _is_film(element: etree._Element) -> bool:
    if element.tag != "iframe" or element.get("title") or "allowfullscreen" in element.attrib:
        return True
    around = [element, *element.iterancestors()][: _AROUND + 1]
    return "fullscreen" in (element.get("allow") or "") or any(not tokens(one).isdisjoint(_NAMED) for one in around)


def _link(element: etree._Element, address: str) -> None:
    tail = element.tail
    for child in list(element):
        element.remove(child)
    element.attrib.clear()
    element.tag, element.text, element.tail = "p", None, tail
    link = etree.SubElement(element, "a", href=address)
    link.text = address
    element.set(EMBED, "")
