"""The pictures of a story: where each is, and which elements show them.

https://html.spec.whatwg.org/multipage/embedded-content.html, and the attributes of scripts that load pictures late.
"""

import re
from collections.abc import Iterator

from lxml import etree

from articles.importing.markup import picture_key
from articles.importing.page.boilerplate import take_out
from articles.importing.page.captions import CAPTIONED, LONGEST, said_of
from articles.importing.page.document import Page, line_of, tokens
from articles.importing.story import StoryPicture
from articles.text.clean import plain

LONGEST_ADDRESS = 2_000  # characters
IMAGES = frozenset({"img", "amp-img", "image"})
_SMALLEST = 80  # pixels; what is smaller is an icon, or counts readers
_TELLING = 16  # letters of a part of an address that by itself tells a picture from others, with digits half as many
_DIGITS = 4

_LATE = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-img-src", "data-full-src", "data-image")
_SETS = ("data-srcset", "srcset", "data-lazy-srcset")
_NO_PICTURE = re.compile(
    r"\Adata:|[{}]|\.svg(?:[?#]|\Z)|/(?:newsletters?|logos?|icons?|avatars?|badges?|sprites?|emojis?)/"
    r"|(?:blank|spacer|placeholder|pixel|transparent|1x1|loading|lazy)[\w-]*\.(?:gif|png|jpe?g|webp)",
    re.IGNORECASE,
)
_SIZE = re.compile(r"(\d+(?:\.\d+)?)[wx]", re.ASCII)
_PART = re.compile(r"[/?&=,;]|%2[fF]")
_VARIANT = re.compile(r"\.\w{2,5}\Z|[-_]?\d{2,4}x\d{2,4}")
_ICON = frozenset("avatar icon icons logo emoji sprite author authors byline tracking".split())
_PICTURED = CAPTIONED | set(
    "image images img photo photos picture pictures media foto fotos bild bilder imagen figure thumbnail".split()
)
_OTHERS = "descendant::*[self::h1 or self::h2 or self::h3 or self::ul or self::ol or self::figure]|(descendant::img)[2]"
_WRAPPED = ("table", "blockquote", "ul", "ol", "pre")


def unwrap_unscripted(root: etree._Element) -> None:
    """Brings in pictures that stand in `<noscript>` because a script would load them, where nothing else shows them."""
    for element in list(root.iter("noscript")):
        if element.find(".//img") is not None:
            element.tag = "span"


def frame_pictures(root: etree._Element) -> None:
    """Makes a figure of every element that holds one picture and the few words with it, and is named after that."""
    for image in list(root.iter(*IMAGES)):
        named = not tokens(image).isdisjoint(_PICTURED)
        for around in image.iterancestors():
            if around is root or around.tag in ("figure", "body", "main", "a", "p"):
                break
            named = named or not tokens(around).isdisjoint(_PICTURED)
            if any(not text.isspace() for text in around.itertext()):
                if named and line_of(around, LONGEST) and not around.xpath(_OTHERS):
                    around.tag = "figure"
                break


def figures_in(root: etree._Element, page: Page) -> list[StoryPicture]:
    """The pictures under `root`, in their order; in the place of each stands a figure with its key and its caption."""
    for figure in list(root.iter("figure")):
        _part_pictures(figure, page)
    pictures: dict[str, StoryPicture] = {}
    for element in list(root.iter("figure", *IMAGES)):
        if element is not root and not any(one is root for one in element.iterancestors()):
            continue  # taken out with the figure it stood in
        picture = picture_of(element, page)
        if picture is None or picture.key in pictures:
            _dismiss(element)
        else:
            pictures[picture.key] = picture
            _replace(element, picture)
    return list(pictures.values())


def picture_of(element: etree._Element, page: Page) -> StoryPicture | None:
    """What a figure or an image shows, and what is said of it; None where it shows nothing but an icon."""
    images = [element] if element.tag in IMAGES else list(element.iter(*IMAGES))
    shown = next(((image, address) for image in images if (address := address_of(image, page))), None)
    if shown is None:
        return None
    image, address = shown
    alt = plain(image.get("alt") or "")
    caption, credit = ("", "") if element.tag in IMAGES else said_of(element)
    return StoryPicture(picture_key(address), address, alt=alt, caption=caption, credit=credit)


def address_of(image: etree._Element, page: Page) -> str:
    """Where a picture is; empty for data of its own, icons and what only counts readers."""
    sizes = [int(one) for name in ("width", "height") if (one := image.get(name) or "").isdecimal() and len(one) < 6]
    if (sizes and max(sizes) < _SMALLEST) or tokens(image) & _ICON:
        return ""
    told = (one for one in _told(image) if one and len(one) <= LONGEST_ADDRESS and not _NO_PICTURE.search(one))
    return next(filter(None, map(page.address, told)), "")


def same_picture(one: str, other: str) -> bool:
    """Whether two addresses are of one picture in several sizes."""
    return one == other or not set(_stems(one)).isdisjoint(_stems(other))


def _told(image: etree._Element) -> Iterator[str]:
    """The addresses an image gives, the one that is meant first."""
    yield from (image.get(name) or "" for name in (*_LATE, "src"))
    picture = next(image.iterancestors("picture"), None)
    sources = [] if picture is None else list(picture.iter("source"))
    yield from (_largest(one.get(name) or "") for one in (image, *sources) for name in _SETS)


def _largest(candidates: str) -> str:
    """The picture of a `srcset` that is widest."""
    best, widest = "", 0.0
    for candidate in re.split(r",\s+", candidates.strip()):
        address, _, size = candidate.strip(", ").partition(" ")
        told = _SIZE.fullmatch(size.strip())
        width = float(told[1][:9]) if told else 1.0
        if address and width > widest:
            best, widest = address, width
    return best


def _part_pictures(figure: etree._Element, page: Page) -> None:
    """Of a figure with several pictures each is told by itself, and its words stay with the first."""
    if figure.find(".//figure") is not None:
        figure.tag = "div"
        return
    first, *others = [address_of(image, page) for image in figure.iter(*IMAGES)] or [""]
    if not any(one and not same_picture(one, first) for one in others if first):
        return
    for image in list(figure.iter(*IMAGES))[:0:-1]:
        image.tail = None
        figure.addnext(image)


def _dismiss(element: etree._Element) -> None:
    """Takes out what shows nothing; a table, a quote or a list that was wrapped in a figure stays."""
    if element.tag == "figure" and next(element.iter(*_WRAPPED), None) is not None:
        element.tag = "div"
    else:
        take_out(element)


def _replace(element: etree._Element, picture: StoryPicture) -> None:
    tail = element.tail
    for child in list(element):
        element.remove(child)
    element.attrib.clear()
    element.tag, element.text, element.tail = "figure", None, tail
    element.set("data-picture", picture.key)
    if picture.caption:
        etree.SubElement(element, "figcaption").text = picture.caption


def _stems(address: str) -> Iterator[str]:
    """The parts of an address that tell a picture from others, whatever its size."""
    for part in _PART.split(address.partition("//")[2].partition("/")[2]):
        stem = _VARIANT.sub("", part.lower())
        if len(stem) >= _TELLING or (len(stem) >= _TELLING // 2 and sum(map(str.isdigit, stem)) >= _DIGITS):
            yield stem
