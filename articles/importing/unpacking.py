"""gzip files and zip archives taken apart piece by piece. What they are is told by their first bytes, not their names.

Nothing an archive says of itself is believed. What comes out is counted by whoever keeps it, so that no declared size
and no ratio matters: a run of like stories packs as tightly as a bomb does. Names are only names: nothing is ever
written under one. Of an archive only the list of its members is held in memory.
"""

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import BinaryIO

from django.utils.translation import gettext as _

from articles.importing.errors import BadInput
from articles.importing.spooling import PIECE

HEAD = 4096  # bytes of a file by which its kind is known; the first chunk of a member is no longer
MOST_MEMBERS = 250_000  # each takes some 700 bytes of memory
LARGEST_DIRECTORY = 1 << 25  # bytes

_GZIP = b"\x1f\x8b"
_ZIP = re.compile(rb"PK(?:\x03\x04|\x05\x06|\x07\x08)")
_OTHER = re.compile(
    rb"7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\xfd7zXZ\0|BZh[1-9](?:1AY&SY|\x17rE8P\x90)|\x28\xb5\x2f\xfd|.{257}ustar[\0 ]",
    re.DOTALL,
)
_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER = 30  # bytes before a member's name
_DOCUMENTS = {"[Content_Types].xml", "mimetype"}  # in every file of Word and its kin; of OpenDocument and e-books
_LITTER = {"__macosx", "thumbs.db", "desktop.ini"}
_ENCRYPTED = 0x1 | 0x40 | 0x2000  # flags: the old way, the strong way, the directory too
_UTF_8 = 0x800  # flag: the name is
_UNPACKED_HERE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # what every program writes; of others none bounds memory
_BROKEN = (  # all that zipfile raises for what is no sound archive
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


def is_gzip(head: bytes) -> bool:
    """Whether a file that begins with `head` is packed by gzip."""
    return head.startswith(_GZIP)


def is_zip(head: bytes) -> bool:
    """Whether a file that begins with `head` is a zip archive."""
    return _ZIP.match(head) is not None


def is_other_archive(head: bytes) -> bool:
    """Whether a file that begins with `head` (its first 263 bytes) is packed in a way not unpacked here."""
    return _OTHER.match(head) is not None


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name is none of the sender's own: hidden, or left there by a system."""
    return (name.startswith(".") and name != ".") or name.casefold() in _LITTER


def gunzipped(stream: BinaryIO) -> Iterator[bytes]:
    """What `stream` holds, unpacked as gzip does (RFC 1952): one member after the other, garbage at the end left out.

    Raises `BadInput` (malformed) where a member is broken or the end is missing.
    """
    packed = stream.read(PIECE)
    while packed.startswith(_GZIP):
        member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        while not member.eof:
            if not packed:
                raise BadInput("malformed", _("Its end is missing. Copy it again, or ask for it to be sent again."))
            try:
                yield member.decompress(packed, PIECE)
            except zlib.error as error:
                reason = _("It is packed by gzip and broken. Copy it again, or ask for it to be sent again.")
                raise BadInput("malformed", reason) from error
            packed = member.unconsumed_tail or (b"" if member.eof else stream.read(PIECE))
        packed = member.unused_data.lstrip(b"\0")
        while len(packed) < len(_GZIP) and (more := stream.read(PIECE)):  # tapes are filled up with zeros
            packed = (packed + more).lstrip(b"\0")


@dataclass(frozen=True, slots=True)
class Member:
    """One file in an archive, by its path there as it is meant to be read; or what keeps it from being unpacked."""

    name: str
    info: zipfile.ZipInfo
    problem: BadInput | None = None


class Archive:
    """A zip archive in `stream`, which must stay open and may be used for nothing else meanwhile.

    Raises `BadInput`: malformed where its directory is broken, too-large over MOST_MEMBERS, unsafe where members share
    bytes, unsupported where it is a document rather than an archive.
    """

    def __init__(self, stream: BinaryIO) -> None:
        try:
            self._zip = zipfile.ZipFile(_Guarded(stream))
        except _BROKEN as error:
            reason = _("The list of what is in it is broken. Copy it again, or ask for it to be sent again.")
            raise BadInput("malformed", reason) from error
        infos = self._zip.infolist()
        if _DOCUMENTS & {info.filename for info in infos[:20]}:
            reason = _("It is a document of an office program. Save it as a web page or plain text and import that.")
            raise BadInput("unsupported", reason)
        starts = sorted((info.header_offset, info.compress_size) for info in infos)
        if any(start + _LOCAL_HEADER + size > following for (start, size), (following, _s) in pairwise(starts)):
            reason = _("Files in it share the same bytes, as only a bomb's do. Do not import it; ask who sent it.")
            raise BadInput("unsafe", reason)

    def members(self) -> Iterator[Member]:
        """Its files in the order of a folder's: by name, those of inner folders after. Raises `BadInput` (empty)."""
        empty = True
        for info in sorted(self._zip.infolist(), key=_place):
            name = _name(info)
            if _is_folder(info):
                continue
            problem = _problem(name, info)
            if problem or not any(map(is_passed_over, name.split("/"))):
                empty = False
                yield Member(name, info, problem)
        if empty:
            raise BadInput("empty", _("There is no file in it. Ask for it to be sent again."))

    def find(self, name: str) -> Member | None:
        """The file called `name`; of several the last, which is the one that other programs leave."""
        names = self._zip.NameToInfo
        info = names.get(name) or names.get(name.encode("utf-8", "replace").decode("cp437"))
        return Member(name, info, _problem(_name(info), info)) if info and not _is_folder(info) else None

    def chunks(self, member: Member) -> Iterator[bytes]:
        """What is in a member, the first chunk at most HEAD bytes. Raises its problem, or `BadInput` (malformed)."""
        if member.problem:
            raise member.problem
        size = 0
        try:
            with self._zip.open(member.info) as file:
                while chunk := file.read(PIECE if size else HEAD):
                    size += len(chunk)
                    yield chunk
        except _BROKEN as error:
            raise _broken() from error
        if size != member.info.file_size:
            raise _broken()


class _Guarded:
    """What zipfile sees of a stream. It takes the size of a directory on trust and reads all of it at once."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def read(self, size: int = -1, /) -> bytes:
        received = self._stream.read(min(size, LARGEST_DIRECTORY + 1))
        if len(received) > LARGEST_DIRECTORY or received.count(_ENTRY) > MOST_MEMBERS:
            reason = _("There are more than %(most)d files in it. Unpack it and import the folder.")
            raise BadInput("too-large", reason % {"most": MOST_MEMBERS})
        return received


def _place(info: zipfile.ZipInfo) -> tuple[str, str]:
    folder, _slash, name = _name(info).rpartition("/")
    return folder.replace("/", "\0"), name


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.filename.endswith("/") or stat.S_ISDIR(info.external_attr >> 16)


def _name(info: zipfile.ZipInfo) -> str:
    """A member's name. Many programs write UTF-8 without saying so; what cannot be that is cp437, as in the format."""
    name = info.orig_filename
    if not info.flag_bits & _UTF_8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.removeprefix("./")


def _problem(name: str, info: zipfile.ZipInfo) -> BadInput | None:
    if not name or re.match(r"/|[A-Za-z]:", name) or re.search(r"[\0\\]", name) or ".." in name.split("/"):
        reason = _("Its name could lead out of the archive. Pack it anew under a plain name, if you know what it is.")
        return BadInput("unsafe", reason)
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
        reason = _("It is a link to something else, not a file. Pack what it leads to in its place.")
        return BadInput("unsafe", reason)
    if info.flag_bits & _ENCRYPTED:
        return BadInput("unsupported", _("It is locked with a password. Unpack it and import the folder."))
    if info.compress_type not in _UNPACKED_HERE:
        reason = _("It is packed in a way that few programs know (%(number)d). Unpack it and import the folder.")
        return BadInput("unsupported", reason % {"number": info.compress_type})
    return None


def _broken() -> BadInput:
    return BadInput("malformed", _("Its archive is broken here. Copy that again, or ask for it to be sent again."))
