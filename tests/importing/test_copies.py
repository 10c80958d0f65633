"""The same copy from elsewhere, or nearly: one story, several deliveries."""

from dataclasses import replace

import pytest

from articles.models import Article
from tests.importing.conftest import PARAGRAPHS, told
from tests.importing.versions import outcomes

pytestmark = pytest.mark.django_db


# Copies


def test_four_outlets_with_one_copy_are_one_story_with_four_deliveries(tell, story):
    outlets = ["Wave", "Surf", "Foam"]
    results = tell(*(told(supplier_id=f"urn:{name}:1", supplier=name) for name in outlets))
    assert [(str(one.outcome), one.article) for one in results] == [("duplicate", story.pk)] * 3
    assert Article.objects.count() == 1
    assert list(story.deliveries.values_list("supplier", "kind")) == [
        ("Tidewater Wire", "item"),
        ("Wave", "copy"),
        ("Surf", "copy"),
        ("Foam", "copy"),
    ]


def test_a_trimmed_copy_says_what_is_new_in_it(tell, story):
    longer = [
        f"Paragraph {number} of a long report about the night the tide came over the quay." for number in range(9)
    ]
    tell(told(*PARAGRAPHS, *longer, supplier_id="urn:tide:2"))
    copy = told(*PARAGRAPHS, *longer[:-2], "Nobody was hurt.", supplier_id="urn:wave:2", supplier="Wave")
    (result,) = tell(copy)
    assert (result.outcome, result.reason.split(": ", 1)[1]) == (
        "duplicate",
        f"it is article {result.article}. New in it: Nobody was hurt.",
    )


def test_a_short_note_is_compared_with_its_headline(tell):
    notes = [told("More to follow.", headline=f"Headline {name}", supplier_id=f"urn:{name}:1") for name in "ab"]
    assert outcomes(tell(*notes)) == ["created", "created"]
    assert outcomes(tell(replace(notes[0], supplier_id="urn:c:1"))) == ["duplicate"]
