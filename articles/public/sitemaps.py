"""What search engines are told: a sitemap of what is to be indexed (sitemaps.org, protocol 0.9), and robots.txt."""

import datetime
from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.core.paginator import Paginator
from django.db.models import F
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles import clock
from articles.models.published import PublishedProfile
from articles.public import reading
from articles.public.policy import house_reserves
from articles.public.sheet import absolute, for_everyone
from articles.public.turning import turned

STORIES_A_MAP = 10_000
"""How many stories one file lists; the protocol allows 50,000 addresses."""

MINERS = ("Applebot-Extended", "CCBot", "ClaudeBot", "Google-Extended", "GPTBot", "meta-externalagent")
"""Those who gather texts to train on and say that they go by robots.txt (RFC 9309). Search engines are not among them:
Google and Apple give the two uses two names."""

Entry = tuple[str, datetime.datetime | None]
"""A root-relative path, and when what is there last changed."""


@require_safe
@for_everyone
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every story that is to be indexed here, the newest first, and on the first page also every list of stories."""
    now = clock.now()
    page = turned(request, _stories(now), STORIES_A_MAP)
    stories = list(page.object_list)
    entries = [*_lists(stories, now), *stories] if page.number == 1 else stories
    lines = (_line(absolute(request, path), changed) for path, changed in entries)
    text = f"{_HEAD}\n{''.join(lines)}</urlset>\n"
    return HttpResponse(text, content_type="application/xml; charset=utf-8")


@require_safe
@for_everyone
def robots(request: HttpRequest) -> HttpResponse:
    """Who looks for stories need not look at the desk, nor for what others look for; who mines, where the house
    reserves that, need not look at all. One story's policy stands on its own page.
    """
    pages = Paginator(_stories(clock.now()), STORIES_A_MAP).page_range
    maps = [reverse("public:sitemap") + (f"?page={number}" if number > 1 else "") for number in pages]
    lines = ["User-agent: *", "Disallow: /admin/", f"Disallow: {reverse('public:search')}", ""]
    if house_reserves():
        lines += [*(f"User-agent: {miner}" for miner in MINERS), "Disallow: /", ""]
    lines += [f"Sitemap: {absolute(request, path)}" for path in maps]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


def _stories(now: datetime.datetime):  # noqa: ANN202 - a queryset of entries
    return reading.indexed(reading.prints(at=now)).values_list("path", Coalesce(F("updated"), F("first_published")))


def _lists(newest: list[Entry], now: datetime.datetime) -> Iterator[Entry]:
    """The lists, but for those of sources, which are found from a story and not by a name."""
    profiles = list(reading.profiles_changed(at=now).exclude(kind=PublishedProfile.Kind.SOURCE))
    told = [changed for _path, changed in newest] + [profile.changed for profile in profiles]
    yield reverse("public:front"), max(filter(None, told), default=None)
    yield reverse("public:corrections"), None
    for profile in profiles:
        yield profile.get_absolute_url(), profile.changed


def _line(address: str, changed: datetime.datetime | None) -> str:
    lastmod = f"<lastmod>{changed:%Y-%m-%dT%H:%M:%SZ}</lastmod>" if changed else ""
    return f"<url><loc>{escape(address)}</loc>{lastmod}</url>\n"
