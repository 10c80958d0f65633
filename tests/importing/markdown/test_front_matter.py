import pytest

from articles.importing.decoding import decode
from articles.importing.errors import BadInput
from articles.importing.markdown.front_matter import FrontMatter, begins_with_front_matter, front_matter


def matter(text):
    return front_matter(decode(text.encode()))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_and_text_are_parted_at_the_mark(end):
    received = end.join(["---", "title: Pier", "---", "Shut.", "---", "End."])
    assert matter(received) == FrontMatter({"title": "Pier"}, end.join(["Shut.", "---", "End."]))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("---\na: b\n...\nText", {"a": "b"}),
        ("\n---\na: b\n--- \nText", {"a": "b"}),
        ("---\n---\nText", {}),
        ("---\n# note\na: b\n---\nText", {"a": "b"}),
        ("+++\na = 1\nb = 2014-03-28T10:00:00Z\nc = true\nd = ['x', 2]\n[e]\nf = 'g'\n+++\nText",
         {"a": "1", "b": "2014-03-28T10:00:00+00:00", "c": "true", "d": ["x", "2"], "e": {"f": "g"}}),
    ],
)  # fmt: skip
def test_both_kinds_are_read_as_words(text, values):
    assert matter(text) == FrontMatter(values, "Text")


@pytest.mark.parametrize(
    "text", ["---\nPier closes\n---\nText", "Text", "--- \n\nText", "---\n- a\n- b: c\n---\n", "----\na: b\n---\n"]
)
def test_a_rule_is_no_front_matter(text):
    assert (matter(text).text, begins_with_front_matter(text)) == (text, False)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\na: b\nText", ("malformed", 1, 0)),
        ("---\r\na: b\r\nc\r\nd: e\r\n---\r\n", ("malformed", 4, 14)),
        ("---\nä: b\nc: *x\n---\n", ("unsafe", 3, 10)),
        ("+++\na = 1\nb =\n+++\n", ("malformed", 3, 10)),
        ("+++\na = " + "[" * 3_000 + "\n+++\n", ("malformed", 2, 4)),
        ("+++\na = " + "9" * 5_000 + "\n+++\n", ("malformed", 2, 4)),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text, place):
    with pytest.raises(BadInput) as refused:
        matter(text)
    assert (refused.value.code, refused.value.line, refused.value.byte) == place
