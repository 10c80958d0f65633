"""The search page."""

import datetime

import pytest

from articles import clock, desk

pytestmark = pytest.mark.django_db


def test_without_a_question_it_says_what_to_type(read):
    words = read("/search/").all("//main//section/p")
    assert words == ["A name, a place, a subject. A story is found when it has every word you type."]


def test_stories_with_every_word_are_found_newest_first(read, make_story, many):
    many(2, body="<p>The Orla Bright sails from Besançon.</p>")
    make_story("Orla stays", status="live")
    page = read("/search/?q=besancon+ORLA")
    assert page.classed("headline") == ["Story 1", "Story 2"]
    assert page.classed("list-facts") == ["2 stories, the newest first"]
    assert page.all("//input[@name='q']/@value") == ["besancon ORLA"]


def test_without_a_hit_it_leads_on(read, make_story, harbour):
    make_story(status="live", section=harbour)
    page = read("/search/?q=<zebra>")
    assert page.all("//main//h2") == ["No story has all of “<zebra>”"]
    assert page.all("//main//p/a/@href") == ["/section/harbour/"]


def test_a_word_is_found_from_its_minute_on(read, pat, make_story, noon):
    story = make_story("Brenquil", status="approved")
    desk.schedule(story, by=pat, seen=1, at=noon + datetime.timedelta(minutes=1))
    assert read("/search/?q=brenquil").classed("card") == []
    with clock.set_to(noon + datetime.timedelta(minutes=1)):
        assert read("/search/?q=brenquil").classed("headline") == ["Brenquil"]


@pytest.mark.parametrize("query", ["%00", "a%00b", '"', "%22%20AND%20(", "*", "%ed%a0%80", "--", "NEAR(a", "^x:y", "%"])
def test_no_question_breaks_it(read, query):
    read(f"/search/?q={query}")


def test_an_overlong_question_is_cut(read):
    assert read(f"/search/?q={'a' * 5000}").all("//input[@name='q']/@value") == ["a" * 200]


def test_turning_the_page_keeps_the_question(read, many):
    many(31, body="<p>Salt &amp; tide.</p>")
    page = read("/search/?q=salt+tide%26")
    assert page.all("//a[@rel='next']/@href") == ["?q=salt%20tide%26&page=2"]
    assert read("/search/?q=salt+tide%26&page=2").classed("headline") == ["Story 31"]


def test_thirty_hits_cost_as_many_queries_as_one(queries, many):
    many(1)
    one = queries("/search/?q=wall")
    many(29)
    assert queries("/search/?q=wall") == one == 3
