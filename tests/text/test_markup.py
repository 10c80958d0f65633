"""articles/text/markup.py: changes that are not of words."""

import pytest

from articles.text.clean import clean
from articles.text.leaves import leaves
from articles.text.markup import holder_change, markup_change


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("<p>a", "<p>b", ""),
        ("<h2>a", "<p>a", "h2 → p"),
        ("<p>a", "<blockquote>a", "p → blockquote p"),
        ("<ul><li>a", "<ol><li>a", "ul li → ol li"),
        ("<ul><li>a<hr>", "<ul><li>a", "li p → li"),
        ("<table><td>a", "<table><td colspan=2>a", 'td → td colspan="2"'),
        ("a b", "a <b>b</b>", "+ strong “b”"),
        ("a <i>b</i>", "a b", "− em “b”"),
        ("<b>a</b> b a", "a b <b>a</b>", "strong “a” → “a”"),
        ("<b>a</b> b", "<b>a b</b>", "strong “a” → “a b”"),
        ("<b>a</b> b", "<b>a</b> c", ""),
        ("<a href=/a>a</a>", "<a href=/b>a</a>", "link /a → /b"),
        ("<a href=/a>a</a>", "a", "− link /a “a”"),
        ("a", "<mark data-citation=k>a</mark>", "+ citation k “a”"),
        ("<b>a</b><sub>b</sub>", "<i>a</i>b", "− strong “a”, + em “a”, − sub “b”"),
    ],
)
def test_it_is_named(old, new, named):
    assert markup_change(*leaves(clean(old))[:1], *leaves(clean(new))[:1]) == named


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("<ul><li>a<li>b</ul>", "<ul><li>a</ul><ul><li>b</ul>", "ul → ul | ul"),
        ("<blockquote>a</blockquote><blockquote>b", "<blockquote>a<p>b", "blockquote | blockquote → blockquote"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a<li>b</ul>", ""),
        ("<ul><li>a<li>b</ul>", "<p>a<p>b", ""),
    ],
)
def test_a_holder_parted_or_joined_is_named(old, new, named):
    assert holder_change(leaves(clean(old)), leaves(clean(new))) == named
