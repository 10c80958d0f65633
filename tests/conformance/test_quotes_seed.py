"""The founding story, imported: who said what is suggested, and nothing that nobody said."""

from pathlib import Path

import pytest
from django.core.management import call_command

from articles.models import Article, Citation, Claim
from bylines.models import Source

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.django_db


@pytest.fixture
def citations():
    paths = list(SEEDS.glob("*.txt"))
    if not paths:
        pytest.skip("the founding story is not on this machine (looked for ../shared/seeds)")
    call_command("import_articles", str(paths[0]), verbosity=0)
    return list(Article.objects.get().citations.select_related("source", "via").order_by("pk"))


def test_quotes_are_suggested_with_who_said_them_how_and_through_whom(citations, row):
    quotes = [
        (str(one.source), one.title, one.channel, str(one.via or ""), one.quote)
        for one in citations
        if one.kind == Citation.Kind.QUOTE
    ]
    department = ("US State Department", "", "joint statement", "")
    singh = ("Sabrina Singh", "Pentagon spokesperson", "press briefing", "")
    minister = ("Mohammed Shia al-Sudani", "Iraqi Prime Minister", "interview", "Bloomberg TV")
    expected = [
        (*department, "prevent the return of the ISIS terrorist threat,"),
        (*department, "ensure the physical protection of Coalition advisors present in Iraq,"),
        (*singh, "Our footprint is going to be changing within the country,"),
        (*singh, "No, the US is not withdrawing from Iraq,"),
        (*minister, "Iraq in 2024 is not the same as Iraq in 2014,"),
        (*minister, "We have moved on from wars to stability."),
    ]
    row.files, row.stories = 1, 1
    for one in expected:
        row.count("quotes", one in quotes)
    assert quotes == expected


def test_what_is_told_without_marks_is_suggested_as_a_paraphrase(citations):
    told = {str(one.source): one.quote for one in citations if one.kind == Citation.Kind.PARAPHRASE}
    assert "for this change for years" in told["Iraqi officials"]
    assert "echo the chaotic exit from Afghanistan" in told["Bloomberg"]


def test_nobody_said_shock_and_awe_or_withdrawal(citations):
    assert not any("shock" in one.quote or one.quote.startswith("withdrawal") for one in citations)


def test_all_of_it_is_only_suggested(citations):
    assert {one.state for one in citations} == {Claim.SUGGESTED}
    assert not Source.objects.accepted().exists()
