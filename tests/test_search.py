"""Finding stories: readers theirs, the desk its own, on both engines alike."""

import datetime
import json
from importlib import import_module

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import clock, desk, search
from articles.importing.item import item_of
from articles.importing.reading import read
from articles.models import Article
from articles.text.terms import terms

pytestmark = pytest.mark.django_db


def found(query, at=None):
    return [print_.headline for print_ in search.readers(query, at=at or clock.now())]


def test_every_word_must_match_and_the_newest_comes_first(make_story):
    with clock.set_to(timezone.now() - datetime.timedelta(hours=1)):
        make_story("Ferry sails again", status="live")
    make_story("Ferry is late", status="live")
    assert found("ferry") == ["Ferry is late", "Ferry sails again"]
    assert found("ferry sails") == ["Ferry sails again"]
    assert found("ferry tram") == []


@pytest.mark.parametrize("query", ["besancon", "Besançon", "BESANCON", "besanc\u0327on"])
def test_accents_and_case_do_not_matter(query, make_story):
    make_story("Fog over Besançon", status="live")
    assert found(query) == ["Fog over Besançon"]


@pytest.mark.parametrize("query", ["", " ", '"', "—", "' OR 1=1", "a" * 5000, "NEAR(", "*", "x\x00y", "%", "()"])
def test_nothing_that_can_be_typed_breaks_it(query, make_story):
    make_story("Ferry sails again", status="live")
    assert found(query) == []


def test_punctuation_beside_a_word_does_not_hide_it(make_story):
    make_story("Ferry sails again", status="live")
    assert found("“ferry” — again!") == ["Ferry sails again"]


def test_body_dek_and_byline_are_searched(make_story):
    make_story("Ferry", status="live", dek="About timetables", body="<p>The <strong>ramp</strong> is broken.</p>")
    assert [found("timetables"), found("ramp"), found("staff"), found("strong")] == [
        ["Ferry"],
        ["Ferry"],
        ["Ferry"],
        [],
    ]


def test_readers_find_a_word_from_its_minute_and_only_the_live_print(rita, ed, pat, make_story):
    story = make_story("Ferry", status="live", body="<p>Oldword</p>")
    desk.revise(story, by=rita, seen=1, words={"body": "<p>Newword</p>"})
    desk.submit(story, by=rita, seen=2)
    desk.approve(story, by=ed, seen=2)
    minute = clock.now() + datetime.timedelta(hours=1)
    desk.schedule(story, by=pat, seen=2, at=minute)
    assert [found("oldword"), found("newword")] == [["Ferry"], []]
    assert [found("oldword", minute), found("newword", minute)] == [[], ["Ferry"]]


def test_the_desk_finds_drafts_as_they_are_now(rita, make_story):
    story = make_story("Ferry", slugline="isle-run")
    desk.revise(story, by=rita, seen=1, words={"headline": "Tram"})
    everything = Article.objects.all()
    assert [list(search.desk(everything, query)) for query in ("tram", "isle-run", "ferry")] == [[story], [story], []]


def test_a_very_long_story_is_indexed_as_far_as_engines_allow(make_story):
    long = " ".join(f"word{number}" for number in range(200_000))
    story = make_story("Long", body=f"<p>early {long} late</p>")
    assert list(search.desk(Article.objects.all(), "early")) == [story]


@pytest.mark.parametrize("query", ["東京", "京", "मौसम", "ガイド", "the", "STRASSE", "ferry's"])
def test_every_script_is_searched_and_no_word_is_too_common(query, make_story):
    make_story("The ferry’s 東京ガイド मौसम Straße", status="live")
    assert found(query) == ["The ferry’s 東京ガイド मौसम Straße"]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.text(max_size=8), max_size=8))
def test_whatever_is_written_is_found_by_itself(words, make_story):
    story = make_story("Ferry")
    story.slugline = " ".join(words)
    search.index_articles([story])
    for word in words:
        asked = terms(search.Fingerprint(word).words, "en")
        assert list(search.desk(Article.objects.filter(pk=story.pk), word)) == ([story] if asked else [])


def test_what_an_import_works_out_is_what_the_index_would_hold(make_story):
    told = {
        "headline": "The Ferríes sail",
        "dek": "Ramp",
        "kicker": "Harbour",
        "slugline": "isle-run",
        "body_html": "<p>At <em>six</em>.</p><ul><li>Été</li><li>no<br>more</li></ul>"
        "<figure><img src='https://a.example/b.png'><figcaption>A quay</figcaption></figure>",
    }
    reading = read(item_of("wire.jsonl#1", "json-lines", json.dumps(told).encode(), envelope={}, limit=10_000))
    lines = {name: told[name] for name in ("dek", "kicker", "slugline")}
    story = make_story(told["headline"], **lines, body="".join(block.html for block in reading.story.blocks))
    search.index_articles([story])
    worked_out = indexed()
    search.index_articles([story], {story.pk: reading.terms})
    assert indexed() == worked_out
    assert worked_out == "a at ete ferri harbour isl more no quay ramp run sail six the".split()


def indexed():
    """The terms that the desk's index holds."""
    with connection.cursor() as cursor:
        column = "array_to_string(tsvector_to_array(words), ' ')" if connection.vendor == "postgresql" else "words"
        cursor.execute(f"SELECT {column} FROM {search.DESK}")
        return sorted(word for (words,) in cursor.fetchall() for word in words.split())


def everything_found():
    return [found("wall"), found("night"), list(search.desk(Article.objects.all(), "quay").values_list("headline"))]


def test_rebuild_search_makes_both_indexes_again(make_story, capsys):
    make_story("The wall", status="live", dek="At night", body="<p>The quay.</p>")
    before = everything_found()
    for table in (search.READERS, search.DESK):
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table}")
    assert everything_found() == [[], [], []]
    call_command("rebuild_search")
    assert everything_found() == before == [["The wall"], ["The wall"], [("The wall",)]]
    assert capsys.readouterr().out == "1 stories can be found again.\n"


@pytest.mark.django_db(transaction=True)
def test_a_newsroom_that_exists_finds_its_stories_after_the_upgrade(make_story):
    make_story("The wall", status="live", dek="At night", body="<p>The quay.</p>")
    before = everything_found()
    ((_app, earlier),) = import_module("articles.migrations.0011_terms").Migration.dependencies
    call_command("migrate", "articles", earlier, verbosity=0)
    call_command("migrate", "articles", verbosity=0)
    assert everything_found() == before == [["The wall"], ["The wall"], [("The wall",)]]
