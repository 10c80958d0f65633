"""The feeds of the W3C's validator, valid and broken on purpose: each is read, or refused with a reason of its own."""

import re
from dataclasses import dataclass, field

import pytest

from articles.importing.errors import BadInput
from articles.importing.readers import feed
from articles.importing.readers.reader import HEAD_BYTES, Head, Source
from tests.conformance.corpora import corpus

TARGETS = {"valid read whole": 1.0}
VALID = re.compile(rb"Expect:\s+(?:!Error|Valid)")
NO_FEEDS = {"rss11", "ext", "opml"}  # RSS 1.1 is not read; documents of Atom's publishing protocol list no stories
NOT_RECOGNISED = {
    "atom/1.2/wrong-namespace.xml",
    "atom/must/feed_missing.xml",
    "atom/must/feed_namespace_invalid.xml",
    "rss/must/missing_rss.xml",
    "rss/must/missing_rss2.xml",
}
NAMED = {"malformed", "encoding", "unsafe", "empty", "binary"}


@dataclass
class Outcome:
    is_recognised: bool
    is_valid: bool
    problems: list[BadInput] = field(default_factory=list)


@pytest.fixture(scope="module")
def outcomes(row):
    folder = corpus("feeds-validator")
    found = {}
    for path in sorted(path for path in folder.rglob("*.xml")):
        row.files += 1
        found[path.relative_to(folder)] = read(path, row)
    return found


def test_no_feed_ends_the_reader(outcomes, row):
    assert (len(outcomes) > 400, row.crashes) == (True, [])


def test_what_is_refused_is_refused_by_name(outcomes):
    problems = [problem for found in outcomes.values() for problem in found.problems]
    assert {problem.code for problem in problems} - NAMED == set()
    assert all(problem.reason for problem in problems)


def test_every_valid_feed_is_recognised_and_read_whole(outcomes, row):
    valid = {path: found for path, found in outcomes.items() if found.is_valid and path.parts[0] not in NO_FEEDS}
    assert len(valid) > 40
    for found in valid.values():
        row.count("valid read whole", found.is_recognised and not found.problems)
    assert [path for path, found in valid.items() if not found.is_recognised or found.problems] == []


def test_only_what_is_no_feed_is_not_recognised(outcomes):
    others = {path.as_posix() for path, found in outcomes.items() if not found.is_recognised}
    assert others - NOT_RECOGNISED == {one for one in others if one.startswith(("rss11/", "ext/app/"))}


def read(path, row):
    received = path.read_bytes()
    found = Outcome(feed.recognises(Head(path.name, received[:HEAD_BYTES])), VALID.search(received) is not None)
    if not found.is_recognised:
        row.refused += 1
        return found
    try:
        with path.open("rb") as stream:
            for item in feed.split(Source(path.name, stream, 10_000_000)):
                read_item(item, found, row)
    except BadInput as problem:
        row.refused += 1
        found.problems.append(problem)
    except Exception as error:
        row.crashes.append(f"{path}: {error!r}")
    return found


def read_item(item, found, row):
    try:
        feed.read(item)
        row.stories += 1
    except BadInput as problem:
        row.refused += 1
        found.problems.append(problem)
