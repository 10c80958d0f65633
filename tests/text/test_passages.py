"""articles/text/passages.py: where the marks of a body stand, and which words they hold."""

import pytest
from hypothesis import given

from articles.text.clean import clean
from articles.text.leaves import leaves
from articles.text.passages import Passage, Stretch, passages, runs_of, whole_text
from articles.text.runs import paragraphs
from tests.text.html_strategies import bodies


def marked(words, key="k1"):
    return f'<mark data-citation="{key}">{words}</mark>'


def words(html):
    return {key: passage.words for key, passage in passages(clean(html)).items()}


def test_the_whole_text_is_that_of_the_blocks_a_line_each():
    body = clean("<p>The <b>wall</b><br>held.</p><hr><ul><li>One<li>Two</ul>")
    assert whole_text(body) == "The wall\nheld.\n\nOne\nTwo"


def test_a_passage_is_told_with_its_place():
    body = clean(f"<p>Hm.</p><p>Amsel said: “{marked('It held')}.”</p>")
    assert passages(body) == {"k1": Passage((Stretch(17, 24),), "It held")}


def test_markup_within_does_not_part_a_passage():
    assert words(f"<p>{marked('The <b>wall</b> <a href=/x>held</a>')}</p>") == {"k1": "The wall held"}


def test_a_passage_over_blocks_has_a_stretch_for_each():
    body = clean(f"<p>{marked('“It held.')}</p><p>{marked('“It will hold,”')} she said.</p>")
    assert passages(body) == {"k1": Passage((Stretch(0, 9), Stretch(10, 25)), "It held.\nIt will hold,")}


def test_passages_are_told_in_the_order_they_begin():
    body = f"<p>{marked('One', 'b')} and {marked('two', 'a')}</p><p>{marked('three', 'b')}</p>"
    assert words(body) == {"b": "One\nthree", "a": "two"}


def test_a_quote_within_a_quote_counts_for_both():
    inner = f"{marked('He told me ‘')}{marked('it held', 'k2')}{marked('’ and left')}"
    assert words(f"<p>“{inner},” said Amsel.</p>") == {"k1": "He told me ‘it held’ and left", "k2": "it held"}


def test_words_that_somebody_took_out_of_a_passage_part_it():
    assert words(f"<p>{marked('It held')} all {marked('night')}</p>") == {"k1": "It held\nnight"}


@pytest.mark.parametrize(
    ("quoted", "told"),
    [
        ("“It held,”", "It held,"),
        ("“It held", "It held"),
        ("It held.”", "It held."),
        ("«Elle a tenu»", "Elle a tenu"),
        ("„Sie hielt“", "Sie hielt"),
        ("「持ちこたえた」", "持ちこたえた"),
        ("“He said ‘no’”", "He said ‘no’"),
        ("“Yes” and “no”", "“Yes” and “no”"),
        ("‘It held’ was all he said", "‘It held’ was all he said"),
        ("the dogs’", "the dogs’"),
        ("It held", "It held"),
        ("“”", ""),
    ],
)
def test_only_the_marks_around_all_the_words_are_taken_off(quoted, told):
    assert words(f"<p>{marked(quoted)} he said</p>") == {"k1": told}


@given(bodies)
def test_blocks_are_those_of_the_leaves_and_read_back_as_they_were_written(body):
    assert whole_text(body) == "\n".join(leaf.text for leaf in leaves(body))
    assert [("".join(paragraphs(runs_of(leaf.inside)))) for leaf in leaves(body)] == [
        leaf.inside for leaf in leaves(body)
    ]
