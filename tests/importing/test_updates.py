"""A supplier's newer version meets what the desk has written: nothing typed is lost, nothing goes live by itself."""

import json
from dataclasses import replace

import pytest

from articles import desk
from articles.desk import updating
from articles.importing.story import OriginClaim, Step, StoryCredit, StoryTopic
from articles.models import Article, Delivery, Receipt, Revision, Topic, Verdict
from tests.importing.conftest import told
from tests.importing.versions import MAYOR, ONE, PORTERS, THREE, TWO, body, edit, outcomes

pytestmark = pytest.mark.django_db


# One item, several versions


def test_a_newer_version_of_untouched_copy_becomes_a_revision_to_review(tell, story):
    (result,) = tell(told(ONE, TWO, MAYOR, version="2", headline="Harbour wall holds again"))
    story.refresh_from_db()
    assert (result.outcome, result.article, result.reason) == ("revised", story.pk, "Revision 2, to be reviewed.")
    assert (story.version, story.status, story.headline) == (2, "draft", "Harbour wall holds again")
    assert story.body == body(ONE, TWO, MAYOR)
    head = story.revisions.get(number=2)
    assert (head.kind, head.why, head.by.user.username) == ("import", "told#1", "system")
    assert list(story.deliveries.values_list("kind", "state", "version", "revision__number", "content")) == [
        ("item", "taken", "1", 1, ""),
        ("update", "taken", "2", 2, ""),
    ]


def test_what_the_desk_changed_elsewhere_stays(tell, story, rita):
    edit(story, rita, headline="Wall holds, say porters", body=body(ONE, PORTERS, THREE))
    (result,) = tell(told(ONE, TWO, MAYOR, version="2"))
    story.refresh_from_db()
    assert result.outcome == "revised"
    assert (story.headline, story.body) == (
        "Wall holds, say porters",
        body(ONE, PORTERS, MAYOR),
    )
    assert json.loads(story.deliveries.last().content)["body"] == body(ONE, TWO, MAYOR)


def test_the_base_of_the_next_update_is_what_was_last_received(tell, story, rita):
    edit(story, rita, body=body(ONE, PORTERS, THREE))
    tell(told(ONE, TWO, MAYOR, version="2"))
    (result,) = tell(told("The wall held.", TWO, MAYOR, version="3"))
    story.refresh_from_db()
    assert (result.outcome, story.body) == (
        "revised",
        body("The wall held.", PORTERS, MAYOR),
    )


def test_the_same_update_twice_changes_nothing(tell, story):
    tell(told(ONE, TWO, MAYOR, version="2"))
    before = Revision.objects.count()
    assert outcomes(tell(told(ONE, TWO, MAYOR, version="2"))) == ["unchanged"]
    (again,) = tell(told(ONE, TWO, MAYOR, version="3"))
    assert (again.outcome, again.reason) == ("unchanged", "A newer version in the same words.")
    assert Revision.objects.count() == before


def test_a_version_that_comes_late_changes_nothing(tell, story):
    tell(told(ONE, TWO, MAYOR, version="3"))
    (late,) = tell(told(ONE, TWO, version="2"))
    assert (late.outcome, late.reason) == (
        "unchanged",
        f"Article {story.pk} already has the newer version 3.",
    )
    assert Article.objects.get().body == body(ONE, TWO, MAYOR)


def test_versions_in_one_import_follow_each_other(tell):
    versions = [told(ONE, version="1"), told(ONE, TWO, version="2"), told(ONE, TWO, THREE, version="3")]
    assert outcomes(tell(*versions)) == ["created", "revised", "revised"]
    assert (Article.objects.get().version, Article.objects.get().body) == (3, body(ONE, TWO, THREE))


@pytest.mark.parametrize("page_id", ["", "https://tide.example/wall"])
def test_a_page_at_the_address_of_a_feed_item_is_the_same_story(page_id, tell):
    address = "https://tide.example/wall"
    tell(told(ONE, supplier_id="urn:feed:1", address=address))
    (result,) = tell(told(ONE, TWO, supplier_id=page_id, supplier="", address=address))
    assert (result.outcome, Article.objects.get().body) == ("revised", body(ONE, TWO))


def test_items_with_ids_of_their_own_at_one_address_are_two(tell):
    address = "https://tide.example/wall"
    tell(told(ONE, supplier_id="urn:tide:1", address=address))
    (result,) = tell(told(THREE, supplier_id="urn:wave:1", address=address))
    assert (result.outcome, Article.objects.count()) == ("created", 2)


def test_an_update_of_approved_words_has_to_be_approved_again(tell, story, rita, ed):
    desk.submit(story, by=rita, seen=1)
    desk.approve(story, by=ed, seen=1)
    tell(told(ONE, TWO, version="2"))
    story.refresh_from_db()
    assert (story.status, story.version) == ("draft", 2)


def test_credits_topics_and_claims_follow(tell, story, rita):
    desk.revise(story, by=rita, seen=1, words={}, topics=[Topic.objects.create(name="Ours", slug="ours")])
    claim = OriginClaim("distributed_by", "North Quay", "via North Quay", 0, "infosource")
    newer = told(version="2", credits=(StoryCredit("Ada Finch"),), topics=(StoryTopic("Floods"),), origins=(claim,))
    assert outcomes(tell(newer)) == ["revised"]
    story.refresh_from_db()
    assert [str(credit) for credit in story.credits.all()] == ["Ada Finch"]
    assert sorted(topic.name for topic in story.topics.all()) == ["Floods", "Ours"]
    assert [(str(origin), origin.state) for origin in story.origins.all()] == [
        ("distributed by North Quay", "suggested")
    ]


