"""articles/text/summary.py: a body in short."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.clean import clean
from articles.text.summary import excerpt, reading_minutes, shortened, word_count, words
from tests.text.html_strategies import bodies

BODY = clean(
    "<h2>Trains</h2><p>The <b>minister</b> said<br>no &amp; left.</p><figure data-picture=k></figure>"
    "<ul><li>One</li><li>Two</li></ul><table><tr><td>3</td><td></td></tr></table>"
)


def test_words_stand_one_block_a_line():
    assert words(BODY) == "Trains\nThe minister said\nno & left.\nOne\nTwo\n3"


@pytest.mark.parametrize(
    ("html", "count"),
    [("", 0), ("<p>— &amp; …</p>", 0), ("<p>don’t e-mail 1,000</p>", 3), ("<p>我不喜欢 AI。</p>", 5), (BODY, 9)],
)
def test_words_are_counted(html, count):
    assert word_count(clean(html)) == count


@pytest.mark.parametrize(("count", "minutes"), [(0, 1), (240, 1), (241, 2), (1000, 5)])
def test_reading_takes_at_least_a_minute(count, minutes):
    assert reading_minutes(clean("word " * count)) == minutes


@pytest.mark.parametrize(
    ("body", "characters", "begins"),
    [
        (BODY, 200, "The minister said no & left. One Two"),
        (BODY, 25, "The minister said no &…"),
        ("<h2>Only a heading</h2>", 10, "Only a…"),
        ("<p>One, two</p>", 7, "One…"),
        ("<p>Donaudampfschiff</p>", 6, "Donau…"),
        ("", 10, ""),
    ],
)
def test_an_excerpt_is_cut_after_a_word(body, characters, begins):
    assert excerpt(body, characters) == begins


@given(bodies, st.integers(1, 60))
@settings(max_examples=200, deadline=None)
def test_an_excerpt_is_one_line_and_never_too_long(body, characters):
    begins = excerpt(body, characters)
    assert (len(begins) <= characters, "\n" in begins) == (True, False)


@given(st.text("ab ,", max_size=30), st.integers(1, 20))
def test_what_is_shortened_is_how_the_text_begins(text, characters):
    short = shortened(text, characters)
    assert text.startswith(short.removesuffix("…"))
