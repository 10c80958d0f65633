"""Citations: who said a thing, through which channel, and the source's own words where we hold them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.origin import Claim
from bylines.models import Organisation, Source


class Citation(models.Model):
    """Ties a passage of the body to a `Source`; schema.org `citation`."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="citations")
    key = models.CharField(max_length=36, blank=True, editable=False, help_text=_("Names its mark in the body."))
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations", verbose_name=_("source"))
    quote = models.TextField(_("quote"), blank=True, help_text=_("The words as they stand in our body."))
    channel = models.CharField(
        _("channel"), max_length=200, blank=True, help_text=_("Such as press briefing, or interview.")
    )
    via = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="relayed_citations",
        verbose_name=_("via"),
        help_text=_("Who relayed it, when it is not first-hand."),
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    source_words = models.TextField(_("source's own words"), blank=True)
    state = models.CharField(_("state"), max_length=20, choices=Claim, default=Claim.CONFIRMED)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=Claim.values), name="citation_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.quote}" if self.quote else str(self.source)
