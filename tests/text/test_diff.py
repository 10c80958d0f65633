"""articles/text/diff.py: what changed, in blocks and in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.clean import clean
from articles.text.diff import BlockChange, Span, compare, compare_line
from articles.text.summary import words
from tests.text.html_strategies import bodies

VOCABULARY = "the minister said no , to a plan 我 \u00a0 \n e\u0301".split(" ")
sentences = st.lists(st.sampled_from(VOCABULARY), max_size=8).map(" ".join)


def text_of(spans, *kinds):
    return "".join(span.text for span in spans if span.kind in kinds)


@pytest.mark.parametrize(
    ("old", "new", "spans"),
    [
        ("", "", []),
        ("a b", "a b", [("same", "a b")]),
        ("", "a", [("added", "a")]),
        ("He said no.", "He said yes.", [("same", "He said"), ("removed", " no"), ("added", " yes"), ("same", ".")]),
        ("He said.", "He said so.", [("same", "He said"), ("added", " so"), ("same", ".")]),
        ("foo bar", "bar", [("removed", "foo "), ("same", "bar")]),
        ("a b", "a  b", [("same", "a"), ("removed", " "), ("added", "  "), ("same", "b")]),
        ("我不喜欢", "我喜欢", [("same", "我"), ("removed", "不"), ("same", "喜欢")]),
    ],
)
def test_a_line_is_compared_word_by_word(old, new, spans):
    assert compare_line(old, new) == [Span(*span) for span in spans]


@given(sentences | st.text(), sentences | st.text())
@settings(deadline=None)
def test_spans_give_both_lines_back(old, new):
    spans = compare_line(old, new)
    assert (text_of(spans, "same", "removed"), text_of(spans, "same", "added")) == (old, new)


def test_an_edited_paragraph_is_changed_and_stays_in_its_place():
    old = clean("<p>The first.<p>The minister said no to trains.<p>The last.")
    new = clean("<p>The first.<p>New words here.<p>The minister said yes to trains.")
    assert compare(old, new) == [
        BlockChange("same", "p", (Span("same", "The first."),), was=0, now=0),
        BlockChange("added", "p", (Span("added", "New words here."),), now=1),
        BlockChange(
            "changed",
            "p",
            (
                Span("same", "The minister said"),
                Span("removed", " no"),
                Span("added", " yes"),
                Span("same", " to trains."),
            ),
            was=1,
            now=2,
        ),
        BlockChange("removed", "p", (Span("removed", "The last."),), was=2),
    ]


def test_a_moved_paragraph_is_shown_once_where_it_is_now():
    changes = compare(clean("<p>One.<p>Two.<p>Three."), clean("<p>Three.<p>One.<p>Two."))
    assert [(change.kind, change.moved, change.was, change.now) for change in changes] == [
        ("changed", True, 2, 0),
        ("same", False, 0, 1),
        ("same", False, 1, 2),
    ]


@pytest.mark.parametrize(
    ("old", "new", "markup"),
    [
        ("<h2>No trains</h2>", "<p>No trains", ["h2 → p"]),
        ("No trains", "No <b>trains</b>", ["+ strong “trains”"]),
        ("<a href=https://a.example>No</a>", "<a href=https://b.example>No</a>", ["link https://a.example → https://b.example"]),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</ul><ul><li>b</ul>", ["", "ul → ul | ul"]),
    ],
)  # fmt: skip
def test_a_change_of_markup_alone_is_seen(old, new, markup):
    changes = compare(clean(old), clean(new))
    assert [change.markup for change in changes] == markup
    assert changes[-1].kind == "changed"


@given(bodies, bodies)
@settings(max_examples=150, deadline=None)
def test_changes_give_both_bodies_back(old, new):
    changes = compare(old, new)
    was = sorted((change.was, text_of(change.spans, "same", "removed")) for change in changes if change.was is not None)
    now = [(change.now, text_of(change.spans, "same", "added")) for change in changes if change.now is not None]
    assert [at for at, _ in was] == list(range(len(was)))
    assert [at for at, _ in now] == list(range(len(now)))
    assert "\n".join(text for _, text in was if text) == words(old)
    assert "\n".join(text for _, text in now if text) == words(new)


@given(bodies, bodies)
@settings(max_examples=150, deadline=None)
def test_all_is_the_same_only_when_nothing_changed(old, new):
    assert all(change.kind == "same" for change in compare(old, new)) == (old == new)
    assert {change.kind for change in compare(new, new)} <= {"same"}
