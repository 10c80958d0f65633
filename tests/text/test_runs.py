"""articles/text/runs.py: marks on words have one order, white space one place."""

import pytest

from articles.text.clean import clean


@pytest.mark.parametrize(
    ("html", "inside"),
    [
        ("<b>a</b><strong>b</strong>", "<strong>ab</strong>"),
        ("<b><strong>a</strong></b>", "<strong>a</strong>"),
        ("<i></i>a<em> </em>b", "a b"),
        ("<em><b>a</b></em>", "<strong><em>a</em></strong>"),
        ("<b><em>a</em></b>", "<strong><em>a</em></strong>"),
        ("<em>a<b>b</b></em>", "<em>a<strong>b</strong></em>"),
        ("<b>a<i>b</b>c</i>", "<strong>a<em>b</em></strong><em>c</em>"),
        ("<b>a <a href=/x>b</a> c</b>", '<strong>a <a href="/x">b</a> c</strong>'),
        ("<a href=/x>a</a><a href=/x>b</a><a href=/y>c</a>", '<a href="/x">ab</a><a href="/y">c</a>'),
        (
            "<mark data-citation=k>a<mark data-citation=l>b</mark></mark>",
            '<mark data-citation="k">a</mark><mark data-citation="l">b</mark>',
        ),
        ("<u>a</u><span>b</span>", "ab"),
    ],
)
def test_the_same_marks_are_written_the_same_way(html, inside):
    assert clean(html) == f"<p>{inside}</p>"


@pytest.mark.parametrize(
    ("html", "inside"),
    [
        (" a \n\t b\u2028c ", "a b c"),
        ("<b>a </b>b", "<strong>a</strong> b"),
        ("<b>a</b> <b>b</b>", "<strong>a</strong> <strong>b</strong>"),
        ("<b>a </b><b> b</b>", "<strong>a b</strong>"),
        ("a<br> <b> b</b>", "a<br><strong>b</strong>"),
        ("<b>a<br>b</b>", "<strong>a<br>b</strong>"),
        ("\u00a0a\u00a0 b", "\u00a0a\u00a0 b"),
    ],
)
def test_white_space_is_folded_and_stands_outside_the_marks(html, inside):
    assert clean(html) == f"<p>{inside}</p>"


@pytest.mark.parametrize(
    ("html", "inside"),
    [
        ("&quot;a&quot; &apos; &gt; &lt; & &copy;", '"a" \' &gt; &lt; &amp; ©'),
        ("<a href='/?a=1&b=%22\"<>'>a</a>", '<a href="/?a=1&amp;b=%22&quot;&lt;&gt;">a</a>'),
        ("e\u0301", "é"),
        ("\u0338a", "&#824;a"),
    ],
)
def test_as_little_as_possible_is_escaped(html, inside):
    assert clean(html) == f"<p>{inside}</p>"
