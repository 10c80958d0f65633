"""articles/text/alignment.py: which items are which, in order and in good time."""

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.alignment import AFFORDABLE, aligned

rows = st.lists(st.sampled_from("abcd"), max_size=30)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("", "abc", []),
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        ("abc", "axc", [(0, 0), (2, 2)]),
        ("abcd", "cdab", [(0, 2), (1, 3)]),
        ("aab", "ab", [(0, 0), (2, 1)]),
    ],
)
def test_equal_items_are_paired_in_order(old, new, pairs):
    assert aligned(old, new) == pairs


@given(rows, rows)
def test_pairs_are_equal_and_never_cross(old, new):
    pairs = aligned(old, new)
    assert all(old[was] == new[now] for was, now in pairs)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(pairs))


@given(rows)
def test_a_row_is_paired_with_itself(row):
    assert aligned(row, row) == [(at, at) for at in range(len(row))]


def test_a_long_row_is_parted_at_what_stands_in_it_once():
    old = list(range(2000))
    new = [item for item in old if item % 7]
    new[500:500] = ["new", "new"] * 100
    assert [old[was] for was, _ in aligned(old, new)] == [item for item in old if item % 7]


def test_a_long_row_of_a_few_items_takes_a_moment():
    some = random.Random(1)
    old, new = (some.choices("abc", k=20_000) for _ in range(2))
    assert len(old) * len(new) > AFFORDABLE
    start = time.perf_counter()
    aligned(old, new)
    assert time.perf_counter() - start < 5
