"""Real histories of real articles merged as if two desks had worked on them at once.

Of three versions in a row the first change is taken for ours, the second for theirs: `later` is the second change made
to the first version, as a supplier would have made it who never saw the first change.
"""

import json
import lzma
import re
import time

import pytest
from markdown_it import MarkdownIt

from articles.text.clean import clean
from articles.text.merge import Choice, merge_bodies, settle
from articles.text.summary import word_count, words
from articles.text.tokens import is_word, tokens
from tests.conformance.corpora import corpus

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
MOST_MS = 100  # for a thousand words; a merge of rewritten words takes 30 on a machine with nothing else to do
TARGETS = {"joined without conflict": 0.98, "joined as in history": 0.98, "ms a 1,000 words": MOST_MS}


@pytest.fixture(scope="module")
def histories(row):
    """The bodies of each article, one after the other, no two neighbours alike."""
    markdown = MarkdownIt("commonmark", {"html": True})
    found = []
    with lzma.open(corpus("revisions-18f") / "18f-revisions.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            texts = [one["text"] for one in json.loads(line)["revisions"] if "text" in one]
            bodies = [clean(markdown.render(FRONT_MATTER.sub("", text))) for text in texts]
            found.append([body for at, body in enumerate(bodies) if not at or body != bodies[at - 1]])
            row.stories += len(texts)
    return found


@pytest.fixture(scope="module")
def triples(histories):
    return [tuple(bodies[at : at + 3]) for bodies in histories for at in range(len(bodies) - 2)]


def told(body):
    return {token.core for token in tokens(words(body)) if is_word(token)}


def merged(row, *versions):
    start = time.perf_counter()
    result = merge_bodies(*versions)
    row.time("ms a 1,000 words", 1000 * (time.perf_counter() - start), of=word_count(versions[0]) / 1000)
    return result


def test_what_one_side_alone_changed_is_taken(triples):
    assert len(triples) > 500
    for first, second, _third in triples:
        assert merge_bodies(first, second, first).body == merge_bodies(first, first, second).body == second
        assert merge_bodies(first, second, second).body == second


def test_no_word_that_was_put_in_is_lost_and_all_is_canonical(triples, row):
    for first, second, third in triples:
        result = merged(row, first, second, third)
        for choice, side in ((Choice.OURS, second), (Choice.THEIRS, third)):
            settled = settle(result, [choice] * len(result.conflicts))
            assert told(side) - told(first) <= told(settled)
            assert clean(settled) == settled
        assert result.body is None or clean(result.body) == result.body


def test_two_changes_made_at_once_come_to_what_was_made_of_them_one_after_the_other(triples, row):
    for first, second, third in triples:
        later = merged(row, second, first, third).body
        if later is None or later == first:
            continue
        result = merged(row, first, second, later)
        row.count("joined without conflict", result.body is not None)
        if result.body is not None:
            row.count("joined as in history", result.body == third)
    assert row.missed() == []


def test_a_merge_takes_a_moment(triples, row):
    assert row.mean("ms a 1,000 words") < MOST_MS
