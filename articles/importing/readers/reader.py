"""What a reader is: how it knows its format, how it takes a file apart into items, how it reads one item."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from articles.importing.item import Item, whole
from articles.importing.story import Story


@dataclass(frozen=True)
class Head:
    """The first bytes of a file (at most HEAD_BYTES), by which its format is recognised, and the file's name."""

    name: str
    received: bytes


HEAD_BYTES = 1 << 16


@dataclass(frozen=True)
class Source:
    """A file to be taken apart. `stream` stands at its first byte and may be read and sought.

    `encoding` is what the admin told by --encoding, None where the file is to be believed. `limit` is the most bytes
    an item may have. `path` is where a file lies on disk, `address` where one was fetched from; empty else.
    """

    name: str
    stream: BinaryIO
    limit: int
    encoding: str | None = None
    address: str = ""
    path: str = ""

    def told(self) -> dict[str, str]:
        """What every envelope begins with: what was told of the file from outside."""
        known = {"encoding": self.encoding or "", "address": self.address}
        return {name: value for name, value in known.items() if value}


@dataclass(frozen=True)
class Reader:
    """One format. `split` gives the items of a file one by one, holding no more than one in memory, and raises
    `BadInput` where the file itself is broken from some place on; what it gave before that place stands. `read` makes
    an item's story and is pure: the same item, the same story, on any machine and at any time. It raises `BadInput`
    with the place of what is wrong.
    """

    name: str
    recognises: Callable[[Head], bool]
    split: Callable[[Source], Iterator[Item]]
    read: Callable[[Item], Story]


def one_item(format: str) -> Callable[[Source], Iterator[Item]]:
    """The `split` of a format in which a file is one story."""

    def split(source: Source) -> Iterator[Item]:
        yield whole(source.name, format, source.stream, envelope=source.told(), limit=source.limit)

    return split
