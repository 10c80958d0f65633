"""The rows that one story takes, table by table: taken out as COPY gives them, put in as COPY takes them.

Which tables those are, on our side and on the peer's, `benchmarks.tables` says.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

import psycopg

Change = Callable[[bytes, int], bytes]
"""What a value becomes in the copies of turn 1, 2 …, in the letters of COPY."""


@dataclass(frozen=True)
class Table:
    """A table, as archives are multiplied.

    `owner` is the column by which a row belongs to a story, and whose number that is. `shifted` are the columns that
    hold numbers of multiplied rows, by the table they are rows of; `changed` what else may not be the same twice.
    """

    name: str
    owner: tuple[str, str]
    shifted: Mapping[str, str]
    changed: Mapping[str, Change] = field(default_factory=dict)


@dataclass(frozen=True)
class Taken:
    """The rows of some stories: for each table its columns and its rows, a line each as COPY writes them."""

    columns: dict[str, list[str]]
    lines: dict[str, list[bytes]]


def anew(value: bytes, turn: int) -> bytes:
    """A hash, or an id that may look like one."""
    return hashlib.sha256(value + b"%d" % turn).hexdigest().encode() if value else value


def owners(tables: Sequence[Table]) -> set[str]:
    """The tables by whose numbers rows belong to a story."""
    return {of for _column, of in (table.owner for table in tables)}


def highest(connection: psycopg.Connection, tables: Sequence[Table]) -> dict[str, int]:
    """The highest number that a row has in each table that stories are numbered by."""
    return {name: _one(connection, f"SELECT coalesce(max(id), 0) FROM {name}") for name in owners(tables)}


def take(connection: psycopg.Connection, tables: Sequence[Table], above: Mapping[str, int]) -> Taken:
    """All rows of the stories above these numbers."""
    columns: dict[str, list[str]] = {}
    lines: dict[str, list[bytes]] = {}
    for table in tables:
        column, of = table.owner
        found = connection.execute(f"SELECT * FROM {table.name} LIMIT 0").description or ()
        columns[table.name] = [column.name for column in found]
        # Where the owner's number is kept as text it is the same number.
        chosen = f"SELECT * FROM {table.name} WHERE {column}::bigint > {above[of]}"
        with connection.cursor().copy(f"COPY ({chosen}) TO STDOUT") as out:
            lines[table.name] = b"".join(out).splitlines(keepends=True)
    return Taken(columns, lines)


def put(connection: psycopg.Connection, tables: Sequence[Table], taken: Taken) -> None:
    """Puts rows in as COPY does, in one transaction."""
    for table in tables:
        if lines := taken.lines[table.name]:
            _copy(connection, table, taken.columns[table.name], lines)
    connection.commit()


def multiply(connection: psycopg.Connection, tables: Sequence[Table], taken: Taken, stories: int, held: int) -> None:
    """Puts in so many more stories like those `taken`, which are as many as `stories`, until `held` are held."""
    steps = {table.name: _highest(taken, table) for table in tables}
    for turn in count(1):
        if turn * stories >= held:
            break
        for table in tables:
            lines = list(_multiplied(taken, table, turn, steps))
            if lines:
                _copy(connection, table, taken.columns[table.name], lines)
        connection.commit()
    for table in tables:
        if table.shifted.get("id") == table.name:
            sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
            connection.execute(
                f"SELECT setval({sequence}, (SELECT max(id) FROM {table.name})) WHERE {sequence} IS NOT NULL"
            )
    connection.commit()


def _multiplied(taken: Taken, table: Table, turn: int, steps: Mapping[str, int]) -> Iterator[bytes]:
    columns = taken.columns[table.name]
    shifts = [(columns.index(column), turn * steps[of]) for column, of in table.shifted.items()]
    changes = [(columns.index(column), change) for column, change in table.changed.items()]
    for line in taken.lines[table.name]:
        values = line.rstrip(b"\n").split(b"\t")
        for place, shift in shifts:
            if values[place] != b"\\N":
                values[place] = b"%d" % (int(values[place]) + shift)
        for place, change in changes:
            values[place] = change(values[place], turn)
        yield b"\t".join(values) + b"\n"


def _highest(taken: Taken, table: Table) -> int:
    columns = taken.columns[table.name]
    if "id" not in columns:
        return 0
    place = columns.index("id")
    return max((int(line.split(b"\t")[place]) for line in taken.lines[table.name]), default=0)


def _copy(connection: psycopg.Connection, table: Table, columns: list[str], lines: Iterable[bytes]) -> None:
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor().copy(f"COPY {table.name} ({names}) FROM STDIN") as into:
        into.write(b"".join(lines))


def _one(connection: psycopg.Connection, question: str) -> int:
    row = connection.execute(question).fetchone()
    return row[0] if row else 0
