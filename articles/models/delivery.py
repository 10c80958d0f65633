"""Deliveries: each time copy of a story arrived, from whom, under which id and version, in which words."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.receipt import Receipt
from articles.models.revision import Revision


class Delivery(models.Model):
    """One arrival of a story's copy. By its columns the next arrival of the same story is known.

    What was received word for word is what the named revision says, or `content` where that revision holds other words
    as well: it is the base on which the supplier's next version is merged with what the desk has written since.
    """

    class Kind(models.TextChoices):
        """What it was to the story."""

        ITEM = "item", _("the story itself")
        UPDATE = "update", _("a newer version")
        COPY = "copy", _("the same copy from another outlet")
        WITHDRAWAL = "withdrawal", _("withdrawn by its supplier")

    class State(models.TextChoices):
        """What the desk has made of it."""

        TAKEN = "taken", _("taken")
        WAITING = "waiting", _("waits to be settled")
        SUPERSEDED = "superseded", _("superseded by a newer version")
        KNOWN = "known", _("nothing new in it")
        UNDONE = "undone", _("undone")

    class PubStatus(models.TextChoices):
        """Whether the supplier lets it be used; IPTC's pubStatus."""

        USABLE = "usable", _("usable")
        WITHHELD = "withheld", _("withheld")
        CANCELED = "canceled", _("cancelled")

    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, null=True, related_name="deliveries", verbose_name=_("article")
    )
    receipt = models.ForeignKey(Receipt, on_delete=models.PROTECT, related_name="deliveries", verbose_name=_("receipt"))
    revision = models.ForeignKey(
        Revision, on_delete=models.PROTECT, null=True, db_index=False, related_name="+", verbose_name=_("revision")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    state = models.CharField(_("state"), max_length=12, choices=State)
    supplier = models.CharField(_("supplier"), max_length=200, blank=True)
    identity = models.CharField(_("supplier's id"), max_length=600, blank=True)
    version = models.CharField(_("version"), max_length=80, blank=True)
    address = models.CharField(_("address"), max_length=500, blank=True)
    words_hash = models.CharField(max_length=64, blank=True)
    content = models.TextField(_("as received"), blank=True)
    pub_status = models.CharField(_("pubStatus"), max_length=10, choices=PubStatus, default=PubStatus.USABLE)
    published = models.DateTimeField(_("published"), null=True)
    updated = models.DateTimeField(_("updated"), null=True)
    zone = models.CharField(_("zone"), max_length=9, blank=True, help_text=_("The offset its times were said with."))
    rights = models.TextField(_("rights"), blank=True)
    priority = models.PositiveSmallIntegerField(_("priority"), null=True)
    received = models.DateTimeField(_("received"), default=timezone.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["identity"], name="delivery_identity", condition=~models.Q(identity="")),
            models.Index(fields=["address"], name="delivery_address", condition=~models.Q(address="")),
            models.Index(fields=["words_hash"], name="delivery_words", condition=~models.Q(words_hash="")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["item", "update", "copy", "withdrawal"]), name="delivery_kind_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["taken", "waiting", "superseded", "known", "undone"]),
                name="delivery_state_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(article__isnull=False) | models.Q(kind="withdrawal"), name="delivery_has_a_story"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.supplier or self.address or self.receipt_id} {self.version}".strip()
