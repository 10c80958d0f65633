"""A picture in a story: the key in the body, the files it comes in, and the tags by which readers see it. Pure.

A picture is kept under the hash of its bytes, so that a name never stands for another picture. What readers get are
renditions of it: smaller, in WebP and in a format that every reader has.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from articles.text.body import read
from articles.text.runs import attribute

WIDTHS = (480, 960, 1600)
"""How wide renditions are, in pixels: a card or a telephone, a telephone's fine screen, a desk's fine screen."""

READERS = "/pictures/"
"""Where readers find the files; addresses stay for ever."""

ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
WEBP = "image/webp"

KEY = re.compile(r"[A-Za-z0-9-]{1,36}")
"""What names a picture in a body."""

_FIGURE = re.compile(rf'^<figure data-picture="({KEY.pattern})">', re.MULTILINE)
_RENDITION = re.compile(r"([0-9a-f]{64})-[1-9][0-9]{0,3}\.(?:jpg|png|webp)")
_KEPT = re.compile(r"[0-9a-f]{64}\.(?:jpg|png)")


@dataclass(frozen=True)
class Rendition:
    """One file of a picture."""

    name: str
    media_type: str
    width: int
    height: int


@dataclass(frozen=True)
class Shown:
    """A picture as a page shows it: its size is that of the original, `address` is where its files are to be had."""

    sha256: str
    media_type: str
    width: int
    height: int
    alt: str = ""
    caption: str = ""
    credit: str = ""
    address: str = READERS

    def tag(self, sizes: str, *, loading: str = "lazy") -> str:
        """The `<picture>`, on one line, for a place that is `sizes` wide; it holds its place while it loads."""
        largest = self.largest()
        return (
            f'<picture><source type="{WEBP}" srcset="{self.srcset(WEBP)}" sizes="{sizes}">'
            f'<img src="{self.address}{largest.name}" srcset="{self.srcset(self.media_type)}" sizes="{sizes}"'
            f' width="{largest.width}" height="{largest.height}" alt="{attribute(self.alt)}"'
            f' loading="{loading}" decoding="async"></picture>'
        )

    def card(self) -> dict[str, Any]:
        """What cards, feeds and machines are told of it, in plain JSON values."""
        largest = self.largest()
        return {
            "src": f"{self.address}{largest.name}",
            "srcset": self.srcset(self.media_type),
            "webp": self.srcset(WEBP),
            "type": self.media_type,
            "width": largest.width,
            "height": largest.height,
            "alt": self.alt,
            "caption": self.caption,
            "credit": self.credit,
        }

    def srcset(self, media_type: str) -> str:
        """Its renditions in one format, as the attribute `srcset` has them."""
        fitting = (one for one in self.renditions() if one.media_type == media_type)
        return ", ".join(f"{self.address}{one.name} {one.width}w" for one in fitting)

    def largest(self) -> Rendition:
        """The widest rendition in the format that every reader has."""
        return self.renditions()[-1]

    def renditions(self) -> list[Rendition]:
        """All its files for readers, the smallest first, of each width the WebP before the other."""
        return renditions(self.sha256, self.media_type, self.width, self.height)


def renditions(sha256: str, media_type: str, width: int, height: int) -> list[Rendition]:
    """The files that are made of a picture of this hash, type and size. None is wider than the picture."""
    widest = min(width, WIDTHS[-1])
    return [
        Rendition(f"{sha256}-{wide}.{ENDINGS[type_]}", type_, wide, max(1, round(height * wide / width)))
        for wide in (*(wide for wide in WIDTHS if wide < widest), widest)
        for type_ in (WEBP, media_type)
    ]


def fitting(sha256: str, media_type: str, width: int, height: int, *, wide: int) -> str:
    """The name of the smallest WebP of a picture that fills `wide` pixels, or of the widest there is."""
    names = [one for one in renditions(sha256, media_type, width, height) if one.media_type == WEBP]
    return next((one.name for one in names if one.width >= wide), names[-1].name)


def hash_of(name: str) -> str:
    """The hash of the picture that a rendition called `name` is of; empty for what is no such name."""
    found = _RENDITION.fullmatch(name)
    return found[1] if found else ""


def is_kept(name: str) -> bool:
    """Whether a file of this name is a picture as the house keeps it, which readers never get."""
    return _KEPT.fullmatch(name) is not None


def type_of(name: str) -> str:
    """The media type of the file called `name`, one of ours; by the table above, since machines differ in theirs."""
    ending = name.rpartition(".")[2]
    return next(media_type for media_type, known in ENDINGS.items() if known == ending)


def place(name: str) -> str:
    """Where in the store the file called `name` lies; no folder grows large."""
    return f"pictures/{name[:2]}/{name}"


def keys_in(body: str) -> list[str]:
    """The keys of the pictures that a canonical body names, each once, in their order."""
    return list(dict.fromkeys(_FIGURE.findall(body))) if "<figure data-picture=" in body else []


def hashes_in(page: str) -> list[str]:
    """The hashes of the pictures that a rendered body shows, each once, in their order."""
    return list(dict.fromkeys(_shown(page))) if "<picture>" in page else []


def _shown(page: str) -> Iterator[str]:
    # Only the line that `Shown.tag` wrote: a link in the words to somebody's file shows nothing.
    for line in read(page):
        if line.tag.name == "picture":
            found = re.search(f'src="[^"]*/({_RENDITION.pattern})"', line.inside)
            if found:
                yield found[2]
