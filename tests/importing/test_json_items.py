import io
import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.json_items import JsonItems
from tests.importing.test_xml_items import InPieces

FEED = {
    "version": "1",
    "nested": {"items": [1, 2]},
    "odd": 'a \\" [ { é',
    "items": [{"id": "1", "t": 'tide ] } , " é 潮 \\'}, {"items": [{"a": []}]}, 5, "s", [1, [2]], {}],
    "title": "Courier",
    "last": [1],
}


@pytest.mark.parametrize("size", [1, 2, 7, 4096])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("indent", [None, 2])
def test_members_come_out_byte_for_byte(encoding, size, indent):
    received = ("\n" * 1100 + json.dumps(FEED, ensure_ascii=False, indent=indent)).encode(encoding)
    items = JsonItems(InPieces(received, size), "items", limit=1000)
    found = list(items)
    codec = items.encoding or "utf-8"
    assert [json.loads(one.received.decode(codec)) for one in found] == FEED["items"]
    assert [received[one.byte : one.byte + one.size] for one in found] == [one.received for one in found]
    assert json.loads((items.head + items.tail).decode(codec)) == {**FEED, "items": []}


def test_a_member_over_the_limit_is_hashed_and_not_held():
    received = json.dumps({"items": ["a", "x" * 900_000, "b"]}).encode()
    small, large, last = JsonItems(io.BytesIO(received), "items", limit=1000)
    assert (small.received, last.received) == (b'"a"', b'"b"')
    assert (large.received, large.size) == (None, 900_002)


@pytest.mark.parametrize("received", [b"", b"[1]", b'{"items": {}}', b'{"a": {"items": [1]}}', b"words"])
def test_where_there_is_no_such_list_there_are_no_members(received):
    items = JsonItems(io.BytesIO(received), "items", limit=100)
    assert (list(items), items.has_list) == ([], False)


@pytest.mark.parametrize(
    ("received", "byte"),
    [(b'{"items": [1, 2', 14), (b'{"items": [{"a": "', 11), (b'{"items": [1], "t": "', 21), (b"{", 1)],
)
def test_a_file_that_breaks_off_says_where(received, byte):
    with pytest.raises(BadInput) as refusal:
        list(JsonItems(io.BytesIO(received), "items", limit=100))
    assert (refusal.value.code, refusal.value.byte) == ("malformed", byte)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(['"', "\\", "[", "]", "{", "}", ",", ":", " ", "1", '"a"', "é", '"items"']), max_size=40)
)
def test_whatever_comes_every_member_stands_in_the_file_where_it_says(pieces):
    received = ('{"items":[' + "".join(pieces)).encode()
    with suppress(BadInput):
        for element in JsonItems(io.BytesIO(received), "items", limit=1000):
            assert received[element.byte : element.byte + element.size] == element.received
