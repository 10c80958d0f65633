"""What becomes of an item, from plain values."""

import pytest

from articles.importing.decide import Held, Outcome, Ruling, decide
from articles.importing.errors import BadInput
from articles.importing.story import Step, Story

STORY = Story("Tide turns")
BAD = BadInput("encoding", "Name the encoding.", line=3, byte=40)


@pytest.mark.parametrize(
    ("reading", "held", "ruling"),
    [
        (STORY, Held(), Ruling(Outcome.CREATED, "As it came.")),
        (STORY.after("a", "", ""), Held(), Ruling(Outcome.CREATED, "1 clean-up.")),
        (Story("Tide", steps=(Step("a", "", ""),) * 2), Held(), Ruling(Outcome.CREATED, "2 clean-ups.")),
        (STORY, Held(refusal="encoding: …"), Ruling(Outcome.CREATED, "As it came.")),
        (STORY, Held(article=7), Ruling(Outcome.UNCHANGED, "Received before: it is article 7.", 7)),
        (BAD, Held(article=7), Ruling(Outcome.UNCHANGED, "Received before: it is article 7.", 7)),
        (BAD, Held(), Ruling(Outcome.REFUSED, "encoding, line 3, byte 40: Name the encoding.")),
        (BadInput("empty", "Ask."), Held(), Ruling(Outcome.REFUSED, "empty: Ask.")),
    ],
)
def test_what_is_held_decides_first_then_what_can_be_read(reading, held, ruling):
    assert decide(reading, held) == ruling
