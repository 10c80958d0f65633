"""What rests on a source: every story, quote and passage, where the story stands, and who answers for one unnamed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import clock, desk
from articles.admin.moves import visible_article
from articles.desk import rights, sources, withdrawing
from articles.models import Article, Citation, Claim, SourceApproval
from articles.states import Standing
from bylines.models import Source

SHOWN, LOOKS = 25, 10
"""Passages, and looks, on a page."""


@dataclass(frozen=True)
class Passage:
    """A citation, where its story stands for readers, and who approved an unnamed source for it; `cited` where the
    story does cite the source, which a suggestion alone does not make it do.
    """

    citation: Citation
    standing: Standing
    cited: bool
    approval: SourceApproval | None


@dataclass(frozen=True)
class Resting:
    """All that the page of a source says of the stories that rest on it."""

    page: Page
    passages: list[Passage]
    stories: int
    suggested: int


class ApprovalForm(forms.Form):
    """Why a story may rest on a source that is not named."""

    why = forms.CharField(
        label=gettext_lazy("Why the story may rest on it"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Who on the desk knows them, and what else bears it out. Never their name."),
    )


def told(source: Source, request: HttpRequest) -> dict[str, Any]:
    """What the page of `source` shows beside its form, as far as whoever looks may see it."""
    user, sealed = request.user, bool(source.identity)
    may_read = source.kind == Source.Kind.UNNAMED and sources.may_read(user)
    looks = Paginator(source.looks.select_related("by__user"), LOOKS).get_page(request.GET.get("looks"))
    return {
        "source": source,
        "sealed": sealed,
        "may_read": may_read,
        "looks": looks if may_read else None,
        "may_withdraw": withdrawing.may_withdraw(user),
        "may_approve": source.withdrawn_at is None and may_approve(user),
        "resting": resting(source, request.GET.get("p")) if user.has_perm("articles.view_article") else None,
    }


def resting(source: Source, number: str | None) -> Resting:
    """The page `number` of what rests on `source`, the newest story first."""
    held = source.citations.exclude(state=Claim.REJECTED)
    counted = held.aggregate(
        stories=Count("article", distinct=True), suggested=Count("pk", filter=Q(state=Claim.SUGGESTED))
    )
    rows = held.select_related("article", "via").defer("article__body", "article__ednote", "source_words")
    page = Paginator(rows.order_by("-article_id", "pk"), SHOWN).get_page(number)
    articles = {citation.article_id for citation in page}
    now = Article.objects.filter(pk__in=articles).with_standing(clock.now())
    standings = dict(now.order_by().values_list("pk", "standing_now"))
    approvals = _approvals(source, articles)
    cited = {one.article_id for one in page.object_list if not one.is_suggested}
    passages = [
        Passage(one, Standing(standings[pk]), pk in cited, approvals.get(pk))
        for one in page.object_list
        for pk in (one.article_id,)
    ]
    return Resting(page, passages, counted["stories"], counted["suggested"])


def may_approve(user: rights.User) -> bool:
    """Whether `user` may answer for unnamed sources."""
    return user.has_perm("articles.approve_unnamed")


def approve_view(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Shows what of a story rests on an unnamed source, asks why it may, and approves it by name."""
    if not may_approve(request.user):
        raise PermissionDenied
    article = visible_article(request, number)
    source = get_object_or_404(Source.objects.accepted().filter(kind=Source.Kind.UNNAMED), pk=pk)
    form = ApprovalForm(request.POST or None, label_suffix="")
    refused: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            sources.approve_unnamed(article, source, by=request.user, why=form.cleaned_data["why"])
            messages.success(request, _("You answer for “%(source)s” in this story.") % {"source": source})
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
        except desk.Refused as refusal:
            refused = refusal.sentences
    context = {
        **site.each_context(request),
        "title": _("Approve an unnamed source"),
        "opts": Source._meta,
        "source": source,
        "article": article,
        "standing": article.standing(at=clock.now()),
        "citations": article.citations.filter(source=source).exclude(state=Claim.REJECTED),
        "approval": _approvals(source, [article.pk]).get(article.pk),
        "may_read": sources.may_read(request.user),
        "form": form,
        "refused": refused,
    }
    return TemplateResponse(request, "admin/bylines/source/approve.html", context)


def _approvals(source: Source, articles: Any) -> Mapping[int, SourceApproval]:
    """The first approval of `source` for each of these stories."""
    if source.kind != Source.Kind.UNNAMED:
        return {}
    rows = source.approvals.filter(article__in=articles).select_related("by__user").order_by("-pk")
    return {approval.article_id: approval for approval in rows}
