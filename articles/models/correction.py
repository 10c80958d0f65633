"""Corrections: what was wrong, said in public, tied to the words before and after. They cannot vanish."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.decision import Decision
from articles.models.revision import Revision


class Correction(models.Model):
    """One change to a story that readers already had. Append-only; the database itself refuses change."""

    class Kind(models.TextChoices):
        """How readers are told. A typo is mended in silence; everything else leaves its note on the page."""

        TYPO = "typo", _("typo")
        UPDATE = "update", _("update")
        CORRECTION = "correction", _("correction")
        CLARIFICATION = "clarification", _("clarification")
        EDITORS_NOTE = "editors_note", _("editor's note")
        RETRACTION = "retraction", _("retraction")

    SILENT = frozenset({Kind.TYPO})
    """Kinds that readers are not told of."""

    DATED = frozenset({Kind.UPDATE, Kind.CORRECTION, Kind.CLARIFICATION, Kind.RETRACTION})
    """Kinds after which the page says "updated"."""

    WORDLESS = frozenset({Kind.EDITORS_NOTE, Kind.RETRACTION})
    """Kinds that are a note alone: the story's words stay those readers have, whatever the desk is writing."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="corrections")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="correction")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    note = models.TextField(_("note"), blank=True)
    passage = models.TextField(_("passage"), blank=True, help_text=_("The words concerned, as they were before."))
    before = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    after = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="typo") | ~models.Q(note=""), name="correction_says_what_was_wrong"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=["typo", "update", "correction", "clarification", "editors_note", "retraction"]
                ),
                name="correction_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.note}"
