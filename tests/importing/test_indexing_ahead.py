"""Search entries worked out ahead are those that the index would hold, and are used for exactly their words."""

import json
from concurrent.futures import Future
from dataclasses import replace

import pytest
from django.db import connection

from articles import search
from articles.desk import rights
from articles.importing import reading_ahead
from articles.importing.indexing_ahead import indexing_ahead
from articles.importing.item import item_of
from articles.importing.reading import read
from articles.importing.run import Import
from articles.models import Article

STORY = {"headline": "The Ferríes sail", "kicker": "Harbour", "body_html": "<p>At <em>six</em>.</p>\n<p>Été.</p>"}
LINE = json.dumps(STORY).encode()
on_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="PostgreSQL's")


@pytest.fixture
def item():
    return item_of("wire.jsonl#1", "json-lines", LINE, envelope={}, limit=10_000)


def entries_of(*readings):
    being_read = Future()
    being_read.set_result([(reading, None) for reading in readings])
    with indexing_ahead() as indexing:
        return indexing.entries_of(being_read).result()


def indexed():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT words::text FROM {search.DESK} ORDER BY id")
        return [words for (words,) in cursor.fetchall()]


@pytest.fixture
def ahead(monkeypatch):
    """An import all of whose items are indexed ahead, as those of a large one are."""

    def pairs(items):
        for item in items:
            reading = read(item)
            (entry,) = entries_of(reading)
            yield item, replace(reading, entry=entry)

    monkeypatch.setattr(reading_ahead, "pairs", pairs)


@on_postgresql
@pytest.mark.django_db
def test_the_index_holds_what_it_would_have_held(ahead, item, tmp_path):
    (tmp_path / "wire.jsonl").write_bytes(LINE)
    (result,) = Import(rights.system(), (str(tmp_path / "wire.jsonl"),)).run()
    worked_out = indexed()
    article = Article.objects.get(pk=result.article)
    search.index_articles([article])
    assert worked_out == indexed() != []
    assert list(search.desk(Article.objects.all(), "ferries ete harbour")) == [article]


@on_postgresql
@pytest.mark.django_db
def test_an_entry_is_for_exactly_its_words(item, make_story):
    ((texts, entry),) = entries_of(read(item))
    story = make_story("Trams are late")
    other = search.texts_of(story, story.body)
    with search.worked_out({texts: entry}):
        search.index_articles([story])
    assert list(search.desk(Article.objects.all(), "trams")) == [story]
    with search.worked_out({other: entry}):
        search.index_articles([story])
    assert list(search.desk(Article.objects.all(), "ferries")) == [story]
    search.index_articles([story])
    assert list(search.desk(Article.objects.all(), "trams")) == [story]


@pytest.mark.django_db
def test_where_nothing_can_be_worked_out_there_is_no_entry(item, monkeypatch):
    broken = read(item_of("wire.jsonl#2", "json-lines", b"{}", envelope={}, limit=10_000))
    assert entries_of(broken, broken) == [None, None]
    monkeypatch.setattr(search, "_VECTOR", "no_such_function(body)")
    assert entries_of(read(item)) == [None]
