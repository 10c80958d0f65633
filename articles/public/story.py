"""One story on its own page, as readers get it and as the desk sees it before they do. Asks the database nothing."""

import datetime
from collections.abc import Sequence
from functools import partial
from math import ceil

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from articles.models.published import PublishedArticle, PublishedCorrection, PublishedProfile
from articles.public import bylines, metadata, provenance
from articles.public.dateline import run_in
from articles.public.notices import sorted_out
from articles.public.policy import Policy
from articles.public.sheet import absolute, sheet
from articles.text.summary import WORDS_A_MINUTE


def story_page(
    request: HttpRequest,
    print_: PublishedArticle,
    corrections: Sequence[PublishedCorrection],
    *,
    now: datetime.datetime,
    policy: Policy,
    sections: Sequence[PublishedProfile] = (),
    more: Sequence[PublishedArticle] = (),
    preview: str = "",
) -> HttpResponse:
    """The page of `print_`, told as `policy` asks; its canonical address may be that of the original.

    `more` are other stories of its section; `preview` is a banner that is not for readers.
    """
    origins = provenance.origins(print_, policy.labels)
    return sheet(
        request,
        "articles/article.html",
        now=now,
        policy=policy,
        sections=sections,
        print=print_,
        body=run_in(print_.dateline, print_.body),
        byline=bylines.byline(print_.credits),
        hands=bylines.others(print_.credits),
        origins=origins,
        unsaid=provenance.unsaid(print_, origins),
        sources=provenance.sources(print_, policy.labels),
        notices=sorted_out(corrections),
        minutes=max(1, ceil(print_.word_count / WORDS_A_MINUTE)),
        more=more,
        preview=preview,
        address=absolute(request, print_.path),
        picture_address=absolute(request, print_.picture["src"]) if print_.picture else "",
        json_ld="" if preview else _described(request, print_, corrections, policy),
    )


def _described(
    request: HttpRequest, print_: PublishedArticle, corrections: Sequence[PublishedCorrection], policy: Policy
) -> SafeString:
    whole = partial(absolute, request)
    return metadata.json_ld(
        metadata.news_article(print_, corrections, absolute=whole, credit_lines=policy.credit_lines)
    )
