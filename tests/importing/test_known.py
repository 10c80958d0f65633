"""What is held already is looked up by indexes, in as many questions for many items as for one."""

import json

import pytest
from django.db import connection

from articles.importing.item import item_of
from articles.importing.known import holdings
from articles.importing.reading import read

MANY = 101
"""Values from which on PostgreSQL does not look itself whether a partial index holds them all."""


def pairs(count):
    for number in range(count):
        told = {
            "headline": f"Ferry {number} sails",
            "body_html": f"<p>{' '.join(f'word{number}x{place}' for place in range(60))}</p>",
            "supplier": "Estuary Press",
            "supplier_id": f"urn:ferry:{number}",
            "address": f"https://estuary.example/{number}",
        }
        item = item_of(f"wire.jsonl#{number}", "json-lines", json.dumps(told).encode(), envelope={}, limit=10_000)
        yield item, read(item)


def questions(count):
    """What is asked of the deliveries, about so many items."""
    asked = []

    def hear(execute, sql, params, many, context):
        if 'FROM "articles_delivery"' in sql:
            asked.append((sql, params))
        return execute(sql, params, many, context)

    some = list(pairs(count))
    with connection.execute_wrapper(hear):
        holdings(some)
    return asked


@pytest.mark.django_db
def test_many_items_take_no_more_questions_than_one():
    assert len(questions(MANY)) == len(questions(1)) == 3


def plan_of(sql, params):
    """How the engine would look it up."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Tests before this one leave pages without rows: reading them in order of their keys would cost least.
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
            cursor.execute(f"EXPLAIN {sql}", params)
        else:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        return str(cursor.fetchall())


@pytest.mark.django_db
def test_deliveries_of_many_items_are_found_by_index():
    indexes = ("delivery_identity", "delivery_address", "delivery_words")
    plans = [plan_of(sql, params) for sql, params in questions(MANY)]
    used = [[name for name in indexes if name in plan] for plan in plans]
    assert used == [["delivery_identity"], ["delivery_address"], ["delivery_words"]]
