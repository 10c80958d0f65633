"""The only file that knows how fingerprints are kept: a table of hashes, asked which articles share some.

What is found here are candidates. Whether one is a copy, its text says (`articles.text.fingerprint.compare`).
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction

SHINGLES = "articles_shingles"

FEWEST = 3
"""Hashes an article must share to be a candidate; fewer are turns of phrase."""

COMMON = 30
"""Articles that may share a hash; what more of them have is boilerplate, which tells nothing and costs most. Copies of
one story come together in one article, so that few articles share the words of a story."""

BEST = 5
"""Candidates named for a sketch."""

# Each gives the articles that hold a hash of a sketch; a hash is asked for once, and given up after COMMON articles.
_MATCHES = {
    "postgresql": f"""
        wanted AS MATERIALIZED (
            SELECT * FROM unnest(%s::text::integer[], %s::text::bigint[]) AS wanted (place, hash)
        ), telling AS MATERIALIZED (
            SELECT hash, articles FROM (SELECT DISTINCT hash FROM wanted) AS once, LATERAL (
                SELECT array_agg(article_id) AS articles FROM (
                    SELECT article_id FROM {SHINGLES} WHERE hash = once.hash LIMIT {COMMON + 1}
                ) AS first_of_them
            ) AS holding WHERE cardinality(articles) <= {COMMON}
        ), matches AS (
            SELECT place, article_id FROM wanted JOIN telling USING (hash), unnest(articles) AS article_id
        )""",
    "sqlite": f"""
        wanted AS (
            SELECT sketch.key AS place, hash.value AS hash FROM json_each(%s) AS sketch, json_each(sketch.value) AS hash
        ), telling AS (
            SELECT DISTINCT hash FROM wanted WHERE NOT EXISTS (
                SELECT 1 FROM {SHINGLES} AS held WHERE held.hash = wanted.hash LIMIT 1 OFFSET {COMMON}
            )
        ), matches AS (
            SELECT place, article_id FROM wanted JOIN telling USING (hash) CROSS JOIN {SHINGLES} USING (hash)
        )""",
}
_BEST = f"""
        , counted AS (
            SELECT place, article_id, count(*) AS shared,
                row_number() OVER (PARTITION BY place ORDER BY count(*) DESC, article_id DESC) AS rank
            FROM matches GROUP BY place, article_id HAVING count(*) >= {FEWEST}
        )
        SELECT place, article_id, shared FROM counted WHERE rank <= {BEST} ORDER BY place, rank"""


def index(sketches: Mapping[int, Sequence[int]]) -> None:
    """Keeps the sketches of articles, by their numbers, in place of what was held of them."""
    # In the order of the key, so that no page of the table is visited twice.
    rows = sorted((value, article) for article, sketch in sketches.items() for value in set(sketch))
    connection = connections[DEFAULT_DB_ALIAS]
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        forget(list(sketches))
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {SHINGLES} (hash, article_id) FROM STDIN") as copy:
                copy.write("".join(f"{value}\t{article}\n" for value, article in rows))
        else:
            cursor.executemany(f"INSERT INTO {SHINGLES} (hash, article_id) VALUES (%s, %s)", rows)


def forget(articles: Sequence[int]) -> None:
    """Takes the sketches of these articles away, so that nothing is found to be like them."""
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DELETE FROM {SHINGLES} WHERE article_id = ANY(%s)", [list(articles)])
        else:
            numbers = json.dumps(list(articles))
            cursor.execute(f"DELETE FROM {SHINGLES} WHERE article_id IN (SELECT value FROM json_each(%s))", [numbers])


def candidates(sketches: Sequence[Sequence[int]]) -> list[list[tuple[int, int]]]:
    """For each sketch the articles that may be like it and how many hashes they share: the likest first, then newest.

    One statement for the whole batch. At most `BEST` for a sketch, each with at least `FEWEST` of its hashes, of those
    that no more than `COMMON` articles have. Sketches of the same batch are not compared with each other.
    """
    found: list[list[tuple[int, int]]] = [[] for _ in sketches]
    connection = connections[DEFAULT_DB_ALIAS]
    asked: list[Any]
    if connection.vendor == "postgresql":
        places = (str(place) for place, sketch in enumerate(sketches) for _value in sketch)
        hashes = (str(value) for sketch in sketches for value in sketch)
        # Arrays as text: the driver takes longer to write one than the database to answer.
        asked = [f"{{{','.join(places)}}}", f"{{{','.join(hashes)}}}"]
    else:
        asked = [json.dumps([list(sketch) for sketch in sketches])]
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {_MATCHES[connection.vendor]}{_BEST}", asked)
        for place, article, shared in cursor.fetchall():
            found[place].append((article, shared))
    return found
