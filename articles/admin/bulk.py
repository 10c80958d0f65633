"""Verbs for several stories at once: each story is one call of the same verb, judged by the version in the list."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import desk
from articles.admin.buttons import press
from articles.admin.moves import typed_number
from articles.models import Article
from articles.states import Verb


def _for_each(verb: Verb, request: HttpRequest, articles: QuerySet[Article]) -> None:
    """Presses `verb` for each story and says of each that was refused why."""
    done = 0
    for article in articles.order_by("pk"):
        try:
            press(verb, article, by=request.user, seen=_seen(request, article), told={})
            done += 1
        except desk.Refused as refused:
            messages.error(request, _("%(story)s: %(why)s") % {"story": article, "why": refused})
    if done:
        text = ngettext("%(verb)s: %(count)d story.", "%(verb)s: %(count)d stories.", done)
        messages.success(request, text % {"verb": verb.label, "count": done})


def _seen(request: HttpRequest, article: Article) -> int:
    """The version that stood in the list; without it no words were seen, and 0 matches none."""
    return typed_number(request.POST.get(f"seen-{article.pk}"))


def _action(verb: Verb, description: Any) -> Callable:
    def act(model_admin: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        _for_each(verb, request, queryset)

    act.__name__ = f"{verb}_selected"
    return admin.action(description=description)(act)


submit_selected = _action(Verb.SUBMIT, gettext_lazy("Submit for review"))
approve_selected = _action(Verb.APPROVE, gettext_lazy("Approve"))
publish_selected = _action(Verb.PUBLISH, gettext_lazy("Publish"))
