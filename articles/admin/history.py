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

from articles import clock
from articles.admin.moves import typed_number, visible_article
from articles.desk import rights
from articles.desk.pictures import shown_in
from articles.desk.snapshot import WORDS, content
from articles.models import Article, Claim, Credit, Decision, Origin, Revision
from articles.states import Verb, possible
from articles.text.clean import plain, plain_lines
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
    "pictures": gettext_lazy("Pictures"),
    "slugline": gettext_lazy("Slugline"),
    "slug": gettext_lazy("Slug"),
    "language": gettext_lazy("Language"),
    "direction": gettext_lazy("Direction"),
    "ednote": gettext_lazy("Ednote"),
}


TIDIED = {name: plain for name in WORDS if name != "body"} | {"ednote": plain_lines}
"""How the desk keeps what is typed; the form has cleaned the body."""

WRITES = frozenset({Verb.START, Verb.REVISE, Verb.RESTORE_REVISION})
"""Verbs that make a revision; the others are about the one that was there."""


@dataclass(frozen=True)
class Entry:
    """A decision as the history tells it."""

    decision: Decision
    before: int | None
    restorable: bool


@dataclass(frozen=True)
class Comparison:
    """What differs between two versions of a story."""

    lines: list[tuple[str, list[Span]]]
    body: list[BlockChange]
    version: int = 0

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not self.lines and all(block.kind == "same" for block in self.body)


def history_view(request: HttpRequest, admin_site: AdminSite, object_id: str) -> HttpResponse:
    """The story's decisions, the latest on top, each with the revision it was about."""
    article = visible_article(request, typed_number(object_id))
    decisions = article.decisions.select_related("by__user", "revision", "correction").order_by("-pk")
    may_restore = _may_restore(request, article)
    context = {
        **admin_site.each_context(request),
        "title": _("History"),
        "subtitle": article.headline,
        "article": article,
        "opts": Article._meta,
        "entries": [_entry(decision, article, may_restore) for decision in decisions],
    }
    return TemplateResponse(request, "admin/articles/article/history.html", context)


def _may_restore(request: HttpRequest, article: Article) -> bool:
    standing = article.standing(at=clock.now())
    return rights.may(request.user, Verb.RESTORE_REVISION) and possible(Verb.RESTORE_REVISION, article.status, standing)


def _entry(decision: Decision, article: Article, may_restore: bool) -> Entry:
    """`before` is the revision to compare with, where the decision made a later one."""
    number, wrote = decision.revision.number, decision.verb in WRITES
    before = number - 1 if wrote and number > 1 else None
    return Entry(decision, before, restorable=wrote and may_restore and number < article.version)


def compare_view(request: HttpRequest, pk: int) -> HttpResponse:
    """The words that differ between revision `from` and revision `to`; the last two when none are named."""
    article = visible_article(request, pk)
    later = typed_number(request.GET.get("to"), article.version)
    earlier = typed_number(request.GET.get("from"), max(1, later - 1))
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
        "revisions": article.revisions.select_related("by__user").order_by("-number"),
        "comparison": between(old, new),
        "restorable": old.number < article.version and _may_restore(request, article),
    }
    return TemplateResponse(request, "admin/articles/article/compare.html", context)


def between(old: Revision, new: Revision) -> Comparison:
    """What differs between two revisions: fields and rows as lines, the body block by block."""
    return compared(json.loads(old.words.content), json.loads(new.words.content))


def beside(article: Article, *, words: dict[str, Any], **rows: Any) -> Comparison:
    """What somebody else saved against what the desk was told meanwhile: what saving again would put in its place.

    `words` and `rows` are those of `desk.revise`; `article` carries them afterwards, unsaved.
    """
    head = article.revisions.select_related("words").get(number=article.version)
    for name, value in words.items():
        setattr(article, name, TIDIED[name](value) if name in TIDIED else value)
    rows.setdefault("topics", article.topics.all())
    now = content(article, **rows, pictures=shown_in([article]))
    found = compared(json.loads(head.words.content), now)
    return Comparison(found.lines, found.body, article.version)


def compared(old: dict[str, Any], new: dict[str, Any]) -> Comparison:
    """What differs between two contents of the record."""
    lines = []
    for name, label in LINES.items():
        before, after = as_line(name, old.get(name)), as_line(name, new.get(name))
        if before != after:
            lines.append((str(label), compare_line(before, after)))
    return Comparison(lines, compare(old["body"], new["body"]))


def as_line(name: str, value: Any) -> str:
    """A field or a list of rows as one line that people can compare."""
    if not value:
        return ""
    if name == "section":
        return value["name"]
    if name == "topics":
        return ", ".join(topic["name"] for topic in value)
    if name in ROWS:
        return "; ".join(", ".join(filter(None, ROWS[name](row))) for row in value)
    return strip_tags(str(value)) if name == "body" else str(value)


def _name(value: dict[str, Any] | None) -> str:
    return value["name"] if value else ""


def _credit(row: dict[str, Any]) -> tuple[str, ...]:
    return row["wording"] or _name(row["author"]), str(Credit.Role(row["role"]).label), _name(row["organisation"])


def _origin(row: dict[str, Any]) -> tuple[str, ...]:
    role, state = Origin.Role(row["role"]).label, Claim(row["state"]).label
    return str(role), _name(row["organisation"]), str(state), row["url"]


def _citation(row: dict[str, Any]) -> tuple[str, ...]:
    """Of what was rejected nobody may be named, and revisions of earlier versions say less."""
    state = str(Claim.REJECTED.label) if row["state"] == Claim.REJECTED else ""
    said = row["quote"], row["channel"], _name(row["via"]), row["source_words"], row.get("waived_why", "")
    return _name(row["source"]), row.get("title", ""), *said, state


def _picture(row: dict[str, Any]) -> tuple[str, ...]:
    return row["alt"] or row["caption"] or row["key"], row["credit"], "" if row["sha256"] else _("no file")


ROWS = {"credits": _credit, "origins": _origin, "citations": _citation, "pictures": _picture}
"""How a row is said in one line."""
