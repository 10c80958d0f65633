"""Telling the next person."""

import pytest

from articles import desk

pytestmark = pytest.mark.django_db


def test_a_submission_tells_everybody_who_may_approve(
    rita, ed, mara, nora, make_story, mailoutbox, django_capture_on_commit_callbacks
):
    story = make_story()
    with django_capture_on_commit_callbacks(execute=True):
        desk.submit(story, by=rita, seen=1, why="Please today")
    (mail,) = mailoutbox
    assert mail.bcc == ["ed@example.org", "mara@example.org"]
    assert mail.subject == "For review: Harbour wall holds through the storm"
    assert mail.body.split("\n\n") == [
        "Rita Reyes submitted this story for review.",
        "Please today",
        f"/admin/articles/article/{story.pk}/change/",
    ]


def test_a_submission_tells_the_assignee_alone(
    rita, ed, mara, make_story, mailoutbox, django_capture_on_commit_callbacks
):
    story = make_story()
    desk.assign(story, by=ed, to=mara)
    with django_capture_on_commit_callbacks(execute=True):
        desk.submit(story, by=rita, seen=1)
    assert [mail.bcc for mail in mailoutbox] == [["mara@example.org"]]


def test_requested_changes_tell_whoever_submitted(rita, ed, make_story, mailoutbox, django_capture_on_commit_callbacks):
    story = make_story(status="in_review")
    with django_capture_on_commit_callbacks(execute=True):
        desk.request_changes(story, by=ed, seen=1, why="Who said so?")
    (mail,) = mailoutbox
    assert (mail.bcc, mail.body.split("\n\n")[1]) == (["rita@example.org"], "Who said so?")


def test_a_refused_move_tells_nobody(rita, ed, make_story, mailoutbox, django_capture_on_commit_callbacks):
    story = make_story(status="in_review")
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(desk.Refused):
        desk.submit(story, by=rita, seen=1)
    assert mailoutbox == []


def test_a_mail_server_that_is_down_undoes_nothing(rita, ed, make_story, settings, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 1
    story = make_story()
    with django_capture_on_commit_callbacks(execute=True):
        desk.submit(story, by=rita, seen=1)
    assert story.status == "in_review"
