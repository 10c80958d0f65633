"""One item to become one story: its exact bytes, and what the file around it said that the bytes alone do not say."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from articles.importing.errors import BadInput

CHUNK = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Item:
    """What a receipt keeps. Reading it again later needs nothing but what is here.

    `name` is the file's name, and behind a # the item's place in it, such as `feed.xml#3`. `received` are the bytes as
    they stood in the file, or None for an item over the limit, of which only `size` and `sha256` were taken.
    `envelope` holds JSON values only: what the reader needs besides the bytes (namespaces in force, the feed's title,
    the encoding told), small, and the same for the same surroundings. `problem` is what is wrong with the item, where
    that shows before it is read. `packed` are the bytes as a receipt keeps them, where they were packed already.
    """

    name: str
    format: str
    received: bytes | None
    envelope: Mapping[str, Any] = field(default_factory=dict)
    size: int = 0
    sha256: str = ""
    problem: BadInput | None = None
    packed: bytes | None = None

    @property
    def content(self) -> bytes:
        """The bytes. Raises the item's `problem`, so that a reader never works on what is not there."""
        if self.problem:
            raise self.problem
        return self.received or b""


def item_of(name: str, format: str, received: bytes, *, envelope: Mapping[str, Any], limit: int) -> Item:
    """The item made of `received`; over `limit` bytes only what is known of it is kept, with the problem."""
    size, sha256 = len(received), hashlib.sha256(received).hexdigest()
    if size > limit:
        return Item(name, format, None, envelope, size, sha256, too_large(size, limit))
    return Item(name, format, received, envelope, size, sha256)


def whole(name: str, format: str, stream: BinaryIO, *, envelope: Mapping[str, Any], limit: int) -> Item:
    """The whole of `stream` as one item, read in pieces so that one over `limit` bytes is hashed without being held."""
    digest, kept, size = hashlib.sha256(), bytearray(), 0
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
        if size <= limit:
            kept += chunk
    if size > limit:
        return Item(name, format, None, envelope, size, digest.hexdigest(), too_large(size, limit))
    return Item(name, format, bytes(kept), envelope, size, digest.hexdigest())


def too_large(size: int, limit: int) -> BadInput:
    """What is wrong with an item of `size` bytes."""
    reason = _("It has %(size)d bytes. Raise IMPORT_LIMIT_BYTES, which is %(limit)d, or send it in parts.")
    return BadInput("too-large", reason % {"size": size, "limit": limit})
