"""Imports: each call that received something new, what became of all its items, and the way back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import site
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import desk
from articles.admin.looking import ReadOnly
from articles.admin.moves import typed_number
from articles.admin.receipts import with_last_verdict
from articles.desk import rights, undoing
from articles.models import ImportBatch, Receipt, Verdict
from articles.states import Verb

SHOWN = 100
"""Receipts on the page of an import; the others are one link away."""

NAMED = 5
"""Stories that a message names."""


@dataclass(frozen=True)
class Tally:
    """How many items of an import ended how, and where they are listed."""

    outcome: Verdict.Outcome
    number: int
    url: str


class UndoForm(forms.Form):
    """Why an import is undone."""

    why = forms.CharField(label=gettext_lazy("Why"), widget=forms.Textarea(attrs={"rows": 2}))


def tallies(batches: Iterable[ImportBatch]) -> dict[int, list[Tally]]:
    """What became of the items of `batches`, by their numbers: one question, however many there are."""
    receipts = with_last_verdict(Receipt.objects.filter(batch__in=batches)).order_by()
    counted = receipts.values("batch", "last_outcome").annotate(number=Count("pk"))
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for row in counted:
        found[row["batch"]][row["last_outcome"]] = row["number"]
    return {
        batch: [_tally(batch, outcome, numbers[outcome]) for outcome in Verdict.Outcome if outcome in numbers]
        for batch, numbers in found.items()
    }


class Batches(ChangeList):
    """A page of the list, each import with what became of its items."""

    def get_results(self, request: HttpRequest) -> None:
        """The rows of the page, counted at once."""
        super().get_results(request)
        self.result_list = list(self.result_list)
        counted = tallies(self.result_list)
        for batch in self.result_list:
            batch.tallies = counted.get(batch.pk, [])


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnly, admin.ModelAdmin):
    """The calls of the import that received something new."""

    list_display = ("when", "by", "origin_line", "outcomes")
    list_select_related = ("by__user",)
    list_per_page = 40
    date_hierarchy = "when"
    search_fields = ("origin",)
    show_full_result_count = False
    fields = readonly_fields = ("when", "by", "origin")
    actions = None
    change_form_template = "admin/articles/importbatch/change_form.html"

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """The list with what became of the items."""
        return Batches

    @admin.display(description=gettext_lazy("from"), ordering="origin")
    def origin_line(self, batch: ImportBatch) -> str:
        """The paths or addresses, the first of many."""
        return render_to_string("admin/articles/importbatch/_origin.html", {"batch": batch})

    @admin.display(description=gettext_lazy("what became of it"))
    def outcomes(self, batch: ImportBatch) -> str:
        """How many items ended how."""
        return render_to_string("admin/articles/importbatch/_tallies.html", {"tallies": batch.tallies})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """One import, with its receipts and the way back."""
        batch = ImportBatch.objects.select_related("by__user").filter(pk=typed_number(object_id)).first()
        told = _told(batch, request.user) if batch and self.has_view_permission(request) else {}
        return super().change_view(request, object_id, form_url, {**told, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern]:
        """The way back, beside the stock pages."""
        undo = path("<int:pk>/undo/", self.admin_site.admin_view(undo_view), name="articles_importbatch_undo")
        return [undo, *super().get_urls()]


def may_undo(user: rights.User) -> bool:
    """Whether `user` may do all that undoing an import does."""
    return rights.may_import(user) and rights.may(user, Verb.SPIKE)


def undo_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Says what undoing an import would spike and keep, asks why, and does it."""
    if not may_undo(request.user):
        raise PermissionDenied
    batch = get_object_or_404(ImportBatch.objects.select_related("by__user"), pk=pk)
    form = UndoForm(request.POST or None, label_suffix="")
    refused: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            _say(request, desk.undo_import(batch, by=request.user, why=form.cleaned_data["why"]))
            return HttpResponseRedirect(reverse("admin:articles_importbatch_change", args=[pk]))
        except desk.Refused as refusal:
            refused = refusal.sentences
    context = {
        **site.each_context(request),
        "title": _("Undo this import"),
        "opts": ImportBatch._meta,
        "batch": batch,
        "form": form,
        "refused": refused,
        "undone": undoing.undoable(batch),
    }
    return TemplateResponse(request, "admin/articles/importbatch/undo.html", context)


def _told(batch: ImportBatch, user: rights.User) -> dict[str, Any]:
    receipts = with_last_verdict(batch.receipts.defer("packed")).order_by("pk")
    shown = list(receipts[: SHOWN + 1])
    return {
        "batch": batch,
        "tallies": tallies([batch]).get(batch.pk, []),
        "receipts": shown[:SHOWN],
        "more": len(shown) > SHOWN,
        "all": _receipts_url(batch.pk),
        "may_undo": may_undo(user) and undoing.is_undoable(batch),
    }


def _tally(batch: int, outcome: Verdict.Outcome, number: int) -> Tally:
    return Tally(outcome, number, _receipts_url(batch, outcome=outcome))


def _receipts_url(batch: int, **told: str) -> str:
    query = urlencode({"batch__id__exact": batch, **told})
    return f"{reverse('admin:articles_receipt_changelist')}?{query}"


def _say(request: HttpRequest, undone: undoing.Undone) -> None:
    spiked, kept = len(undone.spiked), undone.kept
    told = ngettext("%(number)d draft was spiked.", "%(number)d drafts were spiked.", spiked)
    messages.success(request, told % {"number": spiked} if spiked else _("There was no untouched draft to spike."))
    if kept:
        names = [f"“{article.headline}”" for article in kept[:NAMED]] + (["…"] if len(kept) > NAMED else [])
        told = ngettext(
            "%(number)d story stays, for somebody has worked on it: %(names)s",
            "%(number)d stories stay, for somebody has worked on them: %(names)s",
            len(kept),
        )
        messages.warning(request, told % {"number": len(kept), "names": ", ".join(names)})
