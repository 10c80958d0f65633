"""The one door from the admin to the import: what was refused is read again, from what its receipt kept."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from articles import desk
from articles.desk import rights
from articles.importing.decide import Outcome
from articles.importing.retrying import Retry, quarantined
from articles.importing.run import BATCH, Result
from articles.models import Receipt


class RetryForm(forms.Form):
    """How to read it this time."""

    encoding = forms.CharField(
        label=gettext_lazy("Encoding"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Only if it was read wrongly: utf-8, cp1252, cp1251 …"),
    )


def may_be_tried(receipt: Receipt, user: rights.User) -> bool:
    """Whether `user` may have `receipt` read again, and that may change anything."""
    return rights.may_import(user) and quarantined().filter(pk=receipt.pk).exists()


@require_POST
def retry_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Reads one receipt again and says what came of it."""
    if not request.user.has_perm("articles.view_receipt"):
        raise PermissionDenied
    receipt = get_object_or_404(Receipt.objects.defer("packed"), pk=pk)
    form = RetryForm(request.POST)
    if form.is_valid():
        _try_again(request, [receipt], form.cleaned_data["encoding"])
    else:
        messages.error(request, " ".join(form.errors["encoding"]))
    return HttpResponseRedirect(reverse("admin:articles_receipt_change", args=[pk]))


@admin.action(description=gettext_lazy("Try again"))
def retry_selected(model_admin: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Receipt]) -> None:
    """Reads the receipts chosen again; those that were not refused are left alone."""
    receipts = list(queryset.defer("packed")[: BATCH + 1])
    if len(receipts) > BATCH:
        told = _("At most %(number)d at once. For more: manage.py import_articles --retry")
        messages.error(request, told % {"number": BATCH})
    else:
        _try_again(request, receipts)


def _try_again(request: HttpRequest, receipts: list[Receipt], encoding: str = "") -> None:
    numbers = tuple(receipt.pk for receipt in receipts)
    names = tuple(receipt.name for receipt in receipts)
    try:
        results = list(Retry(request.user, names, encoding=encoding or None, receipts=numbers).run())
    except desk.Refused as refused:
        messages.error(request, str(refused))
        return
    if not results:
        messages.info(request, _("Nothing to try: what was refused and kept can be read again, nothing else."))
    elif len(results) == 1:
        _tell(request, results[0])
    else:
        _sum_up(request, results)


def _tell(request: HttpRequest, result: Result) -> None:
    if result.outcome == Outcome.REFUSED:
        messages.error(request, _("Refused again: %(reason)s") % {"reason": result.reason})
    else:
        values = {"headline": result.headline or result.name, "reason": result.reason}
        messages.success(request, _("It could be read: %(headline)s. %(reason)s") % values)


def _sum_up(request: HttpRequest, results: list[Result]) -> None:
    refused = sum(1 for result in results if result.outcome == Outcome.REFUSED)
    read = len(results) - refused
    if read:
        told = ngettext("%(number)d item could be read.", "%(number)d items could be read.", read)
        messages.success(request, told % {"number": read})
    if refused:
        told = ngettext("%(number)d was refused again.", "%(number)d were refused again.", refused)
        messages.error(request, told % {"number": refused})
