"""articles/text/copies.py: a passage that was copied and pasted is told from its copy."""

from articles.text.anchoring import anchor
from articles.text.copies import copies
from articles.text.passages import Stretch

TEXT = "The wall held, she said.\nNobody was hurt.\nThe porters saw it.\nThe wall held, she said again.\nIt rained."
FIRST, SECOND = Stretch(0, 13), Stretch(TEXT.rindex("The wall held"), TEXT.rindex("The wall held") + 13)


def stretch(words, text=TEXT):
    return Stretch(text.index(words), text.index(words) + len(words))


def remembered(*stretches, text=TEXT):
    return [anchor(text, *each) for each in stretches]


def test_one_stretch_is_no_copy():
    assert copies(TEXT, [FIRST], []) == []


def test_of_a_copy_the_place_found_again_counts():
    assert copies(TEXT, [FIRST, SECOND], remembered(FIRST)) == [SECOND]
    assert copies(TEXT, [FIRST, SECOND], remembered(SECOND)) == [FIRST]


def test_of_a_copy_in_a_new_row_the_first_counts():
    assert copies(TEXT, [FIRST, SECOND], []) == [SECOND]


def test_a_passage_that_said_it_twice_still_may():
    assert copies(TEXT, [FIRST, SECOND], remembered(FIRST, SECOND)) == []


def test_a_copy_that_was_reworded_is_one_too():
    reworded = stretch("The porters saw it.")
    assert copies(TEXT, [FIRST, reworded], remembered(FIRST)) == [reworded]


def test_a_passage_that_runs_on_or_was_cut_by_a_line_end_is_no_copy():
    on = stretch("Nobody was hurt.")
    assert (
        copies(TEXT, [stretch("The wall held, she said."), on], remembered(stretch("The wall held, she said."))) == []
    )
    whole = anchor(TEXT.replace("\n", " "), 0, on.end)
    assert copies(TEXT, [stretch("The wall held, she said."), on], [whole]) == []


def test_a_passage_with_words_put_between_is_no_copy():
    on = stretch("It rained.")
    assert copies(TEXT, [FIRST, on], remembered(FIRST, on)) == []
