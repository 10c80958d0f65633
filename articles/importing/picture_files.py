"""Pictures told several times over made one each, and which of them are files that came along."""

import re
from collections.abc import Iterable
from dataclasses import replace

from articles.importing.story import StoryPicture

_WEB = re.compile(r"(?:https?:)?//[^\s/]\S*", re.IGNORECASE)


def is_web(address: str) -> bool:
    """Whether an address leads to the web; without a scheme it takes that of the page."""
    return _WEB.match(address) is not None


def once_each(pictures: Iterable[StoryPicture]) -> tuple[StoryPicture, ...]:
    """Each picture once, in the order of its first mention, with all that is said about it, the first going first.

    One whose address does not lead to the web is a file.
    """
    by_key: dict[str, StoryPicture] = {}
    for picture in pictures:
        known = by_key.get(picture.key)
        by_key[picture.key] = _joined(known, picture) if known else picture
    return tuple(map(_filed, by_key.values()))


def _joined(one: StoryPicture, other: StoryPicture) -> StoryPicture:
    told = {name: getattr(one, name) or getattr(other, name) for name in ("url", "file", "alt", "caption", "credit")}
    return replace(one, **told, rights=one.rights or other.rights, lead=one.lead or other.lead)


def _filed(picture: StoryPicture) -> StoryPicture:
    if not picture.url or is_web(picture.url):
        return picture
    path = re.sub(r"[?#].*", "", picture.url, flags=re.DOTALL).removeprefix("./").lstrip("/")
    return replace(picture, url="", file=picture.file or path)
