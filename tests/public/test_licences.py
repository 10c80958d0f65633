"""The end of a licence: readers have the story on every surface until that minute, and on none from then on."""

import datetime

import pytest

from articles import clock, desk
from articles.desk import profiles
from articles.models import Claim, Origin, PublishedArticle
from bylines.models import Organisation
from tests.conftest import figure

pytestmark = pytest.mark.django_db

STORY = "/2026/05/04/story-1/"
LISTS = ["/", "/section/harbour/", "/organisation/tidewire/", "/search/?q=wall", "/corrections/"]
FILES = ["/feed.xml", "/section/harbour/feed.xml", "/sitemap.xml"]
HOUR = datetime.timedelta(hours=1)
MICROSECOND = datetime.timedelta(microseconds=1)


@pytest.fixture
def tidewire(db):
    return Organisation.objects.create(name="Tidewire", slug="tidewire")


@pytest.fixture
def license_until(ed, tidewire):
    """Changes the end of Tidewire's licence as the desk does."""

    def change(when):
        tidewire.licensed_until = when
        profiles.save_profile(tidewire, by=ed)

    return change


@pytest.fixture
def licensed(make_story, make_picture, harbour, tidewire, noon, pat, license_until):
    """A live story with a picture and a note, on every surface there is; and the addresses by which it is found."""
    picture = make_picture()
    body = f"{figure(picture, 'The wall')}\n<p>Zephyrine wall.</p>"
    origins = [Origin(organisation=tidewire, state=Claim.CONFIRMED)]
    told = {"dek": "Zephyrine dek.", "body": body, "section": harbour, "origins": origins}
    story = make_story("Zephyrine", status="live", **told)
    desk.correct(story, by=pat, seen=1, kind="editors_note", note="Zephyrine, so it was.")
    license_until(noon + HOUR)
    return [STORY, *LISTS, *FILES, f"/pictures/{picture.sha256}-640.jpg"]


def found(client, addresses, at):
    """Those of `addresses` where a reader finds anything of the story at `at`."""
    with clock.set_to(at):
        answers = {address: client.get(address) for address in addresses}
    words = ("zephyrine", STORY, "tidewire")
    return [
        address
        for address, answer in answers.items()
        if answer.status_code == 200
        and ("/pictures/" in address or any(word in answer.content.decode().lower() for word in words))
    ]


def test_the_end_of_a_licence_takes_the_story_from_every_surface_at_that_minute(client, licensed, noon):
    end = noon + HOUR
    assert found(client, licensed, end - MICROSECOND) == licensed
    assert found(client, licensed, end) == []
    # Without the end in the print it would be found: so that the line above means something.
    PublishedArticle.objects.update(licensed_until=None)
    assert found(client, licensed, end) == licensed


def test_a_licence_made_longer_gives_it_back(client, licensed, license_until, noon):
    after = noon + 2 * HOUR
    assert found(client, licensed, after) == []
    license_until(after + MICROSECOND)
    assert found(client, licensed, after) == licensed
    assert found(client, licensed, after + MICROSECOND) == []
