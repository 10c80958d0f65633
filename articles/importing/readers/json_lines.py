"""JSON Lines: one object a line, a story each, in the columns of docs/importing.md. A JSON array of them is read, too.

https://jsonlines.org. Blank lines are allowed. An item's name ends in the number of its line, in an array in its place.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from articles.importing.decoding import decode
from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.json_array import JsonArray, is_array
from articles.importing.json_text import parsed
from articles.importing.readers.reader import HEAD_BYTES, Head, Reader, Source
from articles.importing.story import Story
from articles.importing.tables.columns import COLUMNS, Column, column_name
from articles.importing.tables.reading import IN_LIST, Told, in_file, story_in
from articles.importing.tables.rows import Lines

_SUFFIXES = (".jsonl", ".ndjson", ".jsonlines")
_FIRST_OBJECT = re.compile(r"\s*\[?\s*(?=\{)")
_HEADLINE = re.compile(r'[{,]\s*"headline"\s*:', re.IGNORECASE)


def recognises(head: Head) -> bool:
    """Whether it begins with an object that has a headline and a column of ours, or is called a file of JSON Lines."""
    if head.name.casefold().endswith(_SUFFIXES):
        return True
    text = head.received.decode("utf-8-sig", "replace")
    begins = _FIRST_OBJECT.match(text)
    return begins is not None and _is_ours(text[begins.end() :])


def split(source: Source) -> Iterator[Item]:
    """The lines, or the objects of an array. Raises `BadInput` (malformed, encoding) where an array breaks off."""
    encoding = source.encoding or ""
    in_list = is_array(source.stream.read(HEAD_BYTES), encoding)
    source.stream.seek(0)
    rows = (JsonArray if in_list else Lines)(source.stream, limit=source.limit, encoding=encoding)
    envelope: dict[str, Any] = {**source.told(), **({IN_LIST: True} if in_list else {})}
    if rows.encoding:
        envelope["encoding"] = rows.encoding
    for number, row in enumerate(rows, start=1):
        place = number if in_list else row.line
        yield row.item(f"{source.name}#{place}", "json-lines", envelope=envelope, limit=source.limit)


def read(item: Item) -> Story:
    """The story in `item`. Raises `BadInput` (empty, binary, encoding, malformed, no-headline, unsafe)."""
    received = item.content
    try:
        decoded = decode(received, item.envelope.get("encoding"))
        row = parsed(decoded)
    except BadInput as problem:
        raise in_file(problem, item) from problem
    if not isinstance(row, dict):
        reason = _("It is no object. Write one a line: {“headline”: …, “body”: …}.")
        raise in_file(BadInput("malformed", reason), item)
    told: dict[str, Told] = {}
    for name, value in row.items():
        if value not in (None, "", [], {}):
            told.setdefault(column_name(name), Told(value))
    story = story_in(item, told, _value)
    return story.after("read-as-cp1252", [(step.before, step.after) for step in decoded.steps])


def _value(column: Column, told: Any) -> Any:
    return column.value(told)


def _is_ours(text: str) -> bool:
    """Whether the first object, as far as it is there, has a headline and nothing that another format would have."""
    try:
        first, _end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return _HEADLINE.search(text) is not None
    names = {column_name(name) for name in first}
    return "headline" in names and names & set(COLUMNS) != {"headline"}


READER = Reader("json-lines", recognises, split, read)
