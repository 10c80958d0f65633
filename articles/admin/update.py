"""The page on which a person settles an update that waits: what both sides changed, and what it will read like."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import site
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from js_asset import Media

from articles import clock, desk
from articles.admin import library
from articles.admin.conflicts import Conflict, merged_lines
from articles.admin.moves import typed_number, visible_article
from articles.admin.received import outlet
from articles.admin.settling import SettleForm
from articles.desk import rights, updating
from articles.desk.merging import merge
from articles.models import Article, Delivery
from articles.states import Verb, possible
from articles.text.render import render_body

PAGE = "admin/articles/article/update.html"


def update_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows the update that waits at a story. What was chosen is shown again, settled, or refused with every word
    kept.
    """
    article = visible_article(request, pk)
    if request.method == "POST":
        return _preview(request, article) if "_preview" in request.POST else _settle(request, article)
    if updating.waiting(article) is None:
        messages.info(request, _("No update waits at this story."))
        return _to_the_story(article)
    return _page(request, article)


def _preview(request: HttpRequest, article: Article) -> HttpResponse:
    """What the choices so far make of the story: the result alone for a script that asks, else the whole page."""
    alone = request.POST["_preview"] == "alone"
    template = "admin/articles/article/_result.html" if alone else PAGE
    return _page(request, article, template, seen=typed_number(request.POST.get("seen")))


def _settle(request: HttpRequest, article: Article) -> HttpResponse:
    """Hands what was chosen to the desk."""
    waited = article.deliveries.exclude(content="").select_related("receipt").defer("receipt__packed")
    delivery = get_object_or_404(waited, pk=typed_number(request.POST.get("delivery")))
    seen = typed_number(request.POST.get("seen"))
    form = SettleForm(updating.merge_waiting(article, delivery), request.POST)
    told: dict[str, Any] = {"words": {}}
    if form.is_valid():
        told = updating.result_of(article, form.settled())
    elif seen == article.version and delivery.state == Delivery.State.WAITING:
        return _page(request, article, refused=[_("Something is still to be chosen.")])
    # Where it was not valid, the desk refuses whatever it is told: the words have moved on, or nothing waits.
    try:
        revision = desk.settle_update(article, delivery, by=request.user, seen=seen, **told)
    except desk.Refused as refused:
        return _page(request, article, refused=refused.sentences)
    if revision is None:
        messages.success(request, _("Settled. The desk’s words stay as they are."))
    else:
        messages.success(request, _("Settled, as revision %(number)d.") % {"number": revision.number})
    return _to_the_story(article)


def _page(
    request: HttpRequest,
    article: Article,
    template: str = PAGE,
    *,
    seen: int | None = None,
    refused: list[str] | None = None,
) -> HttpResponse:
    """The update that waits now, with what was typed, be it over another."""
    article.refresh_from_db()
    delivery = updating.waiting(article)
    ours = updating.content_of(article)
    merged = updating.merge_waiting(article, delivery) if delivery else merge(ours, ours, ours)
    form = SettleForm(merged, request.POST or None)
    open_to_words = possible(Verb.REVISE, article.status, article.standing(at=clock.now()))
    context = {
        **site.each_context(request),
        "title": _("Settle the update"),
        "subtitle": article.headline,
        "article": article,
        "opts": Article._meta,
        "delivery": delivery,
        "outlet": delivery and outlet(delivery),
        "form": form,
        "told": refused is not None,
        "refused": refused or [],
        "result": _rendered(form),
        "pictures": library.told_in(form.bodies),
        "lines": list(merged_lines(merged, ours)),
        "seen": article.version if seen is None else seen,
        "open_to_words": open_to_words,
        # Whoever lost the right meanwhile keeps what they typed on the screen.
        "writing": (open_to_words and rights.may(request.user, Verb.REVISE)) or request.method == "POST",
        "media": Media.from_media(form.media, nonce=str(request.csp_nonce)),
    }
    return TemplateResponse(request, template, context)


def _rendered(form: SettleForm) -> list[tuple[SafeString, Conflict | None]]:
    """The body as readers would see it, and between its parts what is still to be chosen."""
    pictures = library.shown_in(form.bodies)
    return [(mark_safe(render_body(html, pictures=pictures)), open_) for html, open_ in form.body()]


def _to_the_story(article: Article) -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
