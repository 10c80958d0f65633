"""The working copy on its way, and who may move it."""

import pytest
from django.contrib.auth.models import User

from articles import desk
from articles.states import Status, Verb

pytestmark = pytest.mark.django_db


def test_a_story_walks_from_draft_to_approved(rita, ed, make_story):
    story = make_story()
    desk.submit(story, by=rita, seen=1, why="Ready")
    desk.request_changes(story, by=ed, seen=1, why="Who said so?")
    desk.submit(story, by=rita, seen=1)
    desk.approve(story, by=ed, seen=1)
    desk.withdraw_approval(story, by=ed, seen=1, why="Too soon")
    assert story.status == Status.IN_REVIEW
    assert list(story.decisions.values_list("verb", "from_status", "to_status", "why")) == [
        ("start", "", "draft", ""),
        ("submit", "draft", "in_review", "Ready"),
        ("request_changes", "in_review", "draft", "Who said so?"),
        ("submit", "draft", "in_review", ""),
        ("approve", "in_review", "approved", ""),
        ("withdraw_approval", "approved", "in_review", "Too soon"),
    ]


def test_the_second_to_press_is_told_who_was_first(ed, mara, make_story):
    story = make_story(status="approved")
    with pytest.raises(desk.Refused, match="The last move was “Approve” by Ed Eklund"):
        desk.approve(story, by=mara, seen=1)
    assert story.decisions.filter(verb=Verb.APPROVE).count() == 1


def test_nobody_approves_words_they_never_saw(rita, ed, make_story):
    story = make_story(status="in_review")
    desk.revise(story, by=rita, seen=1, words={"dek": "A late change."})
    with pytest.raises(desk.Stale):
        desk.approve(story, by=ed, seen=1)


def test_who_wrote_cannot_approve(mara, ed, make_story):
    story = make_story(by=mara, status="in_review")
    with pytest.raises(desk.Refused, match="You wrote some of these words yourself"):
        desk.approve(story, by=mara, seen=1)
    desk.approve(story, by=ed, seen=1)


def test_an_editor_who_mended_a_word_cannot_approve(ed, mara, make_story):
    story = make_story(status="in_review")
    desk.revise(story, by=ed, seen=1, words={"dek": "Mended."})
    with pytest.raises(desk.Refused, match="Ask another editor"):
        desk.approve(story, by=ed, seen=2)
    desk.approve(story, by=mara, seen=2)


def test_words_approved_before_count_no_more(rita, ed, mara, make_story):
    story = make_story(by=mara, status="approved")
    desk.revise(story, by=rita, seen=1, words={"dek": "News."})
    desk.submit(story, by=rita, seen=2)
    desk.approve(story, by=mara, seen=2)
    assert story.status == Status.APPROVED


def test_a_withdrawn_approval_clears_nobody(ed, mara, make_story):
    story = make_story(by=mara, status="approved")
    desk.withdraw_approval(story, by=ed, seen=1, why="Wrong")
    with pytest.raises(desk.Refused, match="You wrote some"):
        desk.approve(story, by=mara, seen=1)


def test_a_superuser_stands_before_the_gate_like_everybody(make_story):
    boss = User.objects.create_superuser("boss")
    story = make_story(by=boss, status="in_review")
    with pytest.raises(desk.Refused, match="You wrote some"):
        desk.approve(story, by=boss, seen=1)


def test_a_newsroom_of_one_may_be_warned_only_and_the_record_says_so(mara, make_story, settings):
    settings.GATE_WARNS = ["four_eyes"]
    story = make_story(by=mara, status="in_review")
    decision = desk.approve(story, by=mara, seen=1)
    assert [warning["rule"] for warning in decision.warnings] == ["four_eyes"]


def test_an_empty_body_is_not_approved(ed, make_story):
    story = make_story(body="<p> </p>", status="in_review")
    with pytest.raises(desk.Refused, match="no body"):
        desk.approve(story, by=ed, seen=1)


@pytest.mark.parametrize("verb", ["request_changes", "withdraw_approval", "spike"])
def test_a_reason_is_asked_where_one_is_needed(verb, ed, make_story):
    story = make_story(status={"withdraw_approval": "approved"}.get(verb, "in_review"))
    with pytest.raises(desk.Refused, match="Say why"):
        getattr(desk, verb)(story, by=ed, seen=1, why="  ")


def test_spiked_words_come_back_as_a_draft(ed, make_story):
    story = make_story(status="in_review")
    desk.spike(story, by=ed, why="Overtaken")
    desk.unspike(story, by=ed)
    assert (story.status, story.version) == (Status.DRAFT, 1)


def test_an_assignment_says_whose_turn_it_is(ed, rita, make_story, mailoutbox, django_capture_on_commit_callbacks):
    story = make_story()
    with django_capture_on_commit_callbacks(execute=True):
        desk.assign(story, by=ed, to=rita)
    assert story.assignee_id == rita.pk
    assert [mail.bcc for mail in mailoutbox] == [["rita@example.org"]]


@pytest.mark.parametrize(
    ("verb", "roles"),
    [
        ("submit", {"rita", "ed", "mara"}),
        ("approve", {"ed", "mara"}),
        ("publish", {"pat", "mara"}),
        ("kill", {"pat", "mara"}),
        ("release_hold", {"mara"}),
        ("reprint", {"mara"}),
    ],
)
def test_each_role_holds_its_verbs(verb, roles, rita, ed, pat, mara, nora):
    cast = {"rita": rita, "ed": ed, "pat": pat, "mara": mara, "nora": nora}
    assert {name for name, user in cast.items() if user.has_perm(f"articles.{verb}_article")} == roles


def test_nora_may_not(nora, make_story):
    with pytest.raises(desk.Refused, match="Your role does not include “Submit for review”"):
        desk.submit(make_story(), by=nora, seen=1)
