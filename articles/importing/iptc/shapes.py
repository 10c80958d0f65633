"""What a JSON document must look like, told as plain values, and what in one does not.

The part of JSON Schema that IPTC uses, with its meaning there: 3.0 is a whole number, true is no number.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from articles.importing.json_text import Path, Told


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not hold: where, and what is expected there. `is_surplus` where something is there that should not."""

    path: Path
    expected: str
    is_surplus: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A string; one of `choices` where there are any, or like `pattern`."""

    choices: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None

    def faults(self, value: Any, path: Path) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield Fault(path, _("a string"))
        elif self.choices and value not in self.choices:
            yield Fault(path, _("one of %(choices)s") % {"choices": ", ".join(self.choices)})
        elif self.pattern and not self.pattern.search(value):
            yield Fault(path, _("a date, a month or a year"))


@dataclass(frozen=True, slots=True)
class Number:
    """A number, between `least` and `most` where these are told."""

    is_whole: bool = False
    least: int | None = None
    most: int | None = None

    def faults(self, value: Any, path: Path) -> Iterator[Fault]:
        if not isinstance(value, int | float) or isinstance(value, bool):
            yield Fault(path, _("a whole number") if self.is_whole else _("a number"))
        elif self.is_whole and isinstance(value, float) and not value.is_integer():
            yield Fault(path, _("a whole number"))
        elif self.least is not None and self.most is not None and not self.least <= value <= self.most:
            yield Fault(path, _("a number from %(least)d to %(most)d") % {"least": self.least, "most": self.most})


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of values of one shape."""

    of: "Shape"

    def faults(self, value: Any, path: Path) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield Fault(path, _("a list"))
            return
        for place, member in enumerate(value):
            yield from self.of.faults(member, (*path, place))


@dataclass(frozen=True, slots=True)
class Object:
    """An object: the shapes of its properties, by name or by a pattern that names begin with.

    `is_open` says whether other properties may stand in it; `required` must, and of `either` exactly one. Where what
    is told twice differs nobody can say which counts, and it is a fault, save where `may_repeat`.
    """

    properties: Mapping[str, "Shape"] = field(default_factory=dict)
    like: Mapping[str, "Shape"] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    is_open: bool = False
    may_repeat: bool = False

    def faults(self, value: Any, path: Path) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield Fault(path, _("an object"))
            return
        if isinstance(value, Told) and value.twice and not self.may_repeat:
            yield Fault((*path, value.twice[0]), _("it to be told once, not several times"))
        for name in self.required:
            if name not in value:
                yield Fault((*path, name), _("it to be there"))
        if self.either and sum(name in value for name in self.either) != 1:
            yield Fault(path, _("exactly one of %(names)s") % {"names": ", ".join(self.either)})
        for name, member in value.items():
            yield from self._faults_of(name, member, (*path, name))

    def _faults_of(self, name: str, member: Any, path: Path) -> Iterator[Fault]:
        shapes = [self.properties[name]] if name in self.properties else []
        shapes += [shape for pattern, shape in self.like.items() if re.match(pattern, name)]
        for shape in shapes:
            yield from shape.faults(member, path)
        if not shapes and not self.is_open:
            yield Fault(path, _("no such property"), is_surplus=True)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """What has one of several shapes; the faults told are those of the last."""

    shapes: tuple["Shape", ...]

    def faults(self, value: Any, path: Path) -> Iterator[Fault]:
        faults: list[Fault] = []
        for shape in self.shapes:
            faults = list(shape.faults(value, path))
            if not faults:
                return
        yield from faults


@dataclass(slots=True)
class Again:
    """The shape that is still being told, within itself: set `shape` when it is."""

    shape: "Shape | None" = None

    def faults(self, value: Any, path: Path) -> Iterator[Fault]:
        assert self.shape is not None
        yield from self.shape.faults(value, path)


Shape = Text | Number | Listing | Object | AnyOf | Again

TEXT = Text()
NUMBER = Number()
WHOLE = Number(is_whole=True)
ANY_OBJECT = Object(is_open=True, may_repeat=True)


def texts(names: str) -> dict[str, Shape]:
    """Properties that are strings, by their names with spaces between."""
    return dict.fromkeys(names.split(), TEXT)


def choice(names: str) -> Text:
    """One of the words given with spaces between."""
    return Text(tuple(names.split()))


def listings(names: str, of: Shape) -> dict[str, Shape]:
    """Properties that are lists of the same, by their names with spaces between."""
    return {name: Listing(of) for name in names.split()}


def all_of(*parts: Mapping[str, Any]) -> dict[str, Shape]:
    """Several sets of properties as one."""
    return {name: shape for part in parts for name, shape in part.items()}
