"""A suggested source accepted: it gets an address, or is one that the house has."""

import pytest

from articles import desk
from articles.desk import rights
from articles.desk.suggesting import accept_source, sweep
from bylines.models import Source
from tests.desk.read_story import SAID, rows

pytestmark = pytest.mark.django_db


# Accepting a source


@pytest.fixture
def person(rita):
    return rights.person(rita)


def test_an_accepted_source_has_an_address(read, person):
    (row,) = rows(read(SAID))
    accepted = accept_source(row.source, by=person)
    assert (accepted.pk, accepted.slug, accepted.state) == (row.source_id, "ada-brenn", Source.State.ACCEPTED)
    assert accept_source(accepted, by=person) == accepted


def test_an_accepted_source_is_the_one_that_was_there_already(read, person):
    story = read(SAID, "“Go home,” Brenn said.")
    first, second = rows(story)
    ada = Source.objects.create(name="Ada Brenn", slug="ada-brenn", title="mayor")
    assert accept_source(first.source, by=person) == ada
    assert rows(story, "source", "title") == [(ada, "harbour master")] * 2
    assert list(Source.objects.all()) == [ada]
    assert accept_source(second.source, by=person) == ada


def test_a_suggested_source_is_in_nobodys_way(read, person):
    (row,) = rows(read(SAID))
    ada = Source.objects.create(name="Ada Brenn", slug="ada-brenn", kind=Source.Kind.POST)
    assert row.source not in Source.objects.accepted()
    assert accept_source(row.source, by=person).slug == "ada-brenn-2"
    assert ada in Source.objects.accepted()


def test_a_source_that_is_gone_is_refused_by_name(read, person):
    (row,) = rows(read(SAID))
    source = row.source
    row.delete()
    assert sweep() == 1
    with pytest.raises(desk.Refused, match="Ada Brenn"):
        accept_source(source, by=person)


def test_nobody_accepts_without_the_right(read, nora):
    (row,) = rows(read(SAID))
    with pytest.raises(desk.Refused):
        accept_source(row.source, by=rights.person(nora))
