"""Quotes against their source's own words, waivers, and what one word changed does to both."""

import pytest

from articles.models import Citation
from tests.desk.cited_story import CITED, STATEMENT, WALL, marked, on_record, revise, row

pytestmark = pytest.mark.django_db


@pytest.fixture
def checked(cited_story, rita):
    """Ada Amsel's statement was pasted beside her quote."""
    cited = row(cited_story)
    cited.source_words = STATEMENT
    revise(cited_story, rita, citations=[cited])
    return cited_story


def test_a_quote_is_checked_against_its_sources_own_words(checked):
    assert (row(checked).match, row(checked).is_checked) == ("exact", True)
    assert on_record(checked)["citations"][0]["match"] == "exact"


@pytest.mark.parametrize(
    ("now", "match"),
    [
        (WALL.replace("within a year", "within two years"), "altered"),
        ("We will rebuild … within a year", "trimmed"),
        ("Nobody ever told us anything about that", "not_found"),
        (f"{WALL}, whatever it costs", "exact"),
    ],
)
def test_other_words_are_checked_again(checked, rita, now, match):
    revise(checked, rita, marked(WALL).replace(WALL, now))
    assert (row(checked).quote, row(checked).match) == (now, match)


def test_a_quote_without_its_sources_words_is_unchecked_again(checked, rita):
    cited = row(checked)
    cited.source_words = " "
    revise(checked, rita, citations=[cited])
    assert (row(checked).match, row(checked).is_checked) == ("", False)


def test_a_paraphrase_is_not_checked(checked, rita):
    cited = row(checked)
    cited.kind = Citation.Kind.PARAPHRASE
    revise(checked, rita, citations=[cited])
    assert (row(checked).match, row(checked).is_checked) == ("", True)


def test_who_waives_says_why_and_for_which_words(waived, ed):
    cited = row(waived)
    assert (cited.waived_why, cited.waived_by.user, cited.waived_quote) == ("Heard at the briefing.", ed, WALL)
    assert cited.is_checked


def test_one_word_changed_ends_a_waiver(waived, rita):
    revise(waived, rita, CITED.replace("within a year", "within two years"))
    cited = row(waived)
    assert (cited.waived_why, cited.waived_by, cited.waived_quote, cited.is_checked) == ("", None, "", False)


def test_words_changed_and_waived_in_one_save_are_waived(waived, rita):
    cited = row(waived)
    cited.waived_why = "Heard it again."
    revise(waived, rita, CITED.replace("within a year", "within two years"), citations=[cited])
    assert (row(waived).waived_by.user, row(waived).is_checked) == (rita, True)


def test_a_waiver_stands_while_other_words_change(waived, rita, ed):
    revise(waived, rita, CITED.replace("on the quay", "by the quay"))
    assert (row(waived).waived_by.user, row(waived).is_checked) == (ed, True)
