"""Citations on the form of a story: all of them in one formset, suggested ones too; accepting is a row's state."""

import re
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.form import RowFormSet, RowInline
from articles.admin.held import HoldingForm
from articles.models import Citation, Claim

CHANNELS = (
    gettext_lazy("interview"),
    gettext_lazy("press briefing"),
    gettext_lazy("press conference"),
    gettext_lazy("press release"),
    gettext_lazy("statement"),
    gettext_lazy("joint statement"),
    gettext_lazy("speech"),
    gettext_lazy("hearing"),
    gettext_lazy("broadcast"),
    gettext_lazy("post"),
    gettext_lazy("e-mail"),
    gettext_lazy("document"),
    gettext_lazy("report"),
)
"""Ways in which things are usually said; any other can be typed."""

ANSWERS = (
    (Claim.SUGGESTED, gettext_lazy("Undecided")),
    (Claim.CONFIRMED, gettext_lazy("Accept")),
    (Claim.REJECTED, gettext_lazy("Reject")),
)

_KEY = re.compile(r"[A-Za-z0-9-]{0,36}")  # as in the mark it names


class CitationForm(HoldingForm):
    """One citation. Who said it may stay open as long as nobody has accepted it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].required = False
        self.fields["state"].choices = ANSWERS
        self.fields["channel"].widget.attrs["list"] = "channels"

    def clean_key(self) -> str:
        """A key that a mark can carry."""
        key = self.cleaned_data["key"]
        if not _KEY.fullmatch(key):
            raise forms.ValidationError(_("A mark in the text cannot be named like this."))
        return key

    def clean(self) -> dict[str, Any]:
        """Asks who said it, once somebody stands behind it."""
        told = super().clean() or self.cleaned_data
        if told.get("state") == Claim.CONFIRMED and "source" in told and told["source"] is None:
            self.add_error("source", _("Say who said it: choose a source, or add one."))
        return told


class CitationFormSet(RowFormSet):
    """The citations of a story; no two name the same mark."""

    def clean(self) -> None:
        """Refuses a key that two rows have."""
        super().clean()
        kept = (form.cleaned_data for form in self.forms if hasattr(form, "cleaned_data"))
        keys = [told.get("key") for told in kept if told.get("key") and not told.get("DELETE")]
        if len(keys) != len(set(keys)):
            raise forms.ValidationError(_("Two citations name the same passage. Remove one of them."))


class CitationInline(RowInline):
    """Who said what, through which channel, and the source's own words."""

    model = Citation
    form = CitationForm
    formset = CitationFormSet
    template = "admin/articles/article/_citations.html"
    verbose_name_plural = gettext_lazy("Sources")
    fields = (
        "key",
        "state",
        "kind",
        "source",
        "title",
        "channel",
        "via",
        "url",
        "quote",
        "source_words",
        "waived_why",
    )
    autocomplete_fields = ("source", "via")
    radio_fields: ClassVar = {"state": admin.HORIZONTAL}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        """With the names they show."""
        named = ("source", "via", "waived_by__user", "settled_by__user")
        return super().get_queryset(request).select_related(*named)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Words in boxes that grow; the key is for the mark alone."""
        if db_field.name == "key":
            kwargs["widget"] = forms.HiddenInput
        if db_field.name in ("quote", "source_words", "waived_why"):
            rows = 4 if db_field.name == "source_words" else 2
            kwargs["widget"] = forms.Textarea(attrs={"rows": rows})
        return super().formfield_for_dbfield(db_field, request, **kwargs)
