"""Lines and rows of a file of any size: the exact bytes of each, without its line end, one after the other."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext as _

from articles.importing.elements import Element, Growing
from articles.importing.errors import BadInput
from articles.importing.tape import Found, Tape

_WORDS = re.compile(rb"[^ \t\r\n]")
_LINE_END = re.compile(rb"\n")  # one letter: with the carriage return before it, looking takes forty times as long
_QUOTED = re.compile(rb'(?:[^"]++|"")*+')


class Lines:
    """The lines of a stream that is read once; those with nothing but white space are passed over.

    No more is held than the longest line within `limit` bytes, and a chunk. `encoding` is the codec, empty where the
    file says nothing. Raises `BadInput` (encoding) where an unknown encoding is told.
    """

    def __init__(self, stream: BinaryIO, *, limit: int, encoding: str = "") -> None:
        self._tape = Tape(stream, encoding)
        self._limit = limit
        self.encoding = self._tape.encoding

    def __iter__(self) -> Iterator[Element]:
        while self._begins():
            growing = Growing(self._tape, self._limit)
            yield self._ended(growing, self._end(growing))

    def _begins(self) -> bool:
        """Whether something stands on one of the lines that come; those before it are let go."""
        at = self._tape.first
        while not (found := self._tape.find(_WORDS, at)):
            at = self._tape.end
            self._pass_by(at)
            if not self._tape.more():
                return False
        self._pass_by(found.start)
        return True

    def _pass_by(self, until: int) -> None:
        """Lets the lines before `until` go, but for the one that goes on there."""
        blank = self._tape.letters(self._tape.first, until)
        ended = max(blank.rfind(b"\n"), blank.rfind(b"\r")) + 1
        if ended or len(blank) > self._limit:
            self._tape.let_go(self._tape.first + (ended or len(blank)))

    def _end(self, growing: Growing) -> tuple[int, int]:
        """Where the line's words end, and where the next line begins."""
        at = self._tape.first
        while not (found := self._tape.find(_LINE_END, at)):
            at = max(at, self._tape.end - 1)  # which may be the carriage return
            growing.grow(at)
            if not self._tape.more():
                return self._tape.end, self._tape.end
        returned = self._tape.letters(found.start - 1, found.start) == b"\r"
        return found.start - returned, found.end

    def _ended(self, growing: Growing, end: tuple[int, int]) -> Element:
        element = growing.ended(end[0])
        self._tape.let_go(end[1])
        return element

    def _next(self, pattern: re.Pattern[bytes], at: int, growing: Growing) -> Found | None:
        """What is found next from `at`. What ends with the bytes held is looked for again with more of them."""
        while not (found := self._tape.find(pattern, at)) or found.end == self._tape.end:
            at = found.start if found else max(at, self._tape.end - 1)
            growing.grow(at)
            if not self._tape.more():
                return self._tape.find(pattern, at)
        return found


class Rows(Lines):
    """The rows of a CSV file, in which line ends within quotes are part of a cell (RFC 4180).

    A quote opens at the beginning of a cell only. One that never closes takes in all that comes after it: then
    `unclosed` is what is wrong, with the place of the quote.
    """

    def __init__(self, stream: BinaryIO, delimiter: str, *, limit: int, encoding: str = "") -> None:
        super().__init__(stream, limit=limit, encoding=encoding)
        self._outside = re.compile(rb'%b"|\r\n?|\n' % re.escape(delimiter.encode("ascii")))
        self.unclosed: BadInput | None = None
        self._counted = (0, 1)  # a place, and its line

    def _end(self, growing: Growing) -> tuple[int, int]:
        at = self._tape.first
        if self._tape.letters(at, at + 1) == b'"':
            at = self._closed(at + 1, growing)
        while found := self._next(self._outside, at, growing):
            if not found.letters.endswith(b'"'):
                return found.start, found.end
            at = self._closed(found.end, growing)
        return self._tape.end, self._tape.end

    def _closed(self, at: int, growing: Growing) -> int:
        """The place after the quote that closes the one before `at`; two quotes stand for one."""
        line, byte = self._line_of(at), self._tape.byte(at - 1)
        while True:
            found = self._tape.find(_QUOTED, at)
            at = found.end if found else at
            if at + 1 < self._tape.end:
                return at + 1
            growing.grow(at)
            if not self._tape.more():
                break
        if at < self._tape.end:
            return at + 1
        reason = _("A quote is opened here and never closed. Write two quotes for one within a cell.")
        self.unclosed = BadInput("malformed", reason, line=line, byte=byte)
        return at

    def _line_of(self, at: int) -> int:
        """The line of a place that is not before the one asked for last."""
        place, line = self._counted if self._counted[0] >= self._tape.first else (self._tape.first, self._tape.line)
        self._counted = (at, line + self._tape.letters(place, at).count(b"\n"))
        return self._counted[1]
