"""The form of a story: it validates; what it says is handed to one desk verb."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import Model, QuerySet, URLField
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import ProseEditorWidget

from articles.admin.held import HeldSelect, HoldingForm
from articles.admin.refusal import RefusableForm
from articles.desk.snapshot import WORDS
from articles.models import Article, Claim, Credit, Origin
from articles.text.clean import clean

TOOLBAR = ("headings", "marks", "link citing", "lists", "nodes -blockType -lists", "pictures", "table", "history")

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "Heading": {"levels": [2, 3]},
    "HardBreak": True,
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "HorizontalRule": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "Table": {"label": _("Caption"), "title": _("Caption of the table"), "set": _("Set")},
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "Cited": {"label": _("Cite")},
    "Passages": True,
    "Picture": {"label": _("Add picture")},
    "Legend": True,
    "Exhibit": True,
    "SpecialCharacters": True,
    "Placeholder": {"placeholder": _("Write the story")},
    "Menu": {"groups": [{"group": group} for group in TOOLBAR]},
    "NoSpellCheck": False,
    "HTML": False,
}
"""What the editor offers: the closed subset of `articles.text.clean`, nothing that the desk would take away."""


class BodyWidget(ProseEditorWidget):
    """The editor of a body, taught to keep the marks of cited passages, pictures and captions."""

    def __init__(self) -> None:
        super().__init__(config={"extensions": EXTENSIONS}, preset="configurable")

    def get_config(self) -> dict[str, Any]:
        """The configuration as the browser gets it."""
        config = super().get_config()
        own = [static(f"js/{name}.js") for name in ("cited", "passages", "picture", "tables")]
        return {**config, "js_modules": [*config["js_modules"], *own]}


class ArticleForm(RefusableForm):
    """The words of a story. `seen` says which version they were typed over."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    why = forms.CharField(
        label=_("What changed"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Optional: a line for the history")}),
    )

    class Meta:
        model = Article
        fields = (*WORDS, "section", "topics")
        widgets = {
            "kicker": forms.TextInput(attrs={"placeholder": _("A word or two above the headline")}),
            "headline": forms.Textarea(attrs={"rows": 1, "placeholder": _("Headline")}),
            "dek": forms.Textarea(attrs={"rows": 1, "placeholder": _("One or two plain sentences under it")}),
            "ednote": forms.Textarea(attrs={"rows": 2}),
            "body": BodyWidget,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "seen" in self.fields:
            self.fields["seen"].initial = self.instance.version or None

    def clean_body(self) -> str:
        """The body as the desk keeps it, so that an untouched one counts as unchanged."""
        return clean(self.cleaned_data["body"])

    def words(self) -> dict[str, Any]:
        """What the desk is told: the words typed, by column."""
        return {name: self.cleaned_data[name] for name in (*WORDS, "section") if name in self.cleaned_data}


class Gone:
    """Stands where a row was that somebody else took away since the form was opened."""

    pk = None

    def __str__(self) -> str:
        return str(_("taken away by somebody else; saving puts it back"))


class RowFormSet(BaseInlineFormSet):
    """Rows as they were typed, though somebody else may have taken some of them away meanwhile."""

    def get_queryset(self) -> Any:
        """The rows held, one for each row typed over and in that order."""
        return self.typed_over if self.is_bound else super().get_queryset()

    @cached_property
    def typed_over(self) -> list[Any]:
        """What is held now of each row that the form showed."""
        held = {str(row.pk): row for row in super().get_queryset()}
        keys = (self.data.get(f"{self.add_prefix(number)}-id") for number in range(self.initial_form_count()))
        return [held.get(key) or Gone() for key in keys]

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        """Without a look at its key where the row is gone: the desk takes what was typed for a new one."""
        super().add_fields(form, index)
        if self.is_bound and form.instance.pk is None:
            form.fields["id"] = forms.CharField(required=False, widget=forms.HiddenInput)


class RowInline(admin.StackedInline):
    """Rows of a story: who may edit the story may edit them; the desk writes them."""

    form = HoldingForm
    formset = RowFormSet
    template = "admin/edit_inline/rows.html"
    extra = 0
    show_change_link = False
    formfield_overrides: ClassVar = {URLField: {"assume_scheme": "https"}}

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Choosers that know what the row holds."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = HeldSelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def _may(self, request: HttpRequest, obj: Article | None) -> bool:
        screen = self.admin_site.get_model_admin(Article)
        return screen.has_change_permission(request, obj) if obj else screen.has_add_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Whoever may see the story."""
        return request.user.has_perm("articles.view_article")

    def has_add_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Whoever may edit the story."""
        return self._may(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Whoever may edit the story."""
        return self._may(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Whoever may edit the story: the row goes, the record keeps it."""
        return self._may(request, obj)


class CreditInline(RowInline):
    """Credits, in the order of the byline."""

    model = Credit
    fields = (("author", "role", "organisation", "wording"),)
    autocomplete_fields = ("author", "organisation")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Credit]:
        """With the names they show."""
        return super().get_queryset(request).select_related(*self.autocomplete_fields)


class OriginForm(HoldingForm):
    """One claim, and whether it is so."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answers = (_("Undecided"), _("Confirm"), _("Reject"))
        self.fields["state"].choices = tuple(zip(Claim.values, answers, strict=True))


class OriginInline(RowInline):
    """Where the copy came from: claims to confirm or reject."""

    model = Origin
    form = OriginForm
    template = "admin/articles/article/_origins.html"
    fields = (("role", "organisation", "url"), ("evidence", "state"))
    autocomplete_fields = ("organisation",)
    radio_fields = {"state": admin.HORIZONTAL}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Origin]:
        """With those who settled them and the receipts they were read from, without the bytes."""
        rows = super().get_queryset(request).select_related("organisation", "receipt", "settled_by__user")
        return rows.defer("receipt__packed")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Evidence in a small box."""
        if db_field.name == "evidence":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 2})
        return super().formfield_for_dbfield(db_field, request, **kwargs)


def typed_rows(formset: BaseInlineFormSet) -> list[Model]:
    """The rows a valid formset asks for, in the order typed, none of them saved."""
    return [
        form.instance
        for form in formset.forms
        if (form.instance.pk or form.has_changed()) and not form.cleaned_data.get("DELETE")
    ]
