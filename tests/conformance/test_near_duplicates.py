"""Copies looked for among a hundred thousand stories: made-up ones, and the articles of 18F among them."""

import json
import lzma
import time

import pytest
from django.db import connection

from articles import likeness
from articles.text.fingerprint import Fingerprint, compare
from tests import newsy
from tests.conformance.corpora import corpus
from tests.conformance.table import ALL

pytestmark = pytest.mark.django_db

HELD = 100_000
BATCH = 500
COPIES = 2_000  # of each kind
OTHERS = 10_000
REAL = 1_000_000  # the number of the first article of 18F

MOST_MS = 3  # of a look-up, of which a story may take so much: a plan that reads the table takes seconds
TARGETS = {ALL: 0.98, "of no copy told so": 1.0, "ms to look up": MOST_MS}


@pytest.fixture(scope="module")
def archive(row, django_db_setup, django_db_blocker):
    """Committed, for all tests of this module; 18F's articles are in it where they are on this machine."""
    with django_db_blocker.unblock():
        for start in range(0, HELD, BATCH):
            hold(row, {number: newsy.story(number) for number in range(start, start + BATCH)})
        yield
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {likeness.SHINGLES}")


@pytest.fixture(scope="module")
def real(archive, row):
    path = corpus("revisions-18f") / "18f-revisions.jsonl.xz"
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        versions = [[one["text"] for one in json.loads(line)["revisions"] if "text" in one] for line in lines]
    told = {REAL + number: texts[-1].rpartition("\n---\n")[2].split("\n\n") for number, texts in enumerate(versions)}
    hold(row, told)
    return told


def hold(row, stories):
    fingerprints = {number: Fingerprint("\n".join(told)) for number, told in stories.items()}
    start = time.perf_counter()
    sketches = {number: fingerprint.sketch for number, fingerprint in fingerprints.items()}
    sketched = time.perf_counter()
    likeness.index(sketches)
    row.time("ms to sketch", 1000 * (sketched - start), of=len(stories))
    row.time("ms to index", 1000 * (time.perf_counter() - sketched), of=len(stories))
    row.stories += len(stories)


def looked_up(row, stories):
    """Each story with its candidates."""
    for start in range(0, len(stories), BATCH):
        batch = stories[start : start + BATCH]
        sketches = [Fingerprint("\n".join(told)).sketch for told in batch]
        begun = time.perf_counter()
        candidates = likeness.candidates(sketches)
        row.time("ms to look up", 1000 * (time.perf_counter() - begun), of=len(batch))
        yield from zip(batch, candidates, strict=True)


def compared(told, held):
    return compare("\n".join(told), "\n".join(held))


@pytest.mark.parametrize("copy", newsy.COPIES)
def test_copies_are_found(archive, row, copy):
    numbers = range(0, HELD, HELD // COPIES)
    copies = [newsy.COPIES[copy](newsy.story(number), number) for number in numbers]
    for number, (told, candidates) in zip(numbers, looked_up(row, copies), strict=True):
        found = number in dict(candidates) and compared(told, newsy.story(number)).shares
        row.count(copy, found)
    assert row.share(copy) >= row.target(copy)


@pytest.mark.parametrize("copy", newsy.COPIES)
def test_copies_of_real_articles_are_found(real, row, copy):
    copies = [newsy.COPIES[copy](told, number) for number, told in real.items()]
    for number, (told, candidates) in zip(real, looked_up(row, copies), strict=True):
        row.count(f"18F {copy}", number in dict(candidates) and compared(told, real[number]).shares)
    assert row.share(f"18F {copy}") >= row.target(f"18F {copy}")


def test_no_story_is_taken_for_a_copy_of_one_that_shares_its_boilerplate(archive, row):
    others = [newsy.story(f"another {number}") for number in range(OTHERS)]
    for told, candidates in looked_up(row, others):
        held = (number for number, _ in candidates if number < HELD)
        row.count("of no copy told so", not any(compared(told, newsy.story(number)).shares for number in held))
    assert row.right["of no copy told so"] == (OTHERS, OTHERS)


def test_no_pair_of_stories_shares_passages(row):
    pairs = [(newsy.story(f"one {number}"), newsy.story(f"other {number}")) for number in range(OTHERS)]
    assert [pair for pair in pairs if compared(*pair).shares] == []


def test_a_look_up_takes_a_moment(archive, row):
    assert row.mean("ms to look up") < MOST_MS
