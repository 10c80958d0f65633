"""`manage.py move_article`: the desk's verbs without a browser."""

import datetime
import io

import pytest
from django.core.management import CommandError, call_command

from articles.models import Decision

pytestmark = pytest.mark.django_db

NO_MINUTE = "--at: name the minute, such as 2026-12-01T18:00."


def move(*words, **told):
    out = io.StringIO()
    call_command("move_article", *words, stdout=out, **told)
    return out.getvalue().splitlines()


def test_a_story_is_approved_in_somebodys_name(make_story, ed):
    story = make_story(status="in_review")
    assert move(story.pk, "approve", by="ed", seen=1) == ["Done: Approve."]
    story.refresh_from_db()
    assert (story.status, story.decisions.last().by.user) == ("approved", ed)


def test_what_only_warned_is_said(make_story):
    story = make_story(status="approved", dek="")
    assert move(story.pk, "publish", by="pat", seen=1)[1:] == [
        "There is no dek: lists and feeds will show the first words instead.",
        "The story is in no section: readers find it on the front only.",
    ]


def test_a_minute_is_the_houses_unless_it_names_its_zone(make_story, settings):
    settings.HOUSE_TIME_ZONE = "Europe/Vienna"
    for typed, utc in (("2031-05-04T18:30", 16), ("2031-05-04T18:30Z", 18)):
        story = make_story(status="approved")
        move(story.pk, "schedule", by="pat", seen=1, at=typed)
        assert Decision.objects.last().at == datetime.datetime(2031, 5, 4, utc, 30, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("verb", "told", "said"),
    [
        ("approve", {"by": "ed"}, "--seen: say which version you looked at; the newest is 1."),
        ("approve", {"by": "nobody", "seen": 1}, "--by: there is no active account named “nobody”."),
        ("schedule", {"by": "pat", "seen": 1}, "--at: name the minute, such as 2026-12-01T18:00."),
        (
            "schedule",
            {"by": "pat", "seen": 1, "at": "2026-13-41T18:00"},
            "--at: name the minute, such as 2026-12-01T18:00.",
        ),
        ("spike", {"by": "ed"}, "Say why: “Spike” asks for a reason, and the record keeps it."),
        (
            "approve",
            {"by": "rita", "seen": 1},
            "Your role does not include “Approve”. Ask a managing editor if you need it.",
        ),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_done(verb, told, said, make_story):
    story = make_story(status="approved" if verb == "schedule" else "in_review")
    before = story.decisions.count()
    with pytest.raises(CommandError) as error:
        move(story.pk, verb, **told)
    assert (str(error.value), story.decisions.count()) == (said, before)


def test_a_story_that_is_not_there_is_named(rita):
    with pytest.raises(CommandError, match="There is no story 99"):
        move(99, "submit", by="rita", seen=1)
