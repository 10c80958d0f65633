"""What rests on a source or an organisation: the visible stories, and the passages in them that are theirs."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import QuerySet
from django.utils.text import capfirst

from articles.models.published import PublishedArticle, PublishedLink, PublishedProfile
from articles.public.metadata import origin_line
from articles.public.provenance import UNNAMED, anchors_of, citations_of, spoken
from articles.public.reading import READERS
from articles.text.summary import shortened

PASSAGES = 3
"""How many passages of one story are shown."""

WORDS = 300
"""How many characters of a passage are shown."""

SOURCE = PublishedProfile.Kind.SOURCE


@dataclass(frozen=True)
class Passage:
    """A passage as a profile's page shows it, and where it stands in the story."""

    words: str
    address: str


@dataclass(frozen=True)
class Occasion:
    """How passages were said: who said them, with their title at the time, to whom."""

    speaker: str
    title: str
    channel: str
    via: str
    is_quote: bool


@dataclass(frozen=True)
class Rest:
    """A story that rests on somebody: whose copy it is, if theirs, and what they say in it.

    `more` passages are in the story and not here.
    """

    story: PublishedArticle
    copy: str
    said: list[tuple[Occasion, list[Passage]]]
    more: int


def stories(profile: PublishedProfile, *, at: datetime.datetime) -> QuerySet[PublishedArticle]:
    """The visible prints that carry `profile`, the newest first, each with its citations."""
    visible = PublishedArticle.objects.using(READERS).visible(at=at)
    return visible.newest_first().filter(links__profile=profile).defer("body")


def copies(profile: PublishedProfile, *, at: datetime.datetime) -> int:
    """How many of them are the copy of `profile`, an organisation."""
    visible = PublishedArticle.objects.visible(at=at).values("pk")
    links = PublishedLink.objects.using(READERS).filter(profile=profile, is_origin=True)
    return links.filter(print__in=visible).count()


def resting(prints: Iterable[PublishedArticle], profile: PublishedProfile) -> list[Rest]:
    """What of each print rests on `profile`. Nobody is quoted again from a story that was retracted."""
    return [_rest(print_, profile) for print_ in prints]


def described(prints: Iterable[PublishedArticle], profile: PublishedProfile) -> Mapping[str, Any]:
    """What the newest of `prints` says of a source: its kind, and whom it belongs to. Empty where none says it."""
    known = (one for print_ in prints for one in citations_of(print_) if one["slug"] == profile.slug)
    return next(known, {})


def _rest(print_: PublishedArticle, profile: PublishedProfile) -> Rest:
    is_source = profile.kind == SOURCE
    copied = [] if is_source else [origin for origin in print_.origins if origin["slug"] == profile.slug]
    said = [] if print_.retracted else list(_said(print_, profile))
    shown = [
        (occasion, [passage for _occasion, passage in together])
        for occasion, together in groupby(said[:PASSAGES], key=itemgetter(0))
    ]
    return Rest(print_, "; ".join(map(origin_line, copied)), shown, len(said[PASSAGES:]))


def _said(print_: PublishedArticle, profile: PublishedProfile) -> Iterator[tuple[Occasion, Passage]]:
    ids = anchors_of(print_)
    roles = ("slug",) if profile.kind == SOURCE else ("affiliation_slug", "via_slug")
    for one in citations_of(print_):
        if one["quote"] and profile.slug in [one[role] for role in roles]:
            anchor = ids.get(one["key"], f"source-{one['number']}")
            words = shortened(spoken(one["quote"]), WORDS)
            yield _occasion(one), Passage(words, f"{print_.path}#{anchor}")


def _occasion(one: Mapping[str, Any]) -> Occasion:
    return Occasion(
        speaker=capfirst(one["source"]) if one["source_kind"] == UNNAMED else one["source"],
        title=one["title"],
        channel=capfirst(one["channel"]),
        via=one["via"],
        is_quote=one["kind"] != "paraphrase",
    )
