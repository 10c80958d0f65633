"""The page of what is sealed: read who a source is, seal other words, or destroy them, each with a reason."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from articles import desk
from articles.desk import rights, sources
from bylines.models import Source


class OneWay(forms.Textarea):
    """Takes words in and never shows any; no browser is to remember them, or to send them away to be spelled."""

    def __init__(self) -> None:
        super().__init__({"rows": 2, "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"})

    def format_value(self, value: Any) -> None:
        """Nothing."""


class Sealed(forms.CharField):
    """Words that are sealed when they are saved."""

    widget = OneWay

    def __init__(self, **told: Any) -> None:
        told.setdefault(
            "help_text",
            gettext_lazy(
                "Name, and how to reach them. It is sealed when you save; to read it takes a permission of its own and "
                "a reason, and leaves a line in the record."
            ),
        )
        super().__init__(**told)


class LookForm(forms.Form):
    """Why somebody has to know."""

    why = forms.CharField(label=gettext_lazy("Why you have to know"), widget=forms.Textarea(attrs={"rows": 2}))


class ReplaceForm(forms.Form):
    """Other words in the place of those that are sealed."""

    who = Sealed(label=gettext_lazy("Who it is"))
    why = forms.CharField(label=gettext_lazy("Why"), widget=forms.Textarea(attrs={"rows": 2}))


class DestroyForm(forms.Form):
    """Why nobody shall be able to know any more."""

    why = forms.CharField(label=gettext_lazy("Why"), widget=forms.Textarea(attrs={"rows": 2}))


FORMS = {"look": LookForm, "replace": ReplaceForm, "destroy": DestroyForm}


@sensitive_variables("name", "context")
@sensitive_post_parameters("who")
@cache_control(no_store=True, private=True)
def identity_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks why, then shows once who it is, or does with it what was asked. Only for whoever may read it."""
    if not sources.may_read(request.user):
        raise PermissionDenied
    source = get_object_or_404(Source.objects.accepted().filter(kind=Source.Kind.UNNAMED).exclude(identity=""), pk=pk)
    pressed = request.POST.get("deed") if request.method == "POST" else None
    bound = {
        deed: form(request.POST if deed == pressed else None, auto_id=f"id_{deed}_%s", label_suffix="")
        for deed, form in FORMS.items()
    }
    name, refused = "", []
    if pressed in bound and bound[pressed].is_valid():
        try:
            name = _do(pressed, source, request.user, bound[pressed].cleaned_data)
        except desk.Refused as refusal:
            refused = refusal.sentences
        else:
            if pressed != "look":
                return _back(request, source, pressed)
    context = {
        **site.each_context(request),
        "title": _("Who it is"),
        "opts": Source._meta,
        "source": source,
        "forms": bound,
        "name": name,
        "refused": refused,
    }
    return TemplateResponse(request, "admin/bylines/source/identity.html", context)


@sensitive_variables("typed")
def _do(deed: str, source: Source, by: rights.User, typed: dict[str, str]) -> str:
    """Who it is, where that was asked for."""
    if deed == "look":
        return sources.look(source, by=by, why=typed["why"])
    if deed == "replace":
        sources.seal_identity(source, typed["who"], by=by, why=typed["why"])
    else:
        sources.destroy_identity(source, by=by, why=typed["why"])
    return ""


def _back(request: HttpRequest, source: Source, deed: str) -> HttpResponse:
    said = {"replace": _("Other words are sealed now."), "destroy": _("Nobody can read any more who it is.")}
    messages.success(request, said[deed])
    return HttpResponseRedirect(reverse("admin:bylines_source_change", args=[source.pk]))
