"""IPTC's examples of ninjs; four of them are told in NewsML 1.2 as well, by another reader."""

import io
import json
import re

import pytest

from articles.importing.readers import newsml_1, ninjs
from articles.importing.readers.reader import HEAD_BYTES, Head, Source
from articles.importing.story import Story
from tests.conformance.corpora import corpus
from tests.conformance.table import ALL
from tests.importing.iptc.answers import item, outcome

TARGETS = {ALL: 1.0}
NO_STORY = {"ninjs-1-4-examples.json": "no-body", "ninjsExSimplePhoto1.json": "unsupported"}


@pytest.fixture(scope="module")
def examples(row):
    found = {path.name: path.read_bytes() for path in sorted((corpus("ninjs-examples") / "1.4").glob("*.json"))}
    row.files = len(found)
    return found


def test_every_example_is_recognised_and_read(examples, row):
    refused = {}
    for name, received in examples.items():
        assert ninjs.recognises(Head(name, received[:HEAD_BYTES]))
        found = outcome(ninjs.READER, item(received))
        if isinstance(found, Story):
            row.stories += 1
            _compare(row, found, json.loads(received))
        else:
            row.refused += 1
            refused[name] = found.code
    assert (refused, row.missed()) == (NO_STORY, [])


def test_both_formats_tell_the_same_story(examples, row):
    folder = corpus("ninjs-examples") / "NewsML"
    for path in sorted(folder.glob("*.xml")):
        (newsml,) = newsml_1.split(Source(path.name, io.BytesIO(path.read_bytes()), 10_000_000))
        told = newsml_1.READER.read(newsml)
        other = ninjs.READER.read(item(examples[f"{path.stem}.json"]))
        row.count("same headline", told.headline == other.headline)
        row.count("same language", told.language == other.language)
        row.count("same time", told.updated == other.updated)
        row.count("same topics", {one.name for one in other.topics} <= {one.name for one in told.topics})
        row.count("same begin", told.blocks[0].text.split()[:5] == other.blocks[0].text.split()[:5])
        shown = {one.url for one in told.pictures}
        row.count("same pictures", {one.url for one in other.pictures if one.lead} <= shown)
        assert (told.supplier, told.supplier_domain) == ("Business Wire", "businesswire.com")
    assert row.missed() == []


def _compare(row, story, told):
    row.count("headline", story.headline == told["headline"])
    row.count("uri", story.supplier_id == told["uri"])
    row.count("language", story.language == told.get("language", ""))
    row.count("time", story.updated.strftime("%Y-%m-%dT%H:%M:%SZ") == told["versioncreated"])
    row.count("topics", [one.name for one in story.topics][: len(told.get("subject", []))] == [
        one["name"] for one in told.get("subject", [])
    ])  # fmt: skip
    names = [name for name in ("Paulo Santalucia", "Frances d'Emilio") if name in told.get("byline", "")]
    row.count("credits", [one.name for one in story.credits] == names)
    held = [one for one in told.get("associations", {}).values() if one["type"] in ("picture", "graphic")]
    row.count("pictures", len(story.pictures) == len(held))
    told_words = re.sub("<[^>]*>", "", told["body_xhtml"]).split()
    row.count("text", story.blocks[0].text.split()[:4] == told_words[:4])
