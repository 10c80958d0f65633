"""Named values as people write them, looked up under any of the names in use, whatever their capitals and hyphens."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.importing.markdown.hand_written_yaml import Value
from articles.text.clean import plain

_TRUE = {"true", "yes", "on", "1", "y"}
_FALSE = {"false", "no", "off", "0", "n"}


@dataclass(frozen=True)
class Fields:
    """Values by their names, which are in small letters with underscores."""

    values: Mapping[str, Value]

    @classmethod
    def of(cls, values: Mapping[str, Value]) -> "Fields":
        """Of the same name in two spellings the first counts."""
        named: dict[str, Value] = {}
        for name, value in values.items():
            named.setdefault(key(name), value)
        return cls(named)

    def first(self, *names: str) -> Value | None:
        """The value under the first of `names` that has one."""
        return next((self.values[name] for name in names if self.values.get(name)), None)

    def words(self, *names: str) -> str:
        """The first value that is words, as one line of them; empty where there is none."""
        told = (self.values.get(name) for name in names)
        return next((plain(value) for value in told if isinstance(value, str) and plain(value)), "")

    def inner(self, *names: str) -> "Fields":
        """The fields of the first value that is a mapping."""
        told = (self.values.get(name) for name in names)
        return Fields.of(next((value for value in told if isinstance(value, dict)), {}))

    def each(self, *names: str) -> Iterator[Value]:
        """The members of the lists under `names`; a value that is no list is its own only member."""
        for name in names:
            value = self.values.get(name)
            yield from value if isinstance(value, list) else [value] if value else []

    def truth(self, name: str) -> bool | None:
        """Whether it says yes or no; None where it says neither."""
        word = self.words(name).casefold()
        return True if word in _TRUE else False if word in _FALSE else None


def key(name: str) -> str:
    """The name as fields are looked up by it: `Photo-Credit` and `photoCredit` are `photo_credit`."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name.strip())
    return re.sub(r"[\s_-]+", "_", parted).casefold()
