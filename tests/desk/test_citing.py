"""Citations and their marks through every door that saves words."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import desk
from articles.desk import snapshot
from articles.desk.rows import Rows
from articles.models import Citation, Claim
from bylines.models import Source
from tests.desk.cited_story import AMSEL, BODY, CITED, RAIN, WALL, marked, on_record, revise, row, rows, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(cited_story):
    return cited_story


# A person cites


def test_a_citation_says_what_its_mark_holds(story, rita):
    cited = row(story)
    assert (cited.quote, [each["exact"] for each in cited.passages]) == (WALL, [WALL])
    assert (cited.settled_by.user, cited.settled_at) == (rita, story.changed)
    assert story.body == CITED


def test_a_quote_that_somebody_typed_is_marked_where_it_stands(make_story, amsel):
    story = make_story(body=BODY, citations=[Citation(source=amsel, quote=WALL)])
    assert told(story) == {row(story).key: WALL}


def test_a_citation_may_rest_on_the_whole_story(make_story, amsel):
    story = make_story(body=BODY, citations=[Citation(source=amsel, channel="interview")])
    assert (row(story).key, row(story).quote, told(story)) == ("", "", {})


def test_a_row_taken_away_takes_its_mark_along(story, rita):
    revise(story, rita, citations=[])
    assert (told(story), story.body) == ({}, BODY)


def test_marks_of_nobody_are_taken_out(make_story, rita):
    story = make_story(body=marked(WALL, "pasted-from-elsewhere"))
    assert (story.body, on_record(story)["body"]) == (BODY, BODY)
    revise(story, rita, marked(WALL, "again"))
    assert (told(story), story.version) == ({}, 1)


def test_two_rows_never_share_a_key(make_story, amsel):
    story = make_story(body=CITED, citations=[Citation(source=amsel, key="amsel"), Citation(source=amsel, key="amsel")])
    first, second = story.citations.filter(state=Claim.CONFIRMED)
    assert (first.key, first.quote) == ("amsel", WALL)
    assert (second.key not in ("", "amsel"), second.quote) == (True, "")


def test_a_key_that_names_no_mark_is_replaced(make_story, amsel):
    story = make_story(body=BODY, citations=[Citation(source=amsel, key='no"key', quote=WALL)])
    assert told(story) == {row(story).key: WALL}


# Suggestions


def test_an_accepted_suggestion_gets_its_mark_and_is_on_record(make_story, rita, ed):
    story = make_story(body=BODY)
    assert [(each.quote, each.state) for each in rows(story)] == [
        (f"{WALL},", "suggested"),
        ("It never rained so hard in all my years,", "suggested"),
    ]
    assert (story.body, on_record(story)["citations"]) == (BODY, [])

    accepted, other = rows(story)
    accepted.state = Claim.CONFIRMED
    revise(story, ed, citations=[accepted, other])

    assert told(story) == {accepted.key: f"{WALL},"}
    accepted, other = rows(story)
    assert (accepted.state, accepted.settled_by.user, accepted.source.state) == ("confirmed", ed, "accepted")
    assert (other.state, other.settled_by, other.source.state) == ("suggested", None, "suggested")
    assert [each["quote"] for each in on_record(story)["citations"]] == [f"{WALL},"]


def test_a_suggestion_is_accepted_though_its_words_moved_in_the_same_save(make_story, rita):
    story = make_story(body=BODY)
    accepted, other = rows(story)
    accepted.state = Claim.CONFIRMED
    revise(story, rita, f"<p>It was a stormy Friday.</p>\n{RAIN}\n{AMSEL}", citations=[accepted, other])
    assert told(story) == {accepted.key: f"{WALL},"}


def test_two_quotes_of_a_suggested_source_stand_on_the_accepted_one(make_story, rita):
    story = make_story(body=f"{BODY}\n<p>“The pumps held all night,” Amsel said.</p>")
    given = rows(story)
    amsels = [each for each in given if each.source and each.source.name == "Ada Amsel"]
    assert len(amsels) == 2
    Source.objects.create(name="Ada Amsel", slug="ada-amsel")
    amsels[0].state = Claim.CONFIRMED
    revise(story, rita, citations=given)
    assert {each.source.slug for each in story.citations.filter(source__name="Ada Amsel")} == {"ada-amsel"}


def test_a_rejected_suggestion_is_on_record_without_a_mark(make_story, ed):
    story = make_story(body=BODY)
    rejected, other = rows(story)
    rejected.state = Claim.REJECTED
    revise(story, ed, citations=[rejected, other])
    assert (story.body, story.version, row(story, pk=rejected.pk).settled_by.user) == (BODY, 2, ed)
    assert [each["state"] for each in on_record(story)["citations"]] == ["rejected"]
    revise(story, ed, BODY.replace("on the quay", "by the quay"))
    assert sorted(each.state for each in rows(story)) == ["rejected", "suggested"]


def test_a_save_that_only_changes_suggestions_makes_no_revision(make_story, rita):
    story = make_story(body=BODY)
    one, _other = rows(story)
    one.channel = "interview"
    assert revise(story, rita, citations=[one]) is None
    assert (story.revisions.count(), [each.state for each in rows(story)]) == (1, ["suggested", "suggested"])


def test_suggestions_survive_a_save_that_says_nothing_of_citations(make_story, rita):
    story = make_story(body=BODY)
    before = [each.pk for each in rows(story)]
    desk.revise(story, by=rita, seen=1, words={"dek": "It broke."})
    assert [each.pk for each in rows(story)] == before


def test_a_citation_taken_back_to_a_suggestion_loses_its_mark_and_knows_its_place(story, rita):
    cited = row(story)
    cited.state = Claim.SUGGESTED
    revise(story, rita, citations=[cited])
    assert (told(story), on_record(story)["citations"]) == ({}, [])
    assert [each.state for each in rows(story)] == ["suggested", "suggested"]
    assert [each["exact"] for each in row(story, key="amsel").passages] == [WALL]


@pytest.mark.parametrize(("quote", "sentence"), [(WALL, "Say who said “We will rebuild"), ("", "needs a source")])
def test_what_stands_needs_a_source(make_story, rita, quote, sentence):
    story = make_story(body="<p>It held.</p>")
    with pytest.raises(desk.Refused, match=sentence):
        revise(story, rita, citations=[Citation(quote=quote)])
    assert rows(story) == []


def test_a_source_that_is_gone_is_refused_by_a_sentence(make_story, rita):
    story = make_story(body=BODY)
    with pytest.raises(desk.Refused, match="is gone"):
        revise(story, rita, citations=[Citation(source_id=99, quote=WALL)])


# Edits


def test_a_mark_survives_edits_around_it(story, rita):
    body = f"<h2>News</h2>{RAIN}{marked(WALL, body=AMSEL).replace('said Ada Amsel', 'Amsel told reporters')}"
    revise(story, rita, body)
    assert told(story) == {"amsel": WALL}
    assert row(story).passages[0]["suffix"].startswith(",” Amsel told reporters.")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (BODY, WALL),
        (f"{RAIN}\n{AMSEL}", WALL),
        (BODY.replace("within a year", "within the year"), "We will rebuild the wall within the year"),
    ],
    ids=["typed anew", "moved", "reworded a little"],
)
def test_a_lost_mark_comes_back_to_its_words(story, rita, body, words):
    revise(story, rita, body)
    assert (told(story), row(story).quote) == ({"amsel": words}, words)


def test_words_that_are_gone_leave_an_orphan_that_keeps_them(story, rita, ed):
    revise(story, rita, RAIN)
    assert (told(story), row(story).quote, row(story).passages[0]["exact"]) == ({}, WALL, WALL)
    desk.submit(story, by=rita, seen=story.version)
    with pytest.raises(desk.Refused, match="“We will rebuild the wall within a year” is no longer in the text"):
        desk.approve(story, by=ed, seen=story.version)


def test_an_orphan_finds_its_words_when_they_come_back(story, rita):
    revise(story, rita, RAIN)
    revise(story, rita, BODY)
    assert told(story) == {"amsel": WALL}


def test_the_same_words_of_somebody_else_are_never_marked(story, rita):
    other = f"<p>Nobody knows when. “{WALL},” the union of the porters said on Saturday.</p>"
    revise(story, rita, f"{CITED}\n{other}")
    revise(story, rita, f"{RAIN}\n{other}")
    assert (told(story), row(story).key) == ({}, "amsel")


def test_a_copied_passage_is_marked_once(story, rita):
    revise(story, rita, f"{CITED}\n<p>Later she said it again: “{marked(WALL, body=WALL)}.”</p>")
    assert (told(story), story.body.count("<mark")) == ({"amsel": WALL}, 1)
    assert story.body.startswith(marked(WALL, body=AMSEL))


def test_one_passage_is_never_that_of_two(make_story, amsel, rita):
    story = make_story(body=CITED, citations=[Citation(source=amsel, key="amsel"), Citation(source=amsel, quote=WALL)])
    assert told(story) == {"amsel": WALL}
    assert row(story, quote=WALL, key="").key == ""


def test_a_quote_within_a_quote_keeps_both(make_story, amsel, rita):
    body = "<p>“She told me ‘the wall is safe’ on Monday,” said Bo Brenn.</p>"
    outer, inner = "She told me ‘the wall is safe’ on Monday,", "the wall is safe"
    brenn = Source.objects.create(name="Bo Brenn", slug="bo-brenn")
    story = make_story(body=body, citations=[Citation(source=brenn, quote=outer), Citation(source=amsel, quote=inner)])
    assert sorted(told(story).values()) == sorted([outer, inner])
    assert list(story.citations.filter(state=Claim.CONFIRMED).values_list("quote", flat=True)) == [outer, inner]


# Restored


def test_a_restore_brings_back_rows_and_marks(waived, rita, ed):
    before = on_record(waived)
    revise(waived, rita, RAIN, citations=[])
    desk.restore_revision(waived, 2, by=rita, seen=3)
    assert on_record(waived) == before
    assert (told(waived), row(waived).waived_by.user, row(waived).settled_by.user) == ({"amsel": WALL}, ed, rita)
    with pytest.raises(desk.Refused, match="already reads like revision 2"):
        desk.restore_revision(waived, 2, by=rita, seen=4)
    assert sorted(each.state for each in rows(waived)) == ["confirmed", "suggested"]


def test_a_restore_brings_back_what_was_rejected_though_its_source_is_gone(make_story, rita):
    story = make_story(body=BODY)
    given = rows(story)
    given[0].state = Claim.REJECTED
    revise(story, rita, citations=given)
    revise(story, rita, RAIN, citations=[])
    Source.objects.filter(name="Ada Amsel").delete()
    desk.restore_revision(story, 2, by=rita, seen=3)
    assert [(each.state, each.source) for each in rows(story) if each.quote == f"{WALL},"] == [("rejected", None)]


def test_a_revision_of_the_first_form_is_restored(make_story, amsel, rita, monkeypatch):
    """It was kept before passages and checks were."""
    first = "key source quote channel via url source_words state".split()
    whole = snapshot._citation
    with monkeypatch.context() as then:
        then.setattr(snapshot, "FORMAT", 1)
        then.setattr(snapshot, "_citation", lambda one: {name: whole(one)[name] for name in first})
        story = make_story(body=CITED, citations=[Citation(source=amsel, key="amsel")])
    held = story.revisions.get().words.content
    assert (json.loads(held)["format"], sorted(json.loads(held)["citations"][0])) == (1, sorted(first))

    revise(story, rita, RAIN, citations=[])
    desk.restore_revision(story, 1, by=rita, seen=2)

    assert (told(story), row(story).quote, row(story).settled_by.user) == ({"amsel": WALL}, WALL, rita)
    assert story.revisions.get(number=1).words.content == held
    assert on_record(story)["format"] == 2


# In a story that cites nobody


def test_copy_that_cites_nobody_is_kept_in_the_first_form(make_story):
    story = make_story(body=BODY)
    assert (on_record(story)["format"], on_record(story)["citations"]) == (1, [])


def test_citations_cost_a_start_of_many_nothing_where_there_are_none(rita):
    def weight(body, **rows_):
        drafts = [desk.Draft({"headline": "Wall holds", "body": body}, Rows(**rows_)) for _one in range(3)]
        with CaptureQueriesContext(connection) as asked:
            desk.start_batch(drafts, by=rita)
        return [
            query["sql"] for query in asked if "articles_citation" in query["sql"] or "bylines_source" in query["sql"]
        ]

    weight(BODY)
    assert weight(BODY) == []
    assert weight(marked(WALL)) == []
