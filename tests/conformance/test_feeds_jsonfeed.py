"""The examples of JSON Feed, valid as they are, and each with one thing of it made wrong."""

import io
import json

import pytest

from articles.importing.errors import BadInput
from articles.importing.readers import json_feed
from articles.importing.readers.reader import HEAD_BYTES, Head, Source
from tests.conformance.corpora import corpus
from tests.conformance.table import ALL

TARGETS = {ALL: 1.0}
WRONG = {
    "no version": lambda told: told.pop("version"),
    "another version": lambda told: told.update(version="https://jsonfeed.org/version/9"),
    "no title": lambda told: told.pop("title"),
    "a title that is a number": lambda told: told.update(title=5),
    "no items": lambda told: told.pop("items"),
    "items that are no list": lambda told: told.update(items={}),
    "an item that is no object": lambda told: told.update(items=["an item"]),
    "an item without id": lambda told: told["items"][0].pop("id"),
    "an item with a blank id": lambda told: told["items"][0].update(id=" "),
    "words that are a list": lambda told: told["items"][0].update(content_html=["words"]),
    "tags that are no list": lambda told: told["items"][0].update(tags="harbour"),
    "an attachment without address": lambda told: told["items"][0].update(attachments=[{"mime_type": "audio/mpeg"}]),
}


@pytest.fixture(scope="module")
def feeds(row):
    found = {}
    for path in sorted(corpus("feeds-jsonfeed").rglob("*.json")):
        row.files += 1
        found[path] = path.read_bytes()
    return found


def test_every_valid_feed_is_recognised_and_read(feeds, row):
    for received in feeds.values():
        items = json.loads(received)["items"]
        stories = read(received)
        row.stories += len(stories)
        row.count("recognised", json_feed.recognises(Head("feed", received[:HEAD_BYTES])))
        row.count("id", [story.supplier_id for story in stories] == [item["id"] for item in items])
        row.count("address", [story.address for story in stories] == [item["url"] for item in items])
        row.count("headline", [story.headline for story in stories] == [item.get("title", "") for item in items])
        row.count("text", all(story.blocks for story in stories))
    assert (len(feeds), row.missed()) == (6, [])


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_named(feeds, row, wrong):
    for received in feeds.values():
        told = json.loads(received)
        WRONG[wrong](told)
        with pytest.raises(BadInput) as refusal:
            read(json.dumps(told).encode())
        row.refused += 1
        assert refusal.value.code in {"malformed", "unsupported"}


def read(received):
    return [json_feed.read(item) for item in json_feed.split(Source("feed", io.BytesIO(received), 10_000_000))]
