"""A button was pressed: its form is checked, the desk's verb is called, and the story is shown again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import desk
from articles.admin.buttons import form_for, press
from articles.desk.offers import IN_THE_FORM
from articles.models import Article
from articles.states import MOVES, Verb

BUTTONS = MOVES.keys() - IN_THE_FORM
"""The verbs that a button can press; the others need words."""


@require_POST
def move(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Presses `verb` on one story for the person logged in, and says what came of it on the story's page."""
    article = visible_article(request, pk)
    if verb not in BUTTONS:
        raise Http404
    form = form_for(Verb(verb), request.POST)
    if form.is_valid():
        try:
            decision = press(Verb(verb), article, by=request.user, seen=_seen(request), told=form.cleaned_data)
        except desk.Refused as refused:
            for sentence in refused.sentences:
                messages.error(request, sentence)
        else:
            messages.success(request, _("Done: %(verb)s.") % {"verb": decision.get_verb_display()})
    else:
        for name, errors in form.errors.items():
            messages.error(request, f"{Verb(verb).label} – {form.fields[name].label}: {' '.join(errors)}")
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))


@require_POST
def restore(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Copies revision `number` forward."""
    article = visible_article(request, pk)
    try:
        made = desk.restore_revision(article, number, by=request.user, seen=_seen(request))
        messages.success(
            request, _("Revision %(old)d is back, as revision %(new)d.") % {"old": number, "new": made.number}
        )
    except desk.Refused as refused:
        for sentence in refused.sentences:
            messages.error(request, sentence)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))


def visible_article(request: HttpRequest, pk: int) -> Article:
    """The story, for somebody who may see stories; 403 for others, 404 when there is none."""
    if not request.user.has_perm("articles.view_article"):
        raise PermissionDenied
    return get_object_or_404(Article, pk=pk)


def typed_number(typed: str | None, default: int = 0) -> int:
    """A number that came with a request, or `default` where it is none that could be meant."""
    return int(typed) if typed and typed.isdecimal() and len(typed) < 10 else default


def _seen(request: HttpRequest) -> int:
    """The version on the page the button stood on; without it no words were seen, and 0 matches none."""
    return typed_number(request.POST.get("seen"))
