"""One story on its own page, as readers get it and as the desk sees it before they do. Asks the database nothing."""

import datetime
from collections.abc import Sequence
from functools import partial
from math import ceil
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from articles.models.published import PublishedArticle, PublishedCorrection, PublishedProfile
from articles.public import bylines, metadata
from articles.public.dateline import run_in
from articles.public.notices import sorted_out
from articles.public.sheet import absolute, sheet
from articles.text.links import safe_href
from articles.text.summary import WORDS_A_MINUTE


def story_page(
    request: HttpRequest,
    print_: PublishedArticle,
    corrections: Sequence[PublishedCorrection],
    *,
    now: datetime.datetime,
    sections: Sequence[PublishedProfile] = (),
    more: Sequence[PublishedArticle] = (),
    preview: str = "",
) -> HttpResponse:
    """The page of `print_`. `more` are other stories of its section; `preview` is a banner that is not for readers."""
    return sheet(
        request,
        "articles/article.html",
        now=now,
        sections=sections,
        print=print_,
        body=run_in(print_.dateline, print_.body),
        byline=bylines.byline(print_.credits),
        hands=bylines.others(print_.credits),
        origins=[_linkable({**origin, "label": capfirst(origin["label"])}) for origin in print_.origins],
        sources=[_linkable(citation) for citation in _once(print_.citations)],
        notices=sorted_out(corrections),
        minutes=max(1, ceil(print_.word_count / WORDS_A_MINUTE)),
        more=more,
        preview=preview,
        address=absolute(request, print_.path),
        picture_address=absolute(request, print_.picture["src"]) if print_.picture else "",
        json_ld="" if preview else _described(request, print_, corrections),
    )


def _described(
    request: HttpRequest, print_: PublishedArticle, corrections: Sequence[PublishedCorrection]
) -> SafeString:
    return metadata.json_ld(metadata.news_article(print_, corrections, absolute=partial(absolute, request)))


def _linkable(thing: dict[str, Any]) -> dict[str, Any]:
    """`thing` without an address that no story may link to."""
    return {**thing, "url": safe_href(thing["url"]) or ""}


def _once(citations: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Who said things and where, in the order of the story, each once however often they are quoted."""
    told = ("source", "title", "channel", "via", "url")
    first = {tuple(citation[name] for name in told): citation for citation in reversed(citations)}
    return list(reversed(first.values()))
