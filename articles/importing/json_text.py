"""JSON as RFC 8259 has it: nothing but JSON, what is told twice known, and the place of every value."""

import json
import re
from collections import Counter
from typing import Any

from django.utils.translation import gettext as _

from articles.importing.decoding import Decoded
from articles.importing.errors import BadInput

DEEPEST = 100  # lists and objects within each other

Path = tuple[str | int, ...]
"""The way to a value: names of properties, and places in lists from 0."""

_SPACE = " \t\n\r"
_LONGEST_NUMBER = 4000  # digits; Python makes no whole number of many more
_NO_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*+"|(NaN|-?Infinity)', re.DOTALL)


class Told(dict[str, Any]):
    """An object, and the names in it that were told more than once. As everywhere, what was told last counts."""

    twice: tuple[str, ...] = ()


def parsed(decoded: Decoded) -> Any:
    """The value that the text is. Raises `BadInput` (malformed) with the place; NaN and Infinity are no JSON."""
    try:
        value = _DECODER.decode(decoded.text)
    except json.JSONDecodeError as error:
        reason = _("It is no JSON: %(what)s. Ask for it to be sent again.") % {"what": error.msg}
        raise BadInput("malformed", reason, **decoded.place(error.pos)) from error
    except _NoNumberError as error:
        at = next(found.start(1) for found in _NO_NUMBER.finditer(decoded.text) if found[1])
        reason = _("It is no JSON: there is no %(name)s in it. Ask for it to be sent again.") % {"name": error}
        raise BadInput("malformed", reason, **decoded.place(at)) from error
    except RecursionError as error:
        raise _too_deep() from error
    if _is_deep(value):
        raise _too_deep()
    return value


def place_of(text: str, path: Path) -> int:
    """Where in `text`, which is JSON, the value at `path` begins; of what is not there, where its holder does.

    Of a property told twice it is the last.
    """
    at = _spaces(text, 0)
    for step in path:
        places = _members(text, at)
        if step not in places:
            break
        at = places[step]
    return at


def written(path: Path) -> str:
    """A path as people write it: `associations.photo.renditions`, `subject[0].name`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


class _NoNumberError(Exception):
    """A number that JSON does not have."""


def _object(pairs: list[tuple[str, Any]]) -> Told:
    told = Told(pairs)
    if len(told) < len(pairs):
        counted = Counter(name for name, _value in pairs)
        told.twice = tuple(name for name, times in counted.items() if times > 1)
    return told


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) < _LONGEST_NUMBER else float("-inf" if digits.startswith("-") else "inf")


def _no_constant(name: str) -> Any:
    raise _NoNumberError(name)


def _is_deep(value: Any) -> bool:
    level, depth = [value], 0
    while level and depth < DEEPEST:
        level, depth = [member for one in level for member in _held(one)], depth + 1
    return bool(level)


def _held(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _too_deep() -> BadInput:
    return BadInput("malformed", _("Its lists and objects stand too deep within each other. Ask for a plainer one."))


def _members(text: str, at: int) -> dict[str | int, int]:
    """Where the members of the object or list at `at` begin; none of anything else."""
    places: dict[str | int, int] = {}
    closing = {"{": "}", "[": "]"}.get(text[at : at + 1])
    at = _spaces(text, at + 1)
    while closing and text[at] != closing:
        key: str | int = len(places)
        if closing == "}":
            key, at = _DECODER.raw_decode(text, at)
            at = _spaces(text, _spaces(text, at) + 1)
        places[key] = at
        at = _spaces(text, _DECODER.raw_decode(text, at)[1])
        at = _spaces(text, at + 1) if text[at] == "," else at
    return places


def _spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_whole, parse_constant=_no_constant)
