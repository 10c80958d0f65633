"""The screen of stories. In it the form validates and one verb writes."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from js_asset import Media

from articles import clock, desk, search
from articles.admin import (
    bulk,
    claims,
    columns,
    history,
    library,
    moves,
    panel,
    preview,
    provenance,
    rail,
    received,
    rehearsal,
    tabs,
    tasks,
    update,
)
from articles.admin.citations import CitationInline
from articles.admin.form import ArticleForm, CreditInline, OriginInline, typed_rows
from articles.admin.refusal import ShowsRefusals
from articles.desk import rights
from articles.models import Article
from articles.states import Status, Verb
from articles.text.clean import clean
from articles.text.render import render_body


@admin.register(Article)
class ArticleAdmin(ShowsRefusals, admin.ModelAdmin):
    """Stories at the desk."""

    form = ArticleForm
    inlines = (CreditInline, OriginInline, CitationInline)
    autocomplete_fields = ("topics",)
    fieldsets = (
        (None, {"fields": ("kicker", "headline", "dek", "body"), "classes": ["words"]}),
        (
            gettext_lazy("Where it belongs"),
            {"fields": (("section", "dateline"), "topics", ("slugline", "slug"), ("language", "direction"))},
        ),
        (gettext_lazy("For the desk"), {"fields": ("ednote", "why", "seen")}),
    )
    change_form_template = "admin/articles/article/change_form.html"
    change_list_template = "admin/articles/article/change_list.html"
    list_display = (
        columns.story,
        columns.stage,
        "section",
        columns.byline,
        columns.due_when,
        columns.last_move,
    )
    list_display_links = None
    list_filter = (
        columns.WaitingFilter,
        "status",
        columns.StandingFilter,
        ("section", admin.RelatedOnlyFieldListFilter),
    )
    search_fields = ("headline",)
    list_per_page = 40
    empty_value_display = ""
    show_full_result_count = False
    actions_on_top, actions_on_bottom = False, True
    actions = (bulk.submit_selected, bulk.approve_selected, bulk.publish_selected)

    # Who may

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whoever may start stories."""
        return rights.may(request.user, Verb.START) or _is_for_the_desk_to_refuse(request)

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Whoever may revise stories, while the story is not spiked."""
        open_to_words = rights.may(request.user, Verb.REVISE) and (obj is None or obj.status != Status.SPIKED)
        return open_to_words or _is_for_the_desk_to_refuse(request)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Nobody: stories are spiked, never deleted."""
        return False

    # The list

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Stories with everything a row shows, in a fixed number of queries."""
        return columns.with_columns(super().get_queryset(request), clock.now())

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Article], search_term: str
    ) -> tuple[QuerySet[Article], bool]:
        """The desk's index, instead of LIKE on headlines."""
        return (search.desk(queryset, search_term), False) if search_term.strip() else (queryset, False)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Only the verbs this person may do."""
        may = {f"{verb}_selected" for verb in Verb if rights.may(request.user, verb)}
        return {name: action for name, action in super().get_actions(request).items() if name in may}

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list, under tabs for the queues."""
        told = {"title": _("Stories"), "tabs": tabs.tabs(request), "empty": tabs.empty(request)}
        return super().changelist_view(request, {**told, **(extra_context or {})})

    # The form

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> tuple[str, ...]:
        """An address that readers have had stays as it is."""
        return ("slug",) if obj and rail.is_released(obj) else ()

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        """Without the fields that only help to save, for whoever may only look."""
        if self.has_change_permission(request, obj):
            return self.fieldsets
        return [(name, {**options, "fields": _told(options["fields"])}) for name, options in self.fieldsets]

    def beside_refusal(self, request: HttpRequest, object_id: str | None, refused: desk.Refused) -> dict[str, Any]:
        """When the words have moved on, the other's words; the next *Save* is then known to go over them."""
        if not isinstance(refused, desk.Stale):
            return {}
        theirs = history.beside(Article.objects.get(pk=object_id), **request.told)
        request.POST = request.POST.copy()
        request.POST["seen"] = str(theirs.version)
        return {"theirs": theirs}

    def save_model(self, request: HttpRequest, obj: Article, form: ModelForm, change: bool) -> None:
        """Writes nothing: see `save_related`."""

    def save_formset(self, request: HttpRequest, form: ModelForm, formset: Any, change: bool) -> None:
        """Writes nothing: see `save_related`."""

    def save_related(self, request: HttpRequest, form: ArticleForm, formsets: list[Any], change: bool) -> None:
        """Form and rows are valid: one verb writes them all, and a second one submits if that button was pressed."""
        rows = {formset.model._meta.model_name + "s": typed_rows(formset) for formset in formsets}
        told = {"words": form.words(), **rows}
        topics = form.cleaned_data.get("topics")
        if topics is not None:
            told["topics"] = list(topics)
        request.told = told
        article, by, why = form.instance, request.user, form.cleaned_data["why"]
        if change:
            # Without a version no words were seen, and 0 matches none.
            request.revised = desk.revise(article, by=by, seen=form.cleaned_data["seen"] or 0, why=why, **told)
        else:
            article.pk = desk.start(by=by, why=why, **told).pk
            article.refresh_from_db()
        rehearsal.end_here(request, article)
        if "_submit" in request.POST:
            desk.submit(article, by=request.user, seen=article.version)

    def construct_change_message(self, request: HttpRequest, form: ModelForm, formsets: Any, add: bool = False) -> Any:
        """Nothing: the record says better what changed, and the stock way asks formsets that were never saved."""
        return []

    def log_addition(self, request: HttpRequest, obj: Article, message: Any) -> None:
        """The record keeps it."""

    def log_change(self, request: HttpRequest, obj: Article, message: Any) -> None:
        """The record keeps it."""

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: str | None = None) -> HttpResponse:
        """Stays with the story."""
        return self._stay(request, obj, _("Saved as a new draft."))

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        """Stays with the story."""
        if request.revised is None:
            return self._stay(request, obj, _("Nothing was different, so no revision was made."))
        return self._stay(request, obj, _("Saved as revision %(number)d.") % {"number": obj.version})

    def _stay(self, request: HttpRequest, obj: Article, saved: str) -> HttpResponse:
        if "_submit" in request.POST:
            saved += " " + _("It is with the editors now.")
        messages.success(request, saved)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[obj.pk]))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, obj: Article | None = None, **kwargs: Any
    ) -> HttpResponse:
        """Adds the side rail, and the nonce that the editor's import map needs under the policy."""
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))
        context["title"] = _("Story") if obj else _("New story")
        body = clean(request.POST.get("body", obj.body if obj else ""))
        context["pictures"] = library.told_in(body)
        context["provenance"] = provenance.provenance(context["inline_admin_formsets"], obj, body, request.user)
        if obj:
            context["rail"] = rail.rail(obj, request.user)
            context["received"] = received.received(obj, request.user)
            context["reading"] = not self.has_change_permission(request, obj)
            if context["reading"]:
                context["cited"] = panel.lines(obj)
                context["credit"] = claims.credit(obj.origins.select_related("organisation"))
                context["body"] = mark_safe(render_body(obj.body, pictures=library.shown_in(obj.body)))
            if request.method == "POST":
                # The buttons judge the words on this screen, not those that somebody may have saved behind it.
                obj.version = moves.typed_number(request.POST.get("seen"))
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    # Beside the form

    def get_urls(self) -> list[URLPattern]:
        """Moves, comparison, preview, updates and tasks, beside the stock pages."""
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/move/<str:verb>/", view(moves.move), name="articles_article_move"),
            path("<int:pk>/compare/", view(history.compare_view), name="articles_article_compare"),
            path("<int:pk>/preview/<int:number>/", view(preview.preview_view), name="articles_article_preview"),
            path("<int:pk>/restore/<int:number>/", view(moves.restore), name="articles_article_restore"),
            path("<int:pk>/update/", view(update.update_view), name="articles_article_update"),
            path("<int:pk>/task/<int:number>/", view(tasks.settle_view), name="articles_article_task"),
            path("<int:pk>/quotes/", view(provenance.look_view), name="articles_article_quotes"),
            path("<int:pk>/unnamed/<int:number>/", view(provenance.approve_view), name="articles_article_unnamed"),
            path("<int:pk>/lacking/", view(self.lacking_view), name="articles_article_lacking"),
            *super().get_urls(),
        ]

    def lacking_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What the story would lack if the form were saved as it is typed; see `rehearsal`."""
        return rehearsal.rehearsed(self, request, pk)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Every decision and revision of the story."""
        return history.history_view(request, self.admin_site, object_id)


def _is_for_the_desk_to_refuse(request: HttpRequest) -> bool:
    """Whether words are coming in from somebody who sees stories: a refusal by the desk keeps them on the screen."""
    return request.method == "POST" and request.user.has_perm("articles.view_article")


def _told(fields: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(field for field in fields if field not in ("why", "seen"))
