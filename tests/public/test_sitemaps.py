"""sitemap.xml and robots.txt."""

from urllib.robotparser import RobotFileParser

import pytest
from django.test import override_settings
from lxml import etree

from articles import desk
from articles.public import sitemaps

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries(client):
    """Every address of the sitemap with its date."""

    def read(address="/sitemap.xml"):
        response = client.get(address)
        assert (response.status_code, response["Content-Type"]) == (200, "application/xml; charset=utf-8")
        urls = etree.fromstring(response.content).findall("{*}url")
        return {url.findtext("{*}loc"): url.findtext("{*}lastmod") for url in urls}

    return read


def test_an_empty_paper_has_two_pages(entries):
    assert entries() == {"http://testserver/": None, "http://testserver/corrections/": None}


def test_it_lists_stories_and_lists_with_the_date_of_their_last_change(entries, make_story, correct, at, harbour):
    story = make_story(status="live", section=harbour)
    make_story(status="live")
    with at(1):
        correct(story, "typo", headline="No change for readers")
        assert set(entries().values()) == {"2026-05-04T12:00:00Z", None}
    with at(2):
        correct(story, "correction", "Mended.", headline="A change for readers")
        assert entries() == {
            "http://testserver/": "2026-05-04T14:00:00Z",
            "http://testserver/corrections/": None,
            "http://testserver/section/harbour/": "2026-05-04T14:00:00Z",
            "http://testserver/2026/05/04/story-1/": "2026-05-04T14:00:00Z",
            "http://testserver/2026/05/04/story-2/": "2026-05-04T12:00:00Z",
        }


def test_what_waits_moves_no_date(entries, rita, ed, pat, make_story, noon, harbour):
    story = make_story(status="live", section=harbour)
    before = entries()
    desk.revise(story, by=rita, seen=1, words={"headline": "Later"})
    desk.submit(story, by=rita, seen=2)
    desk.approve(story, by=ed, seen=2)
    desk.schedule(story, by=pat, seen=2, at=noon.replace(hour=20))
    assert entries() == before


def test_a_large_paper_has_more_than_one_file_and_robots_know(entries, client, many, monkeypatch):
    monkeypatch.setattr(sitemaps, "STORIES_A_MAP", 2)
    many(3)
    assert list(entries("/sitemap.xml?page=2")) == ["http://testserver/2026/05/04/story-3/"]
    assert client.get("/robots.txt").content.decode().splitlines()[-2:] == [
        "Sitemap: http://testserver/sitemap.xml",
        "Sitemap: http://testserver/sitemap.xml?page=2",
    ]


ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /search/

Sitemap: https://courier.example/sitemap.xml
"""

MINERS = """
User-agent: Applebot-Extended
User-agent: CCBot
User-agent: ClaudeBot
User-agent: Google-Extended
User-agent: GPTBot
User-agent: meta-externalagent
Disallow: /
"""


@pytest.mark.parametrize(
    ("mining", "told"), [("allowed", ROBOTS), ("reserved", ROBOTS.replace("\n\n", f"\n{MINERS}\n"))]
)
@override_settings(SITE_URL="https://courier.example")
def test_robots_are_told_where_to_look_and_where_not(mining, told, client, settings):
    settings.AI_MINING = mining
    assert client.get("/robots.txt").content.decode() == told


@override_settings(SITE_URL="https://courier.example")
@pytest.mark.parametrize(("agent", "may"), [("GPTBot", False), ("Googlebot", True)])
def test_a_robot_understands_it(agent, may, client):
    parser = RobotFileParser()
    parser.parse(client.get("/robots.txt").content.decode().splitlines())
    assert parser.can_fetch(agent, "https://courier.example/2026/05/04/story-1/") is may
    assert parser.can_fetch(agent, "https://courier.example/admin/") is False


def test_thirty_stories_cost_as_many_queries_as_one(queries, many, harbour):
    many(1, section=harbour)
    one = queries("/sitemap.xml")
    many(29, section=harbour)
    assert queries("/sitemap.xml") == one == 3
