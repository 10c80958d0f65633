"""What is nested beyond all sense becomes shallow, with every word kept."""

import pytest
from hypothesis import given

from articles.text.clean import clean
from articles.text.shallow import DEEPEST, shallow
from articles.text.summary import words
from tests.text.html_strategies import nasty_html


@given(nasty_html)
def test_ordinary_markup_stays_to_the_byte(html):
    assert shallow(html) == html


def test_many_tags_that_are_not_deep_stay_too():
    html = "<p>a <b>b</b><br><img src='x'></p>" * DEEPEST
    assert shallow(html) == html


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul", "table"])
def test_a_tower_of_tags_keeps_its_words(tag):
    tower = f"<{tag}>" * 50_000 + "It was late." + f"</{tag}>" * 50_000 + "<p>The wall held.</p>"
    assert shallow(tower).count(f"<{tag}>") == DEEPEST
    assert words(clean(tower)).split() == "It was late. The wall held.".split()


def test_a_tower_that_is_never_closed_keeps_its_words():
    assert words(clean("<div>x " * 50_000)).split() == ["x"] * 50_000
