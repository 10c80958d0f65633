"""What comes with an entry besides words: pictures with what is said of them; sounds, films and papers to link to."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from urllib.parse import urlsplit

from lxml import etree

from articles.importing.feeds.addresses import joined, web
from articles.importing.feeds.tree import children, is_media, name_of, words
from articles.importing.feeds.wording import line_of
from articles.importing.markup import blocks_of, figure, picture_key
from articles.importing.story import Block, StoryPicture
from articles.text.clean import clean
from articles.text.runs import escaped

_NAMED_PICTURE = re.compile(r"\.(?:avif|gif|heic|jpe?g|png|svg|tiff?|webp)$", re.IGNORECASE)
_UNTOLD = frozenset({"", "application/octet-stream", "document"})
_SIZE = re.compile(r"[-_]\d{2,4}x\d{2,4}(?=\.\w+$)")
_OF_A_PERSON = re.compile(r"(?:^|\.)gravatar\.com$", re.IGNORECASE)
_SAID = {"title": "alt", "description": "caption", "credit": "credit", "copyright": "rights"}
_ADDRESS = re.compile(r"https?://[^\s\"<>]+")
_RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"


@dataclass(frozen=True, slots=True)
class Attached:
    """Something that comes with an entry: its address, media type and width in pixels, as far as they are told.

    `title` is what it is called; `alt`, `caption`, `credit` and `rights` are what is said of it as a picture.
    """

    url: str
    type: str = ""
    width: int = 0
    title: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    rights: str = ""

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown as a picture: by its type, or by its name where no type is told."""
        if self.type.lower() in _UNTOLD:
            return _NAMED_PICTURE.search(_place(self.url)[1]) is not None
        return self.type.lower().startswith("image")


def attached_to(entry: etree._Element, base: str = "") -> tuple[Attached, ...]:
    """What the elements of an entry attach: Media RSS, enclosures, links to enclosures, its image.

    Of the renditions in a `media:group` the one meant as default, or else the widest, stands for all; thumbnails count
    where there is no other picture.
    """
    found, thumbnails = _media(entry, {}, base)
    enclosed = [one for element in entry for one in _enclosed(element, base)]
    seen = {one.url for one in found}
    attached = [*found, *(one for one in enclosed if one.url not in seen)]
    if not any(one.is_picture for one in attached):
        attached += thumbnails
    return tuple(one for one in attached if one.url)


def shown(
    attached: Iterable[Attached], blocks: tuple[Block, ...], pictures: Sequence[StoryPicture]
) -> tuple[tuple[Block, ...], tuple[StoryPicture, ...]]:
    """The body's `blocks` and `pictures`, with everything attached: the first picture that is not in the body leads,
    others and links to what is no picture come last. What is said of a picture in the body is added to it; what has no
    address on the web cannot be shown.
    """
    attached = list({one.url: one for one in attached if web(one.url)}.values())
    body, new = list(pictures), []
    places = {_same(picture.url): place for place, picture in reversed(list(enumerate(body)))}
    for one in _widest(one for one in attached if one.is_picture):
        if (place := places.get(_same(one.url))) is not None:
            body[place] = _completed(body[place], one)
        else:
            new.append(_picture(one))
    said = {unescape(address) for block in blocks for address in _ADDRESS.findall(block.html or block.text)}
    links = [one for one in attached if not one.is_picture and one.url not in said]
    return (
        (*blocks, *map(figure, new[1:]), *(block for one in links for block in _linked(one))),
        (*(replace(picture, lead=True) for picture in new[:1]), *body, *new[1:]),
    )


def _media(parent: etree._Element, inherited: Mapping[str, str], base: str) -> tuple[list[Attached], list[Attached]]:
    """The contents and the thumbnails of Media RSS in `parent`, with what it says of all of them."""
    said = {**inherited, **_said(parent)}
    contents: list[Attached] = []
    thumbnails: list[Attached] = []
    for element in filter(is_media, parent):
        name = name_of(element)
        if name in ("content", "group"):
            inner, small = _media(element, said, base)
            own = [_rendition(element, {**said, **_said(element)}, base)] if name == "content" else []
            contents += [*own, *(_chosen(element, inner) if name == "group" else inner)]
            thumbnails += small
        elif name == "thumbnail":
            thumbnails.append(replace(_rendition(element, said, base), type="image"))
        elif name == "player" and not any(is_media(one) and name_of(one) == "content" for one in parent):
            contents.append(Attached(joined(base, element.get("url") or ""), "video", title=said.get("alt", "")))
    return [one for one in contents if one.url], [one for one in thumbnails if one.url]


