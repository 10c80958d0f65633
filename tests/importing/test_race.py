"""Several imports of the same bytes at the same moment, each on a connection of its own."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from articles.desk import rights
from articles.importing.run import Import
from articles.models import Article, Decision, ImportBatch, Receipt, Verdict
from bylines.models import Author, Organisation

pytestmark = pytest.mark.django_db(transaction=True)

RUNNERS = 6


def race(*calls):
    """The outcomes of these imports, started together."""
    by = rights.system()
    ready = threading.Barrier(len(calls))

    def run(call):
        paths, how = call
        try:
            ready.wait()
            return [str(result.outcome) for result in Import(by, paths, **how).run()]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as runners:
        return [outcome for outcomes in runners.map(run, calls) for outcome in outcomes]


@pytest.mark.parametrize("_round", range(3))
def test_the_same_file_at_once_is_one_article(_round, file):
    outcomes = race(*[((file(),), {})] * RUNNERS)
    assert Counter(outcomes) == {"created": 1, "unchanged": RUNNERS - 1}
    assert [model.objects.count() for model in (Article, Receipt, Decision, ImportBatch)] == [1, 1, 1, 1]


@pytest.mark.parametrize("_round", range(3))
def test_the_same_bad_file_at_once_has_one_verdict(_round, file):
    assert race(*[((file(b"Tide\n\x00"),), {})] * RUNNERS) == ["refused"] * RUNNERS
    assert [model.objects.count() for model in (Receipt, Verdict, ImportBatch)] == [1, 1, 1]


@pytest.mark.parametrize("_round", range(3))
def test_a_refused_file_opened_by_several_at_once_is_one_article(_round, file):
    path = file("Паром опоздал\n\nВсе ждали.".encode("cp1251"))
    assert race(((path,), {})) == ["refused"]
    outcomes = race(*[((path,), {"encoding": "cp1251"})] * RUNNERS)
    assert Counter(outcomes) == {"created": 1, "unchanged": RUNNERS - 1}
    assert [model.objects.count() for model in (Article, Receipt)] == [1, 1]


@pytest.mark.parametrize("_round", range(3))
@pytest.mark.parametrize("authors", [["Ada Finch"] * 6, ["Ada", "Bea", "Cid", "Dan", "Eve", "Fay"]])
def test_names_that_several_stories_bring_in_at_once_are_made_once(authors, _round, file):
    outlets = [("Tidewater Times", "The Engine"), ("The Engine", "Tidewater Times")] * 3
    paths = [
        file(f"Tide {number} turns\n\nLate.\n\n{author} Reed for {one}\n\nRead more at {other}", f"{number}.txt")
        for number, (author, (one, other)) in enumerate(zip(authors, outlets, strict=True))
    ]
    assert race(*(((path,), {}) for path in paths)) == ["created"] * 6
    assert Author.objects.count() == len(set(authors))
    assert sorted(Organisation.objects.values_list("name", flat=True)) == ["The Engine", "Tidewater Times"]
