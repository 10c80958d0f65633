"""What the tests of the pages share: opening a page, counting what it asks, and stories in time."""

import datetime
from collections.abc import Callable, Iterator

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import clock, desk
from articles.models import Article, Section
from tests.public.document import Document

NOON = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def noon() -> Iterator[datetime.datetime]:
    """It is noon, which is 14:00 in the house's zone."""
    with clock.set_to(NOON):
        yield NOON


@pytest.fixture
def read(client: Client) -> Callable[..., Document]:
    """Opens an address as a reader does; `status` is the answer expected."""

    def open_(address, status=200):
        response = client.get(address)
        assert response.status_code == status
        return Document(response)

    return open_


@pytest.fixture
def queries(client: Client) -> Callable[[str], int]:
    """How many queries the readers' connection is asked for an address."""

    def count(address):
        with CaptureQueriesContext(connections["readers"]) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    return count


@pytest.fixture
def at() -> Callable[[float], clock.set_to]:
    """Stands the clock still so many hours after noon; before noon when negative."""
    return lambda hours: clock.set_to(NOON + datetime.timedelta(hours=hours))


@pytest.fixture
def many(make_story, at) -> Callable[..., list[Article]]:
    """Makes so many live stories, the first one the newest, an hour between each and the next."""

    def make(number, **words):
        stories = []
        for hours in range(number):
            with at(-1 - hours):
                stories.append(make_story(f"Story {hours + 1}", status="live", **words))
        return stories

    return make


@pytest.fixture
def correct(rita, ed, pat) -> Callable[..., None]:
    """Puts other words in place of a live story's, with a note of some kind."""

    def change(story, kind, note="", *, passage="", **words):
        if words:
            desk.revise(story, by=rita, seen=story.version, words=words)
            desk.submit(story, by=rita, seen=story.version)
            desk.approve(story, by=ed, seen=story.version)
        desk.correct(story, by=pat, seen=story.version, kind=kind, note=note, passage=passage)

    return change


@pytest.fixture
def harbour(db) -> Section:
    """A section."""
    return Section.objects.create(name="Harbour", slug="harbour", description="Ships and\n\ntides.", position=2)


@pytest.fixture
def city(db) -> Section:
    """A section that comes before the harbour."""
    return Section.objects.create(name="City", slug="city", position=1)
