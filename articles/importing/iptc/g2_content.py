"""The content of a NewsML-G2 news item: its text in the best rendition there is, and the pictures beside it."""

import re
from collections.abc import Callable, Iterator

from articles.importing.iptc.beside import picture_at
from articles.importing.iptc.bodies import body_of, from_base64
from articles.importing.iptc.newscodes import last_part
from articles.importing.iptc.nitf_story import story_of
from articles.importing.iptc.wordings import Wording
from articles.importing.iptc.xhtml import blocks_of_xhtml, is_xhtml, title_of_xhtml
from articles.importing.iptc.xml_document import (
    Element,
    attribute,
    child,
    children,
    inner_text,
    language_of,
)
from articles.importing.story import Story, StoryPicture

_SMALL = re.compile("thumb|small|low|preview|icon|square")


def content_of(item: Element, start_of: Callable[[Element], int]) -> Story:
    """The text of a news item, in a story of nothing else, or of what NITF says besides.

    Of several renditions NITF goes first, then XHTML, then text given inline.
    """
    content = child(item, "contentSet")
    for inline in children(content, "inlineXML"):
        nitf = child(inline, "nitf")
        if nitf is not None:
            return story_of(nitf, start_of)
    for inline in children(content, "inlineXML"):
        held = next((one for one in children(inline) if is_xhtml(one)), None)
        if held is not None:
            found = blocks_of_xhtml(held)
            return Story(title_of_xhtml(held), blocks=found.blocks, pictures=found.pictures)
    return body_of([Wording(_data(one), kind=attribute(one, "contenttype").lower()) for one in _textual(content)])


def language_of_content(item: Element) -> str:
    """The language that the content itself is said to be in."""
    return next(filter(None, map(language_of, children(child(item, "contentSet"), "inlineXML", "inlineData"))), "")


def is_right_to_left(item: Element) -> bool:
    """Whether the words run from right to left, as the content, its metadata or the item say."""
    content = children(child(item, "contentSet"), "inlineXML", "inlineData")
    told = [attribute(one, "dir") for one in (*content, child(item, "contentMeta"), item)]
    return next(filter(None, told), "") == "rtl"


def picture_of(item: Element, *, caption: str, credit: str) -> StoryPicture | None:
    """The picture that lies beside the text, in its largest rendition; None where there is none."""
    images = [one for one in children(child(item, "contentSet"), "remoteContent") if _is_image(one)]
    if not images:
        return None
    best = max(images, key=_size)
    return picture_at(attribute(best, "href"), caption=caption, credit=credit)


def elsewhere(item: Element) -> list[str]:
    """Where content lies that did not come within the item."""
    told = (
        attribute(one, "href") or attribute(one, "residref")
        for one in children(child(item, "contentSet"), "remoteContent")
    )
    return list(dict.fromkeys(filter(None, told)))


def _textual(content: Element | None) -> Iterator[Element]:
    for one in children(content, "inlineData"):
        kind = attribute(one, "contenttype").lower()
        if not kind or kind.startswith("text/") or "html" in kind or "nitf" in kind or "xml" in kind:
            yield one


def _data(element: Element) -> str:
    """The text of inline data, which may be in Base64."""
    text = inner_text(element)
    encoding = last_part(attribute(element, "encoding") or attribute(element, "encodinguri"))
    return from_base64(text) if "base64" in encoding else text


def _is_image(remote: Element) -> bool:
    return bool(attribute(remote, "href")) and attribute(remote, "contenttype").lower().startswith("image/")


def _size(remote: Element) -> tuple[int, bool]:
    sides = (attribute(remote, "width"), attribute(remote, "height"))
    pixels = [int(side) for side in sides if side.isdecimal() and len(side) < 8]
    rendition = last_part(attribute(remote, "rendition") or attribute(remote, "renditionuri"))
    return (pixels[0] * pixels[1] if len(pixels) == 2 else 0, not _SMALL.search(rendition))
