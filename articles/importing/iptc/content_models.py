"""Which elements may stand within another, in which order: content models in the notation of a DTD.

`title? (link | note)* ~*` is a title or none, then any number of links and notes, then elements of other namespaces.
A name may say of which type the element is there: `subject:Event`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

FOREIGN = "~"
"""An element of another namespace, whichever; `~dsig` is one of a namespace that the vocabulary calls so."""

_TOKEN = re.compile(r"[A-Za-z_][\w.-]*(?::\w+)?|~\w*|[()|?*+]")


@dataclass(frozen=True, slots=True)
class Misplaced:
    """What does not fit: the place among the children (their number, where something is missing at the end), and what
    could stand there.
    """

    at: int
    expected: tuple[str, ...]


@dataclass(frozen=True)
class ContentModel:
    """A model, as the places in it that may follow each other (Glushkov's automaton); place 0 is the beginning."""

    names: tuple[str, ...]
    types: dict[str, str]
    following: tuple[frozenset[int], ...]
    ends: frozenset[int]

    def misplaced(self, names: Sequence[str]) -> Misplaced | None:
        """The first of the elements of these `names` that the model does not allow where it stands."""
        places = frozenset((0,))
        for at, name in enumerate(names):
            following = frozenset(place for before in places for place in self.following[before])
            places = frozenset(place for place in following if self._takes(place, name))
            if not places:
                return Misplaced(at, self._named(following))
        if places & self.ends:
            return None
        return Misplaced(len(names), self._named(frozenset(n for one in places for n in self.following[one])))

    def _takes(self, place: int, name: str) -> bool:
        wanted = self.names[place]
        return wanted == name or (wanted == FOREIGN and name.startswith(FOREIGN))

    def _named(self, places: frozenset[int]) -> tuple[str, ...]:
        named = (self.names[place] for place in sorted(places))
        return tuple(dict.fromkeys(name for name in named if not name.startswith(FOREIGN)))


@cache
def content_model(notation: str) -> ContentModel:
    """The model that `notation` tells. Raises ValueError where it is none."""
    return _Notation(_TOKEN.findall(notation)).model()


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a model: whether it may be nothing, and at which places it begins and ends."""

    may_be_empty: bool
    first: frozenset[int]
    last: frozenset[int]


_NOTHING = _Part(True, frozenset(), frozenset())


class _Notation:
    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0
        self._names = [""]
        self._types: dict[str, str] = {}
        self._following: list[set[int]] = [set()]

    def model(self) -> ContentModel:
        whole = self._choice()
        if self._at < len(self._tokens):
            raise ValueError(f"{self._tokens[self._at]!r} at {self._at} in {self._tokens}")
        self._following[0] |= whole.first
        ends = whole.last | ({0} if whole.may_be_empty else set())
        return ContentModel(tuple(self._names), self._types, tuple(map(frozenset, self._following)), frozenset(ends))

    def _choice(self) -> _Part:
        parts = [self._sequence()]
        while self._next() == "|":
            self._at += 1
            parts.append(self._sequence())
        return _Part(
            any(part.may_be_empty for part in parts),
            frozenset().union(*(part.first for part in parts)),
            frozenset().union(*(part.last for part in parts)),
        )

    def _sequence(self) -> _Part:
        whole = _NOTHING
        while self._next() not in ("", ")", "|"):
            part = self._repeated()
            for place in whole.last:
                self._following[place] |= part.first
            whole = _Part(
                whole.may_be_empty and part.may_be_empty,
                whole.first | part.first if whole.may_be_empty else whole.first,
                whole.last | part.last if part.may_be_empty else part.last,
            )
        return whole

    def _repeated(self) -> _Part:
        part = self._single()
        mark = self._next()
        if mark not in ("?", "*", "+"):
            return part
        self._at += 1
        if mark != "?":
            for place in part.last:
                self._following[place] |= part.first
        return _Part(part.may_be_empty or mark != "+", part.first, part.last)

    def _single(self) -> _Part:
        token = self._next()
        self._at += 1
        if token == "(":
            part = self._choice()
            self._at += 1  # the closing one
            return part
        name, _colon, kind = token.partition(":")
        if kind:
            self._types[name] = kind
        self._names.append(name)
        self._following.append(set())
        place = frozenset((len(self._names) - 1,))
        return _Part(False, place, place)

    def _next(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""
