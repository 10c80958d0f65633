import pytest

from articles.importing.iptc.shapes import NUMBER, TEXT, WHOLE, Again, AnyOf, Listing, Number, Object, choice, texts
from articles.importing.json_text import Told

PERSON = Object(texts("name role"), like={"x_[a-z]": NUMBER}, required=("name",))
TREE = Again()
TREE.shape = Object({"name": TEXT, "in": Listing(TREE)}, required=("name",))


def paths(shape, value):
    return [fault.path for fault in shape.faults(value, ())]


@pytest.mark.parametrize(
    ("shape", "right", "wrong"),
    [
        (TEXT, ["", "a"], [None, 1, True, [], {}]),
        (NUMBER, [1, -2.5, float("inf"), 10**400], [True, "1", None]),
        (WHOLE, [1, 3.0, 10**400], [1.5, float("inf"), True]),
        (Number(is_whole=True, least=1, most=9), [1, 9.0], [0, 10, 1.5]),
        (choice("usable withheld"), ["usable"], ["Usable", ""]),
        (Listing(TEXT), [[], ["a"]], [["a", 1], "a", {}]),
        (AnyOf((TEXT, NUMBER)), ["a", 1], [None]),
        (Object(texts("a b"), either=("a", "b")), [{"a": ""}], [{}, {"a": "", "b": ""}]),
        (Object(texts("a"), is_open=True), [{}, {"b": 1}], [{"a": 1}, []]),
        (PERSON, [{"name": "Ada", "x_y": 1}], [{}, {"name": "Ada", "age": 1}, {"name": "Ada", "x_y": "1"}]),
        (TREE, [{"name": "a", "in": [{"name": "b"}]}], [{"name": "a", "in": [{}]}]),
    ],
)
def test_what_a_shape_takes(shape, right, wrong):
    assert [paths(shape, value) for value in right] == [[]] * len(right)
    assert all(paths(shape, value) for value in wrong)


def test_a_fault_is_told_by_its_path():
    assert paths(TREE, {"name": "a", "in": [{"name": "b"}, {"name": 1, "of": 2}]}) == [
        ("in", 1, "name"),
        ("in", 1, "of"),
    ]


def test_what_is_told_twice_is_a_fault_save_where_it_may_repeat():
    told = Told(name="Ada")
    told.twice = ("name",)
    assert paths(PERSON, told) == [("name",)]
    assert paths(Object(texts("name"), may_repeat=True), told) == []
