"""Tasks: something happened outside that a person has to look at, at every story it concerns."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.person import Person
from articles.models.receipt import Receipt


class Task(models.Model):
    """One thing to look at. The same occasion raises it once at each story, however often it is told."""

    class Kind(models.TextChoices):
        """What happened."""

        KILL = "kill", _("withdrawn by its supplier")
        CORRECTION = "correction", _("corrected by its supplier")
        UPDATE = "update", _("an update waits to be settled")
        EMBARGO = "embargo", _("embargo changed by its supplier")
        SOURCE = "source", _("rests on a source that was withdrawn")

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="tasks", verbose_name=_("article"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    occasion = models.CharField(max_length=120, help_text=_("What raised it; the same occasion raises it once."))
    sentence = models.TextField(_("what to do"))
    receipt = models.ForeignKey(
        Receipt, on_delete=models.PROTECT, null=True, related_name="tasks", verbose_name=_("receipt")
    )
    raised = models.DateTimeField(_("raised"), default=timezone.now)
    settled_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="settled_tasks", verbose_name=_("settled by")
    )
    settled_at = models.DateTimeField(_("settled"), null=True)
    note = models.TextField(_("what was done"), blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        default_permissions = ("view",)
        indexes = [models.Index(fields=["article"], name="task_open", condition=models.Q(settled_at=None))]
        constraints = [
            models.UniqueConstraint(fields=["article", "kind", "occasion"], name="task_is_raised_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["kill", "correction", "update", "embargo", "source"]),
                name="task_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.sentence
