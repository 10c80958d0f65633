"""What is found in a file that lists many items: the exact bytes of each, never more of them in memory than allowed."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from articles.importing.errors import BadInput
from articles.importing.item import Item, too_large
from articles.importing.tape import Tape


@dataclass(frozen=True, slots=True)
class Element:
    """One item: its exact bytes, None of one over the limit; and where it begins, `line` from 1, `byte` from 0."""

    received: bytes | None
    size: int
    sha256: str
    line: int
    byte: int

    def item(self, name: str, format: str, *, envelope: Mapping[str, Any], limit: int) -> Item:
        """The item it is; of one over `limit` bytes what is known, with the problem."""
        problem = too_large(self.size, limit) if self.received is None else None
        return Item(name, format, self.received, envelope, self.size, self.sha256, problem)


@dataclass(slots=True)
class Growing:
    """An item that has begun at the unit `start` of a tape, where everything before it was let go, and not ended."""

    tape: Tape
    limit: int
    start: int = field(init=False)
    line: int = field(init=False)
    size: int = 0
    digest: Any = field(default_factory=hashlib.sha256)

    def __post_init__(self) -> None:
        self.start, self.line = self.tape.first, self.tape.line

    def grow(self, until: int) -> None:
        """It goes on to the unit `until`. Once over the limit, its bytes are hashed and let go."""
        if (until - self.start) * self.tape.width > self.limit:
            self._pass_by(self.tape.let_go(until))

    def ended(self, end: int) -> Element:
        """The item, which ends before the unit `end`."""
        last = self.tape.let_go(end)
        self._pass_by(last)
        received = last if self.size <= self.limit else None
        return Element(received, self.size, self.digest.hexdigest(), self.line, self.tape.byte(self.start))

    def _pass_by(self, received: bytes) -> None:
        self.size += len(received)
        self.digest.update(received)


def broken_off(tape: Tape, at: int, line: int, within: str) -> BadInput:
    """What is wrong with a file that breaks off `within` what begins at the unit `at`, in `line`."""
    reason = _("The file breaks off in %(what)s. Ask for it to be sent again.") % {"what": within}
    return BadInput("malformed", reason, line=line, byte=tape.byte(at))
