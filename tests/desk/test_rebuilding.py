"""The print is made from the record, and can be made from it again."""

import datetime

import pytest
from django.db import connection

from articles import clock, desk, guards, search
from articles.desk.proving import faults
from articles.desk.rebuilding import rebuild_published
from articles.models import (
    Address,
    Credit,
    PublishedArticle,
    PublishedCorrection,
    PublishedLink,
    PublishedPicture,
    PublishedProfile,
)
from bylines.models import Author
from tests.conftest import figure

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def lifted_guards():
    """The record without its guards, as somebody who owns the tables could make it."""
    guards.lift(connection)
    yield
    guards.install(connection)


def everything_published():
    """Every row that readers may see, without its number."""
    prints = [
        {name: value for name, value in row.items() if name != "id"}
        for row in PublishedArticle.objects.order_by("article_number", "visible_from").values()
    ]
    profiles = list(PublishedProfile.objects.order_by("kind", "slug").values_list("kind", "slug", "name", "about"))
    links = sorted(PublishedLink.objects.values_list("print__path", "print__visible_from", "profile__slug"))
    corrections = sorted(PublishedCorrection.objects.values_list("print__visible_from", "kind", "note", "when"))
    pictures = sorted(PublishedPicture.objects.values_list("print__path", "print__visible_from", "sha256"))
    addresses = sorted(Address.objects.values_list("path", "article_number", "status"))
    return prints, profiles, links, corrections, pictures, addresses


@pytest.fixture
def a_busy_day(rita, ed, pat, mara, make_story, make_picture):
    ada = Author.objects.create(name="Ada Byron", slug="ada", bio="She counts.")
    with clock.set_to(NOON):
        body = f"{figure(make_picture(), 'From the light')}\n<p>The wall held all night.</p>"
        corrected = make_story(status="live", body=body)
        reprinted = make_story(status="live", credits=[Credit(author=ada)])
        killed, unpublished, held = (make_story(status="live") for _ in range(3))
        scheduled, embargoed = make_story(status="approved"), make_story(status="approved")
        desk.schedule(scheduled, by=pat, seen=1, at=NOON + 2 * HOUR)
        desk.schedule(embargoed, by=pat, seen=1, at=NOON + 2 * HOUR)
    with clock.set_to(NOON + HOUR):
        desk.revise(corrected, by=rita, seen=1, words={"dek": "Better."})
        desk.submit(corrected, by=rita, seen=2)
        desk.approve(corrected, by=ed, seen=2)
        desk.correct(corrected, by=pat, seen=2, kind="correction", note="It was worse.")
        Author.objects.update(name="Ada Lovelace")
        desk.reprint(reprinted, by=mara, why="She married")
        desk.kill(killed, by=pat, why="Forged")
        desk.unpublish(unpublished, by=pat, why="Wrong picture")
        desk.hold(held, by=pat, why="The lawyer called")
        desk.embargo(embargoed, by=ed, until=NOON + 30 * HOUR)
    with clock.set_to(NOON + 3 * HOUR):
        desk.publish(unpublished, by=pat, seen=1)
        yield


def test_the_same_record_gives_the_same_print(a_busy_day):
    before = everything_published()
    assert len(before[0]) == 10
    assert rebuild_published() == 10
    assert everything_published() == before
    rebuild_published()
    assert everything_published() == before


def test_rebuilding_keeps_the_search(a_busy_day):
    found = search.readers("wall", at=clock.now()).count()
    rebuild_published()
    assert [found, search.readers("wall", at=clock.now()).count()] == [4, 4]


def test_an_untouched_record_holds(a_busy_day):
    assert list(faults()) == []


@pytest.mark.parametrize(
    ("tampering", "sentence"),
    [
        ("UPDATE articles_revisionwords SET content = replace(content, 'all', 'no')", "the words are not those"),
        ("UPDATE articles_revision SET why = 'nothing'", "who, when, why or number is not what was recorded"),
        ("UPDATE articles_revision SET previous_hash = 'x' WHERE number = 2", "does not follow the revision before"),
        ("DELETE FROM articles_revisionwords", "the words are not those that were recorded"),
        ("UPDATE articles_article SET version = 3", "its newest revision is 2, and it should be 3"),
        ("UPDATE articles_publishedarticle SET revision_hash = 'x'", "names a revision that is not in the record"),
    ],
)
def test_tampering_is_found(tampering, sentence, rita, make_story, lifted_guards):
    story = make_story(status="live")
    desk.revise(story, by=rita, seen=1, words={"dek": "Other."})
    with connection.cursor() as cursor:
        cursor.execute(tampering)
    assert [fault for fault in faults() if sentence in fault] != []


def test_a_missing_guard_is_a_fault(lifted_guards):
    assert any("articles_revision_chain is missing" in fault for fault in faults())
