"""The reader's page as the desk sees it before readers do."""

import pytest
from django.test import RequestFactory

from articles.models import PublishedArticle
from articles.public.views import render_story
from newsroom.house import HouseTime
from tests.public.document import Document

pytestmark = pytest.mark.django_db


@pytest.fixture
def unsaved():
    """A print that is in no table and has no window."""
    return PublishedArticle(headline="Not yet", body="<p>Words.</p>", language="en", direction="ltr", path="/later/")


def test_it_asks_the_database_nothing(unsaved, noon, django_assert_num_queries):
    unsaved.first_published = noon
    with django_assert_num_queries(0):
        page = Document(render_story(RequestFactory().get("/"), unsaved, [], preview="Revision 3"))
    assert page.classed("preview") == ["Revision 3"]
    assert page.classed("story-body") == ["Words."]


def test_a_print_without_dates_shows_none(unsaved):
    page = Document(render_story(RequestFactory().get("/"), unsaved, [], preview="Revision 3"))
    assert page.all("//article//time") == []


def test_nobody_may_keep_it_and_no_machine_is_told(unsaved):
    response = render_story(RequestFactory().get("/"), unsaved, [], preview="Revision 3")
    page = Document(response)
    assert response["Cache-Control"] == "private, no-store"
    assert page.all("//meta[@name='robots']/@content") == ["noindex"]
    assert page.all("//script | //link[@rel='canonical'] | //meta[@property]") == []


def test_without_a_banner_it_is_the_readers_page(client, make_story):
    make_story(status="live")
    print_ = PublishedArticle.objects.get()
    response = HouseTime(lambda request: render_story(request, print_, []))(RequestFactory().get("/"))
    assert response.content == client.get("/2026/05/04/story-1/").content
