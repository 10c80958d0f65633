"""RSS 2.0."""

import datetime

import pytest
from lxml import etree

from articles import clock, desk
from articles.models import Topic

pytestmark = pytest.mark.django_db

NAMES = {"atom": "http://www.w3.org/2005/Atom", "dc": "http://purl.org/dc/elements/1.1/"}


@pytest.fixture
def feed(client):
    """Reads a feed as a program does."""

    def read(address="/feed.xml"):
        response = client.get(address)
        assert (response.status_code, response["Content-Type"]) == (200, "application/rss+xml; charset=utf-8")
        root = etree.fromstring(response.content)
        return lambda xpath: root.xpath(xpath, namespaces=NAMES)

    return read


def test_it_names_the_house_and_itself(feed, make_story):
    make_story(status="live")
    ask = feed()
    assert ask("string(channel/title)") == "The Harbour Courier"
    assert ask("string(channel/link)") == "http://testserver/"
    assert ask("channel/atom:link[@rel='self']/@href") == ["http://testserver/feed.xml"]
    assert ask("string(channel/language)") == "en"
    assert ask("string(channel/lastBuildDate)") == "Mon, 04 May 2026 12:00:00 +0000"


def test_an_item_carries_what_readers_of_feeds_show(feed, make_story, harbour):
    topic = Topic.objects.create(name="Tides", slug="tides")
    make_story("Dues & <dredging>", status="live", dek="Up by <6>", section=harbour, topics=[topic])
    ask = feed()
    item = {name: ask(f"string(channel/item/{name})") for name in ("title", "link", "description", "dc:creator")}
    assert item == {
        "title": "Dues & <dredging>",
        "link": "http://testserver/2026/05/04/story-1/",
        "description": "Up by &lt;6&gt;",
        "dc:creator": "Staff",
    }
    assert ask("string(channel/item/guid)") == item["link"]
    assert ask("channel/item/guid/@isPermaLink") == ["true"]
    assert ask("string(channel/item/pubDate)") == "Mon, 04 May 2026 12:00:00 +0000"
    assert ask("channel/item/category/text()") == ["Harbour", "Tides"]


def test_the_newest_forty_come_first_to_last(feed, many):
    many(41)
    assert feed()("channel/item/title/text()") == [f"Story {number}" for number in range(1, 41)]


def test_a_section_has_its_own(feed, client, make_story, harbour):
    assert client.get("/section/harbour/feed.xml").status_code == 404
    make_story("Here", status="live", section=harbour)
    make_story("Elsewhere", status="live")
    ask = feed("/section/harbour/feed.xml")
    assert ask("string(channel/title)") == "The Harbour Courier: Harbour"
    assert ask("channel/item/title/text()") == ["Here"]


def test_a_story_is_in_it_from_its_minute_on(feed, pat, make_story, noon):
    story = make_story("Soon", status="approved")
    desk.schedule(story, by=pat, seen=1, at=noon + datetime.timedelta(minutes=1))
    assert feed()("channel/item") == []
    with clock.set_to(noon + datetime.timedelta(minutes=1)):
        assert feed()("channel/item/title/text()") == ["Soon"]


def test_a_retracted_story_says_so(feed, make_story, correct):
    correct(make_story("Mayor resigns", status="live"), "retraction", "She did not.")
    assert feed()("channel/item/title/text()") == ["Retracted: Mayor resigns"]


def test_an_empty_feed_stays_the_same_to_the_byte(client, at):
    first = client.get("/feed.xml").content
    with at(1):
        assert client.get("/feed.xml").content == first


@pytest.mark.parametrize("address", ["/feed.xml", "/section/harbour/feed.xml"])
def test_thirty_items_cost_as_many_queries_as_one(queries, many, harbour, address):
    many(1, section=harbour)
    one = queries(address)
    many(29, section=harbour)
    assert queries(address) == one
