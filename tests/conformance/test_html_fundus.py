"""Saved pages of newspapers of many countries, with what their own parsers took for the story."""

import datetime
import gzip
import html
import json
import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from time import process_time

import pytest

from articles.importing.errors import BadInput
from articles.importing.item import item_of
from articles.importing.readers import page
from tests.conformance.corpora import corpus

UNSPACED = re.compile("([\u3040-\u30ff\u3400-\u9fff])")
LIMIT = 10_000_000
# The date: within a minute. Headline: word for word. Authors, subheads, body: how far both sides agree (F1).
TARGETS = {"headline": 0.95, "authors": 0.92, "date": 0.97, "subheads": 0.9, "body": 0.955}


@pytest.fixture(scope="module")
def answers():
    lines = (corpus("html-fundus") / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_pages_read_as_their_papers_say(answers, row):
    for answer in answers:
        row.files += 1
        path = corpus("html-fundus") / answer["country"] / answer["html"].rpartition("/")[2]
        received = gzip.decompress(path.read_bytes())
        began = process_time()
        try:
            story = page.read(item_of(path.name, "page", received, envelope={}, limit=LIMIT))
        except BadInput:
            row.refused += 1
            continue
        except Exception as error:
            row.crashes.append(f"{path.name}: {error!r}")
            continue
        row.time("ms a page", 1000 * (process_time() - began))
        row.stories += 1
        count(row, story, answer)
    assert (row.refused, row.crashes, row.missed()) == (0, [], [])


def count(row, story, answer):
    told = [part["subheading"] for part in answer["sections"] if part["subheading"]]
    body = [text for part in answer["sections"] for text in (part["subheading"] or "", *part["paragraphs"])]
    row.count("headline", words(story.headline) == words(answer["headline"]))
    row.count("authors", overlap({who(credit) for credit in story.credits}, set(map(bare, answer["authors"]))))
    row.count("date", is_time(story.published, datetime.datetime.fromisoformat(answer["published"])))
    row.count(
        "subheads", in_order([bare(b.text) for b in story.blocks if b.kind in ("h2", "h3")], list(map(bare, told)))
    )
    row.count("body", f1(words(*(b.text for b in story.blocks if b.kind != "figure")), words(*body)))


def who(credit):
    return bare(credit.name or credit.organisation or credit.wording)


def words(*texts):
    text = unicodedata.normalize("NFKC", html.unescape(" ".join(texts))).casefold().replace("\xad", "")
    return re.findall(r"\w+", UNSPACED.sub(r" \1 ", text))


def bare(text):
    return " ".join(words(text))


def f1(found, told):
    shared = sum((Counter(found) & Counter(told)).values())
    return 2 * shared / (len(found) + len(told)) if shared else 0.0


def overlap(found, told):
    return 2 * len(found & told) / (len(found) + len(told)) if found or told else 1.0


def in_order(found, told):
    return SequenceMatcher(None, found, told, autojunk=False).ratio() if found or told else 1.0


def is_time(found, told):
    """Whether two times are within a minute; a time without a zone is compared as it reads, a day alone as a day."""
    if found is None or told.tzinfo is not None:
        return found is not None and abs(found - told) < datetime.timedelta(minutes=1)
    within = datetime.timedelta(days=1) if (told.hour, told.minute) == (0, 0) else datetime.timedelta(minutes=1)
    return abs(found.replace(tzinfo=None) - told) < within
