"""The sheet every page is printed on: the house's name, its sections, and the headers no page may lack."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from articles.models.published import PublishedProfile
from articles.public import reading
from articles.public.policy import Policy, house_reserves, policy_of_many, tell

for_everyone: Callable = cache_control(public=True, no_cache=True)
"""Decorates a view whose pages anybody may keep, if they ask each time whether they still hold: what is killed must
vanish at once. There is no Last-Modified beside it, since a page also changes when a story is taken from it."""


def house() -> dict[str, str]:
    """What every masthead says of the house."""
    return {
        "house": settings.NEWSROOM_NAME,
        "motto": settings.NEWSROOM_MOTTO,
        "house_language": settings.HOUSE_LANGUAGE,
    }


def sheet(
    request: HttpRequest,
    template: str,
    *,
    now: datetime.datetime,
    sections: Sequence[PublishedProfile],
    status: int = 200,
    policy: Policy | None = None,
    **context: Any,
) -> HttpResponse:
    """A page of the paper: `template` under the house's masthead, dated `now`, with `sections` to go on to.

    `policy` is what machines are told of it; where none is given, what they are told of lists.
    """
    policy = policy or of_lists(now)
    common = {**house(), "now": now, "sections": sections, "address": absolute(request, request.path), "policy": policy}
    response = render(request, template, {**common, **context}, status=status)
    tell(response, policy)
    return response


def of_lists(now: datetime.datetime) -> Policy:
    """What machines are told of lists, feeds and files: reserved as soon as anybody's copy in them may be."""
    return policy_of_many(reserved=house_reserves() or reading.reserves(at=now))


def absolute(request: HttpRequest, path: str) -> str:
    """The whole address of a root-relative `path`: under SITE_URL where it is set, else where the reader is."""
    return settings.SITE_URL + path if settings.SITE_URL else request.build_absolute_uri(path)
