"""articles/text/tokens.py: words as a reader compares them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.tokens import Token, is_word, tokens


@pytest.mark.parametrize(
    ("text", "cores"),
    [
        ("He said: “No.”", ["He", "said", ":", "“", "No", ".", "”"]),
        ("don’t e-mail 1,000.5 O'Neill", ["don’t", "e-mail", "1,000.5", "O'Neill"]),
        ("我不，是", ["我", "不", "，", "是"]),
        ("हिन्दी में।", ["हिन्दी", "में", "।"]),
        ("a \n", ["a", ""]),
        ("", []),
    ],
)
def test_a_text_is_taken_apart(text, cores):
    assert [token.core for token in tokens(text)] == cores


@given(st.text())
def test_nothing_of_a_text_is_lost(text):
    assert "".join(token.white + token.core for token in tokens(text)) == text


def test_punctuation_is_no_word():
    assert [is_word(Token("", core)) for core in ("no", "1", "…", "")] == [True, True, False, False]
