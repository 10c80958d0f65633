import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.json_array import JsonArray, is_array


class Slow(io.BytesIO):
    """A stream that gives a few bytes at a time."""

    def read(self, size=-1):
        return super().read(min(size, 1500))


def members_of(received, limit=100_000, encoding=""):
    return list(JsonArray(Slow(received), limit=limit, encoding=encoding))


values = st.recursive(
    st.none() | st.integers() | st.text(max_size=30) | st.just('a ], } [ \\" {' * 300),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(values, max_size=5), st.sampled_from([None, 1]), st.booleans())
def test_the_members_are_those_that_json_reads(documents, indent, is_ascii):
    received = json.dumps(documents, indent=indent, ensure_ascii=is_ascii).encode("utf-8", "surrogatepass")
    members = members_of(received)
    assert [json.loads(one.received.decode("utf-8", "surrogatepass")) for one in members] == documents
    assert all(received[one.byte :].startswith(one.received) for one in members)


def test_a_member_over_the_limit_is_hashed_and_not_held():
    small, large = b'{"a": 1}', b'{"a": "' + b"x" * 9000 + b'"}'
    one, two = members_of(b"[" + small + b"," + large + b"]", limit=100)
    assert (one.received, two.received, two.size) == (small, None, len(large))


def test_other_encodings_are_taken_apart_too():
    text = '[{"a": "ü"}, {"b": 1}]'
    members = members_of(b"\xff\xfe" + text.encode("utf-16-le"))
    assert [one.received.decode("utf-16-le") for one in members] == ['{"a": "ü"}', '{"b": 1}']


@pytest.mark.parametrize("received", [b"[", b"[1", b'[1, {"a": 2}', b'["a', b"[1] x", b"[1]]", b'[{"a": "\\'])
def test_what_breaks_off_or_goes_on_is_refused(received):
    with pytest.raises(BadInput, match="malformed"):
        members_of(received)


@pytest.mark.parametrize(
    ("head", "expected"),
    [(b" \n[{", True), (b"\xef\xbb\xbf[", True), (b'{"a": []}', False), (b"", False), (b'"["', False)],
)
def test_an_array_is_known_by_its_bracket(head, expected):
    assert is_array(head) is expected
