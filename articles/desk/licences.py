"""Until when readers may have the copy of others: the earliest end of a licence among the outlets a print is from.

It is no part of the record. A print carries today's answer, so that readers' pages, and the views in the database that
readers are kept to, need nobody else; a licence that is made longer gives back what nobody took down meanwhile.
"""

import datetime

from django.db.models import Min, OuterRef, Subquery

from articles.models import PublishedArticle, PublishedLink, PublishedProfile
from bylines.models import Organisation


def end_of(print_: PublishedArticle) -> datetime.datetime | None:
    """When the first licence among the origins of `print_` ends; None where none does."""
    slugs = {origin["slug"] for origin in print_.origins}
    if not slugs:
        return None
    return Organisation.objects.filter(slug__in=slugs).aggregate(end=Min("licensed_until"))["end"]


def refresh(organisation: Organisation) -> None:
    """Writes into every print that is `organisation`'s copy when readers lose it, in one statement."""
    tied = PublishedLink.objects.filter(is_origin=True, profile__kind=PublishedProfile.Kind.ORGANISATION)
    outlets = tied.filter(print=OuterRef(OuterRef("pk"))).values("profile__slug")
    licences = Organisation.objects.filter(slug__in=outlets, licensed_until__isnull=False)
    first = licences.order_by("licensed_until").values("licensed_until")[:1]
    theirs = tied.filter(profile__slug=organisation.slug).values("print")
    PublishedArticle.objects.filter(pk__in=theirs).update(licensed_until=Subquery(first))
