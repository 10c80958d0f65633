"""Decisions: one line for every move of a story. The print is made from them, and can be made from them again."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.person import Person
from articles.models.revision import Revision
from articles.states import Status, Verb


class Decision(models.Model):
    """Who moved a story, how, when and why. Append-only; the database itself refuses change."""

    # The index below begins with it.
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="decisions", db_index=False)
    verb = models.CharField(_("verb"), max_length=30, choices=Verb)
    from_status = models.CharField(_("from"), max_length=20, choices=Status, blank=True)
    to_status = models.CharField(_("to"), max_length=20, choices=Status)
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="decisions")
    by = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="decisions",
        db_column="person_key",
        verbose_name=_("by"),
    )
    when = models.DateTimeField(_("when"))
    at = models.DateTimeField(
        _("takes effect"), null=True, help_text=_("The minute readers are concerned, where the verb has one.")
    )
    why = models.TextField(_("why"), blank=True)
    warnings = models.JSONField(_("let through"), default=list, help_text=_("Rules of the gate that only warned."))
    details = models.JSONField(_("details"), default=dict, help_text=_("What the print needs beside the revision."))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        default_permissions = ()
        indexes = [models.Index(fields=["article", "verb", "-id"], name="decision_last_of_a_verb")]
        constraints = [
            models.CheckConstraint(condition=models.Q(verb__in=Verb.values), name="decision_verb_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_verb_display()} ({self.when:%Y-%m-%d %H:%M} UTC)"
