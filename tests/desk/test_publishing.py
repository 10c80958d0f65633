"""What readers hold, and from which minute to which."""

import datetime

import pytest

from articles import clock, desk
from articles.models import Address, Claim, Credit, Origin, PublishedArticle, PublishedProfile
from articles.states import Standing
from bylines.models import Author, Organisation

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def at_noon():
    with clock.set_to(NOON):
        yield


def readers_have(story, at):
    """The number of the revision that readers hold at `at`, None where they hold none."""
    prints = PublishedArticle.objects.visible(at=at).filter(article_number=story.pk)
    return prints.values_list("revision_number", flat=True).first()


def approve_again(story, rita, ed, **words):
    desk.revise(story, by=rita, seen=story.version, words=words)
    desk.submit(story, by=rita, seen=story.version)
    desk.approve(story, by=ed, seen=story.version)


def test_publishing_makes_the_approved_words_public(pat, make_story):
    story = make_story(status="approved")
    desk.publish(story, by=pat, seen=1)
    print_ = PublishedArticle.objects.get()
    assert readers_have(story, NOON) == 1
    assert readers_have(story, NOON - SECOND) is None
    assert (print_.headline, print_.body, print_.byline) == (story.headline, story.body, "Staff")
    assert print_.path == f"/2026/05/04/{story.slug}/"
    assert story.standing(at=NOON) == Standing.PUBLISHED


def test_the_address_is_dated_in_the_houses_zone(pat, make_story):
    late = datetime.datetime(2026, 5, 4, 22, 30, tzinfo=datetime.UTC)  # half past midnight in Vienna
    story = make_story(status="approved")
    with clock.set_to(late):
        desk.publish(story, by=pat, seen=1)
    assert PublishedArticle.objects.get().path == f"/2026/05/05/{story.slug}/"


def test_a_draft_cannot_be_published(pat, make_story):
    with pytest.raises(desk.Refused, match="“Publish” is not possible now"):
        desk.publish(make_story(), by=pat, seen=1)


def test_nobody_credited_blocks_publishing(pat, make_story):
    with pytest.raises(desk.Refused, match="Nobody is credited"):
        desk.publish(make_story(status="approved", credits=[]), by=pat, seen=1)


def test_unsettled_origins_block_publishing_by_name(pat, make_story):
    engine = Organisation.objects.create(name="The Engine", slug="engine")
    story = make_story(status="approved", origins=[Origin(organisation=engine)])
    with pytest.raises(desk.Refused, match="confirm or reject The Engine under Origins"):
        desk.publish(story, by=pat, seen=1)


def test_what_only_warns_is_kept_in_the_decision(pat, make_story):
    decision = desk.publish(make_story(status="approved", dek=""), by=pat, seen=1)
    assert [warning["rule"] for warning in decision.warnings] == ["dek", "section"]


def test_a_schedule_opens_at_its_minute_with_nothing_running(pat, make_story):
    story = make_story(status="approved")
    desk.schedule(story, by=pat, seen=1, at=NOON + HOUR)
    assert [readers_have(story, NOON + HOUR - SECOND), readers_have(story, NOON + HOUR)] == [None, 1]
    assert [story.standing(at=NOON), story.standing(at=NOON + HOUR)] == [Standing.SCHEDULED, Standing.PUBLISHED]


def test_a_minute_that_has_passed_cannot_be_scheduled(pat, make_story):
    with pytest.raises(desk.Refused, match="4 May 2026, 13:00 has passed"):
        desk.schedule(make_story(status="approved"), by=pat, seen=1, at=NOON - HOUR)


def test_words_saved_after_the_schedule_wait(rita, pat, make_story):
    story = make_story(status="approved")
    desk.schedule(story, by=pat, seen=1, at=NOON + HOUR)
    desk.revise(story, by=rita, seen=1, words={"headline": "Too late"})
    assert readers_have(story, NOON + HOUR) == 1


def test_another_schedule_takes_the_place_of_the_first(pat, make_story):
    story = make_story(status="approved")
    desk.schedule(story, by=pat, seen=1, at=NOON + HOUR)
    desk.schedule(story, by=pat, seen=1, at=NOON + 2 * HOUR)
    assert [readers_have(story, NOON + HOUR), readers_have(story, NOON + 2 * HOUR)] == [None, 1]
    assert PublishedArticle.objects.count() == 1


def test_publishing_takes_the_place_of_a_schedule(pat, make_story):
    story = make_story(status="approved")
    desk.schedule(story, by=pat, seen=1, at=NOON + HOUR)
    desk.publish(story, by=pat, seen=1)
    assert PublishedArticle.objects.get().visible_from == NOON


def test_unscheduling_leaves_no_trace_for_readers(pat, make_story):
    story = make_story(status="approved")
    desk.schedule(story, by=pat, seen=1, at=NOON + HOUR)
    desk.unschedule(story, by=pat)
    assert [PublishedArticle.objects.count(), Address.objects.count(), PublishedProfile.objects.count()] == [0, 0, 0]
    assert story.standing(at=NOON) == Standing.NEVER


