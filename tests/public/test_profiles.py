"""Pages of sections, authors, organisations, sources and topics, there only while a visible print carries them."""

import datetime

import pytest

from articles import clock, desk
from articles.models import Citation, Credit, Topic
from bylines.models import Author, Organisation, Source

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/section/harbour/",
    "/author/ada-lovelace/",
    "/organisation/the-engine/",
    "/source/una-garvock/",
    "/topic/tides/",
]


@pytest.fixture
def carried(harbour):
    """Rows for a story that carries one profile of each kind."""
    author = Author.objects.create(name="Ada Lovelace", slug="ada-lovelace", title="Correspondent", bio="She counts.")
    engine = Organisation.objects.create(name="The Engine", slug="the-engine", homepage="https://engine.example/")
    una = Source.objects.create(name="Una Garvock", slug="una-garvock")
    return {
        "section": harbour,
        "citations": [Citation(source=una)],
        "credits": [Credit(author=author, organisation=engine)],
        "topics": [Topic.objects.create(name="Tides", slug="tides")],
    }


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_profile_lists_its_stories_newest_first(address, read, make_story, many, carried):
    many(2, **carried)
    make_story("Of somebody else", status="live")
    assert read(address).classed("headline") == ["Story 1", "Story 2"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_profile_is_there_only_while_a_visible_print_carries_it(address, read, make_story, pat, noon, carried):
    story = make_story(status="approved", **carried)
    desk.schedule(story, by=pat, seen=1, at=noon + datetime.timedelta(hours=1))
    assert read(address, 404).response.content == read("/nowhere/", 404).response.content
    with clock.set_to(noon + datetime.timedelta(hours=1)):
        read(address)
        desk.unpublish(story, by=pat, why="Wrong")
        read(address, 404)


def test_an_author_is_introduced(read, make_story, carried):
    make_story(status="live", **carried)
    head = read("/author/ada-lovelace/").all("//header[@class='list-head']/*")
    assert head == ["Author", "Ada Lovelace", "Correspondent", "She counts.", "1 story"]


def test_an_organisation_leads_to_its_homepage(read, make_story, carried):
    make_story(status="live", **carried)
    page = read("/organisation/the-engine/")
    assert page.all("//p[@class='list-facts']/a/@href") == ["https://engine.example/"]


def test_a_section_says_what_it_is_about_and_where_its_feed_is(read, make_story, carried):
    make_story(status="live", **carried)
    page = read("/section/harbour/")
    assert page.all("//div[@class='about']/p") == ["Ships and", "tides."]
    assert page.all("//a[@aria-current='page']") == ["Harbour"]
    assert page.all("//link[@type='application/rss+xml']/@href") == ["/section/harbour/feed.xml"]


def test_counts_leave_out_what_is_not_visible(read, make_story, carried):
    make_story(status="live", **carried)
    make_story(status="approved", **carried)
    assert read("/topic/tides/").classed("list-facts") == ["1 story"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_thirty_stories_cost_as_many_queries_as_one(address, queries, many, carried):
    many(1, **carried)
    one = queries(address)
    many(29, **carried)
    assert queries(address) == one == (5 if "organisation" in address else 4)
