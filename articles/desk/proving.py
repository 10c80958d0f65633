"""Proof of the record: every hash is computed again, every chain followed, every print traced to its revision."""

from collections.abc import Iterator

from django.db import connection
from django.db.models import F, Max

from articles import guards
from articles.models import Article, PublishedArticle, Revision
from articles.text.canonical import sha256


def faults() -> Iterator[str]:
    """A sentence for everything in the record that is not as it was written. Nothing is changed."""
    for name in guards.missing(connection):
        yield f"The guard {name} is missing: run `manage.py migrate`, then find out who took it away."
    yield from _broken_chains()
    yield from _cut_chains()
    yield from _unfounded_prints()


def _broken_chains() -> Iterator[str]:
    article, last_number, last_hash = None, 0, ""
    revisions = Revision.objects.annotate(content=F("words__content")).order_by("article_id", "number")
    for revision in revisions.iterator(chunk_size=500):
        if revision.article_id != article:
            article, last_number, last_hash = revision.article_id, 0, ""
        where = f"Article {revision.article_id}, revision {revision.number}"
        if revision.number != last_number + 1:
            yield f"{where}: revision {last_number + 1} is missing before it."
        if revision.previous_hash != last_hash:
            yield f"{where}: it does not follow the revision before it."
        if revision.hash != revision.computed_hash():
            yield f"{where}: who, when, why or number is not what was recorded."
        if revision.content is None or sha256(revision.content) != revision.content_hash:
            yield f"{where}: the words are not those that were recorded."
        last_number, last_hash = revision.number, revision.hash


def _cut_chains() -> Iterator[str]:
    newest = Max("revisions__number")
    for article in Article.objects.annotate(newest=newest).exclude(newest=F("version")).iterator():
        yield f"Article {article.pk}: its newest revision is {article.newest}, and it should be {article.version}."


def _unfounded_prints() -> Iterator[str]:
    for print_ in PublishedArticle.objects.only("article_number", "revision_number", "revision_hash").iterator():
        held = Revision.objects.filter(
            article_id=print_.article_number, number=print_.revision_number, hash=print_.revision_hash
        )
        if not held.exists():
            yield f"Article {print_.article_number}: a print names a revision that is not in the record."
