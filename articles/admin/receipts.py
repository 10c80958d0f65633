"""Receipts: what arrived and what every step made of it, to look at only."""

import codecs

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.models import ImportBatch, Receipt, Verdict


class ReadOnly:
    """Permissions of a screen that only shows."""

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody may."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody may."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody may."""
        return False


class VerdictInline(ReadOnly, admin.TabularInline):
    """What each step made of the receipt, in order."""

    model = Verdict
    template = "admin/articles/receipt/_verdicts.html"
    fields = ("step", "outcome", "reason", "before", "after", "article", "when")
    readonly_fields = fields
    extra = 0

    def has_view_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Whoever may see receipts."""
        return request.user.has_perm("articles.view_receipt")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Verdict]:
        """With the articles they name, in one query."""
        return super().get_queryset(request).select_related("article")


@admin.register(Receipt)
class ReceiptAdmin(ReadOnly, admin.ModelAdmin):
    """What was received."""

    list_display = ("name", "outcome", "reason", "size", "received")
    search_fields = ("name", "sha256")
    date_hierarchy = "received"
    fields = ("name", "batch", "sha256", "size", "received", "as_text")
    readonly_fields = fields
    inlines = (VerdictInline,)
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Receipt]:
        """Each with its last verdict, and without the bytes."""
        last = Verdict.objects.filter(receipt=OuterRef("pk")).order_by("-pk")
        return (
            super()
            .get_queryset(request)
            .defer("packed")
            .annotate(
                last_outcome=Subquery(last.values("outcome")[:1]),
                last_reason=Subquery(last.values("reason")[:1]),
            )
        )

    @admin.display(description=_("outcome"))
    def outcome(self, receipt: Receipt) -> str:
        """What became of it."""
        return Verdict.Outcome(receipt.last_outcome).label if receipt.last_outcome else ""

    @admin.display(description=_("reason"))
    def reason(self, receipt: Receipt) -> str:
        """Why."""
        return receipt.last_reason or ""

    @admin.display(description=_("as received"))
    def as_text(self, receipt: Receipt) -> str:
        """The bytes as text; what is no text shows as such."""
        received = receipt.unpack()
        if received is None:
            return str(_("Over the limit: not kept."))
        return format_html('<pre tabindex="0">{}</pre>', _told(received))


def _told(received: bytes) -> str:
    """Bytes as text to look at: by their mark, as UTF-8, or else as what old systems send."""
    if received.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return received.decode("utf-16", errors="replace")
    try:
        return received.decode("utf-8-sig")
    except UnicodeDecodeError:
        return received.decode("cp1252", errors="replace")


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnly, admin.ModelAdmin):
    """The calls of the import that received something new."""

    list_display = ("when", "by", "origin")
    list_select_related = ("by__user",)
    readonly_fields = ("when", "by", "origin")
    actions = None
