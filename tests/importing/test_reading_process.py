"""The other process reads as this one does, and ends with its block."""

import multiprocessing

import pytest

from articles.importing.item import item_of
from articles.importing.reading import read
from articles.importing.reading_process import reading_process
from articles.text.packing import packed

LINES = [
    b'{"headline": "Ferry sails again", "body": "The ferry sails from Marrowby again.\\n\\nIt sails at six."}',
    b'{"headline": "Ramp is broken", "byline": "Ada Finch for The Harbour Courier", "body_html": "<p>It broke.</p>"}',
    b'{"headline": "No body"}',
    b"\xff\xfe no JSON",
]


@pytest.fixture(scope="module")
def items():
    made = [item_of(f"wire.jsonl#{n}", "json-lines", line, envelope={}, limit=1_000) for n, line in enumerate(LINES)]
    return [*made, item_of("wire.jsonl#9", "json-lines", b"x" * 1_001, envelope={}, limit=1_000)]


def test_it_reads_as_this_one_does_and_packs_what_was_received(items):
    with reading_process() as process:
        told = process.read(items).result()
    assert told == [(read(item), packed(item.received) if item.received else None) for item in items]
    assert [type(reading).__name__ for reading, _packed in told] == ["Reading", "Reading", *["BadInput"] * 3]


def test_it_is_ready_when_it_has_answered_and_gone_when_its_block_has_ended(items):
    with reading_process() as process:
        process.read(items[:1]).result()
        assert process.is_ready()
    assert multiprocessing.active_children() == []
