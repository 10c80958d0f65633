"""What stands between `---` (YAML) or `+++` (TOML) on top of a Markdown file, and the text below it."""

import datetime
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from articles.importing.decoding import Decoded
from articles.importing.errors import BadInput
from articles.importing.markdown.hand_written_yaml import DEEPEST, Value, read_yaml

LONGEST = 100_000  # characters of front matter; no hand writes more

_LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_ENDS = {"---": ("---", "..."), "+++": ("+++",)}
_BREAK = re.compile("\r\n?|\n")
_NAMED = re.compile(r"[\"']?[\w.-]+[\"']?[ \t]*[:=]|\[")
_TOML_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True)
class FrontMatter:
    """The values by name, as spelt; the text below; the lines mended on the way, before and after."""

    values: Mapping[str, Value] = field(default_factory=dict)
    text: str = ""
    mended: tuple[tuple[str, str], ...] = ()


def begins_with_front_matter(text: str) -> bool:
    """Whether a file that begins with `text` has front matter: its mark, and under it a line `name: value`."""
    lines = (line.strip() for line in _BREAK.split(text.lstrip("\ufeff \t\r\n")))
    mark = next(lines)
    line = next((line for line in lines if line and not line.startswith("#")), "")
    return mark in _ENDS and (line in _ENDS[mark] or _NAMED.match(line) is not None)


def front_matter(decoded: Decoded) -> FrontMatter:
    """The front matter of a text; without any, the whole of it is the text below.

    Raises `BadInput` (malformed, unsafe, too-large) with the place of what is wrong.
    """
    text = decoded.text
    begins = len(text) - len(text.lstrip())
    lines = _lines(text, begins)
    if not begins_with_front_matter(text[begins : begins + LONGEST]):
        return FrontMatter(text=text)
    first = next(lines)
    mark = first[1].rstrip()
    for line in lines:
        if line[1].rstrip() in _ENDS[mark]:
            return replace(_read(decoded, mark, first.end(), line.start()), text=text[line.end() :])
    reason = _("The front matter does not end. Put a line %(mark)s under it.") % {"mark": mark}
    raise BadInput("malformed", reason, **decoded.place(begins))


def _lines(text: str, at: int) -> Iterator[re.Match[str]]:
    """The lines from the place `at`; the first group of each is the line without its end."""
    while at < len(text) and (line := _LINE.match(text, at)):
        yield line
        at = line.end()


def _read(decoded: Decoded, mark: str, start: int, end: int) -> FrontMatter:
    if end - start > LONGEST:
        reason = _("The front matter has %(size)d characters; %(most)d are the most. Move the text below it.")
        raise BadInput("too-large", reason % {"size": end - start, "most": LONGEST}, **decoded.place(start))
    inside = _BREAK.sub("\n", decoded.text[start:end])
    try:
        return _yaml(inside) if mark == "---" else _toml(inside)
    except BadInput as problem:
        starts = [start, *(line.end() for line in _lines(decoded.text, start) if line.start() < end)]
        place = decoded.place(starts[min((problem.line or 1), len(starts)) - 1])
        raise BadInput(problem.code, problem.reason, **place) from problem


def _yaml(inside: str) -> FrontMatter:
    found = read_yaml(inside)
    if found.value is not None and not isinstance(found.value, dict):
        raise BadInput("malformed", _("The front matter is no list of names. Write “name: value”, a line each."))
    return FrontMatter(found.value or {}, mended=found.mended)


def _toml(inside: str) -> FrontMatter:
    try:
        values = _plain(tomllib.loads(inside))
    except (ValueError, RecursionError) as error:
        line = _TOML_LINE.search(str(error))
        reason = _("The front matter is no TOML: %(problem)s") % {"problem": str(error)[:200]}
        raise BadInput("malformed", reason, line=int(line[1]) if line else None) from error
    return FrontMatter(values if isinstance(values, dict) else {})


def _plain(value: object, depth: int = 0) -> Value:
    """TOML's values as the words that stand for them."""
    if depth > DEEPEST:
        raise BadInput("unsafe", _("Lists lie too deep within each other. Write them flat."))
    if isinstance(value, dict):
        return {str(name): _plain(inner, depth + 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, depth + 1) for inner in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value).lower() if isinstance(value, bool) else str(value)
