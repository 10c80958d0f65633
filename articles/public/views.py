"""The pages. Each reads the clock once, asks `reading` for what is visible then, and prints it on a sheet."""

import datetime
from collections.abc import Iterable, Sequence

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from articles import clock, search
from articles.models.published import Address, PublishedArticle, PublishedCorrection, PublishedProfile
from articles.public import errors, reading
from articles.public.layout import OPENING, lay_out, opening
from articles.public.policy import policy_of
from articles.public.sheet import for_everyone, sheet
from articles.public.story import story_page
from articles.public.turning import turned
from articles.text.characters import without_controls

QUERY_LENGTH = 200

OLD_NUMBERS = frozenset({"p", "page_id", "id"})
"""Parameters by which older systems told stories apart at the front door: `/?p=123`."""


@require_safe
@for_everyone
def front(request: HttpRequest) -> HttpResponse:
    """The front page, and behind it all stories by date."""
    now = clock.now()
    if OLD_NUMBERS & request.GET.keys():
        moved = reading.moved(request.path, request.META.get("QUERY_STRING", ""), at=now)
        if moved:
            return HttpResponsePermanentRedirect(moved)
    page = turned(request, reading.prints(at=now))
    sections = reading.sections(at=now)
    layout = lay_out(list(page), sections) if page.number == 1 else None
    return sheet(
        request,
        "articles/front.html",
        now=now,
        sections=sections,
        page=page,
        layout=layout,
        opening=_opening(layout.lead, now) if layout and layout.lead else [],
    )


def _opening(lead: PublishedArticle, now: datetime.datetime) -> list[str]:
    """How the lead begins; nobody is led into a retracted story."""
    if lead.retracted:
        return []
    return opening(reading.body(lead, at=now), OPENING // 2 if lead.picture else OPENING)


@require_safe
@for_everyone
def profile(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """A section, author, organisation, source or topic, with the stories that carry it."""
    now = clock.now()
    found = reading.profiles(at=now).filter(kind=kind, slug=slug).first()
    if found is None:
        raise Http404
    template = "section" if kind == PublishedProfile.Kind.SECTION else "profile"
    return sheet(
        request,
        f"articles/{template}.html",
        now=now,
        sections=reading.sections(at=now),
        profile=found,
        page=turned(request, reading.prints_of(found, at=now)),
    )


@require_safe
@for_everyone
def story(request: HttpRequest, path: str) -> HttpResponse:
    """The story at its address; where none is visible, what became of the address."""
    now, path = clock.now(), f"/{path}"
    found = reading.story(path, at=now)
    if found is None:
        return _elsewhere(request, path, now)
    print_, corrections = found
    policy = policy_of(print_, reading.organisations(print_))
    more = reading.more_from_section(print_, at=now)
    sections = reading.sections(at=now)
    return story_page(request, print_, corrections, now=now, policy=policy, sections=sections, more=more)


def _elsewhere(request: HttpRequest, path: str, now: datetime.datetime) -> HttpResponse:
    address = reading.address(path)
    if address and address.status == Address.Status.GONE:
        return errors.gone(request, why=address.why, now=now)
    if address and reading.stands(address.moved_to, at=now):
        return HttpResponsePermanentRedirect(address.moved_to)
    raise Http404


def render_story(
    request: HttpRequest,
    print_: PublishedArticle,
    corrections: Sequence[PublishedCorrection],
    *,
    organisations: Iterable[PublishedProfile] = (),
    preview: str = "",
) -> HttpResponse:
    """The reader's page of any print, saved or not, for staff. Asks the database nothing, and nobody may keep it.

    `organisations` are the profiles, saved or not, of those the print carries; `preview` is what the banner above the
    page says, such as which revision this is.
    """
    policy = policy_of(print_, organisations)
    response = story_page(request, print_, corrections, now=clock.now(), policy=policy, preview=preview)
    patch_cache_control(response, private=True, no_store=True)
    return response


@require_safe
@for_everyone
def find(request: HttpRequest) -> HttpResponse:
    """The visible stories that have all the words asked for, the newest first."""
    now = clock.now()
    query = " ".join(without_controls(request.GET.get("q", "")).split())[:QUERY_LENGTH]
    return sheet(
        request,
        "articles/search.html",
        now=now,
        sections=reading.sections(at=now),
        query=query,
        page=turned(request, search.readers(query, at=now).listed()),
    )


@require_safe
@for_everyone
def corrections(request: HttpRequest) -> HttpResponse:
    """All corrections of stories that readers still have, the newest first."""
    now = clock.now()
    page = turned(request, reading.corrections(at=now))
    return sheet(request, "articles/corrections.html", now=now, sections=reading.sections(at=now), page=page)
