"""articles/text/body.py: a canonical body is read line by line."""

import pytest
from hypothesis import given, settings

from articles.text.body import Kind, Line, Tag, leaf_of, pieces, read, text_of
from articles.text.clean import clean
from tests.text.html_strategies import nasty_html


def test_lines_open_close_or_are_leaves():
    body = '<ul>\n<li>a</li>\n</ul>\n<hr>\n<figure data-picture="k"></figure>'
    assert list(read(body)) == [
        Line(Kind.OPENS, Tag("ul", {}, "<ul>")),
        Line(Kind.LEAF, Tag("li", {}, "<li>"), "a"),
        Line(Kind.CLOSES, Tag("ul", {}, "</ul>", closes=True)),
        Line(Kind.LEAF, Tag("hr", {}, "<hr>")),
        Line(Kind.LEAF, Tag("figure", {"data-picture": "k"}, '<figure data-picture="k">')),
    ]


def test_nothing_has_no_lines():
    assert list(read("")) == []


@pytest.mark.parametrize("line", ["bare", "<p>a", "<p onclick='x'>a</p>", "<p>a</p> ", "<p>a</h2>", ""])
def test_what_was_not_cleaned_is_refused(line):
    with pytest.raises(ValueError, match="clean it first"):
        list(read(f"<hr>\n{line}"))


def test_the_inside_of_a_leaf_comes_in_pieces():
    assert list(pieces('a &amp; <a href="/?b&amp;c">d</a><br>')) == [
        "a & ",
        Tag("a", {"href": "/?b&c"}, '<a href="/?b&amp;c">'),
        "d",
        Tag("a", {}, "</a>", closes=True),
        Tag("br", {}, "<br>"),
    ]


@given(nasty_html)
@settings(max_examples=200, deadline=None)
def test_the_words_of_a_leaf_are_those_between_its_tags(html):
    for line in read(clean(html)):
        words = [piece if isinstance(piece, str) else "\n" * (piece.name == "br") for piece in pieces(line.inside)]
        assert text_of(line.inside) == "".join(words)


@given(nasty_html)
@settings(max_examples=200, deadline=None)
def test_a_leaf_is_told_alone_as_it_is_among_the_lines(html):
    body = clean(html)
    for line, source in zip(read(body), body.split("\n"), strict=True) if body else ():
        told = None if line.kind != Kind.LEAF or line.tag.name == "hr" else (line.tag.name, line.inside)
        assert leaf_of(source) == told
