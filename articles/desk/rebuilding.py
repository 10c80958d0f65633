"""What follows from something else, made again: prints from the record, the search from prints and working copies."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Manager

from articles import search
from articles.desk import prints
from articles.models import Address, Article, Decision, PublishedArticle, PublishedProfile

AT_ONCE = 500
"""Rows that are indexed in one transaction; a save that happens meanwhile waits as long."""


def rebuild_published() -> int:
    """Empties the published tables and makes them again, in one transaction; readers see the old until it is done.

    Returns the number of prints. The same record gives the same prints every time, byte for byte; only their
    row numbers are new. Profiles are made from what the desk says of people and organisations today.
    """
    with transaction.atomic():
        for print_ in PublishedArticle.objects.only("pk"):
            search.forget_print(print_)
        for model in (PublishedArticle, PublishedProfile, Address):
            model.objects.all().delete()
        decisions = Decision.objects.filter(verb__in=list(prints.EFFECTS)).select_related("revision").order_by("pk")
        for decision in decisions.iterator():
            prints.apply(decision)
        return PublishedArticle.objects.count()


def rebuild_search() -> int:
    """Makes both search indexes again; whoever searches meanwhile finds what is there. Returns the number of stories.

    Wanted after a change of HOUSE_LANGUAGE, by whose stems words are found.
    """
    _each(PublishedArticle.objects, _index_prints)
    return _each(Article.objects, search.index_articles)


def _each(rows: Manager, index: Callable[[list], None]) -> int:
    """Indexes all rows, so many at once, and counts them. Nobody changes a row while it is indexed."""
    count = last = 0
    while True:
        with transaction.atomic():
            some = list(rows.select_for_update().filter(pk__gt=last).order_by("pk")[:AT_ONCE])
            index(some)
        if not some:
            return count
        count, last = count + len(some), some[-1].pk


def _index_prints(prints: list[PublishedArticle]) -> None:
    for print_ in prints:
        search.forget_print(print_)
        search.index_print(print_)
