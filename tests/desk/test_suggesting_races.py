"""Two stories name the same person at the same moment as one lets go of them: nobody is in anybody's way."""

from functools import partial

import pytest
from django.db.models import F

from articles.desk import rights
from articles.desk.suggesting import accept_source, suggest
from articles.models import Article, Citation
from bylines.models import Source
from tests.simultaneously import at_once

pytestmark = pytest.mark.django_db(transaction=True)

SAID = "<p>“The berths will be open by the spring,” Ada Brenn, the harbour master, said.</p>"


def story(body):
    return Article.objects.create(headline="Tide", version=1, body=body)


def save(story, body):
    Article.objects.filter(pk=story.pk).update(body=body, version=F("version") + 1)
    return suggest(Article.objects.get(pk=story.pk))


def test_a_source_that_one_lets_go_and_another_takes_up_is_there():
    one, other = story(SAID), story("<p>It rained.</p>")
    suggest(one)
    for _round in range(5):
        assert at_once(partial(save, one, "<p>It rained.</p>"), partial(save, other, SAID)) == [0, 1]
        assert str(Citation.objects.get().source) == "Ada Brenn"
        one, other = other, one


def test_a_source_accepted_twice_at_once_is_one(rita):
    one = story(SAID)
    suggest(one)
    source, person = Source.objects.get(), rights.person(rita)
    results = at_once(*[lambda: accept_source(Source.objects.get(pk=source.pk), by=person)] * 2)
    assert results == [source, source]
    assert Source.objects.accepted().get().slug == "ada-brenn"
