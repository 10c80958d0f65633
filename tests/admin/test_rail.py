"""The rail: what lies over a story is said above it, with the button that ends it; claims that contradict are named."""

from datetime import UTC, datetime, timedelta

import pytest

from articles import clock, desk
from articles.admin.rail import conflicts, rail
from articles.models import Origin
from bylines.models import Organisation

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 10, 11, tzinfo=UTC)  # 12:00 in Vienna, the tests' house zone
LATER = NOON + timedelta(hours=3)


@pytest.fixture
def wire(db):
    """Another outlet."""
    return Organisation.objects.create(name="Northline Press", slug="northline-press")


def said(found):
    return [(banner.kind, banner.title, banner.button and banner.button.verb) for banner in found.banners]


def test_what_lies_over_a_story_stands_above_it_with_its_way_out(pat, make_story):
    with clock.set_to(NOON):
        story = make_story(status="approved")
        desk.schedule(story, by=pat, seen=1, at=LATER)
        desk.embargo(story, by=pat, until=LATER)
        found = rail(story, pat)
    assert said(found) == [
        ("embargo", "Under embargo until 10 March 2026, 15:00", "lift_embargo"),
        ("scheduled", "Goes out 10 March 2026, 15:00", "unschedule"),
    ]
    assert {"lift_embargo", "unschedule"} & {button.verb for button in found.others} == set()


def test_words_that_a_schedule_leaves_behind_are_an_alarm(rita, pat, make_story):
    with clock.set_to(NOON):
        story = make_story(status="approved")
        desk.schedule(story, by=pat, seen=1, at=LATER)
        desk.revise(story, by=rita, seen=1, words={"dek": "Newer."})
        assert said(rail(story, pat)) == [("waits", "Goes out 10 March 2026, 15:00", "unschedule")]
        assert said(rail(story, rita)) == [("waits", "Goes out 10 March 2026, 15:00", None)]


def test_a_hold_says_who_and_why(pat, make_story):
    with clock.set_to(NOON):
        story = make_story(status="approved")
        desk.hold(story, by=pat, why="The lawyers read it")
        (banner,) = rail(story, pat).banners
    assert (banner.kind, banner.sentence) == (
        "hold",
        "Pat Pereira, 10 March 2026, 12:00: “The lawyers read it”",
    )


def test_what_blocks_takes_the_weight_off_the_next_step(pat, make_story):
    blocked, free = make_story(status="approved", credits=[]), make_story(status="approved")
    assert (rail(blocked, pat).blocked, rail(free, pat).blocked) == (True, False)


def test_nothing_is_next_for_words_that_readers_have(pat, make_story):
    found = rail(make_story(status="live"), pat)
    assert (found.primary, found.lacking, found.complete) == ([], [], False)


def test_two_claims_to_one_role_contradict_each_other(make_story, engine, wire):
    story = make_story(origins=[Origin(organisation=engine), Origin(organisation=wire)])
    assert conflicts(story) == [
        "Two claims contradict each other: syndicated from The Engine and Northline Press. Reject those that are wrong."
    ]


def test_a_rejected_claim_contradicts_nothing(make_story, engine, wire):
    claims = [Origin(organisation=engine, state="rejected"), Origin(organisation=wire, state="confirmed")]
    assert conflicts(make_story(origins=claims)) == []


def test_claims_to_different_roles_stand_together(make_story, engine, wire):
    claims = [Origin(organisation=engine, role="written_for"), Origin(organisation=wire)]
    assert conflicts(make_story(origins=claims)) == []
