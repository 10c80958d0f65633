"""The record's bytes: RFC 8785, by whichever way is quicker."""

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from articles.text.canonical import canonical_json

plain = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text()
values = st.recursive(
    plain | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_it_is_what_the_standard_says(value):
    assert canonical_json(value) == rfc8785.dumps(value).decode("utf-8")


@pytest.mark.parametrize("value", [2**53, "\ud800", {"a": ["\udfff"]}, float("nan"), {1: 2}, {"a": object()}])
def test_what_json_cannot_hold_is_refused(value):
    with pytest.raises((rfc8785.CanonicalizationError, UnicodeEncodeError)):
        canonical_json(value)


def test_keys_beyond_ascii_are_sorted_as_utf_16():
    assert canonical_json({"\U0001f600": 1, "\ufb01": 2}) == '{"\U0001f600":1,"\ufb01":2}'
