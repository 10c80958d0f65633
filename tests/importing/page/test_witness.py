import pytest

from articles.importing.page.witness import Witness
from tests.importing.page.pages import FIRST, SECOND, THIRD


@pytest.mark.parametrize(
    ("passage", "is_known"),
    [
        (FIRST, True),
        (FIRST.upper().replace(",", " –"), True),
        (f"{FIRST[:30]} {THIRD[30:]}", False),
        (SECOND, False),
        ("Why now", True),
        ("Why not", False),
        ("", False),
    ],
)
def test_a_passage_is_known_by_its_letters(passage, is_known):
    assert Witness([f"{FIRST} {FIRST}", "Why now?"]).knows(passage) == is_known


def test_a_long_passage_is_known_by_its_beginning_middle_and_end():
    whole = " ".join([FIRST, SECOND, THIRD])
    assert Witness([whole]).knows(whole)
    assert not Witness([FIRST]).knows(whole)


def test_who_heard_nothing_is_nobody():
    assert not Witness([])
