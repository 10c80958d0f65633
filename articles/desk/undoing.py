"""An import undone: nothing is deleted; its untouched drafts are spiked, and its receipts say so."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from articles import likeness
from articles.desk import receiving, review, rights
from articles.models import Article, Delivery, ImportBatch, Verdict
from articles.states import Status


@dataclass(frozen=True)
class Undone:
    """What becomes of a batch: the drafts that are spiked, the stories somebody has worked on, which stay, and how many
    copies from other outlets count as never received.
    """

    spiked: list[Article]
    kept: list[Article]
    copies: int = 0


def undo_import(batch: ImportBatch, *, by: rights.User, why: str = "") -> Undone:
    """Spikes the drafts that `batch` made and nobody has touched; the same file imported again makes them anew.

    A story that was edited, moved or published since stays, and so does an update merged into an older story: its
    history has *Restore*. Raises `Refused` where `by` may not import or spike. Undone twice it does nothing new.
    """
    receiving.require(by)
    reason = why.strip() or _("Import %(batch)s undone.") % {"batch": batch}
    with transaction.atomic():
        receiving.alone()
        undone = undoable(batch)
        for article in undone.spiked:
            review.spike(article, by=by, why=reason)
        copies = Q(receipt__batch=batch, kind=Delivery.Kind.COPY)
        _forget(_standing().filter(Q(article__in=undone.spiked) | copies), reason)
        likeness.index({article.pk: () for article in undone.spiked})
        return undone


def undoable(batch: ImportBatch) -> Undone:
    """What `undo_import` would spike now, and what it would keep."""
    came = _standing().filter(receipt__batch=batch)
    articles = came.filter(kind=Delivery.Kind.ITEM).values("article")
    made = Article.objects.filter(pk__in=articles).annotate(moves=Count("decisions")).defer("body").order_by("pk")
    spiked: list[Article] = []
    kept: list[Article] = []
    for article in made:
        untouched = (article.status, article.version, article.moves) == (Status.DRAFT, 1, 1)
        (spiked if untouched else kept).append(article)
    return Undone(spiked, kept, came.filter(kind=Delivery.Kind.COPY).count())


def is_undoable(batch: ImportBatch) -> bool:
    """Whether anything that `batch` brought in still counts as received."""
    brought = (Delivery.Kind.ITEM, Delivery.Kind.COPY)
    return _standing().filter(receipt__batch=batch, kind__in=brought).exists()


def _standing() -> QuerySet[Delivery]:
    return Delivery.objects.exclude(state=Delivery.State.UNDONE).defer("content")


def _forget(deliveries: QuerySet[Delivery], reason: str) -> None:
    """From here on the items count as never received, and the receipts say why."""
    verdicts = [
        Verdict(receipt_id=receipt, article_id=article, step="undo", outcome=Verdict.Outcome.UNDONE, reason=reason)
        for receipt, article in deliveries.order_by("pk").values_list("receipt", "article")
    ]
    deliveries.update(state=Delivery.State.UNDONE)
    receiving.judge(verdicts)
