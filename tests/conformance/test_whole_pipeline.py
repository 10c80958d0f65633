"""Every file of every corpus through the whole import: nothing crashes, each has a verdict, again changes nothing."""

from collections import Counter

import pytest

from articles.desk import rights
from articles.importing.run import Import
from articles.models import Article, Receipt
from tests.conformance.corpora import CORPORA, corpus
from tests.conformance.table import ALL

pytestmark = pytest.mark.django_db

TARGETS = {ALL: 1.0}
NAMES = sorted(path.name for path in CORPORA.iterdir() if path.is_dir()) if CORPORA.is_dir() else ["feeds-feedparser"]


@pytest.mark.parametrize("name", NAMES)
def test_a_corpus_comes_in_and_again_changes_nothing(name, row):
    folder = corpus(name)
    results = list(Import(rights.system(), (str(folder),)).run())
    row.files += sum(path.is_file() for path in folder.rglob("*"))
    row.stories += sum(result.outcome in ("created", "revised") for result in results)
    row.refused += sum(result.outcome == "refused" for result in results)
    row.count("stories recorded", all(article.revisions.exists() for article in Article.objects.all()))
    row.count("receipts judged", all(receipt.verdicts.exists() for receipt in Receipt.objects.all()))
    before = Counter(articles=Article.objects.count(), receipts=Receipt.objects.count())
    again = Counter(str(result.outcome) for result in Import(rights.system(), (str(folder),)).run())
    row.count("again nothing new", again["created"] == again["revised"] == again["conflict"] == 0)
    after = Counter(articles=Article.objects.count(), receipts=Receipt.objects.count())
    row.count("again nothing kept", before == after)
    assert row.missed() == []
