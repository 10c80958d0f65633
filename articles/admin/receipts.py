"""Receipts: what arrived and what every step made of it. Those that were refused can be tried again."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from articles.admin import arrived, retrying
from articles.admin.looking import ReadOnly
from articles.desk import rights
from articles.models import Receipt, Verdict

TOLD = {
    Verdict.Outcome.REFUSED: _("refused: the quarantine"),
    Verdict.Outcome.CONFLICT: _("update waits: conflicts"),
    Verdict.Outcome.DUPLICATE: _("held already: duplicates"),
}
"""What an outcome is called where one looks for it, in place of its label."""


class OutcomeFilter(admin.SimpleListFilter):
    """What became of receipts, by their last verdict."""

    title = _("what became of it")
    parameter_name = "outcome"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Every outcome that can be the last."""
        others = [end for end in Verdict.Outcome if end not in TOLD and end != Verdict.Outcome.CLEANED]
        return [*TOLD.items(), *((end, end.label) for end in others)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Receipt]) -> QuerySet[Receipt]:
        """The receipts of the outcome chosen."""
        return queryset.filter(last_outcome=self.value()) if self.value() in Verdict.Outcome.values else queryset


@admin.register(Receipt)
class ReceiptAdmin(ReadOnly, admin.ModelAdmin):
    """What was received."""

    list_display = ("name", "outcome", "reason", "format", "how_large", "received")
    list_filter = (OutcomeFilter, ("format", admin.AllValuesFieldListFilter))
    search_fields = ("name", "sha256")
    date_hierarchy = "received"
    show_full_result_count = False
    actions_on_top, actions_on_bottom = False, True
    actions = (retrying.retry_selected,)
    fields = readonly_fields = ("name",)
    change_form_template = "admin/articles/receipt/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Receipt]:
        """Each with its last verdict, and without the bytes."""
        return with_last_verdict(super().get_queryset(request).defer("packed"))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Only for whoever may import."""
        return super().get_actions(request) if rights.may_import(request.user) else {}

    @admin.display(description=_("outcome"))
    def outcome(self, receipt: Receipt) -> str:
        """What became of it."""
        return render_to_string("admin/articles/receipt/_outcome.html", {"outcome": receipt.last_outcome})

    @admin.display(description=_("reason"))
    def reason(self, receipt: Receipt) -> str:
        """Why, and the story where there is one."""
        told = {"reason": receipt.last_reason or "", "article": receipt.last_article}
        return render_to_string("admin/articles/receipt/_reason.html", told)

    @admin.display(description=_("size"), ordering="size")
    def how_large(self, receipt: Receipt) -> str:
        """In the unit people say it in."""
        return filesizeformat(receipt.size)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """One receipt, from what arrived to what became of it."""
        receipt = self.get_queryset(request).select_related("batch__by__user").filter(pk=_number(object_id)).first()
        told = arrived.told(receipt, request.user) if receipt and self.has_view_permission(request) else {}
        return super().change_view(request, object_id, form_url, {**told, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern]:
        """The bytes as they came, and another try, beside the stock pages."""
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/bytes/", view(self.bytes_view), name="articles_receipt_bytes"),
            path("<int:pk>/retry/", view(retrying.retry_view), name="articles_receipt_retry"),
            *super().get_urls(),
        ]

    def bytes_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What arrived, byte for byte, to be kept as a file; no browser is to show it, whatever it says it is."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        receipt = get_object_or_404(Receipt, pk=pk)
        received = receipt.unpack()
        if received is None:
            raise Http404
        name = arrived.file_name(receipt)
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
        return HttpResponse(received, content_type="application/octet-stream", headers=headers)


def refused() -> QuerySet[Receipt]:
    """The quarantine: receipts whose last verdict is a refusal."""
    return with_last_verdict(Receipt.objects.all()).filter(last_outcome=Verdict.Outcome.REFUSED)


def with_last_verdict(receipts: QuerySet[Receipt]) -> QuerySet[Receipt]:
    """`receipts`, each with the outcome, the reason and the article of its last verdict."""
    last = Verdict.objects.filter(receipt=OuterRef("pk")).order_by("-pk")
    return receipts.annotate(
        last_outcome=Subquery(last.values("outcome")[:1]),
        last_reason=Subquery(last.values("reason")[:1]),
        last_article=Subquery(last.values("article")[:1]),
    )


def _number(object_id: str) -> int:
    typed = unquote(object_id)
    return int(typed) if typed.isdecimal() and len(typed) < 10 else 0
