"""Screens for authors, organisations, sources, sections and topics; `desk.profiles` writes them."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import Model, URLField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.buttons import called
from articles.admin.refusal import RefusableForm, ShowsRefusals
from articles.desk import profiles, rights
from articles.models import Section, Topic
from articles.text.clean import plain
from bylines.models import Author, Organisation, Source


class Lines(forms.CharField):
    """Several words or names, typed one a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        """A list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        """Lines as a list, the empty ones left out."""
        return [line for line in map(plain, super().to_python(value).splitlines()) if line]


class ProfileAdmin(ShowsRefusals, admin.ModelAdmin):
    """What these five screens share: who may, an address that stays, one verb that writes."""

    form = RefusableForm
    search_fields = ("name",)
    list_per_page = 50
    actions = None
    formfield_overrides: ClassVar = {URLField: {"assume_scheme": "https"}}

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

    list_display = ("name", "kind", "homepage")
    list_filter = ("kind",)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """What an import knows it by, without any JSON to type."""
        if db_field.name == "domains":
            return Lines(label=_("Domains"), required=False, help_text=_("Its hosts, one a line, for the import."))
        if db_field.name == "other_names":
            return Lines(label=_("Other names"), required=False, help_text=_("Other spellings, one a line."))
        return super().formfield_for_dbfield(db_field, request, **kwargs)


@admin.register(Source)
class SourceAdmin(ProfileAdmin):
    """Who says things."""

    list_display = ("name", "kind", "title", "affiliation")
    list_filter = ("kind",)
    list_select_related = ("affiliation",)
    autocomplete_fields = ("affiliation",)


@admin.register(Section)
class SectionAdmin(ProfileAdmin):
    """Sections of the paper."""

    list_display = ("name", "position", "description")


@admin.register(Topic)
class TopicAdmin(ProfileAdmin):
    """Topics across sections."""

    list_display = ("name", "code")
