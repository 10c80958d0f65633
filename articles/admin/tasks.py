"""Tasks: what happened outside that somebody has to look at. They are listed, and settled from the story's form."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles import desk
from articles.admin.looking import ReadOnly
from articles.admin.moves import typed_number, visible_article
from articles.desk import rights
from articles.desk import tasks as desk_tasks
from articles.models import Task

PRESSING = (Task.Kind.KILL, Task.Kind.SOURCE, Task.Kind.CORRECTION, Task.Kind.EMBARGO, Task.Kind.UPDATE)
"""What cannot wait comes first."""


def pressing(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """`tasks` with what they name, the most pressing on top and of each kind the oldest."""
    rank = Case(
        *(When(kind=kind, then=Value(place)) for place, kind in enumerate(PRESSING)), output_field=IntegerField()
    )
    named = tasks.select_related("article", "receipt").defer("receipt__packed", "article__body")
    return named.order_by(rank, "raised", "pk")


def open_for(user: rights.User, length: int = 7) -> list[Task]:
    """The first open tasks for `user`, if they are of those who act on them and may see stories."""
    if not (desk_tasks.may_settle(user) and user.has_perm("articles.view_article")):
        return []
    return list(pressing(Task.objects.filter(settled_at=None))[:length])


@require_POST
def settle_view(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Says that a task of a story is done, and what was done."""
    article = visible_article(request, pk)
    task = get_object_or_404(article.tasks, pk=number)
    note = request.POST.get("note", "")
    try:
        desk.settle_task(task, by=request.user, note=note)
        messages.success(request, _("Done: %(kind)s.") % {"kind": task.get_kind_display()})
    except desk.Refused as refused:
        kept = [_("You had written: “%(note)s”") % {"note": note.strip()}] if note.strip() else []
        messages.error(request, " ".join([*refused.sentences, *kept]))
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))


class SettledFilter(admin.SimpleListFilter):
    """Whether somebody has seen to it."""

    title = gettext_lazy("state")
    parameter_name = "settled"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, object]]:
        """Open, or done."""
        return [("no", gettext_lazy("open")), ("yes", gettext_lazy("done"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Task]) -> QuerySet[Task]:
        """The tasks of the state chosen."""
        return queryset.filter(settled_at__isnull=self.value() == "no") if self.value() in ("no", "yes") else queryset


@admin.register(Task)
class TaskAdmin(ReadOnly, admin.ModelAdmin):
    """The list of tasks. Each leads to its story, where it is settled."""

    list_display = ("story", "what", "when", "outcome")
    list_display_links = None
    list_filter = (SettledFilter, "kind")
    search_fields = ("sentence", "article__headline", "note")
    list_per_page = 40
    ordering = ("-raised", "-pk")
    empty_value_display = ""
    show_full_result_count = False
    actions = None

    def has_view_permission(self, request: HttpRequest, obj: Task | None = None) -> bool:
        """Whoever sees stories sees what is to be done about them."""
        return request.user.has_perm("articles.view_article")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whoever sees stories."""
        return self.has_view_permission(request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Task]:
        """With the story and whoever settled it."""
        rows = super().get_queryset(request).select_related("article", "receipt", "settled_by__user")
        return rows.defer("receipt__packed", "article__body")

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        """A task has no page of its own: it stands on top of its story."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        task = get_object_or_404(Task, pk=typed_number(object_id))
        story = reverse("admin:articles_article_change", args=[task.article_id])
        return HttpResponseRedirect(f"{story}#task-{task.pk}")

    @admin.display(description=gettext_lazy("what to do"))
    def what(self, task: Task) -> str:
        """What happened, and what is to be done."""
        return render_to_string("admin/articles/task/_what.html", {"task": task})

    @admin.display(description=gettext_lazy("story"), ordering="article__headline")
    def story(self, task: Task) -> str:
        """The story it concerns, where it is settled."""
        return render_to_string("admin/articles/task/_story.html", {"task": task})

    @admin.display(description=gettext_lazy("raised"), ordering="raised")
    def when(self, task: Task) -> str:
        """How long ago it was raised."""
        return render_to_string("admin/articles/task/_when.html", {"task": task})

    @admin.display(description=gettext_lazy("done"), ordering="settled_at")
    def outcome(self, task: Task) -> str:
        """Who settled it, when, and what was done."""
        return render_to_string("admin/articles/task/_done.html", {"task": task})
