"""The picture above the story: the one shown between headline and text, or else the one the page is shared with."""

import re
from collections.abc import Iterator
from dataclasses import replace

from articles.importing.markup import picture_key
from articles.importing.page.captions import parted
from articles.importing.page.meta import PICTURES
from articles.importing.page.pictures import picture_of, same_picture
from articles.importing.page.schema import Node, addresses, first, values
from articles.importing.page.told import Told
from articles.importing.story import StoryPicture

_NO_PICTURE = re.compile(
    r"(?:^|[/_.-])(?:logo|default|fallback|placeholder|share|icon|favicon|avatar)s?(?=[/_.-]|\d|$)", re.IGNORECASE
)
_MOST = 400  # figures and images of a page that are looked at


def with_lead(page: Told, pictures: list[StoryPicture], leading: str) -> list[StoryPicture]:
    """`pictures` with the lead first, and with what schema.org says about any of them.

    `leading` is the key of the picture that stands before the first paragraph, empty where none does. Where the
    picture a page is shared with stands further down in the story, nothing stands above it.
    """
    told = list(_told(page))
    pictures = [_completed(picture, told) for picture in pictures]
    if leading:
        return [replace(picture, lead=picture.key == leading) for picture in pictures]
    shared = next((one for one in told if not _NO_PICTURE.search(one.url.partition("//")[2])), None)
    if shared is None or any(same_picture(shared.url, picture.url) for picture in pictures):
        return pictures
    return [replace(_completed(_shown(page, shared) or shared, told), lead=True), *pictures]


def _told(page: Told) -> Iterator[StoryPicture]:
    """The pictures that the page names as its own, with what it says of them."""
    for name in ("image", "primaryImageOfPage", "thumbnailUrl"):
        for value in values(page.story, name):
            for address in map(page.page.address, addresses(value)[:1]):
                if address:
                    yield (
                        _described(address, value)
                        if isinstance(value, dict)
                        else StoryPicture(picture_key(address), address)
                    )
    for address in map(page.page.address, page.meta.all(PICTURES)):
        if address:
            alt = page.meta.first(("og:image:alt", "twitter:image:alt"))
            yield StoryPicture(picture_key(address), address, alt=alt)


def _described(address: str, node: Node) -> StoryPicture:
    caption, credit = parted(first(node, "caption", "description"), first(node, "creditText", "creator", "author"))
    rights = first(node, "copyrightNotice", "copyrightHolder", "license")
    return StoryPicture(
        picture_key(address), address, alt=first(node, "alternateName"), caption=caption, credit=credit, rights=rights
    )


def _completed(picture: StoryPicture, told: list[StoryPicture]) -> StoryPicture:
    for one in told:
        if same_picture(one.url, picture.url):
            picture = replace(
                picture,
                alt=picture.alt or one.alt,
                caption=picture.caption or one.caption,
                credit=picture.credit or one.credit,
                rights=picture.rights or one.rights,
            )
    return picture


def _shown(page: Told, shared: StoryPicture) -> StoryPicture | None:
    """The figure on the page that shows the picture, with its caption."""
    for element in page.page.root.xpath("descendant::figure|descendant::img")[:_MOST]:
        picture = picture_of(element, page.page)
        if picture and same_picture(picture.url, shared.url):
            return replace(picture, url=picture.url)
    return None
