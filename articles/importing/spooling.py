"""Bytes kept for a while: a stream that can be read but once becomes one that can be sought, within a limit."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, TypeVar, cast

from django.utils.translation import gettext as _

from articles.importing.errors import BadInput

IN_MEMORY = 1 << 20  # bytes; what is larger goes to disk
PIECE = 1 << 16  # bytes read at once

T = TypeVar("T")


class Allowance:
    """How many bytes may still be kept on behalf of one file, however they are nested in it."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.left = limit

    @property
    def is_spent(self) -> bool:
        """Whether more was asked for than there was."""
        return self.left < 0

    def take(self, size: int) -> None:
        """Takes `size` bytes off. Raises `BadInput` (too-large) where there are fewer."""
        self.left -= size
        if self.is_spent:
            reason = _(
                "It comes to more than %(limit)d bytes in all, and the rest of it is not read. Raise "
                "IMPORT_UNPACKED_BYTES, or import it in parts."
            )
            raise BadInput("too-large", reason % {"limit": self.limit})


def spool(chunks: Iterable[bytes], allowance: Allowance) -> BinaryIO:
    """All `chunks`, at the first byte: in memory where they are few, else in a temporary file without a name.

    The file is gone with the process, however that ends. Raises `BadInput` (too-large, or unreadable where the disk
    is full), and whatever `chunks` raise.
    """
    file = cast(BinaryIO, SpooledTemporaryFile(max_size=IN_MEMORY))  # noqa: SIM115  it is handed on, open
    try:
        for chunk in chunks:
            allowance.take(len(chunk))
            _do(file.write, chunk)
        _do(file.seek, 0)
    except BaseException:  # Ctrl-C, too
        with suppress(OSError):  # closing writes once more to a disk that is full
            file.close()
        raise
    return file


def pieces(stream: BinaryIO) -> Iterator[bytes]:
    """The rest of `stream`, as it comes."""
    while piece := stream.read(PIECE):
        yield piece


def head_of(stream: BinaryIO, size: int) -> bytes:
    """The first `size` bytes; `stream` stands at its first byte before and after."""
    head = stream.read(size)
    stream.seek(0)
    return head


def _do(action: Callable[[T], object], argument: T) -> None:
    try:
        action(argument)
    except OSError as error:
        reason = _("It cannot be kept while it is read: %(reason)s. Make room, or name a roomier folder in TMPDIR.")
        raise BadInput("unreadable", reason % {"reason": error.strerror or error}) from error
