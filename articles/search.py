"""The only file that knows the search engine: FTS5 on SQLite, tsvector with GIN on PostgreSQL.

Two indexes, apart from each other: the readers' holds prints, the desk's holds working copies. The readers' is
asked together with the window of each print, so that a word is found from its minute on and not before.
Accents are folded here, in the same way for both engines, so that none needs an extension.
"""

import datetime
import json
import unicodedata
from collections.abc import Sequence
from typing import Protocol

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from articles.models.published import PublishedArticle
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


class WorkingCopy(Protocol):
    """What the desk's index wants to know of a story; readers' code shares this file and must not know `Article`."""

    pk: int
    headline: str
    dek: str
    kicker: str
    slugline: str
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
    texts = [print_.headline, f"{print_.dek} {print_.kicker} {print_.byline}", words(print_.body)]
    _write(READERS, [(print_.pk, *texts)])


def forget_print(print_: PublishedArticle) -> None:
    """Takes a print out of the readers' index."""
    _erase(READERS, [print_.pk])


def index_articles(articles: Sequence[WorkingCopy]) -> None:
    """Puts working copies into the desk's index, in place of what it held of them."""
    rows = [
        (
            article.pk,
            article.headline,
            f"{article.dek} {article.kicker} {article.slugline}",
            words(article.body),
        )
        for article in articles
    ]
    _erase(DESK, [row[0] for row in rows])
    _write(DESK, rows)


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


def _write(table: str, rows: Sequence[tuple[int, str, str, str]]) -> None:
    if not rows:
        return
    connection = connections[DEFAULT_DB_ALIAS]
    folded = [(pk, *(fold(text) for text in texts)) for pk, *texts in rows]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            vector = " || ".join(
                f"setweight(to_tsvector('{CONFIGURATION}', {text}), '{weight}')"
                for text, weight in (("headline", "A"), ("dek", "B"), ("body", "C"))
            )
            # As JSON, since PostgreSQL's arrays cost more to quote than the index to write.
            told = "json_to_recordset(%s) AS told (id bigint, headline text, dek text, body text)"
            rows_told = json.dumps([dict(zip(("id", "headline", "dek", "body"), row, strict=True)) for row in folded])
            cursor.execute(f"INSERT INTO {table} (id, words) SELECT id, {vector} FROM {told}", [rows_told])
        else:
            cursor.executemany(f"INSERT INTO {table} (rowid, headline, dek, body) VALUES (%s, %s, %s, %s)", folded)


def _erase(table: str, keys: Sequence[int]) -> None:
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DELETE FROM {table} WHERE id = ANY(%s)", [list(keys)])
        else:
            cursor.executemany(f"DELETE FROM {table} WHERE rowid = %s", [(pk,) for pk in keys])
