"""articles/text/clean.py: nothing harmful comes in, no word is lost, what is clean stays as it is."""

import re
import unicodedata
from html import unescape

import nh3
import pytest
from hypothesis import example, given, settings

from articles.text import summary
from articles.text.body import read
from articles.text.clean import clean, plain, plain_lines
from tests.text.html_strategies import nasty_html, tidy_html, words

INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200f\u2060\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+")
TEXT_ONLY = nh3.Cleaner(
    tags=set(),
    clean_content_tags={"script", "style", "template", "title", "noscript", "iframe", "noembed", "noframes"},
)
CLOSED_SUBSET = re.compile(
    r"</?(p|h2|h3|blockquote|ul|ol|li|strong|em|sub|sup|hr|br|figure|figcaption|table|caption|thead|tbody|tr|td|th)>"
    r'|<a href="(https?://|mailto:|tel:|/)[^"<>]*">|</a>'
    r'|<mark data-citation="[A-Za-z0-9-]{1,36}">|</mark>'
    r'|<figure data-picture="[A-Za-z0-9-]{1,36}">'
    r'|<t[dh]( colspan="[0-9]{1,2}")?( rowspan="[0-9]{1,2}")?>'
)


def letters(html: str) -> str:
    """What a reader would see, without any white space: tags may part words differently, but lose none."""
    text = unescape(re.sub("<[^>]*>", "", html))
    return INVISIBLE.sub("", unicodedata.normalize("NFC", INVISIBLE.sub("", text)))


@pytest.mark.parametrize(
    ("hostile", "body"),
    [
        ("<script>alert(1)</script>", ""),
        ("<scr\0ipt>alert(1)</script>", ""),
        ("<style>p { color: red }</style><template><p>no</p></template>", ""),
        ("<noscript><p>tracker</p></noscript><iframe>old</iframe><title>T</title>", ""),
        ("<p onclick=alert(1) class=x style='color:red' id=y>no</p>", "<p>no</p>"),
        ("<img src=x onerror=alert(1)>no", "<p>no</p>"),
        ("<svg/onload=alert(1)>no", "<p>no</p>"),
        ("<a href='javascript:alert(1)'>no</a>", "<p>no</p>"),
        ("<a href='java\tscript:alert(1)'>no</a>", "<p>no</p>"),
        ("<a href='&#106;avascript:alert(1)'>no</a>", "<p>no</p>"),
        ("<a href=' \x01javascript:alert(1)'>no</a>", "<p>no</p>"),
        ("<a href='data:text/html,<b>x'>no</a>", "<p>no</p>"),
        ("<a href='//evil.example'>no</a>", "<p>no</p>"),
        ("<a href='/\\evil.example'>no</a>", "<p>no</p>"),
        ("<a href='page.html'>no</a>", "<p>no</p>"),
        ("<a name=top>no</a>", "<p>no</p>"),
        ("<a href='/x\"onmouseover=\"alert(1)'>no</a>", '<p><a href="/x&quot;onmouseover=&quot;alert(1)">no</a></p>'),
        ("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", ""),
        ("<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<p>'&gt;</p>"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<mark data-citation='a b'>no</mark>", "<p>no</p>"),
        (f"<mark data-citation={'k' * 37}>no</mark>", "<p>no</p>"),
        ("<figure data-picture='../x'></figure>", ""),
        ("no\u202eon\u2066\ufeff\x07\x9f", "<p>noon</p>"),
        ("no&#x202e;on&#1;", "<p>noon</p>"),
    ],
)
def test_what_is_harmful_is_gone(hostile, body):
    assert clean(hostile) == body


@given(nasty_html)
@settings(max_examples=400, deadline=None)
@example("<p>\u0338x<br>\u0338y")
@example("<a href='/=\u0338'>\u0338</a>")
def test_every_tag_is_of_the_closed_subset(html):
    assert CLOSED_SUBSET.sub("", clean(html)).count("<") == 0


@given(nasty_html)
@settings(max_examples=400, deadline=None)
def test_cleaning_what_is_clean_changes_nothing(html):
    body = clean(html)
    assert clean(body) == body


@given(nasty_html)
@settings(max_examples=400, deadline=None)
def test_no_visible_word_is_lost(html):
    assert letters(clean(html)) == letters(TEXT_ONLY.clean(html.replace("\0", "")))


@given(tidy_html)
@settings(max_examples=200, deadline=None)
def test_no_two_words_are_joined_and_none_is_parted(html):
    apart = re.sub(r"</?(p|h2|h3|li|ul|ol|blockquote|figure|table|tr|td|th|hr)\b[^>]*>", " ", html)
    assert summary.words(clean(html)).split() == re.sub("<[^>]*>", "", apart).split()


@given(nasty_html)
@settings(max_examples=200, deadline=None)
def test_a_body_is_composed_and_reads_line_by_line(html):
    body = clean(html)
    assert unicodedata.normalize("NFC", body) == body
    assert [line.tag.source for line in read(body)] == re.findall(r"^</?[^>]*>", body, re.MULTILINE)


def test_half_a_character_does_no_harm():
    assert clean("a\ud800b") == "<p>ab</p>"


def test_depth_is_no_weapon():
    assert clean("<b>" * 5000 + "<blockquote>" * 50 + "deep").count("<blockquote>") == 8


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  1 < 2 &amp; <b>bold</b>\t", "1 < 2 &amp; <b>bold</b>"),
        ("one\r\ntwo\u2028three\u0085four", "one two three four"),
        ("a\0\x1bb\u202ec\u2069\ufeff", "abc"),
        ("10\u00a0000", "10\u00a0000"),
        ("e\u0301te\u0301", "été"),
        ("\ud800", ""),
    ],
)
def test_plain_text_is_one_tidy_line(typed, kept):
    assert plain(typed) == kept


@given(words)
def test_plain_text_stays_plain(text):
    assert plain(plain(text)) == plain(text)


def test_lines_of_plain_text_are_kept():
    assert plain_lines("\n  one \r\n\r\n two\x0bthree\u2029") == "one\n\ntwo\nthree"
