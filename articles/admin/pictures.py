"""The screens of the library: a grid to look through, and a page for each picture. `desk.pictures` writes."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles.admin import library
from articles.admin.refusal import RefusableForm, ShowsRefusals
from articles.desk import imaging, pictures
from articles.models import Picture
from articles.text.links import safe_href

ACCEPTED = "image/jpeg,image/png,image/webp,image/gif,image/avif"


class PictureForm(RefusableForm):
    """What is said of a picture, and its file."""

    upload = forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=_(
            "JPEG, PNG, WebP, GIF or AVIF. What the camera noted, such as the place, is taken away; credit and caption "
            "in the file fill what is empty here. Readers keep the picture a story was printed with until a reprint."
        ),
    )

    class Meta:
        model = Picture
        fields = ("alt", "caption", "credit", "rights")
        widgets = {name: forms.Textarea(attrs={"rows": 2}) for name in fields} | {"credit": forms.TextInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "upload" in self.fields and not self.instance.pk:
            self.fields["upload"].required = True


class LackingFilter(admin.SimpleListFilter):
    """What has to be done before a picture is printed well."""

    title = _("lacking")
    parameter_name = "lacking"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """What may be lacking."""
        return [("file", _("a file")), ("alt", _("alt text")), ("credit", _("a credit")), ("story", _("a story"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Picture]) -> QuerySet[Picture]:
        """The pictures that lack it."""
        if self.value() in ("file", "alt", "credit"):
            return queryset.filter(**{self.value(): ""})
        return queryset.filter(articles=None) if self.value() == "story" else queryset


@admin.register(Picture)
class PictureAdmin(ShowsRefusals, admin.ModelAdmin):
    """The library."""

    form = PictureForm
    list_display = ("card",)
    list_display_links = None
    list_filter = (LackingFilter,)
    search_fields = ("alt", "caption", "credit", "key")
    list_per_page = 48
    show_full_result_count = False
    actions = None
    readonly_fields = ("shown", "stands_in", "facts")
    fieldsets = (
        (None, {"fields": ("shown", "upload"), "classes": ["plate"]}),
        (None, {"fields": ("alt", "caption", "credit", "rights"), "classes": ["said"]}),
        (_("Stands in"), {"fields": ("stands_in",), "classes": ["stands-in"]}),
        (_("The file"), {"fields": ("facts",), "classes": ["about-file"]}),
    )

    def has_view_permission(self, request: HttpRequest, obj: Picture | None = None) -> bool:
        """Whoever sees stories."""
        return library.may_see(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whoever writes or imports stories."""
        return pictures.may(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Picture | None = None) -> bool:
        """Whoever writes or imports stories."""
        return pictures.may(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Picture | None = None) -> bool:
        """Nobody: the record names them."""
        return False

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Picture], search_term: str
    ) -> tuple[QuerySet[Picture], bool]:
        """The same words find the same pictures here as in the editor."""
        return library.matching(queryset, search_term), False

    def get_fieldsets(self, request: HttpRequest, obj: Picture | None = None) -> Any:
        """Without what there is nothing to say of yet, and without the upload for whoever may only look."""
        if obj is None:
            return self.fieldsets[:2]
        if self.has_change_permission(request, obj):
            return self.fieldsets
        (_name, plate), *others = self.fieldsets
        return [(None, {**plate, "fields": ("shown",)}), *others]

    def get_readonly_fields(self, request: HttpRequest, obj: Picture | None = None) -> tuple[str, ...]:
        """A new picture has nothing to show."""
        return self.readonly_fields if obj else ("shown",)

    def save_model(self, request: HttpRequest, obj: Picture, form: forms.ModelForm, change: bool) -> None:
        """Hands the valid form to the desk."""
        upload = form.cleaned_data.get("upload")
        if upload:
            pictures.keep_file(obj, upload.read(imaging.BYTES + 1), by=request.user)
        else:
            pictures.save_picture(obj, by=request.user)

    def get_urls(self) -> list[URLPattern]:
        """Files and answers for the editor, beside the stock pages."""
        view = self.admin_site.admin_view
        return [
            path("file/<str:name>", view(library.file, cacheable=True), name="articles_picture_file"),
            path("choose/", view(library.choose), name="articles_picture_choose"),
            path("upload/", view(library.upload), name="articles_picture_upload"),
            *super().get_urls(),
        ]

    @admin.display(description=_("picture"))
    def card(self, picture: Picture) -> str:
        """The picture in the grid, with its name, its credit and what it lacks."""
        thumbnail = library.address(picture, library.THUMBNAIL)
        return render_to_string("admin/articles/picture/_card.html", {"picture": picture, "thumbnail": thumbnail})

    @admin.display(description=_("picture"))
    def shown(self, picture: Picture) -> str:
        """The picture, large."""
        context = {"picture": picture, "large": library.address(picture, library.LARGE)}
        return render_to_string("admin/articles/picture/_plate.html", context)

    @admin.display(description=_("stories"))
    def stands_in(self, picture: Picture) -> str:
        """The stories whose working copies show it, the newest first."""
        stories = picture.articles.order_by("-pk").only("headline")[:50]
        links = ((reverse("admin:articles_article_change", args=[story.pk]), story.headline) for story in stories)
        listed = format_html_join("", '<li><a href="{}">{}</a></li>', links)
        return format_html("<ul>{}</ul>", listed) if listed else _("None yet.")

    @admin.display(description=_("the file"))
    def facts(self, picture: Picture) -> str:
        """Size and origin, and the way to the file itself."""
        rows = [
            (_("Key"), picture.key),
            (_("At the supplier"), _linked(picture.url)),
            (_("Pixels"), f"{picture.width} × {picture.height}" if picture.file else ""),
            (_("Size"), filesizeformat(picture.size) if picture.file else ""),
            (_("SHA-256"), picture.sha256),
            (_("As it is kept"), _linked(_kept(picture), _("Open"))),
        ]
        told = format_html_join(
            "", "<div><dt>{}</dt><dd>{}</dd></div>", ((name, value) for name, value in rows if value)
        )
        return format_html("<dl>{}</dl>", told)


def _kept(picture: Picture) -> str:
    return reverse("admin:articles_picture_file", args=[picture.file.name.rpartition("/")[2]]) if picture.file else ""


def _linked(address: str, words: Any = "") -> str:
    """A link, where it is an address a page may lead to; else the address as it was received."""
    href = safe_href(address)
    return format_html('<a href="{}" rel="noopener">{}</a>', href, words or address) if href else address
