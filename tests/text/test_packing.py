"""What is packed comes out as it went in, and packs the same every time."""

import gzip

from hypothesis import given
from hypothesis import strategies as st

from articles.text.packing import packed, unpacked


@given(st.binary(max_size=2_000))
def test_bytes_come_out_as_they_went_in(received):
    assert unpacked(packed(received)) == received
    assert packed(received) == packed(received)


def test_anybody_can_unpack_it():
    assert gzip.decompress(packed(b"The wall held all night.")) == b"The wall held all night."
