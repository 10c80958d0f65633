"""Turning the pages of a list: `?page=2` and so on, and 404 for a page that is not there."""

import re

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

STORIES_A_PAGE = 30

_NUMBER = re.compile("[1-9][0-9]{0,8}")


def turned(request: HttpRequest, rows: QuerySet, per_page: int = STORIES_A_PAGE) -> Page:
    """The page of `rows` the reader asks for. Raises Http404 for anything but the number of a page that exists."""
    asked = request.GET.get("page", "1")
    if not _NUMBER.fullmatch(asked):
        raise Http404
    try:
        return Paginator(rows, per_page).page(int(asked))
    except EmptyPage as empty:
        raise Http404 from empty
