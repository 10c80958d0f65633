"""Pictures, sounds, films and papers that come along with an export: what they are, and where they lie beside it."""

import os
import posixpath
import re
import stat
import unicodedata
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from articles.importing.addresses import is_address
from articles.importing.errors import BadInput
from articles.importing.spooling import pieces
from articles.importing.unpacking import HEAD, Archive

# By the first bytes. Where these may begin a text, a NUL must come soon, which no text has.
_KINDS = {
    name: re.compile(begin, re.DOTALL)
    for name, begin in {
        "JPEG": rb"\xff\xd8\xff",
        "PNG": rb"\x89PNG\r\n\x1a\n",
        "GIF": rb"GIF8[79]a",
        "WebP": rb"RIFF.{4}WEBP",
        "TIFF": rb"II[*+]\0|MM\0[*+]",
        "BMP": rb"BM.{4}\0{4}.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0",
        "Photoshop": rb"8BPS\0[\x01\x02]",
        "JPEG 2000 or XL": rb"\0\0\0\x0c(?:jP  |JXL )\r\n\x87\n",
        "icon": rb"\0\0[\x01\x02]\0[^\0]\0",
        "MP4, HEIF or AVIF": rb"\0.{3}ftyp",
        "WebM or Matroska": rb"\x1aE\xdf\xa3",
        "AVI": rb"RIFF.{4}AVI ",
        "MPEG": rb"\0\0\x01[\xb3\xba]",
        "Windows Media": rb"0&\xb2u\x8ef\xcf\x11",
        "Flash video": rb"FLV\x01",
        "MP3": rb"ID3[\x02-\x04]|\xff[\xe2\xe3\xf2\xf3\xfa\xfb](?=.*\0)",
        "AAC": rb"\xff[\xf1\xf9](?=.*\0)",
        "WAVE": rb"RIFF.{4}WAVE",
        "AIFF": rb"FORM.{4}AIF[FC]",
        "FLAC": rb"fLaC[\0\x80]",
        "Ogg": rb"OggS\0",
        "AMR": rb"#!AMR",
        "MIDI": rb"MThd\0\0\0\x06",
        "PDF": rb"%PDF-\d",
        "PostScript": rb"%!PS-Adobe",
        "SVG": rb"(?:\xef\xbb\xbf)?\s*+(?:"
        rb"(?:<\?[^>]*+|<!--(?:(?!-->).)*--|<!DOCTYPE\s+svg[^>\[]*+(?:\[[^\]]*+\]\s*+)?)>\s*+"
        rb")*<(?:\w+:)?svg[\s/>]",
    }.items()
}
_UPLOADS = ("", "uploads", "wp-content/uploads")
_UNFIT = re.compile(r"[\0\\]")


def kind_of(head: bytes) -> str:
    """The kind of media in a file that begins with `head` (HEAD bytes are best); empty where it is none."""
    return next((name for name, begin in _KINDS.items() if begin.match(head)), "")


@dataclass(frozen=True)
class Beside:
    """The media that came with a story: in the folder that is imported, or in its archive.

    `find` gives the bytes of the file at a path there, in pieces, None where there is none. `at` is the folder of the
    story's own file within, empty where it lies on top.
    """

    find: Callable[[str], Iterator[bytes] | None]
    at: str = ""

    @classmethod
    def in_folder(cls, folder: str, at: str = "") -> "Beside":
        """Media below `folder` on disk, never outside it: links are followed only where they end inside."""
        root = os.path.realpath(folder)
        return cls(lambda path: _on_disk(root, path), at)

    @classmethod
    def in_archive(cls, archive: Archive, at: str = "") -> "Beside":
        """Media in an archive, for as long as that is open."""
        return cls(lambda path: _in_archive(archive, path), at)

    @classmethod
    def in_archive_on_disk(cls, place: str) -> "Beside":
        """Media in the archive at `place` on disk, which is opened again when the first picture is asked for: its
        stories may be read long before they are written.
        """
        opened = cache(lambda: _reopened(place))
        return cls(lambda path: _in_archive(opened(), path))

    def read(self, name: str, *, limit: int) -> bytes:
        """The media file called `name`, which is a path as the story gives it, or the address it had on the web.

        It is looked for from the story's own folder, then from the top, and in the uploads folder of WordPress in
        either. A path keeps its folders: another month's `pier.jpg` is another picture. Raises `BadInput`: not-found;
        unsafe where the name leads out; too-large over `limit` bytes; unsupported where it is no media; unreadable
        or malformed.
        """
        places = list(dict.fromkeys(_places(name, self.at)))
        if not places:
            raise BadInput("unsafe", _("Its name leads out of what is imported. Add the file in the admin."))
        for path in places:
            chunks = self.find(path)
            if chunks is not None:
                return _media(chunks, limit)
        raise BadInput("not-found", _("It did not come with the import. Put it beside the export, or add it later."))


