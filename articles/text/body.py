"""Reading a canonical body line by line: what `clean` has written, the rest of the house takes apart here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from html import unescape

_START = r"([a-z][a-z0-9]*)((?: [a-z-]+=\"[^\"]*\")*)"
_LINE = re.compile(rf"<{_START}>(?:(.*)</\1>)?|</([a-z]+)>")
_LEAF = re.compile(rf"<{_START}>(.*)</\1>")
_TAG = re.compile(rf"<(?:/([a-z]+)|{_START})>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')


class Kind(Enum):
    """What a line does: open a holder of other blocks, close one, or be a block of its own."""

    OPENS = "opens"
    CLOSES = "closes"
    LEAF = "leaf"


@dataclass(frozen=True)
class Tag:
    """A tag as it stands in the text; `source` is how it is written."""

    name: str
    attributes: dict[str, str]
    source: str
    closes: bool = False


@dataclass(frozen=True)
class Line:
    """One line of a body: its tag and, if it is a leaf, the HTML inside."""

    kind: Kind
    tag: Tag
    inside: str = ""


def read(body: str) -> Iterator[Line]:
    """Give the lines of a canonical body. Raises ValueError for a line `clean` would not have written."""
    for source in body.split("\n") if body else ():
        found = _LINE.fullmatch(source)
        if found is None:
            raise ValueError(f"Not a line of a canonical body, clean it first: {source[:80]!r}")
        name, attributes, inside, closed = found.groups()
        if closed:
            yield Line(Kind.CLOSES, Tag(closed, {}, source, closes=True))
        else:
            kind = Kind.OPENS if inside is None and name != "hr" else Kind.LEAF
            yield Line(kind, _start(name, attributes), inside or "")


def leaf_of(source: str) -> tuple[str, str] | None:
    """Give the name and the inside of a line that is a leaf, several times as fast as `read`; None of any other."""
    found = _LEAF.fullmatch(source)
    return (found[1], found[3]) if found else None


def pieces(inside: str) -> Iterator[Tag | str]:
    """Give the tags and, between them, the words (unescaped) of a leaf."""
    at = 0
    for found in _TAG.finditer(inside):
        if found.start() > at:
            yield unescape(inside[at : found.start()])
        closed, name, attributes = found.groups()
        yield Tag(closed, {}, found[0], closes=True) if closed else _start(name, attributes)
        at = found.end()
    if at < len(inside):
        yield unescape(inside[at:])


def text_of(inside: str) -> str:
    """Give the words of a leaf without marks; a break is a line end."""
    if "<" in inside:
        inside = _TAG.sub("", inside.replace("<br>", "\n"))
    return unescape(inside) if "&" in inside else inside


def _start(name: str, attributes: str) -> Tag:
    values = {key: unescape(value) for key, value in _ATTRIBUTE.findall(attributes)}
    return Tag(name, values, f"<{name}{attributes}>")
