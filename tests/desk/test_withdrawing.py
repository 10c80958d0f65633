"""A source falls: what rests on it is found to any depth, somebody is told to look, and readers where they have it."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command

from articles import clock, desk
from articles.desk import Refused, rights, sources
from articles.desk.withdrawing import withdraw_source
from articles.models import (
    Citation,
    Correction,
    Decision,
    Task,
)
from articles.states import SYSTEM
from bylines.models import Source
from tests.desk.resting import BODY, address, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
CHECKING = "We are checking what still stands."


# Withdrawn


def withdraw(source, by, why="The logbook was forged."):
    """What was found, and the headlines of new tasks and notices."""
    done = withdraw_source(source, by=by, why=why)
    names = {one.article.pk: one.article.headline for one in done.stories}
    assert done.untold == []
    return [*names.values()], [names[pk] for pk in done.tasks], [names[pk] for pk in done.notices]


def test_every_story_has_a_task_that_says_what_to_do(tell, pilot, pat, delivered):
    live = tell("Live", source=pilot)
    draft, copy = tell("Draft", source=pilot, status="draft"), tell("Copy", status="draft")
    delivered(live, identity="one")
    delivered(copy, identity="one")
    tell("Cites", url=address(live), status="draft")
    desk.spike(draft, by=rights.system(), why="Overtaken")
    withdraw(pilot, pat)
    happened = "“Jan Pilot” was withdrawn as a source: The logbook was forged."
    assert dict(Task.objects.values_list("article__headline", "sentence")) == {
        "Live": f"{happened} This story cites it. "
        "Readers have it: check what still stands, and correct or unpublish it.",
        "Draft": f"{happened} This story cites it. Nobody is working on it; look again should it come back.",
        "Copy": f"{happened} This story was made from the same copy as “Live”, which rests on it. "
        "Check what still stands, and cite another source, before it goes on.",
        "Cites": f"{happened} This story refers to “Live”, which rests on it. "
        "Check what still stands, and cite another source, before it goes on.",
    }
    assert set(Task.objects.values_list("kind", "settled_at")) == {("source", None)}


def test_a_scheduled_story_is_to_be_unscheduled(tell, pilot, pat):
    story = tell("Later", source=pilot, status="approved")
    desk.schedule(story, by=pat, seen=1, at=clock.now() + datetime.timedelta(days=1))
    assert withdraw(pilot, pat) == (["Later"], ["Later"], [])
    assert "It will go out as scheduled: unschedule it" in Task.objects.get().sentence


def test_readers_are_told_no_more_than_they_need(tell, pilot, pat, mara, keys, delivered):
    official = Source.objects.create(kind="unnamed", name="an official", slug="an-official", reason="Afraid")
    unnamed = tell("Unnamed", source=official, status="approved")
    sources.approve_unnamed(unnamed, official, by=mara, why="Met her")
    desk.publish(unnamed, by=pat, seen=1)
    live, copy = tell("Live", source=pilot), tell("Copy")
    delivered(live, identity="one")
    delivered(copy, identity="one")
    cites = tell("Cites", url=address(live))
    for source in (pilot, official):
        withdraw(source, pat)
    assert told(live) == [f"A source of this story, Jan Pilot, has been withdrawn. {CHECKING}"]
    assert told(unnamed) == [
        f"A source of this story who is not named, described as “an official”, has been withdrawn. {CHECKING}"
    ]
    assert told(copy) == [f"The copy of this story rests on a source that has been withdrawn. {CHECKING}"]
    assert told(cites) == [
        f"This story refers to another of ours, which rests on a source that has been withdrawn. {CHECKING}"
    ]


def test_the_house_puts_the_note_and_the_record_says_who_withdrew_the_source(tell, pilot, pat):
    story = tell("Live", source=pilot)
    withdraw(pilot, pat)
    decision = Decision.objects.filter(article=story).latest("pk")
    assert (decision.verb, decision.by.user.username) == ("correct", SYSTEM)
    assert decision.why == "jan-pilot: source withdrawn by Pat Pereira: The logbook was forged."
    assert (decision.correction.kind, decision.correction.before) == ("editors_note", decision.correction.after)


def test_whoever_may_withdraw_need_not_hold_the_right_to_correct(tell, pilot, nora):
    nora.user_permissions.add(Permission.objects.get(codename="withdraw_source"))
    tell("Live", source=pilot)
    assert withdraw(pilot, nora) == (["Live"], ["Live"], ["Live"])


def test_a_newsroom_may_leave_readers_out(site, tell, pilot, pat):
    site.WITHDRAWN_SOURCE_NOTICE = False
    tell("Live", source=pilot)
    assert withdraw(pilot, pat) == (["Live"], ["Live"], [])


def test_no_note_stands_under_words_that_do_not_rest_on_it(tell, pilot, pat, rita):
    """Readers have words that never cited it; the newest words, or a suggestion, do."""
    newer = tell("Newer words")
    row = Citation(source=pilot, key="gate", quote="it stood wide open")
    desk.revise(newer, by=rita, seen=1, words={"dek": "New."}, citations=[row])
    tell("Suggested", source=pilot, state="suggested")
    assert withdraw(pilot, pat) == (["Newer words", "Suggested"], ["Newer words", "Suggested"], [])


def test_done_twice_it_does_nothing_new_and_what_has_come_since_is_raised_alone(tell, pilot, pat, mara):
    first = tell("One", source=pilot)
    assert withdraw(pilot, pat) == (["One"], ["One"], ["One"])
    assert withdraw(pilot, mara, "Again.") == (["One"], [], [])
    noted = Source.objects.values_list("withdrawn_at", "withdrawn_by", "withdrawn_why").get(pk=pilot.pk)
    assert noted == (pilot.withdrawn_at, pat.pk, "The logbook was forged.")
    tell("Two", url=address(first))
    assert withdraw(pilot, mara, "Again.") == (["One", "Two"], ["Two"], ["Two"])
    assert (Task.objects.count(), Correction.objects.count(), len(told(first))) == (2, 2, 1)
    Source.objects.filter(pk=pilot.pk).update(name="Captain Jan Pilot")
    assert withdraw(Source.objects.get(pk=pilot.pk), mara) == (["One", "Two"], [], [])


def test_a_task_that_is_done_is_not_raised_again(tell, pilot, pat, rita):
    tell("One", source=pilot)
    withdraw(pilot, pat)
    desk.settle_task(Task.objects.get(), by=rita, note="Taken out.")
    withdraw(pilot, pat)
    assert Task.objects.count() == 1


def test_whoever_meets_a_story_that_went_live_since_tells_its_readers(tell, pilot, pat):
    first = tell("One", source=pilot)
    second = tell("Two", url=address(first), status="approved")
    assert withdraw(pilot, pat) == (["One", "Two"], ["One", "Two"], ["One"])
    desk.publish(second, by=pat, seen=1)
    assert withdraw(pilot, pat) == (["One", "Two"], [], ["Two"])


def test_two_sources_of_one_story_are_told_of_apart(tell, pilot, pat, make_story):
    other = Source.objects.create(name="Jan", slug="jan")
    body = BODY + '<p><mark data-citation="sea">The sea rose.</mark></p>'
    rows = [Citation(source=pilot, key="gate", quote="it stood wide open")]
    story = make_story(status="live", body=body, citations=[*rows, Citation(source=other, key="sea", quote="The sea")])
    assert (len(withdraw(pilot, pat)[2]), len(withdraw(other, pat)[2]), len(told(story))) == (1, 1, 2)


def test_who_may_not_and_what_is_asked(tell, pilot, rita, ed, nora, pat):
    story = tell("One", source=pilot)
    for user in (rita, ed, nora):
        with pytest.raises(Refused, match="Your role does not include withdrawing a source"):
            withdraw_source(pilot, by=user, why="Forged")
    with pytest.raises(Refused, match="Say why the source is withdrawn"):
        withdraw_source(pilot, by=pat, why=" ")
    suggested = Source.objects.create(name="Maybe", slug="maybe", state="suggested")
    with pytest.raises(Refused, match="Nobody has accepted this source yet"):
        withdraw_source(suggested, by=pat, why="Forged")
    assert (Task.objects.count(), Source.objects.exclude(withdrawn_at=None).count(), told(story)) == (0, 0, [])


def test_what_cites_it_goes_no_further(tell, pilot, rita, ed, pat):
    story = tell("One", source=pilot, status="in_review")
    withdraw(pilot, pat)
    with pytest.raises(Refused, match="Withdrawn as a source: “Jan Pilot”"):
        desk.approve(story, by=ed, seen=1)


# The command


def test_the_command_says_what_it_found(tell, pilot, pat, capsys):
    first = tell("One", source=pilot)
    second = tell("Two", url=address(first), status="draft")
    call_command("withdraw_source", "jan-pilot", by="pat", why="Forged")
    assert capsys.readouterr().out.splitlines() == [
        "2 stories rest on it.",
        "2 tasks are new.",
        "Readers of 1 were told.",
        f"{first.pk} One (Live): This story cites it.",
        f"{second.pk} Two (Not published): This story refers to “One”, which rests on it.",
    ]


@pytest.mark.parametrize(
    ("slug", "by", "why", "said"),
    [
        ("nobody", "pat", "Forged", "There is no source “nobody”."),
        ("jan-pilot", "nobody", "Forged", "--by: there is no active account"),
        ("jan-pilot", "pat", " ", "Say why the source is withdrawn"),
        ("jan-pilot", "rita", "Forged", "Your role does not include withdrawing"),
    ],
)
def test_the_command_says_no(slug, by, why, said, pilot, pat, rita):
    with pytest.raises(CommandError, match=said):
        call_command("withdraw_source", slug, by=by, why=why)
