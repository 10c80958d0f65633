"""Finding stories: readers theirs, the desk its own, on both engines alike."""

import datetime

import pytest
from django.utils import timezone

from articles import clock, desk, search
from articles.models import Article

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


def test_a_very_long_story_is_indexed_as_far_as_the_engine_allows(make_story):
    long = " ".join(f"word{number}" for number in range(200_000))
    story = make_story("Long", body=f"<p>early {long} late</p>")
    assert list(search.desk(Article.objects.all(), "early")) == [story]
