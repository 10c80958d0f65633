"""What becomes of an item, from plain values."""

import datetime
from dataclasses import replace

import pytest

from articles.importing.decide import Act, Held, Known, Likeness, Outcome, Ruling, decide
from articles.importing.errors import BadInput
from articles.importing.reading import Reading
from articles.importing.story import PubStatus, Signal, Step, Story

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
LATER = NOON + datetime.timedelta(hours=1)


def read(*steps, **more):
    return Reading(Story("Tide turns", steps=steps, **more))


STEP = Step("a", "b", "c")
BAD = BadInput("encoding", "Name the encoding.", line=3, byte=40)
RECEIVED = "Received before: it is article 7."


@pytest.mark.parametrize(
    ("reading", "held", "ruling"),
    [
        (read(), Held(), Ruling(Outcome.CREATED, "As it came.", Act.START)),
        (read(STEP), Held(), Ruling(Outcome.CREATED, "1 clean-up.", Act.START)),
        (read(STEP, STEP), Held(), Ruling(Outcome.CREATED, "2 clean-ups.", Act.START)),
        (read(), Held(refusal="encoding: …"), Ruling(Outcome.CREATED, "As it came.", Act.START)),
        (read(), Held(article=7), Ruling(Outcome.UNCHANGED, RECEIVED, Act.NOTHING, 7)),
        (BAD, Held(article=7), Ruling(Outcome.UNCHANGED, RECEIVED, Act.NOTHING, 7)),
    ],
)
def test_what_is_held_decides_first_then_what_can_be_read(reading, held, ruling):
    assert decide(reading, held) == ruling


def test_bad_input_is_refused_once_by_the_same_reason():
    told = "encoding, line 3, byte 40: Name the encoding."
    refused = Ruling(Outcome.REFUSED, told, Act.REFUSE, error="encoding")
    assert decide(BAD, Held()) == refused
    assert decide(BAD, Held(refusal="empty: Ask.")) == refused
    assert decide(BAD, Held(refusal=told)) == replace(refused, act=Act.NOTHING)


# The same item


@pytest.mark.parametrize(
    ("known", "story", "act"),
    [
        (Known(7, version="1"), {"version": "2"}, Act.UPDATE),
        (Known(7, version="2"), {"version": "10"}, Act.UPDATE),
        (Known(7, version="10"), {"version": "9"}, Act.NOTE),
        (Known(7, version="2026-11-24T12:00Z"), {"version": "2026-11-24T11:00Z"}, Act.NOTE),
        (Known(7, updated=NOON.isoformat()), {"updated": LATER}, Act.UPDATE),
        (Known(7, updated=LATER.isoformat()), {"updated": NOON}, Act.NOTE),
        (Known(7, updated=LATER.isoformat()), {"published": NOON}, Act.NOTE),
        (Known(7, version="a"), {"version": "b"}, Act.UPDATE),
        (Known(7), {}, Act.UPDATE),
    ],
)
def test_a_newer_version_is_an_update_and_an_older_one_changes_nothing(known, story, act):
    ruling = decide(read(**story), Held(item=known))
    assert (ruling.act, ruling.article) == (act, 7)
    assert ruling.outcome == (Outcome.REVISED if act == Act.UPDATE else Outcome.UNCHANGED)


def test_a_newer_version_of_a_copy_stays_a_copy_and_says_what_is_new():
    known = Known(7, version="1", is_copy=True)
    ruling = decide(read(version="2", supplier="Wave"), Held(item=known, like=Likeness(7, True, ("It rained.",))))
    assert ruling == Ruling(
        Outcome.DUPLICATE, "The same copy from Wave: it is article 7. New in it: It rained.", Act.COPY, 7
    )


# The same words


def test_the_same_words_from_elsewhere_are_a_copy():
    held = Held(same_words=Known(7))
    told = "The same copy from wave.example: it is article 7."
    assert decide(read(supplier_domain="wave.example"), held) == Ruling(Outcome.DUPLICATE, told, Act.COPY, 7)
    assert decide(read(), held) == Ruling(Outcome.DUPLICATE, "The same copy as article 7.", Act.COPY, 7)


def test_shared_passages_make_a_draft_that_says_so():
    held = Held(like=Likeness(7, False, ("It rained.", "Then it stopped.")))
    told = "As it came. It shares passages with article 7. New in it: It rained. … Then it stopped."
    assert decide(read(), held) == Ruling(Outcome.CREATED, told, Act.START)


# Withdrawn


WITHDRAWN = [{"pub_status": PubStatus.CANCELED}, {"pub_status": PubStatus.WITHHELD}, {"signal": Signal.KILL}]


@pytest.mark.parametrize("story", WITHDRAWN)
def test_what_its_supplier_withdraws_never_becomes_a_draft(story):
    ruling = decide(read(**story), Held())
    assert (ruling.outcome, ruling.act, ruling.article) == (Outcome.REFUSED, Act.WITHDRAW, None)
    assert ruling.error == ("withheld" if "withheld" in story.values() else "withdrawn")


@pytest.mark.parametrize("story", WITHDRAWN)
def test_a_withdrawal_of_a_story_we_hold_is_a_matter_for_the_desk(story):
    ruling = decide(read(**story), Held(item=Known(7)))
    assert (ruling.outcome, ruling.act, ruling.article) == (Outcome.UNCHANGED, Act.WITHDRAW, 7)


def test_what_was_withdrawn_before_it_came_stays_out_until_a_newer_version():
    withdrawn = Held(item=Known(None, version="2"))
    assert decide(read(version="1"), withdrawn).error == "withdrawn"
    assert decide(read(version="2"), withdrawn).error == "withdrawn"
    assert decide(read(version="3"), withdrawn).outcome == Outcome.CREATED
