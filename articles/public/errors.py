"""What readers get where there is nothing to read: 404, 410 and 500, in the paper's own voice."""

import datetime

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.loader import render_to_string

from articles import clock
from articles.public import reading
from articles.public.sheet import for_everyone, house, sheet


@for_everyone
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, the same to the byte for what never was, what is not yet, and what is no longer; an address of an archive
    that moved here leads to where its story is now.
    """
    now = clock.now()
    moved = reading.moved(request.path, request.META.get("QUERY_STRING", ""), at=now)
    if moved:
        return HttpResponsePermanentRedirect(moved)
    return sheet(request, "404.html", now=now, sections=reading.sections(at=now), status=404)


def gone(request: HttpRequest, *, why: str, now: datetime.datetime) -> HttpResponse:
    """410 for a story that was killed, with what readers may know of the reason."""
    return sheet(request, "410.html", now=now, sections=reading.sections(at=now), status=410, why=why)


def broken(request: HttpRequest) -> HttpResponse:
    """500. Asks neither the database nor any context processor: one of them may be what broke."""
    return HttpResponse(render_to_string("500.html", house()), status=500, headers={"Cache-Control": "no-store"})
