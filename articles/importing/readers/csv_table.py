"""CSV: a row of names, then a row a story, in the columns of docs/importing.md. RFC 4180, with any usual delimiter.

An item's name ends in the number of its first line. Which columns there are its envelope says.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from articles.importing.decoding import decode
from articles.importing.elements import Element
from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.letters import encoding_of
from articles.importing.readers.reader import HEAD_BYTES, Head, Reader, Source
from articles.importing.story import Story
from articles.importing.tables.cells import Cell, cells, delimiter_of
from articles.importing.tables.columns import COLUMNS, Column, column_name
from articles.importing.tables.reading import Told, in_file, line_in_file, story_in
from articles.importing.tables.rows import Rows

_SUFFIXES = (".csv", ".tsv", ".tab")
_NAMES = frozenset(COLUMNS)
_EXCEL = re.compile(r"\s*sep=([,;\t|])\s*(?:\r\n?|\n)", re.IGNORECASE)


def recognises(head: Head) -> bool:
    """Whether its first row names a headline and another column, or it is called a table."""
    text = _begins(head.received, "")
    names = _names(text, _delimiter(text))
    known = _NAMES.intersection(names)
    return ("headline" in known and len(known) > 1) or head.name.casefold().endswith(_SUFFIXES)


def split(source: Source) -> Iterator[Item]:
    """The rows. Raises `BadInput` (malformed, encoding) where the first row does not name the columns."""
    text = _begins(source.stream.read(HEAD_BYTES), source.encoding or "")
    source.stream.seek(0)
    delimiter = _delimiter(text)
    columns = _columns(text, delimiter)
    rows = Rows(source.stream, delimiter, limit=source.limit, encoding=source.encoding or "")
    envelope: dict[str, Any] = {**source.told(), "columns": columns, "delimiter": delimiter}
    if rows.encoding:
        envelope["encoding"] = rows.encoding
    before = 2 if _EXCEL.match(text) else 1
    for number, row in enumerate(rows):
        if number >= before:
            yield _item(row, rows.unclosed, source, envelope)


def read(item: Item) -> Story:
    """The story in `item`. Raises `BadInput` (empty, binary, encoding, malformed, no-headline, unsafe)."""
    received = item.content
    try:
        decoded = decode(received, item.envelope.get("encoding"))
    except BadInput as problem:
        raise in_file(problem, item) from problem
    columns, row = item.envelope["columns"], decoded.text
    found = list(cells(row, item.envelope["delimiter"]))
    _require_columns(found, columns, item)
    told = {
        name or _("(no name)"): Told(cell.text, len(re.findall("\r\n?|\n", row[: cell.start])) + 1)
        for name, cell in zip(columns, found, strict=False)
        if cell.text.strip()
    }
    story = story_in(item, told, _value)
    return story.after("read-as-cp1252", [(step.before, step.after) for step in decoded.steps])


def _item(row: Element, problem: BadInput | None, source: Source, envelope: dict[str, Any]) -> Item:
    item = row.item(f"{source.name}#{row.line}", "csv", envelope=envelope, limit=source.limit)
    if problem and not item.problem:
        return Item(item.name, item.format, item.received, envelope, item.size, item.sha256, problem)
    return item


def _require_columns(found: list[Cell], columns: list[str], item: Item) -> None:
    extra = next((cell for cell in found[len(columns) :] if cell.text.strip()), None)
    if extra:
        reason = _("It has %(cells)d cells, and there are %(columns)d columns. Put cells with the delimiter in quotes.")
        words = {"cells": len(found), "columns": len(columns)}
        raise BadInput("malformed", reason % words, line=line_in_file(item, 1))


def _begins(head: bytes, encoding: str) -> str:
    """The text that a file begins with, for the sake of its first row."""
    try:
        codec, mark = encoding_of(head, encoding)
    except BadInput:
        return ""
    return head[mark:].decode(codec or "utf-8", "replace").lstrip("\ufeff \r\n")


def _first_row(text: str) -> str:
    excel = _EXCEL.match(text)
    return re.split("\r\n?|\n", text[excel.end() if excel else 0 :].lstrip("\r\n"), maxsplit=1)[0]


def _delimiter(text: str) -> str:
    excel = _EXCEL.match(text)
    return excel[1] if excel else delimiter_of(_first_row(text), _NAMES)


def _names(text: str, delimiter: str) -> list[str]:
    return [column_name(cell.text) for cell in cells(_first_row(text), delimiter)]


def _columns(text: str, delimiter: str) -> list[str]:
    names = _names(text, delimiter)
    if "headline" not in names:
        reason = _("The first row names no column “headline”. Write the names of the columns there.")
        raise BadInput("malformed", reason, line=1, byte=0)
    twice = next((name for name, times in Counter(filter(None, names)).items() if times > 1), "")
    if twice:
        reason = _("The first row names the column “%(name)s” twice. Call one of them something else.")
        raise BadInput("malformed", reason % {"name": twice}, line=1, byte=0)
    return names


def _value(column: Column, told: Any) -> Any:
    return column.value(column.of_cell(told))


READER = Reader("csv", recognises, split, read)
