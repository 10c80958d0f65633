"""The feeds that feedparser is tested with, against what it makes of them where its own expectation holds."""

import json
import re
from datetime import UTC, datetime
from urllib.parse import urljoin

import pytest
from lxml import html

from articles.importing.errors import BadInput
from articles.importing.readers import feed
from articles.importing.readers.reader import Source
from tests.conformance.corpora import corpus
from tests.conformance.table import ALL

TARGETS = {ALL: 0.98}
FIELDS = ("title", "link", "author", "published", "updated", "text")
SERVED = "http://127.0.0.1:8097/tests/"
_LOCATION = re.compile(rb"Header:\s+Content-Location:\s*(\S+)", re.IGNORECASE)
_MAIL = re.compile(r"[(<]?[\w.+-]+@[\w.-]+[)>]?")


@pytest.fixture(scope="module")
def answers(row):
    folder = corpus("feeds-feedparser")
    rows = [json.loads(line) for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
    for answer in rows:
        row.files += 1
        stories = read(folder / "tests" / answer["file"], answer["file"], row)
        if answer["expect_holds"]:
            compare(answer, stories, row)
    return rows


def test_no_feed_ends_the_reader(answers, row):
    assert (len(answers) > 400, row.crashes) == (True, [])


@pytest.mark.parametrize("name", ["entries", *FIELDS])
def test_nearly_every_answer_is_found(answers, row, name):
    assert row.share(name) >= row.target(name), (name, row.right[name])


def read(path, name, row):
    received = path.read_bytes()
    told = _LOCATION.search(received)
    address = urljoin(SERVED + name, told[1].decode() if told else "")
    stories = []
    try:
        with path.open("rb") as stream:
            for item in feed.split(Source(name, stream, 10_000_000, address=address)):
                stories.append(story_of(item, row))
    except BadInput:
        row.refused += 1
    except Exception as error:
        row.crashes.append(f"{name}: {error!r}")
    return [story for story in stories if story]


def story_of(item, row):
    try:
        story = feed.read(item)
    except BadInput:
        row.refused += 1
        return None
    row.stories += 1
    return story


def compare(answer, stories, row):
    row.count("entries", len(stories) == len(answer["entries"]))
    for entry, story in zip(answer["entries"], stories, strict=False):
        told = {**entry, "text": (entry["content"] or [entry["summary"]])[0]}
        for name in FIELDS:
            if told[name]:
                row.count(name, IS_FOUND[name](told[name], story))


def is_title(answer, story):
    return story.headline == shown(answer)


def is_link(answer, story):
    return story.address == answer or not answer.startswith("http")


def is_author(answer, story):
    return " ".join(_MAIL.sub("", answer).split()) in [credit.name for credit in story.credits]


def is_time(answer, *times):
    asked = datetime.fromisoformat(answer)
    return any(time and time.astimezone(UTC).replace(microsecond=0) == asked for time in times)


def is_text(answer, story):
    links = {*re.findall(r"https?://\S+", " ".join(block.text for block in story.blocks))} - {*answer.split()}
    words = "".join(block.text for block in story.blocks if block.text not in links)
    return letters(words) == letters(shown(answer))


IS_FOUND = {
    "title": is_title,
    "link": is_link,
    "author": is_author,
    "published": lambda answer, story: is_time(answer, story.published),
    "updated": lambda answer, story: is_time(answer, story.updated, story.published),
    "text": is_text,
}


def shown(answer):
    """What a page shows of an answer in HTML; where HTML takes all of it for a comment, the answer itself."""
    return " ".join(html.fromstring(f"<div>{answer}</div>").text_content().split()) or answer


def letters(text):
    return "".join(text.split())
