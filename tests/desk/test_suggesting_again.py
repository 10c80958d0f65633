"""Whatever the words, and whatever was settled: read again, nothing of a person is touched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.desk.suggesting import suggest
from articles.models import Article, Citation, Claim
from bylines.models import Source
from tests.desk.read_story import FERRY, OTHER, SAID, body_of, save

pytestmark = pytest.mark.django_db


# Whatever the words, and whatever was settled

SENTENCES = st.sampled_from(
    [
        SAID,
        OTHER,
        *FERRY,
        "“Go home.”",
        "She said the “so-called” wall had held.",
        "“We are done,” he said. “We are done,” she said.",
        "„Wir sind fertig“, sagte Ada Brenn.",
        "« C’est fini », a déclaré la maire.",
    ]
)


BODIES = st.lists(SENTENCES, min_size=1, max_size=6).map(lambda words: body_of(*words))


class Whatever(TestCase):
    @settings(max_examples=25)
    @given(st.lists(BODIES, min_size=2, max_size=3), st.data())
    def test_words_and_settled_rows_are_never_touched_and_twice_is_once(self, bodies, data):
        story = Article.objects.create(headline="Tide", version=1, body=bodies[0])
        suggest(story)
        for row in story.citations.all():
            if data.draw(st.booleans()):
                Citation.objects.filter(pk=row.pk).update(state=Claim.REJECTED)
        for body in bodies[1:]:
            settled = list(story.citations.exclude(state=Claim.SUGGESTED).order_by("pk").values())
            count = save(story, body)
            assert story.body == Article.objects.get().body == body
            assert list(story.citations.exclude(state=Claim.SUGGESTED).order_by("pk").values()) == settled
            held = list(Citation.objects.order_by("pk").values())
            assert suggest(story) == count == story.citations.filter(state=Claim.SUGGESTED).count()
            assert list(Citation.objects.order_by("pk").values()) == held
            assert not Source.objects.suggested().filter(citations=None).exists()
