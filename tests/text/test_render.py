"""articles/text/render.py: what readers get of a body."""

import re

import pytest
from hypothesis import given, settings

from articles.text.clean import clean
from articles.text.render import render_body
from tests.text.html_strategies import bodies


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("", ""),
        ("<p>1 &lt; 2 &amp; <strong>a</strong><br>b</p>\n<hr>", "<p>1 &lt; 2 &amp; <strong>a</strong><br>b</p>\n<hr>"),
        ('<p><mark data-citation="k">said <em>so</em></mark></p>', "<p>said <em>so</em></p>"),
        ("<ul>\n<li>a</li>\n</ul>", "<ul>\n<li>a</li>\n</ul>"),
        (
            '<table>\n<tbody>\n<tr>\n<td colspan="2">a</td>\n</tr>\n</tbody>\n</table>',
            '<div class="table">\n<table>\n<tbody>\n<tr>\n<td colspan="2">a</td>\n</tr>\n</tbody>\n</table>\n</div>',
        ),
        ('<p><a href="/a">b</a></p>', '<p><a href="/a">b</a></p>'),
        ('<p><a href="tel:112">b</a></p>', '<p><a href="tel:112">b</a></p>'),
        (
            '<p><a href="https://example.org/?a&amp;b">c</a></p>',
            '<p><a href="https://example.org/?a&amp;b" rel="external noopener">c</a></p>',
        ),
    ],
)
def test_a_body_is_shown(body, shown):
    assert render_body(body) == shown


def test_the_house_is_no_other_host():
    body = '<p><a href="https://The-Engine.example/a">b</a></p>'
    assert render_body(body, host="the-engine.example") == body


def test_every_heading_has_an_id_of_its_own():
    body = "<h2>What <em>we</em> know</h2>\n<h3>What we know</h3>\n<h2>What we know 2</h2>\n<h2>؟</h2>"
    assert re.findall('id="([^"]*)"', render_body(body)) == [
        "h-what-we-know", "h-what-we-know-2", "h-what-we-know-2-2", "h-story",
    ]  # fmt: skip


@given(bodies)
@settings(max_examples=200, deadline=None)
def test_readers_get_every_word_and_cleaning_gives_the_body_back(body):
    shown = render_body(body)
    assert clean(shown) == clean(re.sub("</?mark[^>]*>", "", body))


def test_only_a_clean_body_is_rendered():
    with pytest.raises(ValueError, match="clean it first"):
        render_body("<script>alert(1)")