def test_unscheduling_nothing_is_refused(pat, make_story):
    with pytest.raises(desk.Refused, match="Nothing is scheduled"):
        desk.unschedule(make_story(status="approved"), by=pat)


def test_a_scheduled_update_follows_the_live_print_without_a_gap(rita, ed, pat, make_story):
    story = make_story(status="live")
    approve_again(story, rita, ed, dek="It still holds.")
    desk.schedule(story, by=pat, seen=2, at=NOON + HOUR)
    assert [readers_have(story, NOON + HOUR - SECOND), readers_have(story, NOON + HOUR)] == [1, 2]
    new = PublishedArticle.objects.get(revision_number=2)
    assert (new.first_published, new.updated) == (NOON, NOON + HOUR)


def test_unscheduling_an_update_leaves_the_live_print_open(rita, ed, pat, make_story):
    story = make_story(status="live")
    approve_again(story, rita, ed, dek="It still holds.")
    desk.schedule(story, by=pat, seen=2, at=NOON + HOUR)
    desk.unschedule(story, by=pat)
    assert PublishedArticle.objects.get().visible_until is None


def test_the_words_readers_have_cannot_be_scheduled_again(pat, make_story):
    with pytest.raises(desk.Refused, match="Readers already have these words"):
        desk.schedule(make_story(status="live"), by=pat, seen=1, at=NOON + HOUR)


# Embargo


def test_an_embargoed_story_goes_out_when_the_embargo_ends(ed, pat, make_story):
    story = make_story(status="approved")
    desk.embargo(story, by=ed, until=NOON + HOUR)
    desk.publish(story, by=pat, seen=1)
    assert [readers_have(story, NOON + HOUR - SECOND), readers_have(story, NOON + HOUR)] == [None, 1]


def test_a_schedule_before_the_embargo_is_refused(ed, pat, make_story):
    story = make_story(status="approved")
    desk.embargo(story, by=ed, until=NOON + 2 * HOUR)
    with pytest.raises(desk.Refused, match="The embargo ends 4 May 2026, 16:00"):
        desk.schedule(story, by=pat, seen=1, at=NOON + HOUR)


def test_an_embargo_moves_what_is_scheduled_before_its_end(ed, pat, make_story):
    story = make_story(status="approved")
    desk.schedule(story, by=pat, seen=1, at=NOON + HOUR)
    desk.embargo(story, by=ed, until=NOON + 24 * HOUR)
    print_ = PublishedArticle.objects.get()
    assert (print_.visible_from, print_.path) == (NOON + 24 * HOUR, f"/2026/05/05/{story.slug}/")
    assert list(Address.objects.values_list("path", flat=True)) == [print_.path]


def test_lifting_an_embargo_gives_back_the_minute_asked_for(ed, pat, make_story):
    story = make_story(status="approved")
    desk.schedule(story, by=pat, seen=1, at=NOON + HOUR)
    desk.embargo(story, by=ed, until=NOON + 24 * HOUR)
    desk.lift_embargo(story, by=pat, why="Agreed with the journal")
    assert PublishedArticle.objects.get().visible_from == NOON + HOUR


def test_a_story_that_waited_only_for_the_embargo_goes_out_when_it_is_lifted(ed, pat, make_story):
    story = make_story(status="approved")
    desk.embargo(story, by=ed, until=NOON + HOUR)
    desk.publish(story, by=pat, seen=1)
    with clock.set_to(NOON + HOUR / 2):
        desk.lift_embargo(story, by=pat, why="Broken elsewhere")
    print_ = PublishedArticle.objects.get()
    assert (print_.visible_from, print_.first_published) == (NOON + HOUR / 2, NOON + HOUR / 2)


def test_an_embargo_is_ended_earlier_only_by_lifting_it(ed, make_story):
    story = make_story(status="approved")
    desk.embargo(story, by=ed, until=NOON + 3 * HOUR)
    with pytest.raises(desk.Refused, match="lift it and say why"):
        desk.embargo(story, by=ed, until=NOON + HOUR)
    desk.embargo(story, by=ed, until=NOON + 4 * HOUR)
    assert story.embargo_until == NOON + 4 * HOUR


def test_no_embargo_can_be_laid_on_what_readers_have(ed, make_story):
    with pytest.raises(desk.Refused, match="“Embargo” is not possible now"):
        desk.embargo(make_story(status="live"), by=ed, until=NOON + HOUR)


# Hold


def test_a_hold_takes_back_what_is_scheduled(pat, make_story):
    story = make_story(status="approved")
    desk.schedule(story, by=pat, seen=1, at=NOON + HOUR)
    desk.hold(story, by=pat, why="The lawyer called")
    assert readers_have(story, NOON + HOUR) is None


