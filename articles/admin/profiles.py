"""Screens for authors, organisations, sources, sections and topics; `desk.profiles` writes them."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest

from articles.desk import profiles, rights
from articles.models import Section, Topic
from bylines.models import Author, Organisation, Source


class ProfileAdmin(admin.ModelAdmin):
    """What these five screens share: who may, an address that stays, one verb that writes."""

    search_fields = ("name",)
    list_per_page = 50
    actions = None

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

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        """Hands the valid form to the desk."""
        profiles.save_profile(obj, by=request.user)


@admin.register(Author)
class AuthorAdmin(ProfileAdmin):
    """Authors."""

    list_display = ("name", "title", "user")
    list_select_related = ("user",)
    autocomplete_fields = ("user",)


@admin.register(Organisation)
class OrganisationAdmin(ProfileAdmin):
    """Outlets, wires, institutions, the own house."""

    list_display = ("name", "kind", "homepage")
    list_filter = ("kind",)


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
