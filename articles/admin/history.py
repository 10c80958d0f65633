"""History: every decision, every revision, and the words that differ between any two."""

import json
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import AdminSite, site
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.moves import visible_article
from articles.desk import rights
from articles.models import Article, Revision
from articles.states import Verb
from articles.text.clean import clean, plain
from articles.text.diff import BlockChange, Span, compare, compare_line

LINES = {
    "kicker": gettext_lazy("Kicker"),
    "headline": gettext_lazy("Headline"),
    "dek": gettext_lazy("Dek"),
    "dateline": gettext_lazy("Dateline"),
    "section": gettext_lazy("Section"),
    "topics": gettext_lazy("Topics"),
    "credits": gettext_lazy("Credits"),
    "origins": gettext_lazy("Origins"),
    "citations": gettext_lazy("Citations"),
    "slugline": gettext_lazy("Slugline"),
    "slug": gettext_lazy("Slug"),
    "language": gettext_lazy("Language"),
    "direction": gettext_lazy("Direction"),
    "ednote": gettext_lazy("Ednote"),
}


@dataclass(frozen=True)
class Comparison:
    """What differs between two versions of a story."""

    lines: list[tuple[str, list[Span]]]
    body: list[BlockChange]
    version: int = 0


def history_view(request: HttpRequest, admin_site: AdminSite, object_id: str) -> HttpResponse:
    """The story's decisions, the latest on top, each with the revision it was about."""
    article = visible_article(request, int(object_id) if object_id.isdecimal() else 0)
    decisions = article.decisions.select_related("by__user", "revision", "correction").order_by("-pk")
    context = {
        **admin_site.each_context(request),
        "title": _("History"),
        "subtitle": article.headline,
        "article": article,
        "opts": Article._meta,
        "decisions": decisions,
        "newest": article.version,
        "may_restore": rights.may(request.user, Verb.RESTORE_REVISION),
    }
    return TemplateResponse(request, "admin/articles/article/history.html", context)


def compare_view(request: HttpRequest, pk: int) -> HttpResponse:
    """The words that differ between revision `from` and revision `to`; the last two when none are named."""
    article = visible_article(request, pk)
    later = _number(request.GET.get("to"), article.version)
    earlier = _number(request.GET.get("from"), max(1, later - 1))
    revisions = article.revisions.select_related("words", "by__user")
    old, new = get_object_or_404(revisions, number=earlier), get_object_or_404(revisions, number=later)
    context = {
        **site.each_context(request),
        "title": _("Compare"),
        "subtitle": article.headline,
        "article": article,
        "opts": Article._meta,
        "old": old,
        "new": new,
        "numbers": range(article.version, 0, -1),
        "comparison": between(old, new),
        "may_restore": rights.may(request.user, Verb.RESTORE_REVISION),
    }
    return TemplateResponse(request, "admin/articles/article/compare.html", context)


def between(old: Revision, new: Revision) -> Comparison:
    """What differs between two revisions: fields and rows as lines, the body block by block."""
    return compared(json.loads(old.words.content), json.loads(new.words.content))


def beside(article: Article, typed: Any) -> Comparison:
    """The words somebody else saved against those typed in a form: what the typist would put in their place."""
    head = article.revisions.select_related("words").get(number=article.version)
    theirs = json.loads(head.words.content)
    mine = {**theirs, **{name: plain(typed[name]) for name in ("headline", "dek", "kicker") if name in typed}}
    mine["body"] = clean(typed.get("body", theirs["body"]))
    found = compared(theirs, mine)
    return Comparison(found.lines, found.body, article.version)


def compared(old: dict[str, Any], new: dict[str, Any]) -> Comparison:
    """What differs between two contents of the record."""
    lines = []
    for name, label in LINES.items():
        before, after = _line(name, old.get(name)), _line(name, new.get(name))
        if before != after:
            lines.append((str(label), compare_line(before, after)))
    return Comparison(lines, compare(old["body"], new["body"]))


def _line(name: str, value: Any) -> str:
    """A field or a list of rows as one line that people can compare."""
    if not value:
        return ""
    if name == "section":
        return value["name"]
    if name == "topics":
        return ", ".join(topic["name"] for topic in value)
    if name == "credits":
        return "; ".join(
            _joined(credit["wording"] or _name(credit["author"]), credit["role"], _name(credit["organisation"]))
            for credit in value
        )
    if name == "origins":
        return "; ".join(
            _joined(origin["role"], _name(origin["organisation"]), origin["state"], origin["url"]) for origin in value
        )
    if name == "citations":
        return "; ".join(
            _joined(one["source"]["name"], one["quote"], one["channel"], _name(one["via"]), one["source_words"])
            for one in value
        )
    return strip_tags(str(value)) if name == "body" else str(value)


def _name(value: dict[str, Any] | None) -> str:
    return value["name"] if value else ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _number(typed: str | None, default: int) -> int:
    return int(typed) if typed and typed.isdecimal() and len(typed) < 10 else default
