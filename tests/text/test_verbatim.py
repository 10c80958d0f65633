"""articles/text/verbatim.py: what a quote makes of its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.verbatim import Match, check

SOURCE = (
    "MAYOR BRENN: Thank you all. So, we looked at the bridge, and the bridge isn't safe -- not for lorries, not for "
    "anybody. I won't sign it. The workers' report (page 14) said “brittle” in 2014–2015... and nobody read it."
)


def told(quote: str, source: str = SOURCE):
    found = check(quote, source)
    parts = [
        (quote[d.quote_start : d.quote_end], source[d.source_start : d.source_end], d.shown) for d in found.differences
    ]
    return found.match.value, source[found.start : found.end], parts


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("“We looked at the bridge,”", "we looked at the bridge"),
        ("„the bridge isn’t safe — not for lorries“", "the bridge isn't safe -- not for lorries"),
        ("I won't\u00a0sign  it", "I won't sign it"),
        ("said ‘brittle’ in 2014-2015… and nobody read it", "said “brittle” in 2014–2015... and nobody read it"),
        ("“The workers’ report”", "The workers' report"),
        ("I won’t sign it.", "I won't sign it"),
    ],
)
def test_word_for_word_is_exact(quote, passage):
    assert told(quote) == ("exact", passage, [])


def test_an_ellipsis_shows_what_is_left_out():
    quote = "“the bridge isn’t safe … not for anybody”"
    passage = "the bridge isn't safe -- not for lorries, not for anybody"
    assert told(quote) == ("trimmed", passage, [("…", "-- not for lorries,", True)])


def test_the_words_left_out_are_as_few_as_can_be():
    assert told("not for [...] anybody")[1] == "not for anybody"


@pytest.mark.parametrize(
    ("quote", "differences"),
    [
        ("“[T]he bridge isn’t safe”", [("[T]he", "the", True)]),
        ("“[the council] looked at the bridge”", [("[the council]", "", True)]),
        ("“So, we looked at [it], and the bridge isn’t safe”", [("[it]", "the bridge", True)]),
    ],
)
def test_brackets_show_what_the_editor_put_in(quote, differences):
    assert told(quote)[::2] == ("trimmed", differences)


@pytest.mark.parametrize(
    ("quote", "differences"),
    [
        ("“we looked at the old bridge”", [("old", "", False)]),
        ("“the bridge is safe — not for lorries”", [("is", "isn't", False)]),
        ("“I will never sign it.”", [("will never", "won't", False)]),
        ("“I won’t sign It.”", [("It", "it", False)]),
        ("“The workers report (page 14)”", [("workers", "workers'", False)]),
        ("“we looked at the bridge and the bridge isn’t safe”", [("", ",", False)]),
    ],
)
def test_a_change_that_nothing_shows_is_altered(quote, differences):
    assert told(quote)[::2] == ("altered", differences)


@pytest.mark.parametrize("quote", ["“The tunnel was built of brick.”", "“Never”", "", "“…”", "[sic]"])
def test_what_the_source_does_not_say_is_not_found(quote):
    assert told(quote) == ("not found", "", [])


def test_nothing_is_found_in_no_source():
    assert told("“We looked”", "") == ("not found", "", [])


VOCABULARY = (
    "the bridge is not safe we won't sign it Brenn said workers' brittle and nobody read 14 2.5 e-mail ça".split()
)
sentences = st.lists(st.sampled_from(VOCABULARY), min_size=3, max_size=12)
typography = st.sampled_from(
    [str, lambda quote: f"“{quote},”", lambda quote: quote.replace("'", "’").replace(" ", "\u00a0")]
)


@given(sentences, typography)
def test_typography_is_no_difference(words, typeset):
    source = " ".join(words)
    assert check(typeset(source), f"She said: {source}.").match is Match.EXACT


@given(sentences, st.data())
def test_a_word_changed_dropped_added_or_moved_is_never_exact(words, data):
    at = data.draw(st.integers(1, len(words) - 2))
    other = data.draw(
        st.sampled_from([*VOCABULARY, "isn't", "Safe", "worker's", "15", "25", "ca"]).filter(
            lambda word: word != words[at]
        )
    )
    swapped = [*words[: at - 1], words[at], words[at - 1], *words[at + 1 :]]
    for changed in (
        [*words[:at], other, *words[at + 1 :]],
        [*words[:at], *words[at + 1 :]],
        [*words[:at], other, *words[at:]],
        swapped,
    ):
        if f" {' '.join(changed)} " not in f" {' '.join(words)} ":
            assert check(" ".join(changed), " ".join(words)).match is not Match.EXACT


@given(st.text(max_size=60), st.text(max_size=120))
def test_any_two_texts_can_be_compared(quote, source):
    found = check(quote, source)
    assert 0 <= found.start <= found.end <= len(source)
    for difference in found.differences:
        assert 0 <= difference.quote_start <= difference.quote_end <= len(quote)
        assert 0 <= difference.source_start <= difference.source_end <= len(source)
