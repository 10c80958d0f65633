"""The screens of sources: the list with what rests on each, a form for those with a name, one for those without.

`desk.sources` writes. Sources that the software has only found in a text are not here: they are settled in their story.
"""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from articles.admin import identities, resting, withdrawing
from articles.admin.moves import typed_number
from articles.admin.profiles import ProfileAdmin
from articles.admin.refusal import RefusableForm
from articles.desk import rights, sources
from articles.models import Claim
from bylines.models import Source

UNNAMED = Source.Kind.UNNAMED


class NamedForm(RefusableForm):
    """A source that is named."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "kind" in self.fields:
            self.fields["kind"].choices = [choice for choice in Source.Kind.choices if choice[0] != UNNAMED]


class UnnamedForm(RefusableForm):
    """A source that is not named: what readers are told, and who it is, which goes in and never comes out again."""

    who = identities.Sealed(label=_("Who it is"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "kind" in self.fields and not self.instance.pk:
            self.fields["kind"].widget = forms.HiddenInput()
        if "name" in self.fields:
            self.fields["name"].label = _("Description agreed with them")
            self.fields["name"].help_text = _("What readers see in place of a name, such as “an official of the port”.")
            self.fields["reason"].required = True

    @sensitive_variables("cleaned")
    def clean(self) -> dict[str, Any]:
        """What was typed into a field that shows nothing is gone when the form comes again, and is asked for anew."""
        cleaned = super().clean()
        for name in ("name", "reason"):
            # Here as well as at the desk: what has an error is not even handed to the database to be looked at.
            if sources.gives_away(cleaned.get(name) or "", cleaned.get("who") or ""):
                self.add_error(name, sources.gives_it_away())
        if self.errors and cleaned.get("who"):
            self.add_error("who", _("Write once more who it is: it was not kept, and is not shown."))
        return cleaned


class Counted(ChangeList):
    """A page of the list, each source with how many stories rest on it: one question, however many there are."""

    def get_results(self, request: HttpRequest) -> None:
        """The rows of the page, counted at once."""
        super().get_results(request)
        self.result_list = list(self.result_list)
        rest = Count("citations__article", filter=Q(citations__state=Claim.CONFIRMED), distinct=True)
        counts = Source.objects.filter(pk__in=[source.pk for source in self.result_list]).order_by()
        stories = dict(counts.annotate(stories=rest).values_list("pk", "stories"))
        for source in self.result_list:
            source.stories = stories.get(source.pk, 0)


class WithdrawnFilter(admin.SimpleListFilter):
    """Whether it still holds."""

    title = _("withdrawn")
    parameter_name = "withdrawn"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, object]]:
        """Withdrawn, or not."""
        return [("no", _("no")), ("yes", _("yes"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Source]) -> QuerySet[Source]:
        """The sources of the state chosen."""
        if self.value() not in ("no", "yes"):
            return queryset
        return queryset.filter(withdrawn_at__isnull=self.value() == "no")


@admin.register(Source)
class SourceAdmin(ProfileAdmin):
    """Who says things."""

    list_display = ("called", "kind", "title", "affiliation", "rests")
    list_filter = ("kind", WithdrawnFilter)
    list_select_related = ("affiliation",)
    search_fields = ("name", "title", "affiliation__name")
    ordering = ("name", "pk")
    empty_value_display = ""
    autocomplete_fields = ("affiliation",)
    change_form_template = "admin/bylines/source/change_form.html"
    change_list_template = "admin/bylines/source/change_list.html"
    NAMED = ((None, {"fields": (("name", "kind"), ("title", "affiliation"), "url", "slug")}),)
    TOLD = (None, {"fields": ("kind", "name", "reason")})
    WHO = (None, {"fields": ("who",)})

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whoever writes stories."""
        return rights.may_add_sources(request.user)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        """Those that a person stands behind."""
        return super().get_queryset(request).accepted()

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Source], search_term: str
    ) -> tuple[QuerySet[Source], bool]:
        """A picker offers none that was withdrawn."""
        found, twice = super().get_search_results(request, queryset, search_term)
        picking = request.resolver_match and request.resolver_match.url_name == "autocomplete"
        return (found.filter(withdrawn_at=None) if picking else found), twice

    # The list

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """The list with what rests on each."""
        return Counted

    @admin.display(description=_("name"), ordering="name")
    def called(self, source: Source) -> str:
        """The name, or the description of one without; and whether it was withdrawn."""
        return render_to_string("admin/bylines/source/_called.html", {"source": source})

    @admin.display(description=_("rest on it"))
    def rests(self, source: Source) -> str:
        """How many stories rest on it."""
        if not source.stories:
            return gettext("none")
        return ngettext("%(number)d story", "%(number)d stories", source.stories) % {"number": source.stories}

    # The form

    def get_form(self, request: HttpRequest, obj: Source | None = None, change: bool = False, **kwargs: Any) -> Any:
        """The form of a source with or without a name."""
        form = UnnamedForm if is_unnamed(request, obj) else NamedForm
        return super().get_form(request, obj, change=change, **{"form": form, **kwargs})

    def get_fieldsets(self, request: HttpRequest, obj: Source | None = None) -> Any:
        """What is sealed already has a page of its own, and is none of the business of whoever may only look."""
        if not is_unnamed(request, obj):
            return self.NAMED
        sealed = obj is not None and obj.identity
        may = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return (self.TOLD, self.WHO) if may and not sealed else (self.TOLD,)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A kind that is asked for in the address."""
        return {**super().get_changeform_initial_data(request), **({"kind": UNNAMED} if is_unnamed(request) else {})}

    @method_decorator(sensitive_post_parameters("who"))
    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The form, and below it what rests on the source; no report of an error says who a source is."""
        source = self.get_queryset(request).filter(pk=typed_number(object_id)).first() if object_id else None
        told = resting.told(source, request) if source and self.has_view_permission(request, source) else {}
        return super().changeform_view(request, object_id, form_url, {**told, **(extra_context or {})})

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, obj: Source | None = None, **kwargs: Any
    ) -> HttpResponse:
        """Under the title of what it is."""
        context["unnamed"] = is_unnamed(request, obj)
        context["title"] = _("Unnamed source") if context["unnamed"] else _("Source")
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request: HttpRequest, obj: Source, form: forms.ModelForm, change: bool) -> None:
        """Hands the valid form to the desk."""
        sources.save_source(obj, by=request.user, identity=form.cleaned_data.get("who") or "")

    def get_urls(self) -> list[URLPattern]:
        """What is sealed, approvals and withdrawing, beside the stock pages."""
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/identity/", view(identities.identity_view), name="bylines_source_identity"),
            path("<int:pk>/approve/<int:number>/", view(resting.approve_view), name="bylines_source_approve"),
            path("<int:pk>/withdraw/", view(withdrawing.withdraw_view), name="bylines_source_withdraw"),
            *super().get_urls(),
        ]


def is_unnamed(request: HttpRequest, source: Source | None = None) -> bool:
    """Whether the screen is about a source that is not named; a new one is what the form or the address says."""
    if source is not None and source.pk:
        return source.kind == UNNAMED
    return (request.POST or request.GET).get("kind") == UNNAMED
