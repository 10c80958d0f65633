"""Credits: who made the piece, in which role, for whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from bylines.models import Author, Organisation


class Credit(models.Model):
    """One line of credit. "Staff" (as wording) or an organisation alone is a credit too."""

    class Role(models.TextChoices):
        """What the credited person did, in IPTC's words for contributors."""

        WRITER = "writer", _("writer")
        REPORTER = "reporter", _("reporter")
        CORRESPONDENT = "correspondent", _("correspondent")
        CONTRIBUTOR = "contributor", _("contributor")
        EDITOR = "editor", _("editor")
        PHOTOGRAPHER = "photographer", _("photographer")
        TRANSLATOR = "translator", _("translator")
        ILLUSTRATOR = "illustrator", _("illustrator")

    WRITING = frozenset({Role.WRITER, Role.REPORTER, Role.CORRESPONDENT, Role.CONTRIBUTOR})
    """Roles that stand in the byline; the others are named beside it."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="credits")
    author = models.ForeignKey(
        Author,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=_("author"),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=_("for"),
        help_text=_("The outlet the piece is for."),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.WRITER)
    wording = models.CharField(
        _("wording"), max_length=200, blank=True, help_text=_("As printed, when it is not the author's name.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(author__isnull=False) | models.Q(organisation__isnull=False) | ~models.Q(wording=""),
                name="credit_names_somebody",
                violation_error_message=_("Name an author, an organisation, or write the credit's wording."),
            ),
        ]

    def __str__(self) -> str:
        name = self.wording or (str(self.author) if self.author else "")
        if name and self.organisation:
            return _("%(name)s for %(organisation)s") % {"name": name, "organisation": self.organisation}
        return name or str(self.organisation)
