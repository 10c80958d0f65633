"""What the ways of taking JSON apart without reading it whole share: looking on, and letting go of what is done."""

import re
from abc import ABC, abstractmethod

from articles.importing.elements import Element, Growing
from articles.importing.tape import Found, Tape

SPACE = b" \t\r\n"
LETTER = re.compile(rb"[^ \t\r\n]")
REST_OF_STRING = re.compile(rb"(?:[^\"\\]++|\\.)*+", re.DOTALL)
DEPTHS = {b"[": 1, b"{": 1, b"]": -1, b"}": -1}


class Members(ABC):
    """A tape and the member that is being read from it, if any."""

    def __init__(self, tape: Tape, limit: int) -> None:
        self._tape, self._limit = tape, limit
        self._item: Growing | None = None
        self.encoding = tape.encoding

    def _next(self, pattern: re.Pattern[bytes], at: int) -> Found | None:
        """What is found next from `at`, however much more of the tape that takes."""
        while not (found := self._tape.find(pattern, at)):
            at = self._tape.end
            self._let_go(at)
            if not self._tape.more():
                return None
        return found

    def _finished(self, end: int) -> Element:
        """The member that ends before `end`, without the white space behind it."""
        item = self._item
        assert item is not None
        self._item = None
        held = self._tape.letters(self._tape.first, end)
        return item.ended(end - len(held) + len(held.rstrip(SPACE)))

    @abstractmethod
    def _let_go(self, until: int) -> None:
        """What stands before `until` was looked at, and need not be held outside of a member."""
