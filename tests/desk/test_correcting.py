"""Changing what readers already have."""

import datetime

import pytest

from articles import clock, desk
from articles.models import Correction, PublishedArticle, PublishedCorrection

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)
LATER = NOON + datetime.timedelta(hours=1)


@pytest.fixture
def mended(rita, ed, make_story):
    """A live story with other words approved, an hour after it went out."""
    with clock.set_to(NOON):
        story = make_story(status="live")
    with clock.set_to(LATER):
        desk.revise(story, by=rita, seen=1, words={"body": "<p>The wall held most of the night.</p>"})
        desk.submit(story, by=rita, seen=2)
        desk.approve(story, by=ed, seen=2)
        yield story


def now_live():
    return PublishedArticle.objects.visible(at=LATER).get()


def test_readers_keep_the_old_words_until_the_new_ones_replace_them(mended):
    assert now_live().body == "<p>The wall held all night.</p>"


@pytest.mark.parametrize(
    ("kind", "updated", "shown"),
    [
        ("typo", None, []),
        ("update", LATER, ["update"]),
        ("correction", LATER, ["correction"]),
        ("clarification", LATER, ["clarification"]),
    ],
)
def test_readers_are_told_by_kind(kind, updated, shown, mended, pat):
    desk.correct(mended, by=pat, seen=2, kind=kind, note="It held most of the night, not all of it.")
    print_ = now_live()
    assert (print_.body, print_.updated, print_.first_published) == (
        "<p>The wall held most of the night.</p>",
        updated,
        NOON,
    )
    assert [correction.kind for correction in print_.corrections.all()] == shown


@pytest.mark.parametrize(("kind", "updated", "retracted"), [("editors_note", None, False), ("retraction", LATER, True)])
def test_a_note_alone_leaves_the_words_readers_have(kind, updated, retracted, mended, pat):
    desk.correct(mended, by=pat, seen=2, kind=kind, note="The author has left.")
    print_ = now_live()
    assert (print_.body, print_.revision_number) == ("<p>The wall held all night.</p>", 1)
    assert (print_.updated, print_.retracted, print_.first_published) == (updated, retracted, NOON)
    assert [correction.note for correction in print_.corrections.all()] == ["The author has left."]


def test_a_story_can_be_retracted_while_it_is_being_edited(rita, pat, mended):
    desk.revise(mended, by=rita, seen=2, words={"dek": "Half a sentence"})
    desk.correct(mended, by=pat, seen=2, kind="retraction", note="We were deceived.")
    assert (now_live().retracted, mended.status) == (True, "draft")


def test_a_note_leaves_the_schedule_and_goes_with_it(pat, mended):
    minute = LATER + datetime.timedelta(hours=1)
    desk.schedule(mended, by=pat, seen=2, at=minute)
    desk.correct(mended, by=pat, seen=2, kind="retraction", note="We were deceived.")
    coming = PublishedArticle.objects.visible(at=minute).get()
    assert (now_live().revision_number, coming.revision_number) == (1, 2)
    assert (now_live().visible_until, coming.visible_from) == (minute, minute)
    assert (now_live().retracted, coming.retracted) == (True, True)
    assert [correction.note for correction in coming.corrections.all()] == ["We were deceived."]


def test_words_that_are_not_approved_yet_correct_nothing(rita, pat, mended):
    desk.revise(mended, by=rita, seen=2, words={"dek": "Half a sentence"})
    with pytest.raises(desk.Refused, match="not approved yet"):
        desk.correct(mended, by=pat, seen=3, kind="correction", note="It was wrong.")


def test_a_retracted_story_comes_back_retracted(pat, make_story):
    with clock.set_to(NOON):
        story = make_story(status="live")
    with clock.set_to(NOON + datetime.timedelta(minutes=1)):
        desk.correct(story, by=pat, seen=1, kind="retraction", note="We were deceived.")
    with clock.set_to(NOON + datetime.timedelta(minutes=2)):
        desk.unpublish(story, by=pat, why="Wait")
    with clock.set_to(LATER):
        desk.publish(story, by=pat, seen=1)
    assert now_live().retracted


def test_a_correction_is_tied_to_the_words_before_and_after(mended, pat):
    decision = desk.correct(mended, by=pat, seen=2, kind="correction", note="Not all night.", passage="all night")
    correction = Correction.objects.get()
    assert (correction.before.number, correction.after.number) == (1, 2)
    assert (correction.decision, correction.passage) == (decision, "all night")


def test_a_correction_cannot_vanish_from_later_prints(mended, rita, ed, pat):
    desk.correct(mended, by=pat, seen=2, kind="correction", note="Not all night.")
    desk.revise(mended, by=rita, seen=2, words={"dek": "Mostly."})
    desk.submit(mended, by=rita, seen=3)
    desk.approve(mended, by=ed, seen=3)
    with clock.set_to(LATER + datetime.timedelta(hours=1)):
        desk.correct(mended, by=pat, seen=3, kind="typo")
        latest = PublishedArticle.objects.visible(at=clock.now()).get()
    assert (latest.dek, latest.updated) == ("Mostly.", LATER)
    assert [correction.note for correction in latest.corrections.all()] == ["Not all night."]


def test_a_note_is_needed_for_all_but_a_typo(mended, pat):
    with pytest.raises(desk.Refused, match="Write the note"):
        desk.correct(mended, by=pat, seen=2, kind="update", note=" ")
    assert Correction.objects.count() == 0


def test_a_kind_nobody_knows_is_refused(mended, pat):
    with pytest.raises(desk.Refused, match="Say what kind"):
        desk.correct(mended, by=pat, seen=2, kind="oops", note="Oops.")


def test_the_same_words_are_no_correction(pat, make_story):
    with pytest.raises(desk.Refused, match="Readers already have these words"):
        desk.correct(make_story(status="live"), by=pat, seen=1, kind="correction", note="Nothing.")


def test_a_retraction_may_leave_the_words_and_keeps_the_page(pat, make_story):
    with clock.set_to(NOON):
        story = make_story(status="live")
    with clock.set_to(LATER):
        desk.correct(story, by=pat, seen=1, kind="retraction", note="We were deceived.")
        assert story.standing(at=LATER) == "retracted"
    assert (now_live().retracted, PublishedCorrection.objects.get().note) == (True, "We were deceived.")


def test_a_retracted_story_stays_retracted(pat, make_story):
    with clock.set_to(NOON):
        story = make_story(status="live")
        desk.correct(story, by=pat, seen=1, kind="retraction", note="We were deceived.")
    with clock.set_to(LATER):
        desk.correct(story, by=pat, seen=1, kind="editors_note", note="The author has left.")
    assert now_live().retracted


def test_what_is_not_live_is_published_not_corrected(pat, make_story):
    with pytest.raises(desk.Refused, match="is not possible now"):
        desk.correct(make_story(status="approved"), by=pat, seen=1, kind="correction", note="No.")
