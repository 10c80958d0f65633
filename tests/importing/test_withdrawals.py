"""A supplier withdraws, corrects or embargoes: tasks are raised, and the way out is closed."""

import datetime

import pytest
from django.utils import timezone

from articles import desk
from articles.importing.story import PubStatus, Signal, StoryCredit
from articles.models import Article, Receipt, Task
from tests.importing.conftest import told
from tests.importing.versions import MAYOR, ONE, THREE, TWO, outcomes

pytestmark = pytest.mark.django_db


# Withdrawals and corrections


def test_a_kill_raises_a_task_at_every_story_made_from_the_item_and_blocks_the_way_out(tell, story, rita, ed, pat):
    (copy,) = tell(told(supplier_id="urn:wave:9", supplier="Wave"))
    assert (copy.outcome, copy.article) == ("duplicate", story.pk)
    (result,) = tell(told(version="2", signal=Signal.KILL, ednote="It never happened."))
    assert (result.outcome, result.article) == ("unchanged", story.pk)
    (task,) = Task.objects.all()
    assert (task.article, task.kind) == (story, "kill")
    assert task.sentence == (
        "Tidewater Wire has withdrawn this story. Take it from readers, or say why it stays. It never happened."
    )
    desk.submit(story, by=rita, seen=1)
    desk.approve(story, by=ed, seen=1)
    with pytest.raises(desk.Refused, match="Tidewater Wire has withdrawn this story"):
        desk.publish(story, by=pat, seen=1)


def test_a_kill_told_twice_raises_one_task(tell, story):
    killed = told(version="2", pub_status=PubStatus.CANCELED)
    tell(killed)
    tell(killed)
    assert Task.objects.count() == 1


def test_a_version_that_may_be_used_again_opens_the_way(tell, story, rita, ed, pat):
    tell(told(version="2", pub_status=PubStatus.WITHHELD))
    tell(told(ONE, TWO, version="3", credits=(StoryCredit("Ada Finch"),)))
    story.refresh_from_db()
    desk.submit(story, by=rita, seen=2)
    desk.approve(story, by=ed, seen=2)
    desk.publish(story, by=pat, seen=2)
    assert story.standing(at=timezone.now()) == "published"


def test_what_is_withdrawn_before_it_comes_never_becomes_a_draft(tell):
    results = [*tell(told(version="2", signal=Signal.KILL)), *tell(told(version="1"))]
    assert [(str(one.outcome), one.error) for one in results] == [("refused", "withdrawn")] * 2
    assert (Article.objects.count(), Receipt.objects.count()) == (0, 2)
    assert outcomes(tell(told(version="3"))) == ["created"]


def test_a_correction_merges_and_raises_a_task(tell, story):
    (result,) = tell(told(ONE, TWO, MAYOR, version="2", signal=Signal.CORRECTION, ednote="ADDS mayor"))
    assert result.outcome == "revised"
    (task,) = story.tasks.all()
    assert (task.kind, task.sentence) == (
        "correction",
        "Tidewater Wire has corrected this story. See what changed, and correct it for readers. ADDS mayor",
    )


def test_a_task_is_settled_once_with_what_was_done(tell, story, ed, nora):
    tell(told(version="2", signal=Signal.KILL))
    task = story.tasks.get()
    for by, note in ((nora, "Done."), (ed, " ")):
        with pytest.raises(desk.Refused):
            desk.settle_task(task, by=by, note=note)
    desk.settle_task(task, by=ed, note="Called them; it stays.")
    with pytest.raises(desk.Refused, match="a moment ago"):
        desk.settle_task(task, by=ed, note="Again.")
    task.refresh_from_db()
    assert (task.settled_by.user, task.note) == (ed, "Called them; it stays.")


# Embargoes


NEXT_YEAR = timezone.now() + datetime.timedelta(days=365)


def test_an_embargo_that_comes_with_the_story_holds_from_the_first_minute(tell):
    tell(told(embargo=NEXT_YEAR))
    article = Article.objects.get()
    assert article.embargo_until == NEXT_YEAR
    assert article.decisions.get().details == {"embargo": NEXT_YEAR.isoformat()}


def test_a_later_embargo_holds_at_once_and_an_earlier_one_asks(tell, story):
    later = NEXT_YEAR + datetime.timedelta(days=1)
    tell(told(ONE, version="2", embargo=NEXT_YEAR))
    tell(told(ONE, TWO, version="3", embargo=later))
    story.refresh_from_db()
    assert story.embargo_until == later
    tell(told(ONE, THREE, version="4", embargo=NEXT_YEAR))
    story.refresh_from_db()
    assert (story.embargo_until, story.tasks.get().kind) == (later, "embargo")
