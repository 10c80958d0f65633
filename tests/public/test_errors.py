"""404, 410 and 500."""

import datetime

import pytest
from django.db import connections
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from articles import desk
from articles.models import Address
from articles.public import errors

pytestmark = pytest.mark.django_db

NEVER_WAS = "/2026/05/04/never-was/"


def whole(client, address):
    response = client.get(address)
    return response.status_code, dict(response.headers), response.content


def test_what_never_was_is_not_found_and_the_page_leads_on(read, make_story, harbour):
    make_story(status="live", section=harbour)
    page = read(NEVER_WAS, 404)
    assert page.all("//main//h1") == ["There is nothing at this address"]
    assert page.all("//main//a/@href") == ["/search/", "/", "/section/harbour/"]


@pytest.mark.parametrize("address", ["/nowhere/", "/section/nowhere/", "/2026/05/04/a%00b/", "/%ff/", "/author/%00/"])
def test_no_address_breaks_the_paper(read, address):
    read(address, 404)


def test_the_address_of_a_scheduled_story_answers_like_one_that_never_was(client, pat, make_story, noon, harbour):
    make_story(status="live")
    expected = whole(client, NEVER_WAS)
    story = make_story(status="approved", slug="soon", section=harbour)
    desk.schedule(story, by=pat, seen=1, at=noon + datetime.timedelta(hours=1))
    assert Address.objects.filter(path="/2026/05/04/soon/").exists()
    assert whole(client, "/2026/05/04/soon/") == expected == whole(client, NEVER_WAS)


def test_it_also_asks_the_database_the_same(client, pat, make_story, noon):
    story = make_story(status="approved", slug="soon")
    desk.schedule(story, by=pat, seen=1, at=noon + datetime.timedelta(hours=1))
    asked = []
    for address in (NEVER_WAS, "/2026/05/04/soon/"):
        with CaptureQueriesContext(connections["readers"]) as queries:
            client.get(address)
        asked.append(len(queries))
    assert asked == [4, 4]


def test_an_unpublished_story_is_not_found(client, pat, make_story):
    story = make_story(status="live", slug="gone")
    desk.unpublish(story, by=pat, why="Wrong")
    assert whole(client, "/2026/05/04/gone/") == whole(client, NEVER_WAS)


def test_a_killed_story_is_gone(read, pat, make_story):
    story = make_story("Plant to close", status="live", slug="gone")
    desk.kill(story, by=pat, why="The sender was not who he said")
    page = read("/2026/05/04/gone/", 410)
    assert page.all("//main//h1") == ["This story has been withdrawn"]
    assert page.all("//*[contains(., 'Plant') or contains(., 'sender')]") == []


def test_the_page_of_a_killed_story_says_why_where_readers_may_know(read, pat, make_story):
    story = make_story(status="live", slug="gone")
    desk.kill(story, by=pat, why="Private")
    Address.objects.update(why="The statement was forged.")
    assert read("/2026/05/04/gone/", 410).all("//main//section/p")[1] == "The statement was forged."


def test_a_broken_page_says_so_without_asking_anything(django_assert_num_queries):
    with django_assert_num_queries(0):
        response = errors.broken(RequestFactory().get("/"))
    assert (response.status_code, response["Cache-Control"]) == (500, "no-store")


def test_readers_of_a_broken_page_see_the_paper(read, client, monkeypatch):
    monkeypatch.setattr("articles.public.reading.prints", lambda **_asked: 1 / 0)
    client.raise_request_exception = False
    assert read("/", 500).all("//main//h1") == ["Something broke in the press room"]


def test_nobody_can_write_to_the_paper():
    assert Client().post("/", {}).status_code == 405
