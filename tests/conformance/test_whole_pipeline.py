"""Every file of every corpus through the whole import: nothing crashes, each has a verdict, again changes nothing."""

from collections import Counter

import pytest

from articles.desk import rights
from articles.importing.run import Import
from articles.models import Article, Receipt
from tests.conformance.corpora import CORPORA, corpus

pytestmark = pytest.mark.django_db


NAMES = sorted(path.name for path in CORPORA.iterdir() if path.is_dir()) if CORPORA.is_dir() else ["feeds-feedparser"]


@pytest.mark.parametrize("name", NAMES)
def test_a_corpus_comes_in_and_again_changes_nothing(name, row):
    folder = corpus(name)
    results = list(Import(rights.system(), (str(folder),)).run())
    row.files += sum(path.is_file() for path in folder.rglob("*"))
    row.stories += sum(result.outcome in ("created", "revised") for result in results)
    row.refused += sum(result.outcome == "refused" for result in results)
    assert all(article.revisions.exists() for article in Article.objects.all())
    assert all(receipt.verdicts.exists() for receipt in Receipt.objects.all())
    before = Counter(articles=Article.objects.count(), receipts=Receipt.objects.count())
    again = Counter(str(result.outcome) for result in Import(rights.system(), (str(folder),)).run())
    assert again["created"] == again["revised"] == again["conflict"] == 0
    assert before == Counter(articles=Article.objects.count(), receipts=Receipt.objects.count())
