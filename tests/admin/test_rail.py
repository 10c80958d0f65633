"""The rail: what lies over a story is said above it, with the button that ends it; claims that contradict are named."""

from datetime import UTC, datetime, timedelta

import pytest

from articles import clock, desk
from articles.admin.rail import Passage, lacking, rail
from articles.models import Citation
from tests.admin.quotes import BODY

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 10, 11, tzinfo=UTC)  # 12:00 in Vienna, the tests' house zone
LATER = NOON + timedelta(hours=3)


def cited(source, *quotes):
    body = "".join(f'<p><mark data-citation="k{at}">{quote}</mark></p>' for at, quote in enumerate(quotes))
    rows = [Citation(key=f"k{at}", source=source, quote=quote) for at, quote in enumerate(quotes)]
    return {"body": body, "citations": rows}


def unchecked(story, user):
    (lack,) = (lack for lack in lacking(story, user) if lack.sentence.startswith("Not checked"))
    return lack.place, lack.passages


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


def test_what_lacks_of_one_passage_leads_to_it(rita, make_story, pilot):
    story = make_story(**cited(pilot, "The wall held all night."))
    assert unchecked(story, rita) == ("cite-k0", [])


def test_what_lacks_of_several_passages_leads_to_each(rita, make_story, pilot):
    story = make_story(**cited(pilot, "The wall held all night.", "We never slept at all."))
    assert unchecked(story, rita) == ("citations-group", [Passage("k0", "1"), Passage("k1", "2")])


def test_a_suggestion_is_led_to_by_its_words(rita, make_story):
    story = make_story(body=BODY)
    (lack,) = (lack for lack in lacking(story, rita) if "not attributed" in lack.sentence)
    assert [passage.words for passage in lack.passages] == [
        "“We expected the wall to move by…”",
        "“Nobody on the pilot boats slept…”",
    ]


def test_nothing_leads_whoever_may_not_mend(pat, make_story, pilot):
    assert unchecked(make_story(**cited(pilot, "The wall held.", "We never slept.")), pat) == ("", [])
