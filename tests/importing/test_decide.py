"""What becomes of an item, from plain values."""

import pytest

from articles.importing.decide import Held, Outcome, Ruling, decide
from articles.importing.decoding import Decoded
from articles.importing.errors import BadInput
from articles.importing.reading import Reading
from articles.importing.story import Step, Story


def read(*steps):
    return Reading(Story("Tide turns", steps=steps), Decoded("", b""))


STEP = Step("a", "b", "c")
BAD = BadInput("encoding", "Name the encoding.", line=3, byte=40)


@pytest.mark.parametrize(
    ("reading", "held", "ruling"),
    [
        (read(), Held(), Ruling(Outcome.CREATED, "As it came.")),
        (read(STEP), Held(), Ruling(Outcome.CREATED, "1 clean-up.")),
        (read(STEP, STEP), Held(), Ruling(Outcome.CREATED, "2 clean-ups.")),
        (read(), Held(refusal="encoding: …"), Ruling(Outcome.CREATED, "As it came.")),
        (read(), Held(article=7), Ruling(Outcome.UNCHANGED, "Received before: it is article 7.", 7)),
        (BAD, Held(article=7), Ruling(Outcome.UNCHANGED, "Received before: it is article 7.", 7)),
        (BAD, Held(), Ruling(Outcome.REFUSED, "encoding, line 3, byte 40: Name the encoding.")),
        (BadInput("empty", "Ask."), Held(), Ruling(Outcome.REFUSED, "empty: Ask.")),
    ],
)
def test_what_is_held_decides_first_then_what_can_be_read(reading, held, ruling):
    assert decide(reading, held) == ruling
