"""What a row of the list says: how far the story is, where it stands, whose turn it is, what happened last."""

import datetime
from typing import Any

from django.contrib import admin
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from articles import clock
from articles.admin import waiting
from articles.desk.compose import joined
from articles.models import Article, Decision, PublishedArticle
from articles.states import Standing


def with_columns(articles: QuerySet[Article], now: datetime.datetime) -> QuerySet[Article]:
    """`articles` with all that a row shows."""
    last = Decision.objects.filter(article=OuterRef("pk")).order_by("-pk")
    pending = PublishedArticle.objects.filter(article_number=OuterRef("pk")).pending(at=now)
    return (
        articles.with_standing(now)
        .select_related("section", "assignee")
        .prefetch_related("credits__author", "credits__organisation")
        .annotate(
            overtaken=Exists(pending.filter(revision_number__lt=OuterRef("version"))),
            last_verb=Subquery(last.values("verb")[:1]),
            last_when=Subquery(last.values("when")[:1]),
            last_by=Subquery(last.values("by__user__first_name")[:1]),
            last_by_account=Subquery(last.values("by__user__username")[:1]),
        )
    )


@admin.display(description=_("story"), ordering="headline")
def story(article: Article) -> str:
    """Headline and slugline; the version beside the box, so that a bulk action judges what was seen."""
    return render_to_string("admin/articles/article/_story.html", {"article": article})


@admin.display(description=_("status"), ordering="status")
def stage(article: Article) -> str:
    """The two machines, and what lies over them."""
    embargoed = article.is_embargoed(at=clock.now())
    context = {"article": article, "standing": Standing(article.standing_now), "embargoed": embargoed}
    return render_to_string("admin/articles/article/_stage.html", context)


@admin.display(description=_("byline"))
def byline(article: Article) -> str:
    """Who is credited."""
    return joined([credit.wording or str(credit.author or credit.organisation) for credit in article.credits.all()])


@admin.display(description=_("due"), ordering=F("due").asc(nulls_last=True))
def due_when(article: Article) -> str:
    """By when, and whose turn it is."""
    return render_to_string("admin/articles/article/_due.html", {"article": article})


@admin.display(description=_("last decision"), ordering="changed")
def last_move(article: Article) -> str:
    """What was done, by whom, how long ago."""
    who = article.last_by or article.last_by_account
    return render_to_string("admin/articles/article/_last.html", {"article": article, "who": who})


class WaitingFilter(admin.SimpleListFilter):
    """What is waiting for me."""

    title = _("waiting for me")
    parameter_name = "waiting"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The queues that concern whoever looks."""
        names = waiting.names(request.user)
        return [("any", _("Anything")), *((name, waiting.LABELS[name]) for name in names)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        """The stories of the queue chosen."""
        if self.value() == "any":
            return waiting.waiting_for(request.user, queryset)
        return waiting.queue(self.value(), request.user, queryset) if self.value() in waiting.LABELS else queryset


class StandingFilter(admin.SimpleListFilter):
    """Where stories stand for readers."""

    title = _("for readers")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Every standing."""
        return Standing.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        """The stories of the standing chosen."""
        return queryset.filter(standing_now=self.value()) if self.value() in Standing.values else queryset
