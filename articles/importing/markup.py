"""HTML that a supplier wrote, as the blocks of a story: cleaned, links made whole, pictures told apart from words.

For every reader whose format carries HTML or something close to it. Nothing is fetched.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree
from lxml import html as lxml_html

from articles.importing.story import Block, StoryPicture
from articles.text.body import Kind, Line, leaf_of, read, text_of
from articles.text.characters import folded, without_controls
from articles.text.clean import clean, plain

_SPECIAL = re.compile(r"<(?:img|picture|figure|iframe|video|audio|embed|object|image)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"""\bhref\s*=\s*["']?(?!\s*(?:https?:|mailto:|tel:|javascript:|data:))""", re.IGNORECASE)
_CREDITS = ".//*[@itemprop='copyrightHolder' or contains(concat(' ', @class, ' '), ' credit ')]"
_EMBEDS = {"iframe": "src", "embed": "src", "video": "src", "audio": "src", "object": "data"}
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src")
_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)


@dataclass(frozen=True)
class Marked:
    """The blocks of an HTML fragment, and the pictures that its figures name."""

    blocks: tuple[Block, ...] = ()
    pictures: tuple[StoryPicture, ...] = ()


def marked(html: str, *, base: str = "") -> Marked:
    """The fragment `html` as blocks; relative addresses are read as standing on the page `base`.

    An `<img>` becomes a figure with its key; caption and credit of a `<figure>` go with the picture, the caption also
    stays in the body. What is embedded (a video, a tweet) becomes a paragraph that links to it.
    """
    pictures: list[StoryPicture] = []
    if _SPECIAL.search(html) or (base and _RELATIVE.search(html)):
        html = _resolved(html, base, pictures)
    return Marked(tuple(blocks_of(clean(html))), tuple(pictures))


def blocks_of(body: str) -> Iterator[Block]:
    """The blocks at the top of a canonical body."""
    held: list[tuple[str, Line]] = []
    depth = 0
    for source in body.split("\n") if body else ():
        if not held and (leaf := leaf_of(source)):  # as nearly all are
            yield _block(leaf[0], text_of(leaf[1]), source)
            continue
        (line,) = read(source)
        held.append((source, line))
        depth += {Kind.OPENS: 1, Kind.CLOSES: -1, Kind.LEAF: 0}[line.kind]
        if depth == 0:
            sources, lines = zip(*held, strict=True)
            words = " ".join(text_of(line.inside) for line in lines if line.inside)
            yield _block(lines[0].tag.name, words, "\n".join(sources))
            held = []


def picture_key(address: str) -> str:
    """The key of the picture at `address` (or in a file of that name): the same every time it is received."""
    return hashlib.sha256(address.encode("utf-8", "replace")).hexdigest()[:20]


def figure(picture: StoryPicture) -> Block:
    """The block that shows `picture` in the body, with its caption."""
    caption = f"<figcaption>{_escaped(picture.caption)}</figcaption>" if picture.caption else ""
    (block,) = blocks_of(clean(f'<figure data-picture="{picture.key}">{caption}</figure>'))
    return block


def _block(kind: str, words: str, html: str) -> Block:
    return Block(kind, words.replace("\n", " "), html=html)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _resolved(html: str, base: str, pictures: list[StoryPicture]) -> str:
    """`html` with whole addresses, its pictures put into `pictures`, a figure with a key in their place."""
    try:
        root = lxml_html.fragment_fromstring(without_controls(html), create_parent="div")
    except (etree.ParserError, ValueError, AssertionError):  # lxml asserts that a fragment has no head
        return html
    for link in root.iter("a"):
        if base and link.get("href"):
            link.set("href", _joined(base, link.get("href", "")))
    for element in list(root.iter("figure", "img", "image", *_EMBEDS)):
        if not _within(element, root):
            continue  # taken out with the figure it stood in
        if element.tag == "figure":
            _take_figure(element, base, pictures)
        elif element.tag in _EMBEDS:
            _take_embed(element, base)
        else:
            _take_image(element, base, pictures)
    return _inner(root)


def _within(element: etree._Element, root: etree._Element) -> bool:
    return element is root or any(parent is root for parent in element.iterancestors())


def _take_figure(element: etree._Element, base: str, pictures: list[StoryPicture]) -> None:
    """A figure of one picture is told whole; of several, each picture is told by itself and the caption after them."""
    images = [image for image in element.iter("img", "image") if _address(image, base)]
    if len(images) != 1 or element.find(".//table") is not None:
        return
    captions = list(element.iter("figcaption"))
    credits = [_words(credit) for credit in element.xpath(_CREDITS)]
    caption = " ".join(filter(None, map(_words, captions)))
    picture = _picture(images[0], base, caption=caption, credit=" ".join(dict.fromkeys(filter(None, credits))))
    pictures.append(picture)
    loose = [child for child in element if child not in captions and images[0] not in (child, *child.iter())]
    for image in images:
        _take_out(image)
    for child in loose:  # words beside picture and caption belong to the story
        if child.tag != "figcaption" and _words(child) and not captions:
            child.tag = "figcaption"
    element.attrib.clear()
    element.set("data-picture", picture.key)


def _take_image(element: etree._Element, base: str, pictures: list[StoryPicture]) -> None:
    if element.getparent() is None:
        return
    if not _address(element, base):
        _take_out(element)
        return
    picture = _picture(element, base)
    pictures.append(picture)
    element.tag = "figure"
    element.attrib.clear()
    element.set("data-picture", picture.key)


def _take_embed(element: etree._Element, base: str) -> None:
    sources = [element.get(_EMBEDS[str(element.tag)]), *(source.get("src") for source in element.iter("source"))]
    address = next((_joined(base, source) for source in sources if source), "")
    element.attrib.clear()
    for child in list(element):
        if child.tag in ("source", "track", "param", "embed"):
            _take_out(child)
    element.tag = "p"
    if _WEB.match(address):
        link = etree.SubElement(element, "a", href=address)
        link.text = address


def _picture(image: etree._Element, base: str, caption: str = "", credit: str = "") -> StoryPicture:
    address = _address(image, base)
    alt = plain(image.get("alt") or "")
    return StoryPicture(picture_key(address), url=address, alt=alt, caption=caption, credit=credit)


def _address(image: etree._Element, base: str) -> str:
    """Where the picture is; data of its own and pixels that only count readers are none."""
    if image.get("width") in ("0", "1") and image.get("height") in ("0", "1"):
        return ""
    named = [image.get(name) or "" for name in _SOURCES]
    if not any(named) and image.get("srcset"):
        named = [(image.get("srcset") or "").split(",")[-1].split()[0]] if (image.get("srcset") or "").strip() else []
    found = next((_joined(base, name.strip()) for name in named if name.strip() and not name.startswith("data:")), "")
    return found if _WEB.match(found) or not base else ""


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip()) if base else address.strip()
    except ValueError:
        return address.strip()


def _words(element: etree._Element) -> str:
    return plain(folded(" ".join(_texts(element))))


def _texts(element: etree._Element) -> Iterable[str]:
    return (str(text) for text in element.itertext())


def _take_out(element: etree._Element) -> None:
    """Takes an element out and leaves the words after it where they were."""
    parent = element.getparent()
    if parent is None:
        return
    tail, before = element.tail or "", element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _inner(root: etree._Element) -> str:
    children = (lxml_html.tostring(child, encoding="unicode") for child in root)
    return _escaped(root.text or "") + "".join(children)
