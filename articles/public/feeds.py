"""RSS 2.0: the newest stories, of the whole paper or of one section, but for copy that is for the site only.

Whose copy an item is stands in `dc:source` with the label readers see, the credit line asked for in `dc:rights` (Dublin
Core 1.1); RSS's own `source` names a feed, which an origin is not.
"""

import datetime
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Enclosure, Rss201rev2Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import clock
from articles.models.published import PublishedArticle, PublishedProfile
from articles.public import reading
from articles.public.policy import Policy, policy_of, tell
from articles.public.sheet import absolute, for_everyone, of_lists
from articles.text.characters import without_controls
from articles.text.pictures import place

NEWEST = 40

_DUBLIN_CORE = {"xmlns:dc": "http://purl.org/dc/elements/1.1/"}


@require_safe
@for_everyone
def paper(request: HttpRequest) -> HttpResponse:
    """The newest stories of all sections."""
    now = clock.now()
    prints = list(reading.in_feeds(reading.prints(at=now))[:NEWEST])
    return _feed(request, settings.NEWSROOM_NAME, "/", settings.NEWSROOM_MOTTO, prints, now)


@require_safe
@for_everyone
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest stories of one section."""
    now = clock.now()
    found = reading.profiles(at=now).filter(kind=PublishedProfile.Kind.SECTION, slug=slug).first()
    if found is None:
        raise Http404
    title = f"{settings.NEWSROOM_NAME}: {found.name}"
    prints = list(reading.in_feeds(reading.prints_of(found, at=now))[:NEWEST])
    return _feed(request, title, found.get_absolute_url(), "", prints, now)


class _Rss(Rss201rev2Feed):
    """RSS whose build date is that of its newest story; an empty feed is not made anew every second."""

    def latest_post_date(self) -> datetime.datetime:
        dates = [item["updateddate"] or item["pubdate"] for item in self.items]
        return max(dates, default=datetime.datetime.fromtimestamp(0, datetime.UTC))

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Adds whose copy it is."""
        super().add_item_elements(handler, item)
        for name in ("source", "rights"):
            for words in item[name]:
                handler.addQuickElement(f"dc:{name}", words, _DUBLIN_CORE)


def _feed(
    request: HttpRequest,
    title: str,
    path: str,
    description: str,
    prints: Sequence[PublishedArticle],
    now: datetime.datetime,
) -> HttpResponse:
    feed = _Rss(
        title=title,
        link=absolute(request, path),
        description=description or title,
        language=settings.HOUSE_LANGUAGE,
        feed_url=absolute(request, request.path),
    )
    outlets = reading.outlets(prints)
    for print_ in prints:
        _add(feed, print_, policy_of(print_, outlets.get(print_.pk, [])), request)
    response = HttpResponse(headers={"Content-Type": feed.content_type})
    tell(response, of_lists(now))
    feed.write(response, "utf-8")
    return response


def _add(feed: _Rss, print_: PublishedArticle, policy: Policy, request: HttpRequest) -> None:
    link = absolute(request, print_.path)
    title = _("Retracted: %(headline)s") % {"headline": print_.headline} if print_.retracted else print_.headline
    feed.add_item(
        title=without_controls(title),
        link=link,
        # Readers of feeds take a description for HTML.
        description=escape(without_controls(print_.summary)),
        author_name=without_controls(print_.byline) or None,
        unique_id=link,
        unique_id_is_permalink=True,
        pubdate=print_.first_published,
        updateddate=print_.updated,
        categories=[without_controls(name) for name in (print_.section_name, *_topics(print_)) if name],
        enclosures=_enclosures(print_, request),
        source=[without_controls(words) for words in _sources(print_, policy)],
        rights=[without_controls(words) for words in policy.credit_lines],
    )


def _sources(print_: PublishedArticle, policy: Policy) -> list[str]:
    """The outlets whose copy it is, each with its label: "RT.com (state-affiliated)"."""
    named = {origin["slug"]: origin["organisation"] for origin in print_.origins}
    labels = policy.labels
    return [f"{name} ({labels[slug]})" if slug in labels else name for slug, name in named.items()]


def _enclosures(print_: PublishedArticle, request: HttpRequest) -> list[Enclosure]:
    """The first picture; RSS asks for its length in bytes, which only the store knows. A retraction shows none."""
    if not print_.picture or print_.retracted:
        return []
    address = print_.picture["src"]
    try:
        length = default_storage.size(place(address.rpartition("/")[2]))
    except FileNotFoundError:
        return []
    return [Enclosure(absolute(request, address), str(length), print_.picture["type"])]


def _topics(print_: PublishedArticle) -> list[str]:
    return [topic["name"] for topic in print_.topics]
