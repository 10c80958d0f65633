"""All questions readers may ask of the published tables, and the only place in this room that asks them.

Each goes through the alias `readers`, and each that finds something to show asks for what is visible at `at`.
"""

import datetime
from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models.published import (
    Address,
    PublishedArticle,
    PublishedCorrection,
    PublishedLink,
    PublishedPicture,
    PublishedProfile,
)
from articles.public.policy import ELSEWHERE, RESERVED

READERS = "readers"
MORE = 4

_TOLD = ("kind", "label", "note", "passage", "when")


def prints(*, at: datetime.datetime) -> QuerySet[PublishedArticle]:
    """The visible prints as lists show them, the newest first."""
    return PublishedArticle.objects.using(READERS).visible(at=at).newest_first().listed()


def prints_of(profile: PublishedProfile, *, at: datetime.datetime) -> QuerySet[PublishedArticle]:
    """The visible prints that carry `profile`, the newest first."""
    return prints(at=at).filter(links__profile=profile)


def in_feeds(prints: QuerySet[PublishedArticle]) -> QuerySet[PublishedArticle]:
    """Those of `prints` that may stand in a feed: none of an outlet whose copy is for the site only."""
    return prints.exclude(Exists(_outlets(profile__in_feeds=False)))


def indexed(prints: QuerySet[PublishedArticle]) -> QuerySet[PublishedArticle]:
    """Those of `prints` that search engines are asked to index, here and not at the original."""
    return prints.exclude(Exists(_outlets(profile__indexing__in=ELSEWHERE)))


def organisations(print_: PublishedArticle) -> list[PublishedProfile]:
    """The organisations a print carries: whose copy it is, to whom it is credited, who relayed or is spoken for."""
    named = [origin["slug"] for origin in print_.origins] + [one["organisation_slug"] for one in print_.credits]
    named += [citation.get(name, "") for citation in print_.citations for name in ("affiliation_slug", "via_slug")]
    if not any(named):
        return []
    carried = PublishedProfile.objects.using(READERS).filter(kind=PublishedProfile.Kind.ORGANISATION)
    return list(carried.filter(links__print=print_.pk))


def outlets(prints: Iterable[PublishedArticle]) -> dict[int, list[PublishedProfile]]:
    """The organisations whose copy each of `prints` is, by the key of the print; not among them what is our own."""
    found: dict[int, list[PublishedProfile]] = {}
    theirs = [print_.pk for print_ in prints if print_.origins]
    if theirs:
        links = PublishedLink.objects.using(READERS).filter(print__in=theirs, is_origin=True)
        for link in links.select_related("profile").order_by("pk"):
            found.setdefault(link.print_id, []).append(link.profile)
    return found


def reserves(*, at: datetime.datetime) -> bool:
    """Whether any outlet whose copy readers have reserves the mining of it."""
    theirs = PublishedLink.objects.using(READERS).filter(is_origin=True, profile__ai_mining=RESERVED)
    return theirs.filter(print__in=PublishedArticle.objects.visible(at=at)).exists()


def _outlets(**asking: object) -> QuerySet[PublishedLink]:
    """Whose copy a print is, of those that ask for this."""
    return PublishedLink.objects.filter(print=OuterRef("pk"), is_origin=True, **asking)


def more_from_section(print_: PublishedArticle, *, at: datetime.datetime) -> list[PublishedArticle]:
    """A few other visible prints of the same section; none for a story without one."""
    if not print_.section_slug:
        return []
    return list(prints(at=at).filter(section_slug=print_.section_slug).exclude(pk=print_.pk)[:MORE])


def story(path: str, *, at: datetime.datetime) -> tuple[PublishedArticle, list[PublishedCorrection]] | None:
    """The print visible at `path` with its corrections, oldest first, in one query; None where there is none."""
    told = {f"told_{name}": F(f"corrections__{name}") for name in _TOLD}
    rows = (
        PublishedArticle.objects.using(READERS)
        .visible(at=at)
        .filter(path=path)
        .annotate(**told)
        .order_by("corrections__when", "corrections__pk")
    )
    found = list(rows)
    if not found:
        return None
    corrections = [
        PublishedCorrection(**{name: getattr(row, f"told_{name}") for name in _TOLD})
        for row in found
        if row.told_kind is not None
    ]
    return found[0], corrections


def address(path: str) -> Address | None:
    """What became of an address where nothing is visible: moved or gone. One that only waits is as good as none."""
    known = Address.objects.using(READERS).filter(path=path)
    return known.exclude(status=Address.Status.STANDS).first()


def moved(path: str, query: str, *, at: datetime.datetime) -> str:
    """Where the story is now that an older system had at `path`, perhaps with its `query`; empty if it is nowhere."""
    if "\0" in path:  # PostgreSQL takes no such text, not even to say that it is not there
        return ""
    told = [path, f"{path}?{query}"] if query else [path]
    known = Address.objects.using(READERS).filter(path__in=told, status=Address.Status.MOVED)
    moved_to = known.order_by("-path").values_list("moved_to", flat=True).first()
    return moved_to if moved_to and stands(moved_to, at=at) else ""


def stands(path: str, *, at: datetime.datetime) -> bool:
    """Whether a visible print is at `path`."""
    return PublishedArticle.objects.using(READERS).visible(at=at).filter(path=path).exists()


def body(print_: PublishedArticle, *, at: datetime.datetime) -> str:
    """The body of a print that was found without it."""
    visible = PublishedArticle.objects.using(READERS).visible(at=at)
    return visible.filter(pk=print_.pk).values_list("body", flat=True).first() or ""


def shows(sha256: str, *, at: datetime.datetime) -> bool:
    """Whether a visible print shows the picture of this hash."""
    carried = PublishedPicture.objects.using(READERS).filter(sha256=sha256)
    return carried.filter(print__in=PublishedArticle.objects.visible(at=at)).exists()


def sections(*, at: datetime.datetime) -> list[PublishedProfile]:
    """The sections that have something to read, in the order of the navigation."""
    return list(profiles(at=at).filter(kind=PublishedProfile.Kind.SECTION))


def profiles(*, at: datetime.datetime) -> QuerySet[PublishedProfile]:
    """The profiles that a visible print carries."""
    return PublishedProfile.objects.using(READERS).visible(at=at)


def profiles_changed(*, at: datetime.datetime) -> QuerySet[PublishedProfile]:
    """The visible profiles with `changed`: when the list on their page last did."""
    latest = Coalesce("updated", "first_published")
    carrying = PublishedArticle.objects.visible(at=at).filter(links__profile=OuterRef("pk"))
    # Not an aggregate: grouping by the key alone is refused where profiles are a view, as they are for readers.
    return profiles(at=at).annotate(changed=Subquery(carrying.order_by(latest.desc()).values(when=latest)[:1]))


def corrections(*, at: datetime.datetime) -> QuerySet[PublishedCorrection]:
    """The corrections that visible prints carry, the newest first, each with its print as lists show it."""
    told = PublishedCorrection.objects.using(READERS).filter(print__in=PublishedArticle.objects.visible(at=at))
    return told.select_related("print").defer("print__body", "print__citations").order_by("-when", "-pk")
