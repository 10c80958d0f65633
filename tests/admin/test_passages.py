"""Where suggested passages stand, told block by block."""

from articles.admin.passages import told_in
from articles.desk.citing import passages_at
from articles.models import Citation
from articles.text.passages import whole_text

BODY = "<p>It held.</p>\n<p>“It held,” he said.</p>\n<p>It held.</p>"


def citing(body, *stretches):
    return Citation(key="k", passages=passages_at(whole_text(body), stretches))


def test_a_stretch_is_told_by_its_block():
    start = whole_text(BODY).index("“It held")
    assert told_in(BODY, [citing(BODY, (start + 1, start + 8))]) == {
        "k": [{"block": "“It held,” he said.", "nth": 0, "start": 1, "end": 8}]
    }


def test_of_blocks_that_read_alike_it_is_told_which():
    start = len(whole_text(BODY)) - len("It held.")
    assert told_in(BODY, [citing(BODY, (start, start + 7))]) == {
        "k": [{"block": "It held.", "nth": 1, "start": 0, "end": 7}]
    }


def test_words_that_are_gone_are_not_told():
    start = whole_text(BODY).index("“It held")
    assert told_in("<p>Nothing of it.</p>", [citing(BODY, (start + 1, start + 8))]) == {}
