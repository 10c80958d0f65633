"""Sources: who said a thing, or the document that says it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bylines.models.organisation import Organisation


class Source(models.Model):
    """Somebody or something a passage rests on. A `Citation` in `articles` ties it to words."""

    class Kind(models.TextChoices):
        """What speaks."""

        PERSON = "person", _("person")
        DOCUMENT = "document", _("document")
        STATEMENT = "statement", _("statement")
        BROADCAST = "broadcast", _("broadcast")
        POST = "post", _("post")
        DATA_SET = "data_set", _("data set")
        ORGANISATION = "organisation", _("organisation")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.PERSON)
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    title = models.CharField(_("title"), max_length=200, blank=True, help_text=_("As it was when they spoke."))
    affiliation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sources",
        verbose_name=_("affiliation"),
    )
    url = models.URLField(_("address on the web"), max_length=500, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="source_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
