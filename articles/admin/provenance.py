"""Where a story's words come from, on its form: sources and claims, and the buttons beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin.helpers import InlineAdminFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles import desk
from articles.admin.citations import CHANNELS
from articles.admin.claims import Claims, claims
from articles.admin.moves import visible_article
from articles.admin.panel import Panel, panel
from articles.desk import rights, sources, suggesting
from articles.models import Article, Citation, Origin
from articles.states import Verb
from bylines.models import Source


@dataclass(frozen=True)
class Provenance:
    """All that the form shows of it. `to_approve` are unnamed sources that this person may approve."""

    sources: Panel
    origins: Claims
    channels: Sequence[Any]
    to_approve: list[Source]
    unread: bool


def provenance(
    formsets: Sequence[InlineAdminFormSet], article: Article | None, body: str, user: rights.User
) -> Provenance | None:
    """What the form over a canonical `body` shows to `user`; None where there are no rows to show."""
    rows = {each.formset.model: each for each in formsets}
    if Citation not in rows or not rows[Citation].has_add_permission:
        return None
    cited, to_approve = rows[Citation].formset, _to_approve(article, user) if article else []
    return Provenance(
        sources=panel(cited.forms, cited.empty_form, body, [source.pk for source in to_approve]),
        origins=claims(list(rows[Origin])),
        channels=CHANNELS,
        to_approve=to_approve,
        unread=bool(article and article.read_version < article.version),
    )


def _to_approve(article: Article, user: rights.User) -> list[Source]:
    """The unnamed sources of a story that nobody has approved, for whoever may."""
    if not user.has_perm("articles.approve_unnamed"):
        return []
    cited = Source.objects.filter(citations__article=article, kind=Source.Kind.UNNAMED).distinct()
    return list(cited.exclude(approvals__article=article))


@require_POST
def approve_view(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A named senior approves that the story rests on an unnamed source, and says why."""
    article = visible_article(request, pk)
    source = get_object_or_404(Source, pk=number, kind=Source.Kind.UNNAMED)
    try:
        sources.approve_unnamed(article, source, by=request.user, why=request.POST.get("why", ""))
        messages.success(request, _("Approved: the story may rest on “%(name)s”.") % {"name": source})
    except desk.Refused as refused:
        for sentence in refused.sentences:
            messages.error(request, sentence)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]) + "#citations-group")


@require_POST
def look_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Reads the story's words, as they were saved, for what is quoted in them."""
    article = visible_article(request, pk)
    try:
        rights.require(request.user, Verb.REVISE)
        found = suggesting.suggest(article)
        sentence = ngettext("%(count)d passage is suggested.", "%(count)d passages are suggested.", found)
        messages.success(request, sentence % {"count": found} if found else _("No quotes were found."))
    except desk.Refused as refused:
        for sentence in refused.sentences:
            messages.error(request, sentence)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]) + "#citations-group")
