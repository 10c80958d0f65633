"""articles/text/anchor.py: passages that are found again, or given up."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from articles.text.anchor import ORPHAN, Found, Place, find
from articles.text.anchoring import anchor

FERRY = (
    "The ferry sank at its mooring, the owners said. “We are deeply sorry,” said Amsel. Nobody was aboard. "
    "Divers will look at the hull. “We are deeply sorry,” the union said. The mayor called it a disaster."
)
SORRY = "We are deeply sorry"
FIRST, SECOND = FERRY.index(SORRY), FERRY.rindex(SORRY)


def anchored(words: str, text: str = FERRY, at: int = 0):
    start = text.index(words, at)
    return anchor(text, start, start + len(words))


def now(place: Place, text: str) -> tuple[str, str]:
    return place.found.value, text[place.start : place.end]


def test_a_passage_is_found_where_it_was():
    assert find(anchored("Nobody was aboard."), FERRY) == Place(Found.EXACT, *span("Nobody was aboard."))


def span(words: str, text: str = FERRY) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_words_before_it_push_it_on():
    text = "Late on Friday came the news. " + FERRY
    assert find(anchored("Nobody was aboard."), text) == Place(Found.EXACT, *span("Nobody was aboard.", text))


def test_a_passage_moved_between_other_words_is_found():
    text = "Nobody was aboard. " + FERRY.replace("Nobody was aboard. ", "")
    assert find(anchored("Nobody was aboard."), text) == Place(Found.MOVED, 0, 18)


def test_small_edits_are_forgiven_between_the_same_neighbours():
    text = FERRY.replace("Divers will look at the hull.", "Divers would look at the hull.")
    assert now(find(anchored("Divers will look at the hull."), text), text) == (
        "edited",
        "Divers would look at the hull.",
    )


@pytest.mark.parametrize(
    "rewritten",
    [
        FERRY.replace("Divers will look at the hull. ", ""),
        FERRY.replace("Divers will look at the hull.", "The weather was fine for the season."),
        "Something else altogether.",
        "",
    ],
)
def test_what_is_gone_is_an_orphan(rewritten):
    assert find(anchored("Divers will look at the hull."), rewritten) == ORPHAN


@pytest.mark.parametrize("start", [FIRST, SECOND])
def test_the_same_words_twice_are_told_apart(start):
    text = "A new first paragraph. " + FERRY.replace("The mayor", "The tired mayor")
    assert find(anchor(FERRY, start, start + len(SORRY)), text).start == start + len("A new first paragraph. ")


def test_of_the_same_words_twice_the_other_is_never_taken():
    gone = FERRY.replace("“We are deeply sorry,” said Amsel. ", "")
    assert find(anchor(FERRY, FIRST, FIRST + len(SORRY)), gone) == ORPHAN
    gone = FERRY.replace("“We are deeply sorry,” the union said. ", "")
    assert find(anchor(FERRY, SECOND, SECOND + len(SORRY)), gone) == ORPHAN


def test_two_places_as_good_as_each_other_are_none():
    copied = FERRY + " " + FERRY
    assert find(anchored("Nobody was aboard."), copied) == ORPHAN


def test_a_few_letters_are_not_looked_for_within_words():
    text = "They called it art. The party was long."
    assert find(anchored("art", text), "They called the party off. It was art.") == ORPHAN


def test_no_passage_is_refused():
    for start, end in ((3, 3), (5, 2), (-1, 2), (0, 99)):
        with pytest.raises(ValueError, match="No passage"):
            anchor("Short.", start, end)


WORDS = st.sampled_from("the minister said no to a plan , . “ ” it was art".split(" "))
sentences = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)


@st.composite
def passages(draw):
    text = draw(sentences | st.text(min_size=1, max_size=60))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(passages())
def test_every_passage_of_a_text_is_found_in_it(passage):
    text, start, end = passage
    assert find(anchor(text, start, end), text) == Place(Found.EXACT, start, end)


@given(passages(), st.text(max_size=40) | sentences)
def test_words_put_before_or_behind_never_move_it_to_other_words(passage, added):
    text, start, end = passage
    assume(text[start:end] not in added)
    remembered = anchor(text, start, end)
    before, behind = find(remembered, f"{added}\n{text}"), find(remembered, f"{text}\n{added}")
    shifted = Place(Found.EXACT, start + len(added) + 1, end + len(added) + 1)
    assert before in (ORPHAN, shifted, Place(Found.MOVED, shifted.start, shifted.end))
    assert behind in (ORPHAN, Place(Found.EXACT, start, end), Place(Found.MOVED, start, end))


UNIQUE = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()


@given(st.data())
def test_an_edit_elsewhere_never_moves_it_to_other_words(data):
    words = data.draw(st.permutations(UNIQUE))
    first = data.draw(st.integers(0, 12))
    last = data.draw(st.integers(first + 1, 13))
    elsewhere = data.draw(st.sampled_from([at for at in range(len(words)) if not first <= at < last]))
    changed = [*words]
    changed[elsewhere] = data.draw(st.sampled_from(["", "other", "two more words"]))
    text, passage = " ".join(words), " ".join(words[first:last])
    rewritten = " ".join(filter(None, changed))
    found = find(anchored(passage, text), rewritten)
    assert found == ORPHAN or rewritten[found.start : found.end] == passage
    assert found != ORPHAN or len(passage) < 12


@given(passages(), st.text(max_size=60) | sentences)
def test_in_any_other_text_it_is_found_by_its_words_or_not_at_all(passage, text):
    remembered = anchor(*passage)
    place = find(remembered, text)
    if place.found in (Found.EXACT, Found.MOVED):
        assert text[place.start : place.end] == remembered.exact
    assert (place == ORPHAN) == (place.found is Found.ORPHAN)
