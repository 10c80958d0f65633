"""articles/text/reanchoring.py: a lost mark comes back to its own words, or not at all."""

from difflib import SequenceMatcher

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from articles.text.anchor import LIKENESS
from articles.text.anchoring import anchor
from articles.text.citing import with_mark, without_marks
from articles.text.clean import clean
from articles.text.passages import passages, whole_text
from articles.text.reanchoring import found, marked_again, marked_by_words
from tests.text.version_strategies import edited

STORY = clean(
    "<p>The ferry sank at its mooring, the owners said. “We are deeply sorry,” said Amsel.</p>"
    "<p>“Divers will look at the hull.</p><p>“It will take a week,” she said.</p>"
    "<p>“We are deeply sorry,” the union said.</p>"
)
SORRY, WEEK = "We are deeply sorry,", "“Divers will look at the hull.\n“It will take a week,”"


def cited(words, body=STORY):
    text = whole_text(body)
    start = text.index(words)
    return passages(with_mark(body, "k1", [(start, start + len(words))]))["k1"]


def remembered(words, body=STORY):
    return [anchor(whole_text(body), *stretch) for stretch in cited(words, body).stretches]


def again(words, body):
    """The words that have the mark of `words` in a body rewritten."""
    passage = passages(marked_again(clean(body), "k1", remembered(words))).get("k1")
    return passage and passage.words


@pytest.mark.parametrize("words", [SORRY, WEEK])
def test_a_mark_comes_back_to_its_words(words):
    assert again(words, STORY) == cited(words).words
    assert again(words, "<p>It was a Friday.</p>" + STORY.replace("The ferry", "The old ferry")) == cited(words).words


def test_a_passage_reworded_a_little_is_marked_again():
    assert (
        again(WEEK, STORY.replace("a week", "a whole week"))
        == "Divers will look at the hull.\nIt will take a whole week,"
    )


@pytest.mark.parametrize(
    "rewritten",
    [
        STORY.replace("“We are deeply sorry,” said Amsel.", ""),
        STORY.replace("“We are deeply sorry,” said Amsel.", "“No,” said Amsel."),
        "",
    ],
)
def test_the_same_words_of_somebody_else_are_never_taken(rewritten):
    assert again(SORRY, rewritten) is None


def test_half_a_passage_is_none():
    assert again(WEEK, STORY.replace("“Divers will look at the hull.", "Nobody saw it.")) is None


def test_words_that_another_passage_holds_are_not_taken():
    other = with_mark(STORY, "k2", cited(SORRY).stretches)
    assert marked_again(other, "k1", remembered(SORRY)) == other


def test_words_somebody_typed_are_marked_where_they_stand_once():
    body = clean("<p>He said <i>it will</i> hold all night. Nobody else spoke.</p>")
    assert passages(marked_by_words(body, "k1", "it will hold all night"))["k1"].words == "it will hold all night"
    assert marked_by_words(body, "k1", "Nobody else") == body  # too few to be known by
    assert marked_by_words(body, "k1", "ll hold all night") == body
    assert marked_by_words(STORY, "k1", SORRY) == STORY


@given(edited(), st.data())
def test_after_any_edit_a_mark_is_on_its_own_words_or_on_none(versions, data):
    body, ours, _theirs = map(without_marks, versions)
    text = whole_text(body)
    assume(text.strip())
    start = data.draw(st.integers(0, len(text) - 1))
    marked = with_mark(body, "k1", [(start, data.draw(st.integers(start + 1, len(text))))])
    assume(marked != body)
    known = [anchor(text, *stretch) for stretch in passages(marked)["k1"].stretches]
    length = len(whole_text(ours))
    if length and data.draw(st.booleans()):
        begin = data.draw(st.integers(0, length - 1))
        ours = with_mark(ours, "k2", [(begin, min(length, begin + 12))])

    again = marked_again(ours, "k1", known)

    assert (again, whole_text(again)) == (clean(again), whole_text(ours))
    assert passages(again).get("k2") == passages(ours).get("k2")
    if again != ours:
        now = [whole_text(ours)[start:end] for start, end in found(whole_text(ours), known)]
        assert again == with_mark(ours, "k1", found(whole_text(ours), known))
        assert all(_is_one(passage.exact, words) for passage, words in zip(known, now, strict=True))


def _is_one(was, now):
    return was == now or SequenceMatcher(None, was, now, autojunk=False).ratio() >= LIKENESS
