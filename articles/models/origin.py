"""Origins: competing claims about where the copy came from, each with its evidence."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.person import Person
from articles.models.receipt import Receipt
from bylines.models import Organisation


class Claim(models.TextChoices):
    """What has become of something the software or a person claims."""

    SUGGESTED = "suggested", _("suggested")
    CONFIRMED = "confirmed", _("confirmed")
    REJECTED = "rejected", _("rejected")


class Origin(models.Model):
    """One claim: this organisation had the copy before us, in this role, and here is why we think so."""

    class Role(models.TextChoices):
        """How the organisation had it, after IPTC's Content Production Party roles."""

        SYNDICATED_FROM = "syndicated_from", _("syndicated from")
        FIRST_PUBLISHED_BY = "first_published_by", _("first published by")
        WRITTEN_FOR = "written_for", _("written for")
        DISTRIBUTED_BY = "distributed_by", _("distributed by")
        TRANSLATED_FROM = "translated_from", _("translated from")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="origins")
    role = models.CharField(_("role"), max_length=30, choices=Role, default=Role.SYNDICATED_FROM)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="origins", verbose_name=_("organisation")
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    evidence = models.TextField(_("evidence"), blank=True, help_text=_("The words that say so."))
    receipt = models.ForeignKey(
        Receipt, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="origins"
    )
    evidence_start = models.PositiveIntegerField(
        null=True, editable=False, help_text=_("First byte of the evidence in what was received.")
    )
    evidence_end = models.PositiveIntegerField(null=True, editable=False)
    found_by = models.CharField(_("found by"), max_length=60, blank=True, editable=False)
    state = models.CharField(_("state"), max_length=20, choices=Claim, default=Claim.SUGGESTED)
    settled_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, editable=False, related_name="settled_origins"
    )
    settled_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("origin")
        verbose_name_plural = _("origins")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=Claim.values), name="origin_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.organisation}"
