"""The cells of one row of a CSV file (RFC 4180): quotes taken off, each with the place where it began."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, and where in the row it began."""

    text: str
    start: int


def cells(row: str, delimiter: str) -> Iterator[Cell]:
    """The cells of `row`. What stands between a closing quote and the delimiter belongs to the cell."""
    mark = re.escape(delimiter)
    pattern = re.compile(rf'(?:"((?:[^"]++|"")*+)"?([^{mark}]*)|([^{mark}]*))({mark}|\Z)')
    at, more = 0, True
    while more and (found := pattern.match(row, at)):
        quoted, rest, bare, end = found.groups()
        text = bare if quoted is None else quoted.replace('""', '"') + rest
        yield Cell(text, at)
        at, more = found.end(), end != ""


def delimiter_of(header: str, names: frozenset[str]) -> str:
    """The delimiter by which most cells of the header are `names`: a comma, a semicolon, a tab or a bar."""

    def known(delimiter: str) -> tuple[int, int]:
        found = [cell.text.strip().casefold() for cell in cells(header, delimiter)]
        return sum(name in names for name in found), len(found)

    return max(",;\t|", key=known)
