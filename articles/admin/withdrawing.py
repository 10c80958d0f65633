"""The page that withdraws a source: first all stories that rest on it, then the reason, then it is done."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import desk
from articles.desk import dependants, withdrawing
from bylines.models import Source


class WithdrawForm(forms.Form):
    """Why a source falls."""

    why = forms.CharField(
        label=gettext_lazy("Why"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("It stands in every task; readers are not told. Never say who an unnamed source is."),
    )


def withdraw_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Names every story that rests on the source, asks why, and withdraws it; later, what has come since."""
    if not (withdrawing.may_withdraw(request.user) and request.user.has_perm("articles.view_article")):
        raise PermissionDenied
    source = get_object_or_404(Source.objects.accepted(), pk=pk)
    form = WithdrawForm(request.POST or None, label_suffix="", initial={"why": source.withdrawn_why})
    refused: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            _say(request, withdrawing.withdraw_source(source, by=request.user, why=form.cleaned_data["why"]))
            return HttpResponseRedirect(reverse("admin:bylines_source_change", args=[pk]))
        except desk.Refused as refusal:
            refused = refusal.sentences
    found = dependants.of(source)
    context = {
        **site.each_context(request),
        "title": _("Withdraw this source"),
        "opts": Source._meta,
        "source": source,
        "stories": found,
        "told": sum(one.is_told for one in found) if settings.WITHDRAWN_SOURCE_NOTICE else 0,
        "form": form,
        "refused": refused,
    }
    return TemplateResponse(request, "admin/bylines/source/withdraw.html", context)


def _say(request: HttpRequest, done: withdrawing.Withdrawal) -> None:
    tasks = ngettext("%(number)d new task.", "%(number)d new tasks.", len(done.tasks)) % {"number": len(done.tasks)}
    told = ngettext(
        "Readers of %(number)d story were told.", "Readers of %(number)d stories were told.", len(done.notices)
    ) % {"number": len(done.notices)}
    messages.success(request, " ".join([_("Withdrawn."), tasks, *([told] if done.notices else [])]))
    for sentence in done.untold:
        messages.warning(request, _("Readers could not be told: %(story)s") % {"story": sentence})
