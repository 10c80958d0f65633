"""articles/text/citing.py: marks put in and taken out, and nothing else changed."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from articles.text.citing import Taken, is_key, keys_of, with_mark, without_marks, without_stretches
from articles.text.clean import clean
from articles.text.passages import Stretch, passages, whole_text
from tests.text.html_strategies import bodies

QUOTED = clean(
    "<p>“He told me ‘we <b>are leaving</b>’ before he left,” Amsel said.</p><p>“And <i>more</i>,” she said.</p>"
)
OUTER, INNER = "He told me ‘we are leaving’ before he left,", "we are leaving"


def at(words, body=QUOTED):
    start = whole_text(body).index(words)
    return start, start + len(words)


def cite(body, key, *words):
    return with_mark(body, key, [at(each, body) for each in words])


def told(body):
    return {key: passage.words for key, passage in passages(body).items()}


def test_a_mark_goes_around_inline_markup():
    assert cite(QUOTED, "k1", "are leaving’ before").split("\n")[0] == (
        '<p>“He told me ‘we <mark data-citation="k1"><strong>are leaving</strong>’ before</mark> he left,”'
        " Amsel said.</p>"
    )


def test_a_mark_over_blocks_is_one_in_each():
    body = cite(QUOTED, "k1", "Amsel said.\n“And more,”")
    assert told(body) == {"k1": "Amsel said.\nAnd more,"}
    assert body == clean(body)


def test_white_space_at_the_ends_is_not_marked():
    assert cite(QUOTED, "k1", " Amsel said.\n") == cite(QUOTED, "k1", "Amsel said.")
    assert cite(QUOTED, "k1", " ") == QUOTED


def test_a_quote_within_a_quote_whichever_comes_first():
    inner_last = cite(cite(QUOTED, "out", OUTER), "in", INNER)
    assert inner_last == cite(cite(QUOTED, "in", INNER), "out", OUTER)
    assert told(inner_last) == {"out": OUTER, "in": INNER}
    assert without_marks(inner_last, {"in"}) == cite(QUOTED, "out", "He told me ‘", "’ before he left,")


@pytest.mark.parametrize(
    "words",
    [OUTER, "He told me", "before he left,", "“He told me", "left,” Amsel", OUTER + "”"],
    ids=["the same", "its beginning", "its end", "over its beginning", "over its end", "one end in common"],
)
def test_words_of_another_passage_are_refused(words):
    with pytest.raises(Taken, match="the passage k1"):
        cite(cite(QUOTED, "k1", OUTER), "k2", words)


@pytest.mark.parametrize("stretch", [(-1, 2), (3, 3), (5, 2), (0, 999)])
def test_a_stretch_that_is_not_of_the_text_is_refused(stretch):
    with pytest.raises(ValueError, match="No stretch"):
        with_mark(QUOTED, "k1", [stretch])
    with pytest.raises(ValueError, match="No stretch"):
        with_mark("", "k1", [stretch])


def test_marks_are_taken_out_by_key_by_stretch_or_all():
    body = cite(cite(QUOTED, "k1", INNER), "k2", "And more,")
    assert keys_of(body) == {"k1", "k2"}
    assert keys_of(without_marks(body, {"k1"})) == {"k2"}
    assert without_stretches(body, "k2", [Stretch(*at("And more,"))]) == cite(QUOTED, "k1", INNER)
    assert without_marks(body) == QUOTED


def test_a_key_is_letters_digits_and_hyphens():
    assert [is_key(key) for key in ("a-1", "a" * 36, "", "a b", "a" * 37, "a\n")] == [True, True] + [False] * 4


@st.composite
def chosen(draw, key="new"):
    body = without_marks(draw(bodies))
    text = whole_text(body)
    assume(text)
    start = draw(st.integers(0, len(text) - 1))
    return body, start, draw(st.integers(start + 1, len(text)))


@given(chosen())
def test_a_mark_changes_no_word_and_goes_as_it_came(passage):
    body, start, end = passage
    marked = with_mark(body, "new", [(start, end)])
    assert (marked, whole_text(marked)) == (clean(marked), whole_text(body))
    assert without_marks(marked, {"new"}) == body
    held = (
        [whole_text(body)[one.start : one.end] for one in passages(marked)["new"].stretches]
        if "<mark" in marked
        else []
    )
    assert "".join("".join(held).split()) == "".join(whole_text(body)[start:end].split())


@given(chosen(), st.data())
def test_two_passages_are_apart_one_within_the_other_or_refused(passage, data):
    body, start, end = passage
    length = len(whole_text(body))
    first = data.draw(st.integers(0, length - 1))
    last = data.draw(st.integers(first + 1, length))
    one = with_mark(body, "one", [(start, end)])
    before = passages(one)
    try:
        both = with_mark(one, "two", [(first, last)])
    except Taken:
        assert start < last
        assert first < end
        return
    assert (both, whole_text(both), without_marks(both)) == (clean(both), whole_text(body), body)
    assert passages(both).get("one") == before.get("one")
    assert passages(both).get("two") == passages(with_mark(body, "two", [(first, last)])).get("two")
