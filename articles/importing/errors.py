"""What can be wrong with something received; each error has a name that checks and people can rely on."""

import dataclasses

from django.utils.translation import gettext as _


@dataclasses.dataclass
class BadInput(Exception):
    """Nothing can be made of an item.

    `code` is the name: empty, binary, too-large, encoding, no-headline or no-body; not-found or unreadable where
    there was nothing to receive. `reason` is a sentence that says what to do. `line` counts from 1, `byte` from 0,
    both where that makes sense.
    """

    code: str
    reason: str
    line: int | None = None
    byte: int | None = None

    def __str__(self) -> str:
        where = [_("line %(number)d") % {"number": self.line}] if self.line is not None else []
        where += [_("byte %(number)d") % {"number": self.byte}] if self.byte is not None else []
        return ", ".join([self.code, *where]) + f": {self.reason}"
