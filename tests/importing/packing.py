"""Archives for tests, good ones and such as only an enemy makes."""

import gzip
import io
import struct
import zipfile
from typing import Any

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0"


def zipped(*members: tuple[Any, bytes], **how: Any) -> bytes:
    """A zip archive of (name or ZipInfo, content)."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression=zipfile.ZIP_DEFLATED, **how) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def link(name: str, to: str) -> tuple[zipfile.ZipInfo, bytes]:
    """A member that is a symbolic link."""
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o120777 << 16
    return info, to.encode()


def called(name: bytes) -> bytes:
    """A zip archive with one member of any name at all, in bytes."""
    return zipped(("x" * len(name), b"Tide")).replace(b"x" * len(name), name)


def flagged(archive: bytes, *, flags: int = 0, method: int | None = None) -> bytes:
    """The archive with flags added, and another method, in every member's entry of the directory."""
    made, at = bytearray(archive), archive.find(b"PK\x01\x02")
    while at >= 0:
        (old,) = struct.unpack_from("<H", made, at + 8)
        struct.pack_into("<H", made, at + 8, old | flags)
        if method is not None:
            struct.pack_into("<H", made, at + 10, method)
        at = archive.find(b"PK\x01\x02", at + 4)
    return bytes(made)


def sized(archive: bytes, size: int) -> bytes:
    """The archive, which now lies about the size of its first member."""
    made = bytearray(archive)
    struct.pack_into("<L", made, archive.find(b"PK\x01\x02") + 24, size)
    return bytes(made)


def overlapping() -> bytes:
    """A zip archive whose two members are the same bytes."""
    made = bytearray(zipped(("a.txt", b"Tide"), ("b.txt", b"Tide")))
    second = made.rfind(b"PK\x01\x02")
    struct.pack_into("<L", made, second + 42, 0)
    return bytes(made)


def nested(levels: int, name: str = "a.txt", content: bytes = b"Tide") -> bytes:
    """A file in an archive in an archive …"""
    packed = zipped((name, content))
    for _level in range(levels - 1):
        packed = zipped(("in.zip", packed))
    return packed


def gzipped(*contents: bytes) -> bytes:
    """A file of as many gzip members."""
    return b"".join(map(gzip.compress, contents))
