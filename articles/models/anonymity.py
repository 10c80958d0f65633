"""What the record keeps of unnamed sources: who looked at who they are, and who approved their use in a story."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.person import Person
from bylines.models import Source


class IdentityLook(models.Model):
    """Somebody opened the sealed identity of a source, and said why. Append-only."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="looks", verbose_name=_("source"))
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="looks", verbose_name=_("by"))
    when = models.DateTimeField(_("when"))
    why = models.TextField(_("why"))

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("look at an identity")
        verbose_name_plural = _("looks at identities")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.by}: {self.why}"


class SourceApproval(models.Model):
    """A named senior approved that a story rests on an unnamed source. Append-only."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="source_approvals")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="approvals", verbose_name=_("source"))
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="source_approvals", verbose_name=_("by"))
    when = models.DateTimeField(_("when"))
    why = models.TextField(_("why"))

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("approval of an unnamed source")
        verbose_name_plural = _("approvals of unnamed sources")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.by}: {self.source}"
