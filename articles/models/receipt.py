"""Receipts: what was received, byte for byte, and what became of it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.person import Person
from articles.text.packing import packed, unpacked


class ImportBatch(models.Model):
    """One call of an import that received something new: when, by whom, from where."""

    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="import_batches", verbose_name=_("by"))
    when = models.DateTimeField(_("when"), default=timezone.now)
    origin = models.TextField(_("from"), help_text=_("The paths or addresses as they were given."))

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.when:%Y-%m-%d %H:%M} UTC"


class Receipt(models.Model):
    """One item as it arrived. Append-only; of an item over the limit only hash, size and name are kept.

    `envelope` is what the file around the item said that its bytes alone do not; with `format` it is all that reading
    the item again needs.
    """

    batch = models.ForeignKey(ImportBatch, on_delete=models.PROTECT, related_name="receipts", verbose_name=_("import"))
    name = models.CharField(_("name"), max_length=500, help_text=_("The file's name or the item's address."))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    packed = models.BinaryField(_("the bytes, gzipped"), null=True)
    format = models.CharField(_("format"), max_length=30, blank=True)
    envelope = models.JSONField(_("envelope"), default=dict, blank=True)
    received = models.DateTimeField(_("received"), default=timezone.now)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        default_permissions = ("view",)
        # Not `unique=True`, which makes a second index on PostgreSQL: for what begins with some letters.
        constraints = [models.UniqueConstraint(fields=["sha256"], name="receipt_bytes_once")]

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def pack(received: bytes) -> bytes:
        """`received` as the table keeps it; the same bytes always pack the same."""
        return packed(received)

    def unpack(self) -> bytes | None:
        """The bytes as they arrived, or None where they were over the limit."""
        return None if self.packed is None else unpacked(bytes(self.packed))

    def state(self) -> "Verdict | None":
        """What became of it: the last verdict."""
        return self.verdicts.last()


class Verdict(models.Model):
    """What one step made of a receipt. Append-only; the last one is the receipt's state."""

    class Outcome(models.TextChoices):
        """What became of it."""

        CLEANED = "cleaned", _("cleaned")
        CREATED = "created", _("draft made")
        REVISED = "revised", _("draft updated")
        CONFLICT = "conflict", _("update waits")
        DUPLICATE = "duplicate", _("held already")
        UNCHANGED = "unchanged", _("nothing new")
        REFUSED = "refused", _("refused")
        UNDONE = "undone", _("undone")

    receipt = models.ForeignKey(Receipt, on_delete=models.PROTECT, related_name="verdicts")
    step = models.CharField(_("step"), max_length=60)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome)
    reason = models.TextField(_("reason"), blank=True)
    before = models.TextField(_("before"), blank=True)
    after = models.TextField(_("after"), blank=True)
    article = models.ForeignKey(
        "articles.Article",
        on_delete=models.PROTECT,
        null=True,
        related_name="verdicts",
        verbose_name=_("article"),
    )
    when = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    outcome__in=[
                        "cleaned", "created", "revised", "conflict", "duplicate", "unchanged", "refused", "undone",
                    ]
                ),
                name="verdict_outcome_is_known",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.step}: {self.get_outcome_display()}"
