import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.decoding import decode
from articles.importing.errors import BadInput
from articles.importing.json_text import parsed, place_of, written


def value_of(text):
    return parsed(decode(text.encode()))


def refusal(text):
    with pytest.raises(BadInput) as caught:
        value_of(text)
    return caught.value.code, caught.value.line, caught.value.byte


def test_what_is_told_twice_is_known_and_the_last_counts():
    value = value_of('{"a": 1, "b": {"c": 1, "c": 2}, "a": 3}')
    assert (value, value.twice, value["b"].twice) == ({"a": 3, "b": {"c": 2}}, ("a",), ("c",))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"a": 1,}', (1, 8)),
        ('{"ä": 1,\n"b": "x\ny"}', (2, 17)),
        ('{"a": "NaN",\n"b": -Infinity}', (2, 18)),
        ("{} x", (1, 3)),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(text, place):
    assert refusal(text) == ("malformed", *place)


@pytest.mark.parametrize("depth", [101, 5_000, 100_000])
def test_what_stands_too_deep_is_refused(depth):
    assert refusal("[" * depth + "]" * depth)[0] == "malformed"


def test_numbers_without_end_are_read():
    assert value_of("[1e999, -1e999, " + "1" * 5000 + ", 1.5]")[:2] == [float("inf"), float("-inf")]


@pytest.mark.parametrize(
    ("path", "begins"),
    [
        ((), '{ "a"'),
        (("a",), "[1, {"),
        (("a", 1, "b\n"), '"x"'),
        (("a", 7), "[1, {"),
        (("c",), "3}"),
        (("a", 0, "x"), "1, {"),
    ],
)
def test_the_place_of_a_value(path, begins):
    text = ' { "a" : [1, {"b\\n": "x"}], "c": 2, "c":3}'
    assert text[place_of(text, path) :].startswith(begins)


@given(st.recursive(st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_no_path_leads_out_of_the_text(value):
    text = json.dumps(value)
    assert 0 <= place_of(text, ("a", 0, "b")) < len(text)


def test_a_path_is_written_as_people_do():
    assert written(("associations", "photo", "subject", 0, "name")) == "associations.photo.subject[0].name"
