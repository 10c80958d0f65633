import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.iptc.content_models import Misplaced, content_model

MODELS = [
    "a",
    "a?",
    "a*",
    "a+",
    "a b c",
    "a | b",
    "(a | b)* c?",
    "a (b c)+ a?",
    "(a? b?)+",
    "(a (b | c)*)? ~*",
    "",
    "(a | b c)+ d",
]


@pytest.mark.parametrize(
    ("model", "names", "misplaced"),
    [
        ("a b? c", "a c", None),
        ("a b? c", "a", Misplaced(1, ("b", "c"))),
        ("a b? c", "a d", Misplaced(1, ("b", "c"))),
        ("a b? c", "a c c", Misplaced(2, ())),
        ("a ~*", "a ~ ~dsig", None),
        ("~dsig? a", "~ a", Misplaced(0, ("a",))),
        ("~dsig? a", "~dsig a", None),
        ("", "a", Misplaced(0, ())),
    ],
)
def test_the_first_that_does_not_fit_is_told_with_what_would(model, names, misplaced):
    assert content_model(model).misplaced(names.split()) == misplaced


def test_a_name_may_say_of_which_type_it_is_there():
    assert content_model("a (b:Thing | c)*").types == {"b": "Thing"}


@pytest.mark.parametrize("notation", ["a )", "a ) b"])
def test_what_is_no_model_is_refused(notation):
    with pytest.raises(ValueError, match=re.escape(")")):
        content_model(notation)


@given(st.sampled_from(MODELS), st.lists(st.sampled_from("abcd~"), max_size=6))
def test_it_takes_what_the_same_expression_takes(model, names):
    expression = re.compile(re.sub(r"\s", "", model))
    assert (content_model(model).misplaced(names) is None) == bool(expression.fullmatch("".join(names)))
