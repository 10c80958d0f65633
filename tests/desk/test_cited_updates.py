"""Citations when a supplier's update comes: the marks stay at their words, or say that these are gone."""

import pytest

from articles.desk import rights
from articles.desk.updating import Received, take_update
from articles.models import Citation
from tests.desk.cited_story import BODY, CITED, STATEMENT, WALL, marked, revise, row, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def wire(make_story, amsel, ed):
    """Copy as it came, in which Ed has cited Ada Amsel since."""
    story = make_story(body=BODY)
    revise(story, ed, CITED, citations=[Citation(source=amsel, key="amsel", source_words=STATEMENT)])
    return story


def update(story, body):
    words = {"headline": story.headline, "dek": story.dek, "slug": story.slug, "body": body}
    received = Received(words, credits=list(story.credits.all()))
    return take_update(story, received, by=rights.system(), why="told#2", occasion="told#2")


def test_an_update_elsewhere_leaves_the_mark(wire):
    update(wire, BODY.replace("on the quay", "by the quay"))
    assert (told(wire), row(wire).match, wire.version) == ({"amsel": WALL}, "exact", 3)


def test_an_update_of_the_quoted_words_is_checked_again(wire):
    update(wire, BODY.replace("We will rebuild", "We shall rebuild"))
    altered = WALL.replace("will", "shall")
    assert (told(wire), row(wire).quote, row(wire).match) == ({"amsel": altered}, altered, "altered")


def test_an_update_without_the_words_leaves_an_orphan(wire):
    update(wire, BODY.replace(f"\n<p>“{WALL},” said Ada Amsel.</p>", ""))
    assert (told(wire), row(wire).quote) == ({}, WALL)


def test_marks_that_a_supplier_sends_are_nobodys(wire):
    update(wire, marked("It never rained so hard in all my years", "amsel").replace("on the quay", "by the quay"))
    assert told(wire) == {"amsel": WALL}
