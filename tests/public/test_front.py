"""The front page and the pages behind it."""

import pytest

pytestmark = pytest.mark.django_db


def test_a_fresh_newsroom_says_that_nothing_is_out_yet(read):
    assert read("/").all("//main//h2") == ["Nothing has been published yet"]


def test_the_newest_story_leads_with_its_opening(read, make_story, many):
    many(2)
    make_story("Ferry sails", status="live", kicker="Ferry", dateline="Skerrin", body="<p>One.</p><p>Two.</p>")
    page = read("/")
    assert page.all("//article[@class='lead']/*") == [
        "Ferry Ferry sails It held.",
        "By Staff 4 May 2026, 14:00",
        "Skerrin — One. Two.",
        "Continue reading",
    ]


def test_four_stories_stand_beside_the_lead_and_the_rest_in_their_sections(read, many, harbour, city):
    many(9, section=harbour)
    page = read("/")
    heads = "//*[contains(@class, 'headline')]"
    assert page.all(f"//div[@class='beside']{heads}") == ["Story 2", "Story 3"]
    assert page.all(f"//div[@class='across']{heads}") == ["Story 4", "Story 5"]
    assert page.all("//section/h2") == ["Harbour"]
    assert page.all(f"//section{heads}") == ["Story 6", "Story 7", "Story 8", "Story 9"]


def test_the_navigation_has_the_sections_with_something_to_read_in_their_order(read, make_story, harbour, city):
    make_story(status="live", section=harbour)
    make_story(section=city)
    assert read("/").all("//nav[@class='sections']//a/@href") == ["/section/harbour/"]
    make_story(status="live", section=city)
    assert read("/").all("//nav[@class='sections']//a") == ["City", "Harbour"]


def test_earlier_stories_are_on_the_next_page(read, many):
    many(32)
    assert read("/").all("//a[@rel='next']/@href") == ["?page=2"]
    page = read("/?page=2")
    assert page.all("//h1") == ["Earlier stories"]
    assert page.classed("headline") == ["Story 31", "Story 32"]
    assert page.all("//link[@rel='canonical']/@href") == ["http://testserver/?page=2"]


def test_a_retracted_lead_shows_no_opening_and_says_so(read, make_story, correct):
    story = make_story("Mayor resigns", status="live")
    correct(story, "retraction", "She did not.")
    page = read("/")
    assert page.classed("headline") == ["Retracted: Mayor resigns"]
    assert page.classed("opening") == []


def test_thirty_stories_cost_as_many_queries_as_one(queries, many):
    many(1)
    one = queries("/")
    many(29)
    assert queries("/") == one == 4
