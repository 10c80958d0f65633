"""Screens for authors, organisations, sections and topics, and what that of sources shares; `desk.profiles` writes."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import Model, URLField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles import clock
from articles.admin.buttons import called
from articles.admin.organisations import OrganisationForm
from articles.admin.refusal import RefusableForm, ShowsRefusals
from articles.desk import profiles, rights
from articles.models import Section, Topic
from bylines.models import Author, Organisation


class ProfileAdmin(ShowsRefusals, admin.ModelAdmin):
    """What these screens share: who may, an address that stays, one verb that writes."""

    form = RefusableForm
    search_fields = ("name",)
    list_per_page = 50
    actions = None
    formfield_overrides: ClassVar = {URLField: {"assume_scheme": "https", "widget": forms.URLInput}}

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        """Readers keep addresses: once made, it stays."""
        return ("slug",) if obj else ()

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The address may be left to be made from the name."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "slug":
            field.required = False
        return field

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whoever edits profiles."""
        return rights.may_edit_profiles(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Whoever edits profiles."""
        return rights.may_edit_profiles(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody: stories name them."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm, change: bool) -> None:
        """Hands the valid form to the desk."""
        profiles.save_profile(obj, by=request.user)


@admin.register(Author)
class AuthorAdmin(ProfileAdmin):
    """Authors."""

    list_display = ("name", "title", "user")
    list_select_related = ("user",)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Members of staff by name, for editors too, who may not look at accounts themselves."""
        field = super().formfield_for_foreignkey(
            db_field, request, **kwargs, queryset=get_user_model().objects.filter(is_staff=True).order_by("first_name")
        )
        field.label_from_instance = called
        return field


@admin.register(Organisation)
class OrganisationAdmin(ProfileAdmin):
    """Outlets, wires, institutions, the own house."""

    form = OrganisationForm
    list_display = ("name", "kind", "allowed", "label")
    empty_value_display = ""
    list_filter = ("kind", "publishing", "surfaces", "indexing")
    fieldsets = (
        (None, {"fields": (("name", "slug"), "kind")}),
        (
            _("What readers see"),
            {"fields": ("description", "homepage", ("label", "credit_line"))},
        ),
        (
            _("May we publish its copy"),
            {
                "fields": (("publishing", "surfaces"), ("licensed_until", "territory")),
                "description": _("Asked when a story goes out that a person has confirmed to be its copy."),
            },
        ),
        (
            _("Search engines and text miners"),
            {
                "fields": (("indexing", "ai_mining"),),
                "description": _("Told on the page of every story that is its copy, from the next visit on."),
            },
        ),
        (_("How an import recognises it"), {"fields": (("domains", "other_names"),)}),
    )

    @admin.display(description=_("may we publish its copy"), ordering="publishing")
    def allowed(self, organisation: Organisation) -> str:
        """Whether, and until when."""
        allowed, end = organisation.get_publishing_display(), organisation.licensed_until
        return _("%(allowed)s, until %(when)s") % {"allowed": allowed, "when": clock.said(end)} if end else allowed


@admin.register(Section)
class SectionAdmin(ProfileAdmin):
    """Sections of the paper."""

    list_display = ("name", "position", "description")


@admin.register(Topic)
class TopicAdmin(ProfileAdmin):
    """Topics across sections."""

    list_display = ("name", "code")
