import pytest

from articles.importing.shown_words import words_of


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ("Pier &#8220;closes&#8221; &amp; <em>how</em>", "Pier “closes” & how"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("  A\n B ", "A B"),
        ("a<!-- note -->b", "ab"),
    ],
)
def test_words_are_what_readers_saw(kept, words):
    assert words_of(kept) == words
