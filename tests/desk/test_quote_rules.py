"""The rules of the gate on quotes: what each says, and which passages it leads to."""

import pytest

from articles.desk.rules import quotes
from articles.desk.rules.case import Case
from articles.models import Citation, Claim
from bylines.models import Source

pytestmark = pytest.mark.django_db

BODY = '<p><mark data-citation="amsel">It held all night</mark>, she said.</p>'


@pytest.fixture
def story(make_story):
    story = make_story(body="<p>It held all night, she said.</p>")
    story.citations.all().delete()
    story.body = BODY
    return story


@pytest.fixture
def cite(story):
    source = Source.objects.create(name="Ada Amsel", slug="ada-amsel")

    def cite(**columns):
        return Citation.objects.create(**{"article": story, "source": source, "quote": "It held all night", **columns})

    return cite


def said(rule, story):
    lacking = rule(Case(story, story.revisions.last(), None, story.changed))
    return lacking and (lacking.sentence, list(lacking.keys))


def test_a_passage_that_is_lost(story, cite):
    cite(key="amsel")
    assert said(quotes.orphans, story) is None
    cite(key="lost", quote="It held\nall the night and for the whole of the day after")
    assert said(quotes.orphans, story) == (
        "“It held all the night and for the whole…” is no longer in the text. Mark its words again, or take the "
        "citation out.",
        ["lost"],
    )


def test_passages_that_are_lost(story, cite):
    cite(key="lost-1")
    cite(key="lost-2", quote="")
    assert said(quotes.orphans, story) == (
        "No longer in the text: “It held all night”, Ada Amsel. Mark their words again, or take the citations out.",
        ["lost-1", "lost-2"],
    )


@pytest.mark.parametrize(
    "columns",
    [{"key": "", "quote": ""}, {"key": "lost", "state": Claim.SUGGESTED}, {"key": "lost", "state": Claim.REJECTED}],
    ids=["of the whole story", "suggested", "rejected"],
)
def test_a_row_without_a_mark_that_is_no_orphan(story, cite, columns):
    cite(**columns)
    assert said(quotes.orphans, story) is None


def test_quotes_nobody_has_looked_at(story, cite):
    cite(key="amsel", state=Claim.SUGGESTED, source=None)
    one = ("1 quote is not attributed yet: accept or reject what is suggested under Sources.", ["amsel"])
    assert said(quotes.attributed, story) == one
    cite(key="told", state=Claim.SUGGESTED, kind="paraphrase")
    cite(key="no", state=Claim.REJECTED)
    assert said(quotes.attributed, story) == one
    cite(key="brenn", state=Claim.SUGGESTED)
    assert said(quotes.attributed, story)[1] == ["amsel", "brenn"]


def test_quotes_that_are_not_checked(story, cite):
    cite(key="amsel")
    cite(key="", quote="It rained")
    assert said(quotes.checked, story) == (
        "Not checked against the source's own words: “It held all night”, “It rained”. Paste them, or say why it need "
        "not be.",
        ["amsel"],
    )


def test_quotes_that_are_not_what_the_source_said(story, cite):
    cite(key="amsel", match="altered")
    cite(key="brenn", match="not_found", quote="It rained")
    assert said(quotes.checked, story) == (
        "Not what the source said: “It held all night”, “It rained”. Put it in the source's own words, or say why it "
        "may stand.",
        ["amsel", "brenn"],
    )


@pytest.mark.parametrize(
    "columns",
    [
        {"match": "exact"},
        {"match": "trimmed"},
        {"match": "altered", "waived_why": "Heard it.", "waived_quote": "It held all night"},
        {"kind": "paraphrase"},
        {"quote": ""},
        {"state": Claim.SUGGESTED},
        {"state": Claim.REJECTED},
    ],
    ids=lambda columns: "-".join(columns.values()),
)
def test_what_need_not_be_checked(story, cite, columns):
    cite(key="amsel", **columns)
    assert said(quotes.checked, story) is None


def test_a_waiver_is_for_the_words_it_was_given_for(story, cite):
    cite(key="amsel", waived_why="Heard it.", waived_quote="It held all day")
    assert said(quotes.checked, story)[1] == ["amsel"]