def _said(element: etree._Element) -> dict[str, str]:
    said: dict[str, str] = {}
    for child in filter(is_media, element):
        kind = _SAID.get(name_of(child))
        told = line_of(words(child)) if kind else ""
        if kind and told:
            said[kind] = f"{said[kind]}, {told}" if kind == "credit" and kind in said else said.get(kind, told)
    return said


def _rendition(element: etree._Element, said: Mapping[str, str], base: str) -> Attached:
    type, medium = element.get("type") or "", element.get("medium") or ""
    type = medium if medium == "image" or not type else type
    url = joined(base, element.get("url") or (words(element) if name_of(element) == "thumbnail" else ""))
    if _OF_A_PERSON.search(_place(url)[0]) or "1" == element.get("width") == element.get("height"):
        url = ""  # the author's face, or a pixel that counts readers
    return Attached(url, type, _number(element.get("width")), said.get("alt", ""), **said)


def _chosen(group: etree._Element, renditions: Sequence[Attached]) -> Iterator[Attached]:
    default = {element.get("url") for element in group if (element.get("isDefault") or "").lower() == "true"}
    for is_picture in (True, False):
        alike = [one for one in renditions if one.is_picture == is_picture]
        if alike:
            yield next((one for one in alike if one.url in default), max(alike, key=lambda one: one.width))


def _enclosed(element: etree._Element, base: str) -> Iterator[Attached]:
    """What an element of an entry other than those of Media RSS attaches."""
    name, type = name_of(element), element.get("type") or ""
    if name == "enclosure":
        yield Attached(joined(base, element.get("url") or element.get(_RESOURCE) or ""), type)
    elif name == "link" and (element.get("rel") or "").lower() == "enclosure":
        yield Attached(joined(base, element.get("href") or ""), type, title=line_of(element.get("title") or ""))
    elif name == "image":
        told = next(children(element, "url"), None)
        url = element.get("href") or element.get("url") or element.get(_RESOURCE) or words(told)
        yield Attached(joined(base, url or ("" if len(element) else words(element))), "image")


def _widest(pictures: Iterable[Attached]) -> Iterable[Attached]:
    """Each picture once, of several sizes of one the widest, in the order in which they come."""
    once: dict[str, Attached] = {}
    for one in pictures:
        held = once.get(_same(one.url))
        if held is None or held.width < one.width:
            once[_same(one.url)] = one
    return once.values()


def _picture(one: Attached) -> StoryPicture:
    return StoryPicture(
        picture_key(one.url), url=one.url, alt=one.alt, caption=one.caption, credit=one.credit, rights=one.rights
    )


def _completed(picture: StoryPicture, one: Attached) -> StoryPicture:
    return replace(
        picture,
        alt=picture.alt or one.alt,
        caption=picture.caption or one.caption,
        credit=picture.credit or one.credit,
        rights=picture.rights or one.rights,
    )


def _linked(one: Attached) -> Iterator[Block]:
    """The paragraph that links to what is attached, of which a body can show no more."""
    title = one.title if any(map(str.isalnum, one.title)) else one.url
    address = escaped(one.url).replace('"', "%22")
    return blocks_of(clean(f'<p><a href="{address}">{escaped(title)}</a></p>'))


def _same(url: str) -> str:
    """What the addresses of one picture in several sizes have in common."""
    host, path = _place(url)
    return host + _SIZE.sub("", path)


def _place(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", url
    return parts.netloc.lower(), parts.path


def _number(told: str | None) -> int:
    return int(told) if told and told.isascii() and told.isdigit() and len(told) < 7 else 0
