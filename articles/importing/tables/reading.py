"""A row's columns read, and what is wrong in one told with its line in the file.

The item's name ends in the number of the row's first line; members of a list (`IN_LIST` in the envelope) are only
counted, and the line of what is wrong is that within the member.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from articles.importing.errors import BadInput
from articles.importing.item import Item
from articles.importing.story import Story
from articles.importing.tables.columns import COLUMNS, Column, WrongValueError
from articles.importing.tables.story import story_of

IN_LIST = "in_list"


@dataclass(frozen=True)
class Told:
    """What a row tells in one column; `line` counts from 1 within the row."""

    value: Any
    line: int = 1


def story_in(item: Item, told: Mapping[str, Told], value_of: Callable[[Column, Any], Any]) -> Story:
    """The story of a row in which each column tells something; `value_of` makes the column's value of that.

    Raises `BadInput` (no-headline, malformed, unsafe) with the line in the file, and the column.
    """
    values = {}
    for name, one in told.items():
        if name in COLUMNS:
            try:
                values[name] = value_of(COLUMNS[name], one.value)
            except WrongValueError as error:
                reason = _("Column “%(name)s”: %(reason)s") % {"name": name, "reason": error}
                raise BadInput("malformed", reason, line=line_in_file(item, one.line)) from error
    try:
        return story_of(values, tuple(name for name in told if name not in COLUMNS))
    except BadInput as problem:
        raise replace(problem, line=line_in_file(item, 1)) from problem


def line_in_file(item: Item, line: int) -> int:
    """The line of the file that is `line` within the item."""
    first = item.name.rpartition("#")[2]
    is_line = first.isascii() and first.isdecimal() and not item.envelope.get(IN_LIST)
    return int(first) + line - 1 if is_line else line


def in_file(problem: BadInput, item: Item) -> BadInput:
    """The problem with the line of the file instead of the item's, and without a byte, which the item cannot know."""
    return BadInput(problem.code, problem.reason, line=line_in_file(item, problem.line or 1))