def _in_archive(archive: Archive, path: str) -> Iterator[bytes] | None:
    found = archive.find(path)
    return archive.chunks(found) if found else None


def _reopened(place: str) -> Archive:
    """The archive at `place`, its file closed when nobody holds the archive any longer."""
    try:
        stream = open(place, "rb")  # noqa: SIM115 - as long as the archive
    except OSError as error:
        reason = _("Its archive cannot be opened again: %(reason)s. Put it back and import it once more.")
        raise BadInput("unreadable", reason % {"reason": error.strerror or error}) from error
    archive = Archive(stream)
    weakref.finalize(archive, stream.close)
    return archive


def _media(chunks: Iterator[bytes], limit: int) -> bytes:
    kept = bytearray()
    for chunk in chunks:
        kept += chunk
        if len(kept) > limit:
            reason = _("It has more than %(limit)d bytes. Make it smaller, or add it in the admin.")
            raise BadInput("too-large", reason % {"limit": limit})
    if not kind_of(bytes(kept[:HEAD])):
        raise BadInput("unsupported", _("It is no picture, sound, film or paper. Look at the file."))
    return bytes(kept)


NOTHING = Beside(lambda _path: None)
"""Where no media can have come along."""


def _places(name: str, at: str) -> Iterator[str]:
    """The paths at which the file may lie, best first, all inside; also as macOS spells them, with accents apart."""
    for path in _paths(name):
        # Upwards only from where the story lies.
        tops = (
            [at] if path.startswith("..") else [posixpath.join(top, folder) for top in (at, "") for folder in _UPLOADS]
        )
        for top in tops:
            place = posixpath.normpath(posixpath.join(top, path))
            if place.split("/")[0] not in (".", ".."):
                yield from (place, *(unicodedata.normalize(form, place) for form in ("NFC", "NFD")))


def _paths(name: str) -> Iterator[str]:
    """What `name` may mean: itself, its letters decoded, what stands behind `uploads/`; no dots in the middle."""
    try:
        path = urlsplit(name).path if is_address(name) else name
    except ValueError:
        return
    for spelt in (path, unquote(path)):
        whole = posixpath.normpath(spelt.lstrip("/"))
        if whole != "." and not _UNFIT.search(whole):
            yield whole
            yield f"/{whole}".rpartition("/uploads/")[2].lstrip("/")


def _on_disk(root: str, path: str) -> Iterator[bytes] | None:
    try:
        place = os.path.realpath(os.path.join(root, path))
        is_file = stat.S_ISREG(os.stat(place).st_mode)
    except (OSError, ValueError):
        return None
    if os.path.commonpath([root, place]) != root:
        raise BadInput("unsafe", _("It is a link that leads out of the folder. Put the file itself there."))
    return _read(place) if is_file else None


def _read(place: str) -> Iterator[bytes]:
    try:
        with open(place, "rb") as file:
            yield from pieces(file)
    except OSError as error:
        reason = _("It cannot be read: %(reason)s. Look at its permissions.")
        raise BadInput("unreadable", reason % {"reason": error.strerror or error}) from error
