"""What rests on a source: stories that cite it, other copies of the same item, and stories that refer to one of these.

Followed to any depth; a story is named once, by the shortest way it was found. What readers hold is looked at as well:
a print may rest on a source that the working copy no longer cites.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles import clock
from articles.models import (
    Address,
    Article,
    Citation,
    Claim,
    Delivery,
    Origin,
    PublishedArticle,
    PublishedProfile,
    RevisionWords,
)
from articles.states import PUBLIC, Standing
from bylines.models import Source


class How(Enum):
    """In what way a story rests on a source."""

    SAYS = "says"
    PRINTED = "printed"
    COPY = "copy"
    CITES = "cites"


@dataclass(frozen=True)
class Dependant:
    """A story, how it rests on the source, and through which other story; `is_told`: readers of it are to be told."""

    article: Article
    how: How
    through: Article | None
    standing: Standing
    is_told: bool

    @property
    def reason(self) -> str:
        """How it rests on the source, as a sentence."""
        return {
            How.SAYS: _("This story cites it."),
            How.PRINTED: _("The words that readers have of this story cite it; the newest words do not."),
            How.COPY: _("This story was made from the same copy as “%(other)s”, which rests on it."),
            How.CITES: _("This story refers to “%(other)s”, which rests on it."),
        }[self.how] % {"other": self.through}


@dataclass(frozen=True)
class _Way:
    how: How
    through: int | None = None


def of(source: Source) -> list[Dependant]:
    """The stories that rest on `source` now, those that cite it first, then by how far they are from it."""
    ways = _ways(source)
    held = Article.objects.with_standing(clock.now()).defer("body", "ednote").in_bulk(ways)
    live = {pk for pk, article in held.items() if article.standing_now in PUBLIC}
    printed = dict(_prints(live))
    paths: dict[int, set[str]] = defaultdict(set)
    for path, pk in _paths({way.through for way in ways.values() if way.through}):
        paths[pk].add(path)
    return [
        Dependant(
            article=held[pk],
            how=way.how,
            through=held[way.through] if way.through else None,
            standing=Standing(held[pk].standing_now),
            is_told=pk in printed and _rests_in_print(printed[pk], source, way, paths),
        )
        for pk, way in ways.items()
    ]


def _ways(source: Source) -> dict[int, _Way]:
    """The way to each story, found level by level, so that cycles end and the shortest way is the one told."""
    says = set(Citation.objects.filter(source=source).exclude(state=Claim.REJECTED).values_list("article", flat=True))
    ways = {pk: _Way(How.SAYS) for pk in sorted(says)}
    ways |= {pk: _Way(How.PRINTED) for pk in sorted(_still_printed(source) - says)}
    referring = _referring()
    level = set(ways)
    while level:
        found: dict[int, _Way] = {}
        for pk, other in _copies(level):
            found.setdefault(other, _Way(How.COPY, pk))
        for path, pk in _paths(level):
            for other in sorted(referring.get(path, ())):
                found.setdefault(other, _Way(How.CITES, pk))
        level = found.keys() - ways.keys()
        ways |= {pk: found[pk] for pk in sorted(level)}
    return ways


# What readers hold


def _still_printed(source: Source) -> set[int]:
    """Stories whose print, out or to come, cites `source`, whatever has become of the working copy."""
    prints = PublishedArticle.objects.filter(
        links__profile__kind=PublishedProfile.Kind.SOURCE, links__profile__slug=source.slug
    )
    maybe = {
        *prints.values_list("article_number", flat=True),  # an unnamed source has no page, but was approved for each
        *source.approvals.values_list("article", flat=True),
        *source.citations.filter(state=Claim.REJECTED).values_list("article", flat=True),
    }
    return {pk for pk, content in _prints(maybe) if _says(content, source)}


def _prints(articles: Collection[int]) -> Iterator[tuple[int, dict[str, Any]]]:
    """What the record says of the words that readers have of these stories, or will have; the live print last."""
    now = clock.now()
    prints = PublishedArticle.objects.filter(article_number__in=articles)
    wanted = prints.pending(at=now).order_by("-visible_from"), prints.visible(at=now)
    for shown in wanted:
        pairs = dict(shown.values_list("revision_hash", "article_number"))
        for words in RevisionWords.objects.filter(revision__hash__in=pairs).select_related("revision"):
            yield pairs[words.revision.hash], json.loads(words.content)


def _rests_in_print(
    content: Mapping[str, Any], source: Source, way: _Way, paths: Mapping[int, Collection[str]]
) -> bool:
    """Whether the print itself rests on `source` in this way: words that readers do not have yet are no matter."""
    if way.how == How.COPY:
        return True
    if way.how != How.CITES:
        return _says(content, source)
    rows = [*content["citations"], *content["origins"]]
    cited = {path for row in rows if row["state"] == Claim.CONFIRMED for path in _own_paths(row["url"])}
    return not cited.isdisjoint(paths[way.through or 0])


def _says(content: Mapping[str, Any], source: Source) -> bool:
    return any(
        one["source"] and one["source"]["id"] == source.pk and one["state"] == Claim.CONFIRMED
        for one in content["citations"]
    )


# Other copies of the same item


def _copies(level: Collection[int]) -> Iterator[tuple[int, int]]:
    """Pairs of a story of `level` and another one made from an item of the same id, address or words."""
    standing = Delivery.objects.exclude(state=Delivery.State.UNDONE).filter(article__isnull=False)
    mine: dict[tuple[str, str], int] = {}
    for pk, keys in _keyed(standing.filter(article__in=level)):
        for key in keys:
            mine.setdefault(key, pk)
    by_column = {name: {value for column, value in mine if column == name} for name in KEYS}
    same = Q(*((f"{name}__in", values) for name, values in by_column.items()), _connector=Q.OR)
    for other, keys in _keyed(standing.filter(same)) if mine else ():
        for key in keys:
            if key in mine and mine[key] != other:
                yield mine[key], other


KEYS = ("identity", "address", "words_hash")
"""The columns of a delivery by which two are the same item."""


def _keyed(deliveries: QuerySet[Delivery]) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    for pk, *values in deliveries.order_by("pk").values_list("article", *KEYS):
        yield pk, [(name, value) for name, value in zip(KEYS, values, strict=True) if value]


# Stories that refer to one of ours by its address


def _paths(level: Collection[int]) -> Iterator[tuple[str, int]]:
    """The addresses of these stories, each with the story's number."""
    rows = Address.objects.filter(article_number__in=level).order_by("pk").values_list("path", "article_number")
    for path, pk in rows:
        yield path.rstrip("/"), pk


def _referring() -> dict[str, set[int]]:
    """The stories that cite an address of this house, or say that they came from there, by the path of it."""
    found: dict[str, set[int]] = defaultdict(set)
    ours = [("url__istartswith", f"{scheme}://{host}") for host in _hosts() for scheme in ("https", "http")]
    for model in (Citation, Origin) if ours else ():
        rows = model._default_manager.exclude(state=Claim.REJECTED).filter(Q(*ours, _connector=Q.OR))
        for pk, url in rows.values_list("article", "url"):
            for path in _own_paths(url):
                found[path].add(pk)
    return found


def _own_paths(url: str) -> list[str]:
    """The path of an address of this house, with and without its query; nothing for anybody else's."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return []
    if host not in _hosts():
        return []
    return [path.rstrip("/") for path in dict.fromkeys((parts.path, f"{parts.path}?{parts.query}"))]


def _hosts() -> set[str]:
    """The hosts under which readers find this house."""
    named = {urlsplit(settings.SITE_URL).hostname or "", *settings.ALLOWED_HOSTS}
    return {host.lower() for host in named if host and "*" not in host and not host.startswith(".")}
