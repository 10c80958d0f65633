"""The body of NITF as the blocks of a story: every element of NITF 3.x has its place, or keeps its words where it is.

http://iptc.org/standards/nitf/. Documents with and without the namespace are the same here.
"""

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from articles.importing.iptc.beside import picture_at
from articles.importing.iptc.xml_document import Element, attribute, children, name_of, within, words
from articles.importing.markup import blocks_of
from articles.importing.story import Block, StoryPicture
from articles.text.clean import clean

_AS = {
    "hl1": "h2", "hl2": "h2", "bq": "blockquote", "block": "div", "abstract": "div", "body.content": "div", "fn": "div",
    "note": "div", "credit": "p", "datasource": "p", "byline": "p", "dateline": "p", "tagline": "p",
    "bibliography": "p", "postaddr": "p",
}  # fmt: skip
"""What becomes of the elements that HTML has under another name; those that it has under the same name stay."""

_KEPT = set("p ul ol li dl dt dd table caption thead tbody tfoot tr th td em strong b i q a br hr pre sub sup".split())
_NO_WORDS = set("alt-code nitf-table-metadata table-reference key-list tobject media-metadata media-object".split())
_IMAGES = ("image", "photo", "picture", "graphic")
_ATTRIBUTES = {"href", "colspan", "rowspan"}


@dataclass
class NitfBody:
    """The blocks, the pictures that their figures name, and the notes that are not to be published."""

    blocks: tuple[Block, ...] = ()
    pictures: list[StoryPicture] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def body_of(contents: Iterable[Element], *, before: Sequence[Element] = (), after: Sequence[Element] = ()) -> NitfBody:
    """The blocks of all `body.content`; `before` and `after` are elements of head and end that readers see, too."""
    body = NitfBody()
    frame = etree.Element("div")
    frame.extend(copy.deepcopy(one) for one in (*before, *contents, *after))
    _drop_told_again(frame)
    for element in list(frame.iterdescendants()):
        if _within(element, frame):
            _translate(element, body)
    html = etree.tostring(frame, encoding="unicode", method="html")
    body.blocks = tuple(blocks_of(clean(html)))
    return body


def picture_of(media: Element) -> StoryPicture | None:
    """The picture that a `media` element shows, in its largest rendition; None where it shows none."""
    references = [one for one in children(media, "media-reference") if _is_image(media, one)]
    if not references:
        return None
    best = max(references, key=lambda one: _pixels(attribute(one, "width")))
    source = attribute(best, "source") or attribute(best, "data-location") or attribute(best, "name")
    if not source:
        return None
    producer = " ".join(filter(None, map(words, children(media, "media-producer"))))
    return picture_at(
        source,
        alt=attribute(best, "alternate-text"),
        caption=" ".join(filter(None, map(words, children(media, "media-caption")))),
        credit=producer or attribute(best, "source-credit"),
        rights=attribute(best, "copyright"),
    )


def _within(element: Element, frame: Element) -> bool:
    return any(parent is frame for parent in element.iterancestors())


def _translate(element: Element, body: NitfBody) -> None:
    name = name_of(element)
    if name == "media":
        _show(element, body)
    elif name in ("note", "tagline") and attribute(element, "type") == "npa":
        body.notes.append(words(element))
        _take_out(element)
    elif name in _NO_WORDS or (name == "classifier" and name_of(element.getparent()) in ("block", "div")):
        _take_out(element)
    else:
        _rename(element, name)


def _rename(element: Element, name: str) -> None:
    if name == "frac":
        _write_out(element)
    bold = name == "em" and "bold" in attribute(element, "class") + attribute(element, "style")
    tag = "strong" if bold else name if name in _KEPT else _AS.get(name, "span")
    kept = {key: value for key, value in element.attrib.items() if key in _ATTRIBUTES}
    element.tag = tag
    element.attrib.clear()
    element.attrib.update(kept)


def _write_out(fraction: Element) -> None:
    """1½ is written "1 1/2"."""
    if len(fraction) == 2:
        fraction[0].tail = "/"
    before = fraction.getprevious()
    holder = fraction.getparent() if before is None else before
    said = (holder.text if before is None else holder.tail) if holder is not None else ""
    if said and said[-1].isdigit():
        fraction.text = " "


def _show(media: Element, body: NitfBody) -> None:
    """Puts a figure, or a link to what is no picture, in the place of `media`."""
    picture = picture_of(media)
    caption = " ".join(filter(None, map(words, children(media, "media-caption"))))
    source = next((address for one in children(media, "media-reference") if (address := attribute(one, "source"))), "")
    tail = media.tail
    media.clear()
    media.tail = tail
    if picture:
        body.pictures.append(picture)
        media.tag = "figure"
        media.set("data-picture", picture.key)
        if caption:
            etree.SubElement(media, "figcaption").text = caption
        return
    media.tag = "p"
    media.text = caption
    if source.startswith(("http://", "https://")):
        media.text = f"{caption} " if caption else ""
        etree.SubElement(media, "a", href=source).text = source


def _is_image(media: Element, reference: Element) -> bool:
    mime = attribute(reference, "mime-type").lower()
    if "/" in mime:
        return mime.startswith("image/")
    return attribute(media, "media-type").lower().startswith(_IMAGES)


def _pixels(width: str) -> int:
    return int(width) if width.isdecimal() and len(width) < 10 else 0


def _drop_told_again(frame: Element) -> None:
    """A block is left out where the next begins with all that it says and goes on: so archives mark a lead."""
    for content in children(frame, "body.content"):
        blocks = list(children(content, "block"))
        for block, following in pairwise(blocks):
            told = [words(one) for one in within(block, "p")]
            again = [words(one) for one in within(following, "p")]
            if told and len(again) > len(told) and again[: len(told)] == told:
                _take_out(block)


def _take_out(element: Element) -> None:
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    assert parent is not None
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
