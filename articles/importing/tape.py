"""A file as it runs by: the bytes that are held of it, and the letters of its markup in the same places."""

import re
from dataclasses import dataclass
from typing import BinaryIO

from articles.importing.letters import alphabet, encoding_of

_CHUNK = 1 << 18  # bytes
_ENOUGH = 1 << 10  # bytes, in which the encoding is told


@dataclass(frozen=True, slots=True)
class Found:
    """What a pattern found: its first unit, the unit after its last, the letters and those of its groups."""

    start: int
    end: int
    letters: bytes
    groups: tuple[bytes | None, ...] = ()


class Tape:
    """Places are units of the encoding, counted from the first after the mark; those before `first` were let go.

    `encoding` is the codec, empty where the file says nothing; `mark` the byte order mark. Raises `BadInput`
    (encoding) where the encoding told is unknown.
    """

    def __init__(self, stream: BinaryIO, encoding: str = "") -> None:
        begins = stream.read(_CHUNK)
        while len(begins) < _ENOUGH and (more := stream.read(_CHUNK)):  # a stream may give less than it is asked for
            begins += more
        self.encoding, mark = encoding_of(begins, encoding)
        self.mark = begins[:mark]
        self.first, self.line = 0, 1
        self._counted = (0, 1)  # a place, and its line
        self._stream, self._alphabet = stream, alphabet(self.encoding)
        self._bytes, self._letters = bytearray(), bytearray()
        self._rest = b""  # bytes that are no whole unit yet
        self._take_in(begins[mark:])

    @property
    def width(self) -> int:
        """How many bytes a unit has."""
        return self._alphabet.width

    @property
    def end(self) -> int:
        """The unit after the last that is held."""
        return self.first + len(self._letters)

    def line_of(self, at: int) -> int:
        """The line of the unit `at`, counted from 1. Cheap where it is asked of one place after the other."""
        known, line = self._counted if self.first <= self._counted[0] <= at else (self.first, self.line)
        line += self._letters.count(b"\n", known - self.first, at - self.first)
        self._counted = (at, line)
        return line

    def find(self, pattern: re.Pattern[bytes], at: int) -> Found | None:
        """The first place from `at`, among the letters held, where `pattern` is found."""
        found = pattern.search(self._letters, at - self.first)
        if found is None:
            return None
        # Taken out at once: a match reads from what it was found in, which goes on.
        return Found(self.first + found.start(), self.first + found.end(), bytes(found[0]), found.groups())

    def letters(self, start: int, end: int) -> bytes:
        """The letters from `start` to `end`."""
        return bytes(self._letters[start - self.first : end - self.first])

    def byte(self, at: int) -> int:
        """The place of the unit `at` in the file, in bytes."""
        return len(self.mark) + at * self.width

    def let_go(self, until: int) -> bytes:
        """The bytes before the unit `until`, which are held no longer."""
        units = min(max(0, until - self.first), len(self._letters))
        gone = bytes(self._bytes[: units * self.width])
        self.line = self.line_of(self.first + units)
        del self._bytes[: units * self.width], self._letters[:units]
        self.first += units
        return gone

    def more(self) -> bool:
        """Takes in the next bytes of the stream; False at its end."""
        chunk = self._stream.read(_CHUNK)
        if chunk:
            self._take_in(chunk)
        elif self._rest:  # the file ends within a letter
            self._bytes += self._rest.ljust(self.width, b"\0")
            self._letters += b"x" * (len(self._rest) // self.width or 1)
            self._rest = b""
        return bool(chunk)

    def _take_in(self, chunk: bytes) -> None:
        chunk = self._rest + chunk
        letters, self._rest = self._alphabet.see(chunk)
        self._bytes += chunk[: len(chunk) - len(self._rest)]
        self._letters += letters
