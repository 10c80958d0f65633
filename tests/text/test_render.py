"""articles/text/render.py: what readers get of a body."""

import re

import pytest
from hypothesis import given, settings

from articles.text.clean import clean
from articles.text.pictures import Shown
from articles.text.render import SIZES, render_body
from tests.text.html_strategies import bodies

WALL = Shown("ab" * 32, "image/jpeg", 1600, 900, alt="A wall")
UPRIGHT = Shown("cd" * 32, "image/jpeg", 900, 1600, credit="Ada Moss/The Courier & Co")


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
    shown = render_body(body, pictures={"pic": WALL})
    assert clean(shown) == clean(re.sub(' data-picture="[^"]*"', "", re.sub("</?mark[^>]*>", "", body)))


def test_only_a_clean_body_is_rendered():
    with pytest.raises(ValueError, match="clean it first"):
        render_body("<script>alert(1)")


# Figures


def first(picture):
    return picture.tag(SIZES, loading="eager")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<figure data-picture=w></figure>", f"<figure>\n{first(WALL)}\n</figure>"),
        (
            "<figure data-picture=w><figcaption>It <em>held</em></figcaption></figure>",
            f"<figure>\n{first(WALL)}\n<figcaption>It <em>held</em></figcaption>\n</figure>",
        ),
        (
            "<figure data-picture=u><figcaption>It held</figcaption></figure>",
            f'<figure class="upright">\n{first(UPRIGHT)}\n<figcaption>It held '
            '<span class="credit">Ada Moss/The Courier &amp; Co</span></figcaption>\n</figure>',
        ),
        (
            "<figure data-picture=u></figure>",
            f'<figure class="upright">\n{first(UPRIGHT)}\n'
            '<figcaption><span class="credit">Ada Moss/The Courier &amp; Co</span></figcaption>\n</figure>',
        ),
        (
            "<figure data-picture=u><figcaption><p>One</p><p>Two</p></figcaption></figure>",
            f'<figure class="upright">\n{first(UPRIGHT)}\n<figcaption>\n<p>One</p>\n<p>Two</p>\n'
            '<p><span class="credit">Ada Moss/The Courier &amp; Co</span></p>\n</figcaption>\n</figure>',
        ),
    ],
)
def test_a_picture_is_shown_with_its_caption_and_credit(html, shown):
    assert render_body(clean(html), pictures={"w": WALL, "u": UPRIGHT}) == shown


@pytest.mark.parametrize(
    "html",
    [
        "<figure data-picture=gone></figure>",
        "<figure data-picture=gone><figcaption>It held</figcaption></figure>",
        "<figure data-picture=gone><figcaption><p>It</p><p>held</p></figcaption></figure>",
        "<figure><figure data-picture=gone></figure><figcaption>Both</figcaption></figure>",
    ],
)
def test_what_has_no_file_is_left_out_with_its_caption(html):
    assert render_body(clean(f"<p>a</p>{html}<p>b</p>"), pictures={"w": WALL}) == "<p>a</p>\n<p>b</p>"


def test_several_pictures_may_stand_under_one_caption():
    html = "<figure><figure data-picture=w></figure><figure data-picture=gone></figure><figcaption>Both</figure>"
    assert render_body(clean(html), pictures={"w": WALL}) == (
        f"<figure>\n<figure>\n{first(WALL)}\n</figure>\n<figcaption>Both</figcaption>\n</figure>"
    )


def test_words_that_an_older_body_kept_beside_a_picture_are_not_lost():
    body = '<figure data-picture="w">\n<p>Beside</p>\n<figcaption>Below</figcaption>\n</figure>'
    assert render_body(body, pictures={"w": WALL}).endswith("<figcaption>Below</figcaption>\n</figure>\n<p>Beside</p>")


def test_only_the_first_picture_is_not_waited_with():
    shown = render_body(clean("<figure data-picture=w></figure>" * 3), pictures={"w": WALL})
    assert re.findall('loading="(\\w+)"', shown) == ["eager", "lazy", "lazy"]
