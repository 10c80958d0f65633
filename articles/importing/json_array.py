"""A JSON array of documents taken apart without being read whole: the exact bytes of each, one after the other.

Brackets and strings are found, not parsed: what is wrong within a member is for the reader to say.
"""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext as _

from articles.importing.elements import Element, Growing, broken_off
from articles.importing.errors import BadInput
from articles.importing.json_members import DEPTHS, LETTER, REST_OF_STRING, SPACE, Members
from articles.importing.tape import Tape

_BETWEEN = re.compile(rb"[\"\[\]{},]|[^ \t\r\n]")  # among members and in them
_WITHIN = re.compile(rb"[\"\[\]{}]")
_ENDS = (b",", b"]", b"}")


def is_array(head: bytes, encoding: str = "") -> bool:
    """Whether a file that begins with `head` is a JSON array. Raises `BadInput` (encoding) where that is unknown."""
    tape = Tape(io.BytesIO(head), encoding)
    return tape.letters(0, tape.end).lstrip(SPACE).startswith(b"[")


class JsonArray(Members):
    """The members of the array that a stream, read once, holds.

    Iterating, once, gives an `Element` for each. It raises `BadInput` (malformed) with the place where the array breaks
    off, or where something comes after it; those given before stand. No more is held than the largest member within
    `limit` bytes, and a chunk. `encoding` is the codec of the file, empty for UTF-8.
    """

    def __init__(self, stream: BinaryIO, *, limit: int, encoding: str = "") -> None:
        super().__init__(Tape(stream, encoding), limit)
        self._depth = 0

    def __iter__(self) -> Iterator[Element]:
        at = 0
        while mark := self._next(_WITHIN if self._depth > 1 else _BETWEEN, at):
            if self._depth == 1 and mark.letters in _ENDS:
                if self._item:
                    yield self._finished(mark.start)
            elif self._depth and not self._item:
                self._tape.let_go(mark.start)
                self._item = Growing(self._tape, self._limit)
            at = self._end_of_string(mark.end) if mark.letters == b'"' else mark.end
            self._depth += DEPTHS.get(mark.letters, 0)
            if self._depth == 0:
                break
        if self._depth or not at:
            item = self._item
            place = (item.start, item.line) if item else (self._tape.end, self._tape.line)
            raise broken_off(self._tape, *place, _("a list of documents, here"))
        if more := self._next(LETTER, at):
            reason = _("Something comes after the list of documents. Ask for it to be sent again.")
            line, byte = self._tape.line_of(more.start), self._tape.byte(more.start)
            raise BadInput("malformed", reason, line=line, byte=byte)

    def _end_of_string(self, at: int) -> int:
        """The place after the quote that ends the string in which `at` stands."""
        while True:
            found = self._tape.find(REST_OF_STRING, at)
            at = found.end if found else at
            if self._tape.letters(at, at + 1) == b'"':
                return at + 1
            self._let_go(at)
            if not self._tape.more():
                return self._tape.end

    def _let_go(self, until: int) -> None:
        if self._item:
            self._item.grow(until)
        elif self._depth:
            self._tape.let_go(until)
