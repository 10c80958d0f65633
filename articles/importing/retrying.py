"""What was refused, tried again from its receipts: after a fix of the reader, or with another encoding told."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from articles.desk import receiving
from articles.importing.item import Item
from articles.importing.known import Pair
from articles.importing.readers.reader import Source
from articles.importing.reading import AUTO, WHOLE_FILE, items_of, read
from articles.importing.run import Import, Result, in_batches
from articles.models import Receipt, Verdict

WITHDRAWN = ("withdrawn", "withheld")
"""Refusals that are the supplier's, not ours: trying again does not change them."""


@dataclass
class Retry(Import):
    """An import of the quarantine: every receipt that was last refused, or only those of the numbers given."""

    receipts: tuple[int, ...] = ()

    def run(self) -> Iterator[Result]:
        """Reads every receipt again, each as it came. Raises `Refused` where `by` may not."""
        self.require_rights()
        chosen = quarantined().filter(pk__in=self.receipts) if self.receipts else quarantined()
        numbers = list(chosen.order_by("pk").values_list("pk", flat=True))
        for pairs in in_batches(self._single(numbers)):
            yield from self._bring_in(pairs)
        for pk in numbers:
            receipt = Receipt.objects.get(pk=pk)
            if _is_file(receipt):
                yield from self._taken_apart(receipt)

    def _single(self, numbers: list[int]) -> Iterator[Pair]:
        for pk in numbers:
            receipt = Receipt.objects.get(pk=pk)
            if not _is_file(receipt):
                item = item_of_receipt(receipt, self.encoding)
                yield item, read(item)

    def _taken_apart(self, receipt: Receipt) -> Iterator[Result]:
        """A file that was broken from some place on is taken apart again; each item has a receipt of its own."""
        broken = False
        stream = io.BytesIO(receipt.unpack() or b"")
        encoding = self.encoding or receipt.envelope.get("encoding")
        source = Source(receipt.name, stream, settings.IMPORT_LIMIT_BYTES, encoding)
        for pairs in in_batches((item, read(item)) for item in items_of(source, receipt.format or AUTO)):
            broken = broken or any(item.sha256 == receipt.sha256 for item, _reading in pairs)
            yield from self._bring_in(pairs)
        if not broken:
            told = _("Taken apart without a fault: its items have receipts of their own.")
            receiving.judge([Verdict(receipt=receipt, step="retry", outcome=Verdict.Outcome.UNCHANGED, reason=told)])


def quarantined() -> QuerySet[Receipt]:
    """The receipts whose last verdict is a refusal that trying again may change, and of which we have the bytes."""
    last = Verdict.objects.filter(receipt=OuterRef("pk")).order_by("-pk")
    judged = Receipt.objects.annotate(
        last_outcome=Subquery(last.values("outcome")[:1]), last_step=Subquery(last.values("step")[:1])
    )
    refused = judged.filter(last_outcome=Verdict.Outcome.REFUSED, packed__isnull=False)
    return refused.exclude(last_step__in=WITHDRAWN).defer("packed")


def item_of_receipt(receipt: Receipt, encoding: str | None = None) -> Item:
    """The item that a receipt keeps, read in `encoding` where one is told now."""
    envelope = {**receipt.envelope, **({"encoding": encoding} if encoding else {})}
    return Item(receipt.name, receipt.format or "wire", receipt.unpack(), envelope, receipt.size, receipt.sha256)


def _is_file(receipt: Receipt) -> bool:
    return receipt.envelope.items() >= WHOLE_FILE.items()
