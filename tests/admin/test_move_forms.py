"""What a button asks for: reasons, notes for readers, minutes, a colleague."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User

from articles import clock
from articles.models import PublishedArticle
from articles.states import Verb
from tests.admin.roads import LIVE
from tests.admin.screen import article_url

pytestmark = pytest.mark.django_db


# Reasons, notes, minutes


@pytest.mark.parametrize("why", ["", "  \n "])
@pytest.mark.parametrize(
    ("verb", "road"),
    [
        ("request_changes", "submit"), ("withdraw_approval", "submit approve"), ("spike", ""), ("hold", ""),
        ("release_hold", "hold"), ("lift_embargo", "embargo"), ("unpublish", LIVE), ("kill", LIVE), ("reprint", LIVE),
    ],
)  # fmt: skip
def test_a_reason_is_asked_where_one_is_needed(verb, road, why, mara, seat, on_the_road):
    story = on_the_road(*road.split())
    form = seat(mara).open_story(story).button(verb)
    assert form.required == {"why"}
    page = form.type(why=why).press()
    assert page.messages == [f"{Verb(verb).label} – Why: This field is required."]
    assert story.decisions.filter(verb=verb).count() == 0


def test_a_reason_is_kept_with_the_decision(pat, seat, make_story):
    story = make_story(status="live")
    seat(pat).open_story(story).button("kill").type(why="By order of the court").press()
    assert (story.decisions.last().verb, story.decisions.last().why) == ("kill", "By order of the court")


def test_a_correction_asks_for_the_note_readers_get(pat, seat, on_the_road):
    story = on_the_road(*LIVE.split(), "save", "submit", "approve")
    button = seat(pat).open_story(story).button("correct").type(kind="correction", note=" ")
    page = button.press()
    assert page.messages == ["Write the note that readers will see with this change."]
    page.button("correct").type(kind="correction", note="It was noon.", passage="midnight").press()
    correction = story.corrections.get()
    assert (correction.kind, correction.note, correction.passage) == ("correction", "It was noon.", "midnight")
    assert PublishedArticle.objects.visible(at=clock.now()).get().revision_number == 2


@pytest.mark.parametrize("kind", ["", "joke"])
def test_a_correction_is_of_a_known_kind(kind, pat, seat, on_the_road):
    story = on_the_road(*LIVE.split(), "save", "submit", "approve")
    page = seat(pat).post(article_url("move", story.pk, "correct"), seen=2, kind=kind, note="Ha")
    assert (len(page.messages), page.messages[0].split(":")[0]) == (1, "Update or correct – Kind")
    assert story.corrections.count() == 0


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("2031-07-01T08:30", datetime(2031, 7, 1, 6, 30, tzinfo=UTC)),  # summer
        ("2031-12-01T08:30", datetime(2031, 12, 1, 7, 30, tzinfo=UTC)),  # winter
        ("2031-07-01T00:30", datetime(2031, 6, 30, 22, 30, tzinfo=UTC)),  # the day before in UTC
    ],
)
def test_a_minute_is_said_in_the_house_zone_and_stored_in_utc(typed, stored, pat, seat, make_story):
    story = make_story(status="approved")
    page = seat(pat).open_story(story).button("schedule").type(at=typed).press()
    assert (story.decisions.last().at, PublishedArticle.objects.get().visible_from) == (stored, stored)
    assert PublishedArticle.objects.get().path.startswith(f"/{typed[:10].replace('-', '/')}/")
    said = clock.said(stored)
    assert (said.endswith(typed[-5:]), [text for text in page.texts("//section") if said in text] != []) == (True, True)


def test_an_embargo_and_a_due_minute_are_in_the_house_zone_too(ed, rita, seat, make_story):
    story = make_story()
    page = seat(ed).open_story(story).button("embargo").type(until="2031-07-01T08:30").press()
    page = page.button("assign").type(to=rita.pk, due="2031-12-01T08:30").press()
    story.refresh_from_db()
    assert story.embargo_until == datetime(2031, 7, 1, 6, 30, tzinfo=UTC)
    assert (story.assignee, story.due) == (rita, datetime(2031, 12, 1, 7, 30, tzinfo=UTC))
    assert (page.button("assign")["to"], page.button("assign")["due"]) == (str(rita.pk), "2031-12-01T08:30")


@pytest.mark.parametrize("typed", ["2031-03-30T02:30", "2031-10-26T02:30", "soon", "", "2031-13-01T00:00"])
def test_a_minute_that_is_none_or_two_is_asked_again(typed, pat, seat, make_story):
    story = make_story(status="approved")
    page = seat(pat).open_story(story).button("schedule").type(at=typed).press()
    assert [message.split(":")[0] for message in page.messages] == ["Schedule – Goes out at"]
    assert PublishedArticle.objects.count() == 0


@pytest.mark.parametrize("verb", ["schedule", "embargo"])
@pytest.mark.parametrize("typed", ["2001-07-01T08:30", "0001-01-01T00:00"])
def test_a_minute_that_has_passed_is_refused(verb, typed, mara, seat, make_story):
    story = make_story(status="approved")
    page = seat(mara).open_story(story).button(verb).type(at=typed, until=typed).press()
    assert (len(page.messages), story.decisions.last().verb) == (1, "approve")


def test_a_due_minute_outside_of_time_is_asked_again(ed, seat, make_story):
    story = make_story()
    page = seat(ed).open_story(story).button("assign").type(due="0001-01-01T00:00").press()
    assert (page.status, story.decisions.last().verb, len(page.messages)) == (200, "start", 1)


def test_a_story_is_assigned_to_staff_who_are_there(ed, rita, nora, seat, make_story):
    gone = User.objects.create_user("gone", is_staff=True, is_active=False)
    reader = User.objects.create_user("reader")
    story = make_story()
    for user in (gone, reader):
        page = seat(ed).post(article_url("move", story.pk, "assign"), to=user.pk)
        assert page.messages == ["Assign – To: Select a valid choice. That choice is not one of the available choices."]
    form = seat(ed).open_story(story).button("assign")
    names = form.page.texts("//select[@name='to']/option")
    assert names == ["nobody", "Ed Eklund", "Nora Novak", "Pat Pereira", "Rita Reyes"]
    form.type(to=rita.pk).press().button("assign").type(to="").press()
    story.refresh_from_db()
    assert (story.assignee, story.decisions.filter(verb="assign").count()) == (None, 2)
