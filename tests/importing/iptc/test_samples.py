import io

import pytest

from articles.importing.errors import BadInput
from articles.importing.evidence import spans
from articles.importing.readers import newsml_1, newsml_g2, ninjs, nitf
from articles.importing.readers.reader import Source
from tests.importing.iptc.answers import DATA, LIMIT, outcome

READERS = {
    "ninjs/ferry-1.5.json": ninjs,
    "nitf/ferry.xml": nitf,
    "newsml/ferry-g2.xml": newsml_g2,
    "newsml/ferry-1.2.xml": newsml_1,
}


@pytest.mark.parametrize("sample", READERS)
def test_the_bytes_of_every_claim_are_its_evidence_where_it_is_claimed(sample):
    received, reader = (DATA / sample).read_bytes(), READERS[sample].READER
    (item,) = reader.split(Source(sample, io.BytesIO(received), LIMIT))
    claims = reader.read(item).origins
    found = [item.received[start:end].decode() for start, end in spans(item, claims)]
    assert found == [claim.evidence for claim in claims] != []


@pytest.mark.parametrize("sample", READERS)
def test_the_same_item_is_the_same_story(sample):
    received, reader = (DATA / sample).read_bytes(), READERS[sample].READER
    one, two = (
        [outcome(reader, item) for item in reader.split(Source(sample, io.BytesIO(received), LIMIT))] for _time in "ab"
    )
    assert one == two
    assert not any(isinstance(story, BadInput) for story in one)
