"""articles/text/terms.py: what a text is found by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.fingerprint import Fingerprint
from articles.text.terms import LONGEST, MOST, terms


def found_by(text, language="en"):
    return sorted(terms(Fingerprint(text).words, language).decode().split())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferries of Besançon", ["besancon", "ferri", "of", "the"]),
        ("Straße, STRASSE", ["strass"]),
        ("At 10:30 by the isle-run: $5,000", ["000", "10", "30", "5", "at", "by", "isl", "run", "the"]),
        ("AT&T & …", ["at", "t"]),
        ("東京ガ", ["ガ", "京", "東"]),
        ("हिन्दी में", ["में", "हिन्दी"]),
        ("한국어", ["한국어"]),
        ("½ ﬁsh", ["1", "2", "fish"]),
        ("— “” 👍", []),
    ],
)
def test_words_are_bare_and_cut_to_their_stems(text, found):
    assert found_by(text) == found


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("en-GB", "ferry", "ferries"), ("de", "Fähre", "Fahren"), ("fr", "élevés", "eleve"), ("nb-NO", "båten", "båt")],
)
def test_forms_of_a_word_are_one_term_in_the_language_of_the_house(language, one, other):
    assert found_by(one, language) == found_by(other, language) != []


def test_a_language_that_is_not_known_is_not_cut():
    assert found_by("Ferries sail", "mi") == ["ferries", "sail"]


def test_a_very_long_word_is_cut():
    assert found_by("é" * 1000) == ["e" * LONGEST]


def test_of_too_many_terms_those_stay_that_came_first():
    words = [b"early", *(b"word%d" % number for number in range(200_000)), b"late"]
    found = terms(words, "en").split()
    assert (b"earli" in found, b"late" in found) == (True, False)
    assert found == sorted(found)
    assert MOST - 20 < len(b" ".join(found)) < MOST


@given(st.text(), st.text())
def test_what_is_in_a_text_is_found_whatever_stands_around(one, other):
    assert set(found_by(one)) <= set(found_by(f"{one}\n{other}"))


@given(st.text())
def test_a_term_is_letters_and_digits_so_that_no_engine_takes_it_for_more(text):
    assert [term for term in found_by(text) if set(term) & set("\"'\\ \n\0&|!():*<>-^+") or len(term) > LONGEST] == []