# Conflicts


@pytest.fixture
def conflict(tell, story, rita):
    """Both have rewritten the second paragraph and the headline."""
    edit(story, rita, headline="Wall stands", body=body(ONE, "Rita saw porters with lamps.", THREE))
    (result,) = tell(told(ONE, "Fishermen saved every boat.", THREE, version="2", headline="Wall gives way"))
    story.refresh_from_db()
    return result


def test_words_that_both_changed_wait_and_nothing_is_touched(conflict, story):
    assert (conflict.outcome, conflict.article) == ("conflict", story.pk)
    assert (story.version, story.headline) == (2, "Wall stands")
    assert story.deliveries.last().state == Delivery.State.WAITING
    (task,) = story.tasks.all()
    assert (task.kind, task.settled_at) == ("update", None)
    assert task.sentence == (
        "An update (told#1) changes words that the desk has changed too: headline, body. Settle it."
    )
    merged = updating.merge_waiting(story, updating.waiting(story))
    assert (merged.conflicts, merged.clean) == (["headline", "body"], False)


def test_the_same_conflict_again_changes_nothing(conflict, tell, story):
    (again,) = tell(told(ONE, "Fishermen saved every boat.", THREE, version="3", headline="Wall gives way"))
    assert again.outcome == "unchanged"
    assert (story.tasks.count(), story.deliveries.filter(state="waiting").count()) == (1, 1)


def test_a_settled_conflict_is_a_revision_and_the_next_base(conflict, tell, story, ed):
    waiting = updating.waiting(story)
    both = body(ONE, "Rita saw porters with lamps.", "Fishermen saved every boat.", THREE)
    desk.settle_update(story, waiting, by=ed, seen=2, words={"headline": "Wall stands", "body": both})
    story.refresh_from_db()
    assert (story.version, story.body) == (3, both)
    assert [task.note for task in story.tasks.all()] == ["Settled the update “told#1”."]
    assert updating.waiting(story) is None
    verdict = waiting.receipt.state()
    assert (verdict.step, verdict.outcome) == ("settle", "revised")
    (result,) = tell(told(ONE, "Fishermen saved every boat.", MAYOR, version="3", headline="Wall gives way"))
    story.refresh_from_db()
    assert result.outcome == "revised"
    assert story.body == body(ONE, "Rita saw porters with lamps.", "Fishermen saved every boat.", MAYOR)


def test_an_update_is_settled_once_and_by_whoever_saw_the_words(conflict, story, ed, rita, nora):
    waiting = updating.waiting(story)
    with pytest.raises(desk.Refused):
        desk.settle_update(story, waiting, by=nora, seen=2, words={"headline": "Wall"})
    edit(story, rita, dek="It was close.")
    with pytest.raises(desk.Stale):
        desk.settle_update(story, waiting, by=ed, seen=2, words={"headline": "Wall"})
    assert updating.waiting(story) == waiting
    desk.settle_update(story, waiting, by=ed, seen=3, words={"headline": "Wall"})
    with pytest.raises(desk.Refused, match="waits no longer"):
        desk.settle_update(story, waiting, by=ed, seen=4, words={"headline": "Wall"})


def test_a_newer_update_takes_the_place_of_one_that_waits(conflict, tell, story):
    (result,) = tell(told(ONE, "Nobody saw a thing.", THREE, version="3", headline="Wall gives way"))
    assert result.outcome == "conflict"
    assert list(story.deliveries.values_list("state", flat=True)) == ["taken", "superseded", "waiting"]


def test_an_update_that_takes_back_what_was_disputed_merges(conflict, tell, story):
    (result,) = tell(told(ONE, TWO, MAYOR, version="3"))
    story.refresh_from_db()
    assert result.outcome == "revised"
    assert story.body == body(ONE, "Rita saw porters with lamps.", MAYOR)
    assert updating.waiting(story) is None


def test_a_spiked_story_keeps_its_update_waiting(tell, story, ed):
    desk.spike(story, by=ed, why="Not for us.")
    (result,) = tell(told(ONE, TWO, version="2"))
    assert result.outcome == "conflict"
    desk.unspike(story, by=ed)
    assert updating.merge_waiting(story, updating.waiting(story)).clean


def test_what_the_desk_had_written_already_is_the_next_base_all_the_same(tell, story, rita):
    edit(story, rita, body=body(ONE, TWO, MAYOR))
    (same,) = tell(told(ONE, TWO, MAYOR, version="2"))
    assert (same.outcome, same.reason) == ("unchanged", "The desk already has all that is new in it.")
    (result,) = tell(told(ONE, TWO, MAYOR.replace("dawn", "noon"), version="3"))
    story.refresh_from_db()
    assert (result.outcome, story.body) == ("revised", body(ONE, TWO, MAYOR.replace("dawn", "noon")))


def test_every_step_of_an_update_is_a_verdict(tell, story):
    newer = replace(told(ONE, TWO, version="2"), steps=(Step("autop", "a", "b"),))
    tell(newer)
    assert list(Receipt.objects.get(deliveries__version="2").verdicts.values_list("step", "outcome")) == [
        ("autop", "cleaned"),
        ("decide", "revised"),
    ]
    assert Verdict.objects.filter(outcome="created").count() == 1
