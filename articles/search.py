"""The only file that knows the search engine: FTS5 on SQLite, tsvector with GIN on PostgreSQL.

Two indexes, apart from each other: the readers' holds prints, the desk's holds working copies. The readers' is
asked together with the window of each print, so that a word is found from its minute on and not before.
Accents are folded here, in the same way for both engines, so that none needs an extension.
"""

import datetime
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType
from typing import Protocol

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from psycopg.types.numeric import Int8

from articles.models.published import PublishedArticle
from articles.text.numbering import without_numbers
from articles.text.summary import words

READERS = "articles_search_prints"
DESK = "articles_search_articles"

_CONFIGURATIONS = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "pt": "portuguese",
    "sv": "swedish",
}
CONFIGURATION = _CONFIGURATIONS.get(settings.HOUSE_LANGUAGE.split("-")[0], "simple")

INDEXED = 200_000
"""Characters of a text that are indexed; PostgreSQL refuses an entry of more than a megabyte."""

ASKED = 12
"""Words of a query that are looked for; nobody types more, and each costs."""


Texts = tuple[str, str, str]
"""What a working copy is found by, from what weighs most to what weighs least; the last is its body, in HTML."""

_NONE: Mapping[Texts, bytes] = MappingProxyType({})
_worked_out: ContextVar[Mapping[Texts, bytes]] = ContextVar("worked_out", default=_NONE)


class Lines(Protocol):
    """What is said of a story beside its body."""

    @property
    def headline(self) -> str: ...
    @property
    def dek(self) -> str: ...
    @property
    def kicker(self) -> str: ...
    @property
    def slugline(self) -> str: ...


class WorkingCopy(Lines, Protocol):
    """What the desk's index wants to know of a story; readers' code shares this file and must not know `Article`."""

    pk: int
    body: str


def fold(text: str) -> str:
    """`text` without accents, so that "Besançon" and "besancon" find each other."""
    text = text[:INDEXED]
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def index_print(print_: PublishedArticle) -> None:
    """Puts a print into the readers' index."""
    texts = [print_.headline, f"{print_.dek} {print_.kicker} {print_.byline}", words(without_numbers(print_.body))]
    _write(READERS, [(print_.pk, *texts)])


def forget_print(print_: PublishedArticle) -> None:
    """Takes a print out of the readers' index."""
    _erase(READERS, [print_.pk])


def index_articles(articles: Sequence[WorkingCopy]) -> None:
    """Puts working copies into the desk's index, in place of what it held of them."""
    told = {article.pk: texts_of(article, article.body) for article in articles}
    entries = {pk: entry for pk, texts in told.items() if (entry := _worked_out.get().get(texts))}
    _erase(DESK, list(told))
    _put(DESK, entries)
    _write(DESK, [(pk, *_plain(texts)) for pk, texts in told.items() if pk not in entries])


def texts_of(lines: Lines, body: str) -> Texts:
    """What a working copy with these lines and this body is found by."""
    return lines.headline, f"{lines.dek} {lines.kicker} {lines.slugline}", body


def entries_of(texts: Iterable[Texts], connection: BaseDatabaseWrapper) -> list[bytes | None]:
    """The entries that the desk's index will hold of working copies with these texts, in order, for `worked_out`.

    To tell words apart and find their stems is most of what an entry costs PostgreSQL, and may be done at any time on
    any connection. None where there is nothing to gain, or where it cannot be had now.
    """
    rows = [(place, *_plain(one)) for place, one in enumerate(texts)]
    if connection.vendor != "postgresql" or not rows:
        return [None] * len(rows)
    out = f"COPY (SELECT {_VECTOR} FROM {_TOLD} ORDER BY id) TO STDOUT (FORMAT binary)"
    try:
        with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(out, [_json(rows)]) as copy:
            return [bytes(entry) for (entry,) in copy.rows()]
    except DatabaseError:
        return [None] * len(rows)


@contextmanager
def worked_out(entries: Mapping[Texts, bytes]) -> Iterator[None]:
    """Within the block, working copies with exactly these texts are indexed by these entries of `entries_of`."""
    token = _worked_out.set(entries)
    try:
        yield
    finally:
        _worked_out.reset(token)


def readers(query: str, *, at: datetime.datetime) -> QuerySet[PublishedArticle]:
    """The prints visible at `at` that match every word of `query`, the newest first. No words match nothing."""
    prints = PublishedArticle.objects.using("readers").visible(at=at)
    return _matching(prints.newest_first(), READERS, query)


def desk(articles: QuerySet, query: str) -> QuerySet:
    """Those of `articles` whose working copy matches every word of `query`."""
    return _matching(articles, DESK, query)


def _matching(rows: QuerySet, table: str, query: str) -> QuerySet:
    typed = fold(query).replace('"', " ").replace("\x00", " ").split()
    tokens = [token for token in typed if any(letter.isalnum() for letter in token)][:ASKED]
    if not tokens:
        return rows.none()
    connection = connections[rows.db]
    if connection.vendor == "postgresql":
        sql = f"SELECT id FROM {table} WHERE words @@ plainto_tsquery('{CONFIGURATION}', %s)"
        parameter = " ".join(tokens)
    else:
        sql = f"SELECT rowid FROM {table} WHERE {table} MATCH %s"
        parameter = " ".join(f'"{token}"' for token in tokens)
    return rows.filter(pk__in=RawSQL(sql, (parameter,)))


def _plain(texts: Texts) -> Texts:
    headline, lines, body = texts
    return headline, lines, words(body)


_Row = tuple[int, str, str, str]
_VECTOR = " || ".join(
    f"setweight(to_tsvector('{CONFIGURATION}', {text}), '{weight}')"
    for text, weight in (("headline", "A"), ("dek", "B"), ("body", "C"))
)
# As JSON, since PostgreSQL's arrays cost more to quote than the index to write.
_TOLD = "json_to_recordset(%s) AS told (id bigint, headline text, dek text, body text)"


def _json(rows: Sequence[_Row]) -> str:
    names = ("id", "headline", "dek", "body")
    return json.dumps([dict(zip(names, _folded(row), strict=True)) for row in rows])


def _folded(row: _Row) -> _Row:
    pk, headline, dek, body = row
    return pk, fold(headline), fold(dek), fold(body)


def _write(table: str, rows: Sequence[_Row]) -> None:
    if not rows:
        return
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"INSERT INTO {table} (id, words) SELECT id, {_VECTOR} FROM {_TOLD}", [_json(rows)])
        else:
            values = list(map(_folded, rows))
            cursor.executemany(f"INSERT INTO {table} (rowid, headline, dek, body) VALUES (%s, %s, %s, %s)", values)


def _put(table: str, entries: Mapping[int, bytes]) -> None:
    """Writes entries that were worked out before."""
    if not entries:
        return
    into = f"COPY {table} (id, words) FROM STDIN (FORMAT binary)"
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(into) as copy:
        for pk, entry in entries.items():
            copy.write_row((Int8(pk), entry))


def _erase(table: str, keys: Sequence[int]) -> None:
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DELETE FROM {table} WHERE id = ANY(%s)", [list(keys)])
        else:
            cursor.executemany(f"DELETE FROM {table} WHERE rowid = %s", [(pk,) for pk in keys])
