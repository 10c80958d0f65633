"""The story this project was founded on, as it arrived, if it lies beside the project."""

from pathlib import Path

import pytest

from articles.models import Article, Receipt, Verdict
from tests.importing.conftest import everything

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
HEADLINE = 'US details plans for Iraq "withdrawal"'
DEK = (
    "The US and Iraq have announced that the completion of the US military mission in Iraq is set to occur within the "
    "next year."
)
SUBHEAD = "Iraqi PM Declares American Troops No Longer Necessary in Iraq"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not list(SEEDS.glob("*.txt")), reason=f"The founding story is not in {SEEDS.name} beside it."),
]


@pytest.fixture
def seed(bring_in):
    """The article made of it."""
    (path,) = SEEDS.glob("*.txt")
    (result,) = bring_in(path)
    assert result.outcome == "created"
    return Article.objects.get()


def test_headline_and_dek(seed):
    assert (seed.status, seed.headline, seed.dek) == ("draft", HEADLINE, DEK)


def test_the_body_is_a_subhead_and_ten_paragraphs(seed):
    lines = seed.body.split("\n")
    assert lines[0] == f"<h2>{SUBHEAD}</h2>"
    assert [line[:3] for line in lines[1:]] == ["<p>"] * 10
    assert lines[1].startswith("<p>Washington plans to wrap up")
    assert lines[-1].endswith("Israeli actions in Gaza.</p>")


def test_curly_quotes_and_dashes_are_as_they_were(seed):
    received = Receipt.objects.get().unpack().decode()
    assert {mark: seed.body.count(mark) for mark in "“”’—"} == {mark: received.count(mark) for mark in "“”’—"}
    assert {mark: seed.body.count(mark) for mark in "“—"} == {"“": 7, "—": 1}


def test_credit_and_suggested_origins(seed):
    (credit,) = seed.credits.all()
    assert (str(credit.author), credit.role, str(credit.organisation)) == ("Aarav Patel", "writer", "TROIB News")
    received = Receipt.objects.get().unpack()
    assert [
        (one.role, str(one.organisation), one.organisation.kind, one.state, one.evidence) for one in seed.origins.all()
    ] == [
        ("syndicated_from", "RT.com", "outlet", "suggested", "Read Full Article at RT.com"),
        ("written_for", "TROIB News", "outlet", "suggested", "Aarav Patel for TROIB News"),
    ]
    assert [received[one.evidence_start : one.evidence_end].decode() for one in seed.origins.all()] == [
        "Read Full Article at RT.com",
        "Aarav Patel for TROIB News",
    ]


def test_each_step_is_kept_with_before_and_after(seed):
    teaser = f"{DEK} Read Full Article at RT.com"
    assert list(Verdict.objects.values_list("step", "before", "after")) == [
        ("teaser-to-dek", teaser, teaser),
        ("pointer-to-origin", teaser, DEK),
        ("repeated-headline", HEADLINE, ""),
        ("signoff-to-credit", "Aarav Patel for TROIB News", ""),
        ("bold-line-to-subhead", f"**{SUBHEAD}**", SUBHEAD),
        ("decide", "", ""),
    ]


def test_no_date_is_invented_and_nothing_is_public(seed):
    assert (seed.dateline, seed.due, seed.embargo_until, seed.created) == ("", None, None, seed.changed)
    assert {table: count for table, count in everything().items() if count and "published" in table} == {}


def test_again_it_changes_nothing(seed, bring_in):
    before = everything()
    (again,) = bring_in(*SEEDS.glob("*.txt"))
    assert (again.outcome, again.article, everything()) == ("unchanged", seed.pk, before)