def test_a_hold_takes_a_live_story_down_at_once(pat, make_story):
    story = make_story(status="live")
    desk.hold(story, by=pat, why="The lawyer called")
    assert [readers_have(story, NOON), story.standing(at=NOON)] == [None, Standing.NEVER]


def test_nothing_on_hold_goes_out(pat, make_story):
    story = make_story(status="approved")
    desk.hold(story, by=pat, why="The lawyer called")
    with pytest.raises(desk.Refused, match=r"on hold \(Pat Pereira: The lawyer called\)"):
        desk.publish(story, by=pat, seen=1)


def test_releasing_a_hold_publishes_nothing_by_itself(pat, mara, make_story):
    story = make_story(status="approved")
    desk.schedule(story, by=pat, seen=1, at=NOON + HOUR)
    desk.hold(story, by=pat, why="The lawyer called")
    desk.release_hold(story, by=mara, why="Cleared")
    assert readers_have(story, NOON + HOUR) is None
    desk.publish(story, by=pat, seen=1)
    assert readers_have(story, NOON) == 1


# Unpublish, kill, reprint


def test_unpublished_is_gone_from_readers_and_can_come_back_at_its_address(pat, make_story):
    story = make_story(status="live")
    with clock.set_to(NOON + HOUR):
        desk.unpublish(story, by=pat, why="Wrong picture")
        assert [readers_have(story, NOON + HOUR), story.standing(at=NOON + HOUR)] == [None, Standing.UNPUBLISHED]
    with clock.set_to(NOON + 30 * HOUR):
        desk.publish(story, by=pat, seen=1)
    back = PublishedArticle.objects.visible(at=NOON + 30 * HOUR).get()
    assert (back.path, back.first_published, back.updated) == (f"/2026/05/04/{story.slug}/", NOON, None)


def test_a_kill_is_for_good(rita, pat, ed, make_story):
    story = make_story(status="live")
    with clock.set_to(NOON + HOUR):
        desk.kill(story, by=pat, why="The statement was forged")
        assert [readers_have(story, clock.now()), story.standing(at=clock.now())] == [None, Standing.KILLED]
        assert Address.objects.get().status == Address.Status.GONE
        with pytest.raises(desk.Refused):
            desk.unspike(story, by=ed)
        with pytest.raises(desk.Refused):
            desk.revise(story, by=rita, seen=1, words={"dek": "But"})


def test_a_story_scheduled_to_come_back_is_killed_at_once(pat, make_story):
    story = make_story(status="live")
    with clock.set_to(NOON + HOUR):
        desk.unpublish(story, by=pat, why="Wrong picture")
        desk.schedule(story, by=pat, seen=1, at=NOON + 2 * HOUR)
        desk.kill(story, by=pat, why="Forged")
        assert story.standing(at=NOON + 3 * HOUR) == Standing.KILLED
    assert readers_have(story, NOON + 3 * HOUR) is None


def test_what_readers_never_had_is_spiked_not_killed(pat, make_story):
    with pytest.raises(desk.Refused, match="“Kill” is not possible now"):
        desk.kill(make_story(status="approved"), by=pat, why="No")


def test_a_print_keeps_its_names_until_it_is_reprinted(mara, make_story):
    ada = Author.objects.create(name="Ada Byron", slug="ada")
    story = make_story(status="live", credits=[Credit(author=ada)])
    ada.name = "Ada Lovelace"
    ada.save()
    assert PublishedArticle.objects.get().byline == "Ada Byron"
    with clock.set_to(NOON + HOUR):
        desk.reprint(story, by=mara, why="She married")
    old, new = PublishedArticle.objects.order_by("visible_from")
    assert [old.byline, new.byline] == ["Ada Byron", "Ada Lovelace"]
    assert [old.visible_until, new.visible_from, new.updated] == [NOON + HOUR, NOON + HOUR, None]
    assert old.revision_number == new.revision_number == 1


def test_two_stories_never_share_an_address(pat, make_story):
    make_story(status="live", slug="storm")
    other = make_story(status="approved", slug="storm")
    with pytest.raises(desk.Refused, match="Use the slug “storm-2” instead"):
        desk.publish(other, by=pat, seen=1)


def test_readers_know_only_who_stands_in_a_visible_print(pat, make_story):
    ada = Author.objects.create(name="Ada Lovelace", slug="ada")
    engine = Organisation.objects.create(name="The Engine", slug="engine")
    rumour = Organisation.objects.create(name="Rumour", slug="rumour")
    story = make_story(
        status="approved",
        credits=[Credit(author=ada, organisation=engine)],
        origins=[Origin(organisation=rumour, state=Claim.REJECTED)],
    )
    desk.schedule(story, by=pat, seen=1, at=NOON + HOUR)
    profiles = PublishedProfile.objects
    assert list(profiles.visible(at=NOON)) == []
    assert [str(profile) for profile in profiles.visible(at=NOON + HOUR)] == ["Ada Lovelace", "The Engine"]
