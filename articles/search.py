"""The only file that knows the search engine: FTS5 on SQLite, tsvector with GIN on PostgreSQL.

Two indexes, apart from each other: the readers' holds prints, the desk's holds working copies. The readers' is
asked together with the window of each print, so that a word is found from its minute on and not before.
What a text is found by is worked out here (`articles.text.terms`), in the same way for both engines; they only keep it.
"""

import datetime
from collections.abc import Mapping, Sequence
from struct import pack
from types import MappingProxyType
from typing import Protocol

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from psycopg.types.numeric import Int8

from articles.models.published import PublishedArticle
from articles.text.fingerprint import Fingerprint
from articles.text.numbering import without_numbers
from articles.text.summary import words
from articles.text.terms import Lines, Terms, terms, terms_of_copy

READERS = "articles_search_prints"
DESK = "articles_search_articles"

ASKED = 12
"""Words of a query that are looked for; nobody types more, and each costs."""

MANY = 100
"""Entries written at once from which on PostgreSQL may put more of them aside before it sorts them in: that halves what
an index costs an import. A search looks through what lies aside as well, some milliseconds long, until a save of
anybody's has it sorted in.
"""

_NONE: Mapping[int, Terms] = MappingProxyType({})


class WorkingCopy(Lines, Protocol):
    """What the desk's index wants to know of a story; readers' code shares this file and must not know `Article`."""

    pk: int
    body: str


def index_print(print_: PublishedArticle) -> None:
    """Puts a print into the readers' index."""
    texts = [print_.headline, print_.dek, print_.kicker, print_.byline, words(without_numbers(print_.body))]
    _put(READERS, {print_.pk: terms(Fingerprint("\n".join(texts)).words, settings.HOUSE_LANGUAGE)})


def forget_print(print_: PublishedArticle) -> None:
    """Takes a print out of the readers' index."""
    _erase(READERS, [print_.pk])


def index_articles(articles: Sequence[WorkingCopy], known: Mapping[int, Terms] = _NONE) -> None:
    """Puts working copies into the desk's index, in place of what it held of them. `known` are the terms of those of
    which they were worked out before, by `pk`.
    """
    _erase(DESK, [article.pk for article in articles])
    _put(DESK, {article.pk: known.get(article.pk) or _terms_of(article) for article in articles})


def readers(query: str, *, at: datetime.datetime) -> QuerySet[PublishedArticle]:
    """The prints visible at `at` that match every word of `query`, the newest first. No words match nothing."""
    prints = PublishedArticle.objects.using("readers").visible(at=at)
    return _matching(prints.newest_first(), READERS, query)


def desk(articles: QuerySet, query: str) -> QuerySet:
    """Those of `articles` whose working copy matches every word of `query`."""
    return _matching(articles, DESK, query)


def _matching(rows: QuerySet, table: str, query: str) -> QuerySet:
    asked = terms(Fingerprint(query).words[:ASKED], settings.HOUSE_LANGUAGE).decode().split()
    if not asked:
        return rows.none()
    # In a term there is nothing but letters and digits, so that no quote within has to be thought of.
    if connections[rows.db].vendor == "postgresql":
        sql, parameter = f"SELECT id FROM {table} WHERE words @@ %s::tsquery", " & ".join(f"'{term}'" for term in asked)
    else:
        sql, parameter = f"SELECT rowid FROM {table} WHERE {table} MATCH %s", " ".join(f'"{term}"' for term in asked)
    return rows.filter(pk__in=RawSQL(sql, (parameter,)))


def _terms_of(article: WorkingCopy) -> Terms:
    return terms_of_copy(article, Fingerprint(words(article.body)), settings.HOUSE_LANGUAGE)


def _put(table: str, entries: Mapping[int, Terms]) -> None:
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.wrap_database_errors, connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            if len(entries) >= MANY:
                cursor.execute("SET LOCAL gin_pending_list_limit = '16MB'")
            with cursor.copy(f"COPY {table} (id, words) FROM STDIN (FORMAT binary)") as copy:
                for pk, found in entries.items():
                    copy.write_row((Int8(pk), _vector(found)))
        else:
            rows = [(pk, found.decode()) for pk, found in entries.items()]
            cursor.executemany(f"INSERT INTO {table} (rowid, words) VALUES (%s, %s)", rows)


def _vector(found: Terms) -> bytes:
    """A tsvector as PostgreSQL sends it: how many terms, then each with a null and how many places it has, none."""
    return pack(">i", found.count(b" ") + 1) + found.replace(b" ", b"\0\0\0") + b"\0\0\0" if found else pack(">i", 0)


def _erase(table: str, keys: Sequence[int]) -> None:
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DELETE FROM {table} WHERE id = ANY(%s)", [list(keys)])
        else:
            cursor.executemany(f"DELETE FROM {table} WHERE rowid = %s", [(pk,) for pk in keys])
