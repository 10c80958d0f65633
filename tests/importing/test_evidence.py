"""Where the words stand that say where copy came from."""

import pytest

from articles.importing.evidence import end_of, spans
from articles.importing.story import OriginClaim
from tests.importing.conftest import wire_item


def claim(evidence, start=0):
    return OriginClaim("syndicated_from", "RT.com", evidence, start, "pointer-to-origin")


@pytest.mark.parametrize(
    ("text", "evidence", "bytes_"),
    [
        ("É. Read\r\n more at\tRT.com", "Read more at RT.com", b"Read\r\n more at\tRT.com"),
        ("Read more at 朝日\n新聞", "Read more at 朝日新聞", "Read more at 朝日\n新聞".encode()),
        ("Read more (at) R*T", "Read more (at) R*T", b"Read more (at) R*T"),
    ],
)
def test_evidence_is_found_across_the_lines_it_was_wrapped_in(text, evidence, bytes_):
    ((start, end),) = spans(wire_item(text.encode()), (claim(evidence),))
    assert text.encode()[start:end] == bytes_


def test_evidence_that_is_written_otherwise_has_no_place():
    assert spans(wire_item(b"Tide turns"), (claim("Read more at RT.com"), claim("  "))) == (None, None)


def test_a_format_with_rules_of_its_own_for_letters_has_no_place():
    assert spans(wire_item(b"\x00\x01"), (claim("Read more"),)) == (None,)


def test_no_claims_ask_for_nothing():
    assert spans(wire_item(b"\x00\x01"), ()) == ()


def test_the_end_of_an_item_is_told_by_line_and_byte():
    assert end_of(wire_item(b"Tide turns\n\nTIDE TURNS\n")) == {"line": 3, "byte": 22}
    assert end_of(wire_item(b"\x00\x01")) == {}
