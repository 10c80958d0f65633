"""articles/text/pairing.py: which block is which."""

from hypothesis import given
from hypothesis import strategies as st

from articles.text.clean import clean
from articles.text.leaves import leaves
from articles.text.pairing import paired, unmoved


def paragraphs(*texts: str) -> str:
    return clean("".join(f"<p>{text}</p>" for text in texts))


def pairs(old: str, new: str) -> list[tuple[int, int]]:
    return paired(leaves(old), leaves(new))


def test_equal_blocks_are_paired_first():
    assert pairs(paragraphs("a b c d", "a b c"), paragraphs("a b c", "a b c d e")) == [(1, 0), (0, 1)]


def test_half_of_the_words_make_the_same_block():
    assert pairs(paragraphs("one two three four"), paragraphs("one two five six")) == [(0, 0)]
    assert pairs(paragraphs("one two three four"), paragraphs("one five six seven")) == []


def test_a_word_said_twice_counts_once_where_it_stands_once():
    assert pairs(paragraphs("no no no no"), paragraphs("no one two three")) == []


def test_of_two_alike_the_likest_is_taken():
    assert pairs(paragraphs("a b c d"), paragraphs("a b c x", "a b x y")) == [(0, 0)]


def test_rules_and_pictures_are_paired_only_when_equal():
    old, new = "<hr>\n<hr>", '<hr>\n<figure data-picture="k"></figure>'
    assert pairs(old, new) == [(0, 0)]


@given(st.permutations(range(6)))
def test_the_most_that_can_stay_in_order_does(places):
    row = sorted(unmoved([(was, now) for now, was in enumerate(places)]))
    assert row == sorted(row, key=lambda pair: pair[1])
    longest = [0] * len(places)
    for now, was in enumerate(places):
        longest[now] = 1 + max((longest[at] for at in range(now) if places[at] < was), default=0)
    assert len(row) == max(longest)
