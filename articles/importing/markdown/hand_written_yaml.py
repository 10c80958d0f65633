"""YAML as people write it on top of a post: names, words, lists. Every scalar is read as the words that stand there.

Nothing is made of them: `no`, `12:30` and `2014` are words until somebody asks for a truth, a time or a number. So no
tag is ever followed and no alias opened. What a hand easily gets wrong (a tab, a colon or quote within a value) is
mended line by line, and every line mended is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from django.utils.translation import gettext as _

from articles.importing.errors import BadInput

Value = str | list["Value"] | dict[str, "Value"]
"""A value of front matter: words, a list or a mapping. What is empty or null is not there at all."""

DEEPEST = 20  # lists and mappings within each other

_MENDED_AT_MOST = 50  # lines
_NULLS = ("", "~", "null", "Null", "NULL")
_PLAIN_TAG = re.compile(r"!|tag:yaml\.org,2002:(?:str|int|float|bool|null|timestamp|seq|map)")
_TABS = re.compile(r"^[ ]*\t[ \t]*|[ \t]*\t[ \t]*$|(?<=:)[ ]*\t[ \t]*")
_NAMED = re.compile(r"^(\s*(?:-\s+)?[\w.-]+:[ \t]+|\s*-[ \t]+)(\S.*?)\s*$")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?[+-]?(?:\s+#.*)?$")


@dataclass(frozen=True)
class Yaml:
    """The value that the text has (None if it has none), and each line that was mended, before and after."""

    value: Value | None
    mended: tuple[tuple[str, str], ...] = ()


def read_yaml(text: str) -> Yaml:
    """The one document in `text`. Raises `BadInput` (malformed, unsafe); its `line` counts from 1 within `text`."""
    lines = text.split("\n")
    before = list(lines)
    for _attempt in range(_MENDED_AT_MOST):
        try:
            value = _document("\n".join(lines))
        except yaml.YAMLError as error:
            if not _mend(lines, error):
                raise _malformed(error) from error
        else:
            return Yaml(value, tuple((old, new) for old, new in zip(before, lines, strict=True) if old != new))
    raise BadInput("malformed", _("Too much of the front matter is no YAML. Write it as “name: value”, a line each."))


def _document(text: str) -> Value | None:
    events = yaml.parse(text, Loader=yaml.CSafeLoader)
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            value = _value(event, events, 0)
            for _rest in events:  # what follows must be sound, too
                pass
            return value
    return None


def _value(event: yaml.NodeEvent, events: Iterator[yaml.Event], depth: int) -> Value | None:
    if event.anchor:
        reason = _(
            "Anchors and aliases (&name, *name) may stand for anything. Write the words out, or put them in quotes."
        )
        raise _unsafe(event, reason)
    if not isinstance(event, yaml.CollectionStartEvent | yaml.ScalarEvent) or not _PLAIN_TAG.fullmatch(
        event.tag or "!"
    ):
        raise _unsafe(event, _("A tag (!name) asks for more than words. Take it out, or put the value in quotes."))
    if depth > DEEPEST:
        raise _unsafe(event, _("Lists lie too deep within each other. Write them flat."))
    if isinstance(event, yaml.ScalarEvent):
        return None if event.implicit[0] and event.value in _NULLS else event.value
    if isinstance(event, yaml.SequenceStartEvent):
        return [value for value in _values(events, depth) if value is not None]
    return _mapping(events, depth)


def _values(events: Iterator[yaml.Event], depth: int) -> Iterator[Value | None]:
    for event in events:
        if not isinstance(event, yaml.NodeEvent):
            return  # the end of the list, or of the mapping
        yield _value(event, events, depth + 1)


def _mapping(events: Iterator[yaml.Event], depth: int) -> Value:
    values = list(_values(events, depth))
    pairs = zip(values[::2], values[1::2], strict=True)
    return {str(name or ""): value for name, value in pairs if value is not None}


def _mend(lines: list[str], error: yaml.YAMLError) -> bool:
    """Mends the line that the error is about, or the one where what is broken began. False if nothing helps there."""
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if "quoted scalar" in (getattr(error, "context", None) or ""):
        marks.reverse()  # a quote that is never closed is told where the text ends
    for mark in filter(None, marks):
        if mark.line < len(lines):
            line = lines[mark.line]
            for mended in (_without_tabs(line), _quoted(line)):
                if mended != line:
                    lines[mark.line] = mended
                    return True
    return False


def _without_tabs(line: str) -> str:
    return _TABS.sub(lambda tabs: "  " if tabs.end() < len(line) else "", line)


def _quoted(line: str) -> str:
    """The line with its value in quotes, unless it is so already."""
    found = _NAMED.match(line)
    if found is None or _BLOCK_SCALAR.match(found[2]):
        return line
    value = found[2]
    for quote in "\"'":
        if len(value) > 1 and value[0] == value[-1] == quote:
            value = value[1:-1].replace("''" if quote == "'" else '\\"', quote)
    words = value.replace("'", "''")
    return f"{found[1]}'{words}'"


def _malformed(error: yaml.YAMLError) -> BadInput:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or _("it cannot be read")
    reason = _("The front matter is no YAML: %(problem)s. Put the value in quotes.") % {"problem": problem}
    return BadInput("malformed", reason, line=mark.line + 1 if mark else None)


def _unsafe(event: yaml.Event, reason: str) -> BadInput:
    return BadInput("unsafe", reason, line=event.start_mark.line + 1 if event.start_mark else None)
