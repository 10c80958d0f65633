"""What is waiting for a person: the stories they can move on now, by what they may do."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import clock
from articles.desk import rights
from articles.models import Article, PublishedArticle, Revision
from articles.states import Status, Verb

MINE, REVIEW, READY, RETURNED = "mine", "review", "ready", "returned"

LABELS = {
    MINE: _("Assigned to me"),
    REVIEW: _("To review"),
    READY: _("Approved, to publish"),
    RETURNED: _("My drafts"),
}


@dataclass(frozen=True)
class Queue:
    """One reason why stories wait for a person, and the first few of them."""

    name: str
    label: str
    stories: list[Article]
    more: bool
    url: str


def waiting_for(user: rights.User, articles: QuerySet[Article]) -> QuerySet[Article]:
    """Those of `articles` that wait for `user` for any reason."""
    condition = Q(pk__in=[])
    for name in names(user):
        condition |= Q(pk__in=queue(name, user, Article.objects.order_by()).values("pk"))
    return articles.filter(condition)


def names(user: rights.User) -> list[str]:
    """The queues that concern `user`, the most pressing first."""
    concern = {
        MINE: True,
        REVIEW: rights.may(user, Verb.APPROVE),
        READY: rights.may(user, Verb.PUBLISH),
        RETURNED: rights.may(user, Verb.SUBMIT),
    }
    return [name for name, concerned in concern.items() if concerned]


def queue(name: str, user: rights.User, articles: QuerySet[Article]) -> QuerySet[Article]:
    """Those of `articles` in the queue `name` of `user`."""
    if name == MINE:
        return articles.filter(assignee=user).exclude(status=Status.SPIKED)
    if name == REVIEW:
        return articles.filter(status=Status.IN_REVIEW).filter(Q(assignee=None) | Q(assignee=user))
    if name == READY:
        printed = PublishedArticle.objects.filter(article_number=OuterRef("pk"), revision_number=OuterRef("version"))
        return articles.filter(~Exists(printed), status=Status.APPROVED, on_hold=False)
    written = Revision.objects.filter(article=OuterRef("pk"), by__user=user)
    return articles.filter(Exists(written), status=Status.DRAFT)


def queues(user: rights.User, length: int = 6) -> list[Queue]:
    """Every queue of `user` with its first stories, the most urgent on top."""
    found = []
    for name in names(user):
        stories = list(
            queue(name, user, Article.objects.all())
            .select_related("section", "assignee")
            .order_by(F("due").asc(nulls_last=True), "-changed")[: length + 1]
        )
        url = f"{reverse('admin:articles_article_changelist')}?{urlencode({'waiting': name})}"
        found.append(Queue(name, str(LABELS[name]), stories[:length], len(stories) > length, url))
    return found


def overtaken() -> list[Article]:
    """Stories scheduled in words that have been overtaken, each with the minute (`goes_out`) and `as_revision`."""
    pending = PublishedArticle.objects.filter(article_number=OuterRef("pk")).pending(at=clock.now())
    scheduled = Article.objects.annotate(
        goes_out=Subquery(pending.values("visible_from")[:1]),
        as_revision=Subquery(pending.values("revision_number")[:1]),
    )
    return list(scheduled.filter(as_revision__lt=F("version")).order_by("goes_out"))
