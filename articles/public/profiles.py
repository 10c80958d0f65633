"""The pages of those that stories rest on: sources, and organisations."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles import clock
from articles.models.published import PublishedProfile
from articles.public import reading, rests
from articles.public.provenance import kind_said
from articles.public.sheet import for_everyone, sheet
from articles.public.turning import turned


@require_safe
@for_everyone
def source(request: HttpRequest, slug: str) -> HttpResponse:
    """A named source: who or what it is, and the stories that rest on it, with the passages."""
    found, context = _carried(request, PublishedProfile.Kind.SOURCE, slug)
    known = rests.described(context["page"], found)
    return sheet(
        request,
        "articles/source.html",
        kind=kind_said(known.get("source_kind", "")),
        affiliation=known.get("affiliation", ""),
        affiliation_slug=known.get("affiliation_slug", ""),
        **context,
    )


@require_safe
@for_everyone
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """An organisation: the stories that are its copy, those that quote it or its people, those that came by it."""
    found, context = _carried(request, PublishedProfile.Kind.ORGANISATION, slug)
    copies = rests.copies(found, at=context["now"])
    return sheet(request, "articles/organisation.html", copies=copies, **context)


def _carried(request: HttpRequest, kind: str, slug: str) -> tuple[PublishedProfile, dict[str, Any]]:
    """The profile at an address and what its page shows. Raises Http404 where no visible print carries it."""
    now = clock.now()
    found = reading.profiles(at=now).filter(kind=kind, slug=slug).first()
    if found is None:
        raise Http404
    page = turned(request, rests.stories(found, at=now))
    context = {"now": now, "sections": reading.sections(at=now), "profile": found, "page": page}
    return found, {**context, "rests": rests.resting(page, found)}
