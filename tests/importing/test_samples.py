"""Whole files against the answers that lie beside them in `tests/data/wire/`."""

import json

import pytest

from articles.importing.body import body_of
from articles.importing.decoding import decode
from articles.importing.lines import one_line
from tests.importing.conftest import WIRE, read_wire

SAMPLES = sorted(WIRE.glob("*.txt"))


def reading_of(sample):
    return read_wire(sample.read_bytes())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_file_reads_as_its_answer_says(sample):
    story = reading_of(sample).story
    assert {
        "headline": story.headline,
        "dek": story.dek,
        "direction": story.direction,
        "body": body_of(story.blocks).split("\n"),
        "credits": [[one.name, one.wording, one.role, one.organisation] for one in story.credits],
        "origins": [[one.role, one.organisation, one.domain, one.url, one.evidence] for one in story.origins],
        "steps": [step.name for step in story.steps],
    } == json.loads(sample.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_the_bytes_of_every_claim_read_as_its_evidence(sample):
    reading = reading_of(sample)
    decoded = decode(sample.read_bytes())
    for claim, (start, end) in zip(reading.story.origins, reading.spans, strict=True):
        evidence = decoded.received[start:end].decode(decoded.encoding)
        assert one_line([line.strip() for line in evidence.splitlines()]) == claim.evidence
