"""What arrives is kept before anything is made of it: batch, receipt, verdicts. All append-only."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from articles import clock
from articles.desk import rights
from articles.desk.refusals import Refused
from articles.models import Article, ImportBatch, Receipt, Verdict


def open_batch(*, by: rights.User, origin: str) -> ImportBatch:
    """Notes that `by` is bringing in copy from `origin` (the paths as given). Raises `Refused` without the right."""
    require(by)
    return ImportBatch.objects.create(by=rights.person(by), when=clock.now(), origin=origin)


def require(by: rights.User) -> None:
    """Raises `Refused` unless `by` may bring copy into the house."""
    if not rights.may_import(by):
        raise Refused(_("Your role does not include importing. Ask an editor."))


def claim(sha256: str) -> Receipt | None:
    """The receipt of exactly these bytes, if they came before, until the transaction ends for one import alone.

    Its batch is what is locked: on the receipt itself a newsroom's role in PostgreSQL holds no right but to read.
    """
    held = Receipt.objects.filter(sha256=sha256).select_related("batch")
    return held.select_for_update(of=["batch"]).first()


def receive(batch: ImportBatch, *, name: str, sha256: str, size: int, received: bytes | None) -> Receipt:
    """Keeps the bytes received; of an item over the limit (`received` is None) only its name, size and hash."""
    return Receipt.objects.create(
        batch=batch,
        name=name,
        sha256=sha256,
        size=size,
        packed=None if received is None else Receipt.pack(received),
        received=clock.now(),
    )


def judge(receipt: Receipt, verdicts: Sequence[Verdict], *, article: Article | None = None) -> None:
    """Appends what the steps made of a receipt, in order."""
    now = clock.now()
    with transaction.atomic():
        for verdict in verdicts:
            verdict.receipt, verdict.when = receipt, now
            verdict.article = article
        Verdict.objects.bulk_create(verdicts)
