"""articles/text/anchoring.py: many passages of one text, each as `anchor` remembers it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.anchor import ORPHAN, Found, Place, find
from articles.text.anchoring import FARTHEST, Anchoring, anchor

WORDS = st.lists(st.sampled_from(["a", "ab", "don't", "“a", "b.c", "ab.", "\n", "海", "—"]), min_size=1, max_size=30)
TEXTS = WORDS.map(" ".join)


@given(TEXTS, st.data())
def test_every_passage_is_found_where_it_was(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    place = find(anchor(text, start, end), text)
    assert place in (Place(Found.EXACT, start, end), ORPHAN)


def test_a_text_that_repeats_itself_for_too_long_leaves_a_passage_in_doubt():
    text = "tide and ebb " * (3 * FARTHEST)
    start = text.index("ebb", len(text) // 2)
    passage = Anchoring(text).anchor(start, start + 3)
    assert (passage.before, passage.after) == (FARTHEST + 1, FARTHEST + 1)
    assert find(passage, text).found is Found.ORPHAN


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 9)])
def test_a_stretch_that_is_none_is_refused(start, end):
    with pytest.raises(ValueError, match="No passage"):
        Anchoring("tide").anchor(start, end)
