"""Any revision in the reader's own template, for staff only."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from articles.admin import library
from articles.admin.moves import visible_article
from articles.desk import publicity
from articles.desk.addresses import planned
from articles.desk.compose import compose, corrections_told, moment
from articles.public.views import render_story


def preview_view(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Revision `number` as readers would see it; nothing is written and nobody else can see it."""
    article = visible_article(request, pk)
    revision = get_object_or_404(article.revisions.select_related("words"), number=number)
    content = json.loads(revision.words.content)
    named = {"revision_number": revision.number, "revision_hash": revision.hash}
    print_ = compose(content, **named, pictures_at=library.at())
    moment(print_, opens=revision.when)
    print_.path = planned(article, at=revision.when)
    banner = _("Preview of revision %(number)d. Only the desk can see this page.") % {"number": number}
    told = corrections_told(article.corrections.filter(after__number__lte=number).select_related("decision"))
    return render_story(request, print_, told, organisations=publicity.organisations(print_), preview=banner)
