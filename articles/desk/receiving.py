"""What arrives is kept before anything is made of it: batch, receipts, verdicts, deliveries.

Receipts and verdicts are append-only. Each function writes for a whole batch of items in one statement a table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from articles import clock
from articles.desk import rights
from articles.desk.appending import append
from articles.desk.refusals import Refused
from articles.models import Article, Delivery, ImportBatch, Receipt, Verdict

_ALONE = 0x4E657773  # any number that no other part of the house locks


@dataclass
class Arrival:
    """One item to keep: its name, hash and size, its bytes (None where it is over the limit), how to read it again.

    `packed` are the bytes as `Receipt.pack` gives them, where that was done already.
    """

    name: str
    sha256: str
    size: int
    received: bytes | None
    format: str = ""
    envelope: Mapping[str, Any] = field(default_factory=dict)
    packed: bytes | None = None


def require(by: rights.User) -> None:
    """Raises `Refused` unless `by` may bring copy into the house."""
    if not rights.may_import(by):
        raise Refused(_("Your role does not include importing. Ask an editor."))


def alone() -> None:
    """Until the transaction ends no other import decides anything: what one finds not held, no other makes meanwhile.

    SQLite has one writer at a time as it is.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ALONE])


def open_batch(*, by: rights.User, origin: str) -> ImportBatch:
    """Notes that `by` is bringing in copy from `origin` (the paths as given). Raises `Refused` without the right."""
    require(by)
    return ImportBatch.objects.create(by=rights.person(by), when=clock.now(), origin=origin)


def receive(batch: ImportBatch, arrivals: Sequence[Arrival]) -> list[Receipt]:
    """Keeps what arrived, in order; of an item over the limit only its name, size and hash."""
    now = clock.now()
    receipts = [
        Receipt(
            batch_id=batch.pk,
            name=arrival.name,
            sha256=arrival.sha256,
            size=arrival.size,
            packed=_packed(arrival),
            format=arrival.format,
            envelope=dict(arrival.envelope),
            received=now,
        )
        for arrival in arrivals
    ]
    return append(receipts)


def _packed(arrival: Arrival) -> bytes | None:
    if arrival.received is None:
        return None
    return arrival.packed or Receipt.pack(arrival.received)


def judge(verdicts: Sequence[Verdict]) -> None:
    """Appends what the steps made of receipts, in order; each verdict names its receipt, the last one is its state."""
    now = clock.now()
    for verdict in verdicts:
        verdict.when = now
    append(verdicts)


def deliver(deliveries: Sequence[Delivery]) -> None:
    """Notes which story each item was, and supersedes what still waited to be settled there."""
    now = clock.now()
    for delivery in deliveries:
        delivery.received = now
    decided = (Delivery.State.TAKEN, Delivery.State.WAITING)
    newer = [one.article_id for one in deliveries if one.kind == Delivery.Kind.UPDATE and one.state in decided]
    if newer:
        waiting = Delivery.objects.filter(article__in=newer, state=Delivery.State.WAITING)
        waiting.update(state=Delivery.State.SUPERSEDED)
    append(deliveries)


def taken(article: Article) -> Delivery | None:
    """The delivery whose words the desk last took: the base of the next merge. None for a story of our own."""
    return article.deliveries.filter(state=Delivery.State.TAKEN).exclude(kind=Delivery.Kind.COPY).last()
