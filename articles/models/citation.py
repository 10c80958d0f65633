"""Citations: who said a thing, through which channel, and the source's own words where we hold them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.origin import Claim
from articles.models.person import Person
from bylines.models import Organisation, Source


class Citation(models.Model):
    """Ties a passage of the body to a `Source`; schema.org `citation`.

    The passage is what the marks named `key` hold in the body; `quote` and `passages` follow it at each save. A
    suggestion has no mark yet: its `passages` say where the words stand. One whose mark is lost and whose words are not
    found again is an orphan: it keeps its words, and waits for a person. Where the text does not say whose words they
    are, a suggestion has no source: whoever accepts it names one.
    """

    class Kind(models.TextChoices):
        """Words of somebody, or what somebody said told in ours."""

        QUOTE = "quote", _("quote")
        PARAPHRASE = "paraphrase", _("paraphrase")

    class Match(models.TextChoices):
        """How the quote stands to the source's own words (`articles.text.verbatim`)."""

        UNCHECKED = "", _("unchecked")
        EXACT = "exact", _("exact")
        TRIMMED = "trimmed", _("trimmed")
        ALTERED = "altered", _("altered")
        NOT_FOUND = "not_found", _("not found")

    FAITHFUL = frozenset({Match.EXACT, Match.TRIMMED})
    """What counts as checked."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="citations")
    key = models.CharField(max_length=36, blank=True, help_text=_("Names its mark in the body."))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.QUOTE)
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("source"),
        help_text=_("Who said it. Only a suggestion may leave it open."),
    )
    title = models.CharField(
        _("title at the time"), max_length=200, blank=True, help_text=_("As it was when they spoke.")
    )
    quote = models.TextField(_("quote"), blank=True, help_text=_("The words as they stand in our body."))
    passages = models.JSONField(
        default=list,
        editable=False,
        help_text=_("[{exact, prefix, suffix, before, after}]: see `articles.text.anchor`."),
    )
    cue = models.CharField(max_length=120, blank=True, editable=False, help_text=_("The words that say who speaks."))
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
    source_words = models.TextField(
        _("source's own words"),
        blank=True,
        help_text=_("Paste the statement or transcript; the quote is checked against it."),
    )
    match = models.CharField(
        _("check"), max_length=20, choices=Match, blank=True, default=Match.UNCHECKED, editable=False
    )
    waived_why = models.TextField(
        _("why it need not be checked"), blank=True, help_text=_("Such as “heard at the briefing, no transcript”.")
    )
    waived_quote = models.TextField(blank=True, editable=False, help_text=_("The words that were waived."))
    waived_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, editable=False, related_name="waived_citations"
    )
    found_by = models.CharField(max_length=60, blank=True, editable=False)
    state = models.CharField(_("state"), max_length=20, choices=Claim, default=Claim.CONFIRMED)
    settled_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, editable=False, related_name="settled_citations"
    )
    settled_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=Claim.values), name="citation_state_is_known"),
            models.CheckConstraint(condition=models.Q(kind__in=["quote", "paraphrase"]), name="citation_kind_is_known"),
            models.CheckConstraint(
                condition=~models.Q(state=Claim.CONFIRMED) | models.Q(source__isnull=False),
                name="citation_confirmed_has_source",
            ),
            models.UniqueConstraint(
                fields=["article", "key"], condition=~models.Q(key=""), name="citation_key_is_its_own"
            ),
        ]

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.source and str(self.source), self.quote)))

    @property
    def is_suggested(self) -> bool:
        """Whether nobody has accepted or rejected it yet."""
        return self.state == Claim.SUGGESTED

    @property
    def is_waived(self) -> bool:
        """Whether somebody said why these very words need not be checked."""
        return bool(self.waived_why) and self.waived_quote == self.quote

    @property
    def is_checked(self) -> bool:
        """Whether the quote says what its source said, or somebody vouches for it; a paraphrase has none to check."""
        return self.kind == self.Kind.PARAPHRASE or self.match in self.FAITHFUL or self.is_waived
