"""The rows that one story takes, table by table: taken out as COPY gives them, put in as COPY takes them."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

import psycopg


@dataclass(frozen=True)
class Table:
    """A table, the column that says which story a row belongs to, and the columns that are numbers of shifted rows."""

    name: str
    where: str
    shifted: tuple[str, ...]
    unique: tuple[str, ...] = ()


# In the order in which rows may be put in. `{range}` is a range of articles, receipts, or revisions.
TABLES = (
    Table("articles_receipt", "id {receipts}", ("id",), ("sha256",)),
    Table("articles_article", "id {articles}", ("id",)),
    Table("articles_credit", "article_id {articles}", ("id", "article_id")),
    Table("articles_article_topics", "article_id {articles}", ("id", "article_id")),
    Table("articles_revision", "article_id {articles}", ("id", "article_id"), ("hash", "content_hash")),
    Table("articles_revisionwords", "revision_id {revisions}", ("revision_id",)),
    Table("articles_decision", "article_id {articles}", ("id", "article_id", "revision_id")),
    Table("articles_verdict", "receipt_id {receipts}", ("id", "receipt_id", "article_id")),
    Table(
        "articles_delivery",
        "article_id {articles}",
        ("id", "article_id", "receipt_id", "revision_id"),
        ("identity", "words_hash"),
    ),
    Table("articles_search_articles", "id {articles}", ("id",)),
    Table("articles_shingles", "article_id {articles}", ("article_id",)),
)
_KEYS = {"articles": "articles_article", "receipts": "articles_receipt", "revisions": "articles_revision"}


@dataclass(frozen=True)
class Taken:
    """The rows of some stories: for each table its columns and its rows, a line each as COPY writes them."""

    columns: dict[str, list[str]]
    lines: dict[str, list[bytes]]


def highest(connection: psycopg.Connection) -> dict[str, int]:
    """The highest number of articles, receipts and revisions."""
    return {kind: _one(connection, f"SELECT coalesce(max(id), 0) FROM {table}") for kind, table in _KEYS.items()}


def take(connection: psycopg.Connection, above: dict[str, int]) -> Taken:
    """All rows of the stories above these numbers."""
    columns: dict[str, list[str]] = {}
    lines: dict[str, list[bytes]] = {}
    for table in TABLES:
        found = connection.execute(f"SELECT * FROM {table.name} LIMIT 0").description or ()
        columns[table.name] = [column.name for column in found]
        with connection.cursor().copy(
            f"COPY (SELECT * FROM {table.name} WHERE {_above(table, above)}) TO STDOUT"
        ) as out:
            lines[table.name] = b"".join(out).splitlines(keepends=True)
    return Taken(columns, lines)


def take_away(connection: psycopg.Connection, above: dict[str, int]) -> None:
    """Takes the rows of these stories out of the tables; the guards of the record have to be lifted."""
    for table in reversed(TABLES):
        connection.execute(f"DELETE FROM {table.name} WHERE {_above(table, above)}")


def put(connection: psycopg.Connection, taken: Taken) -> None:
    """Puts rows in as COPY does, in one transaction."""
    for table in TABLES:
        if lines := taken.lines[table.name]:
            _copy(connection, table, taken.columns[table.name], lines)
    connection.commit()


def multiply(connection: psycopg.Connection, taken: Taken, stories: int, held: int) -> None:
    """Puts in so many more stories like those `taken`, which are as many as `stories`, until `held` are held.

    Each has numbers, hashes, ids and passages of its own. `taken` must hold whole stories numbered from 1 without gaps.
    """
    highest_of = {table.name: _highest(taken, table) for table in TABLES}
    for turn in count(1):
        if turn * stories >= held:
            break
        for table in TABLES:
            lines = list(_multiplied(taken, table, turn, highest_of))
            if lines:
                _copy(connection, table, taken.columns[table.name], lines)
        connection.commit()
    for table in TABLES:
        if "id" in taken.columns[table.name] and table.name != "articles_search_articles":
            sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
            connection.execute(f"SELECT setval({sequence}, (SELECT max(id) FROM {table.name}))")
    connection.commit()


def _multiplied(taken: Taken, table: Table, turn: int, highest_of: dict[str, int]) -> Iterator[bytes]:
    columns = taken.columns[table.name]
    shifts = [(columns.index(name), turn * _shift(table, name, highest_of)) for name in table.shifted]
    unique = [columns.index(name) for name in table.unique]
    passage = columns.index("hash") if table.name == "articles_shingles" else None
    for line in taken.lines[table.name]:
        values = line.rstrip(b"\n").split(b"\t")
        for place, shift in shifts:
            if values[place] != b"\\N":
                values[place] = b"%d" % (int(values[place]) + shift)
        for place in unique:
            if values[place]:
                values[place] = hashlib.sha256(values[place] + b"%d" % turn).hexdigest().encode()
        if passage is not None:
            values[passage] = b"%d" % _mixed(int(values[passage]), turn)
        yield b"\t".join(values) + b"\n"


def _mixed(value: int, turn: int) -> int:
    """Another passage for each turn, among the low numbers that sketches are made of."""
    return (value * 0x9E3779B97F4A7C15 + turn * 0xD1B54A32D192ED03) % (1 << 59)


def _shift(table: Table, column: str, highest_of: dict[str, int]) -> int:
    of = {"article_id": "articles_article", "receipt_id": "articles_receipt", "revision_id": "articles_revision"}
    name = "articles_article" if table.name == "articles_search_articles" else table.name
    return highest_of[of.get(column, name)]


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


def _above(table: Table, above: dict[str, int]) -> str:
    return table.where.format(**{kind: f"> {number}" for kind, number in above.items()})


def _one(connection: psycopg.Connection, question: str) -> int:
    row = connection.execute(question).fetchone()
    return row[0] if row else 0
