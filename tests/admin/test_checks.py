"""What checking a quote came to, in words."""

import pytest

from articles.admin.checks import checked
from articles.models import Citation, Person
from articles.text.differing import Run

pytestmark = pytest.mark.django_db

SAID = "We watched the gauge all night, and we prayed."


def outcome(**columns):
    found = checked(Citation(quote="We watched the gauge", **columns))
    return found and found.outcome


@pytest.mark.parametrize("match", ["exact", "trimmed", "altered", "not_found"])
def test_each_outcome_has_its_name(match):
    assert outcome(match=match, source_words=SAID) == match


def test_a_quote_without_its_sources_words_is_unchecked():
    assert outcome(match="") == "unchecked"


def test_a_paraphrase_is_not_checked():
    assert outcome(kind="paraphrase") is None


def test_whoever_vouches_for_words_is_named(ed):
    waived = {"waived_why": "Heard it", "waived_quote": "We watched the gauge", "waived_by": Person(user=ed)}
    found = checked(Citation(quote="We watched the gauge", match="not_found", **waived))
    assert (found.outcome, found.sentence) == ("waived", "Ed Eklund vouches for it: “Heard it”")
    assert outcome(match="exact", **waived) == "exact"


def test_a_waiver_is_for_the_words_it_was_given_for(ed):
    assert outcome(waived_why="Heard it", waived_quote="Other words", waived_by=Person(user=ed)) == "unchecked"


def test_words_that_differ_are_marked():
    found = checked(Citation(quote="We watched the gauge all night, and we slept.", match="altered", source_words=SAID))
    assert [run for run in found.spans if run.kind != "same"] == [Run("removed", "prayed"), Run("added", "slept")]
