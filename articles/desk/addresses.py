"""A story's address: dated by its first release in the house's zone, fixed from then on, never another story's."""

import datetime
import zoneinfo

from django.conf import settings

from articles import clock
from articles.models import Address, Article, PublishedArticle
from articles.text.slugs import slug_for


def planned(article: Article, *, at: datetime.datetime) -> str:
    """The path the story has, or would get if its first release were at `at`."""
    return released(article) or path_on(at, article.slug or slug_for(article.headline))


def released(article: Article) -> str:
    """The path under which readers first had the story, or an empty string while none ever did."""
    prints = PublishedArticle.objects.filter(article_number=article.pk, visible_from__lte=clock.now())
    return prints.order_by("visible_from").values_list("path", flat=True).first() or ""


def path_on(day: datetime.datetime, slug: str) -> str:
    """`/2024/09/28/slug/` for the day that `day` is in the house's zone."""
    return f"/{day.astimezone(zoneinfo.ZoneInfo(settings.HOUSE_TIME_ZONE)):%Y/%m/%d}/{slug}/"


def taken(path: str, article: Article) -> bool:
    """Whether `path` belongs to another story."""
    return Address.objects.filter(path=path).exclude(article_number=article.pk).exists()


def free_slug(article: Article, *, at: datetime.datetime) -> str:
    """The story's slug with the first number behind it that makes its address free on the day of `at`."""
    stem, number = article.slug or slug_for(article.headline), 2
    while taken(path_on(at, f"{stem[:75]}-{number}"), article):
        number += 1
    return f"{stem[:75]}-{number}"
