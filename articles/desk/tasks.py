"""Tasks: what happened outside is brought to a person's attention, once at every story it concerns."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles import clock
from articles.desk import rights
from articles.desk.refusals import Refused
from articles.models import Article, Delivery, Receipt, Task
from articles.states import Verb


def raise_tasks(
    articles: Iterable[int], kind: Task.Kind, occasion: str, sentence: str, *, receipt: Receipt | None = None
) -> int:
    """Raises a task at each of `articles` (their numbers). The same occasion raises it once there. Returns how many are
    new.
    """
    wanted = sorted(set(articles))
    known = set(Task.objects.filter(article__in=wanted, kind=kind, occasion=occasion).values_list("article", flat=True))
    new = [
        Task(article_id=pk, kind=kind, occasion=occasion, sentence=sentence, receipt=receipt, raised=clock.now())
        for pk in wanted
        if pk not in known
    ]
    Task.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def may_settle(user: rights.User) -> bool:
    """Whether `user` is of those who act on tasks: they may revise stories, or take them from readers."""
    return rights.may(user, Verb.REVISE) or rights.may(user, Verb.KILL)


def settle_task(task: Task, *, by: rights.User, note: str) -> None:
    """Says that `task` is done, and what was done. Raises `Refused` without the right, without a note, or when done."""
    if not may_settle(by):
        rights.require(by, Verb.REVISE)
    if not note.strip():
        raise Refused(_("Say what was done about it; the next person will want to know."))
    settled = Task.objects.filter(pk=task.pk, settled_at=None).update(
        settled_by=rights.person(by), settled_at=clock.now(), note=note.strip()
    )
    if not settled:
        raise Refused(_("Somebody settled this task a moment ago."))


def open_tasks(article: Article) -> QuerySet[Task]:
    """The tasks of `article` that nobody has settled."""
    return article.tasks.filter(settled_at=None)


def made_from(identities: Sequence[str]) -> set[int]:
    """The numbers of all articles made from these items of suppliers, as the story itself or as a copy of it."""
    rows = Delivery.objects.filter(identity__in=[key for key in identities if key], article__isnull=False)
    return set(rows.exclude(state=Delivery.State.UNDONE).values_list("article", flat=True))
