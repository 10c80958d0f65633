"""Whole files against the answers that lie beside them in `tests/data/wire/`."""

import json

import pytest

from articles.importing.body import body_of
from articles.importing.draft import evidence_span
from articles.importing.lines import one_line
from articles.importing.parcels import parcel
from articles.importing.reading import read
from articles.text.clean import clean
from tests.importing.conftest import WIRE

SAMPLES = sorted(WIRE.glob("*.txt"))


def reading_of(sample):
    return read(parcel(sample, limit=10_000))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_file_reads_as_its_answer_says(sample):
    story = reading_of(sample).story
    assert {
        "headline": story.headline,
        "dek": story.dek,
        "direction": story.direction,
        "body": clean(body_of(story.blocks)).split("\n"),
        "credits": [[one.name, one.wording, one.role, one.organisation] for one in story.credits],
        "origins": [[one.role, one.organisation, one.domain, one.url, one.evidence] for one in story.origins],
        "steps": [step.name for step in story.steps],
    } == json.loads(sample.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_the_bytes_of_every_claim_read_as_its_evidence(sample):
    reading = reading_of(sample)
    for claim in reading.story.origins:
        start, end = evidence_span(reading.decoded, claim)
        evidence = reading.decoded.received[start:end].decode(reading.decoded.encoding)
        assert one_line([line.strip() for line in evidence.splitlines()]) == claim.evidence
