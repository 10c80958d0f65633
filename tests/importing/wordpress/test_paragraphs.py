import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.wordpress.paragraphs import linked, paragraphed
from articles.text.clean import clean


def body(text):
    return clean(paragraphed(text)).split("\n")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("One\n\nTwo", ["<p>One</p>", "<p>Two</p>"]),
        ("One\r\n\r\nTwo", ["<p>One</p>", "<p>Two</p>"]),
        ("One\n \t\n\n Two", ["<p>One</p>", "<p>Two</p>"]),
        ("One\ntwo", ["<p>One<br>two</p>"]),
        ("One<br />\ntwo", ["<p>One<br>two</p>"]),
        ("One<br />\n\nTwo", ["<p>One</p>", "<p>Two</p>"]),
        ("<b>One\n\nTwo</b>", ["<p><strong>One</strong></p>", "<p><strong>Two</strong></p>"]),
        ("<em>One</em>\n<em>two</em>", ["<p><em>One</em><br><em>two</em></p>"]),
        ("<p>One\ntwo</p>\n\n<p>Three</p>", ["<p>One<br>two</p>", "<p>Three</p>"]),
        ("<h2>Pier</h2>\nShut.\n<hr>\nOpen.", ["<h2>Pier</h2>", "<p>Shut.</p>", "<hr>", "<p>Open.</p>"]),
        ("<ul>\n<li>One</li>\n\n<li>Two\n\nThree</li>\n</ul>",
         ["<ul>", "<li>One</li>", "<li>", "<p>Two</p>", "<p>Three</p>", "</li>", "</ul>"]),
        ("<blockquote>One\n\nTwo</blockquote>\n\nThree",
         ["<blockquote>", "<p>One</p>", "<p>Two</p>", "</blockquote>", "<p>Three</p>"]),
        ("One<!--more-->Two", ["<p>One</p>", "<p>Two</p>"]),
        ("One\n<!-- note -->two", ["<p>One<br>two</p>"]),
        ("One\n\n<script>\n\nx\n</script>\n\nTwo", ["<p>One</p>", "<p>Two</p>"]),
    ],
)  # fmt: skip
def test_lines_are_shown_as_wordpress_shows_them(typed, shown):
    assert body(typed) == shown


def test_preformatted_lines_stay_as_they_are():
    assert paragraphed("<pre>a\n\nb</pre>\n\nEnd") == "<pre>a\n\nb</pre> End"


def test_a_picture_keeps_its_distance_from_the_text():
    assert paragraphed("<img src='a.jpg'>\n\nEnd") == "<img src='a.jpg'><div></div>End"


def test_an_address_on_a_line_of_its_own_is_a_link():
    assert linked("https://a.example/b?c=1&d\nsee https://a.example/") == (
        '<a href="https://a.example/b?c=1&d">https://a.example/b?c=1&d</a>\nsee https://a.example/'
    )


@given(st.text(st.sampled_from("ab<>/p!-\n \t\xa0"), max_size=60).filter(lambda text: "-->" not in text))
def test_nothing_but_white_space_changes(text):
    added = ("<div></div>", "<br>\n")
    shown = paragraphed(text)
    for one in added:
        shown = shown.replace(one, "")
    assert "".join(shown.split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["\n" * 200_000, "<" * 200_000, "<!--" * 50_000 + "-->", "\n\xa0" * 100_000])
def test_hostile_text_costs_no_more_than_its_length(text):
    assert len(paragraphed(text)) <= len(text)
