"""Outlets, wires and institutions: who a piece is "for", where copy came from, who speaks."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Organisation(models.Model):
    """An organisation that stories name; schema.org `Organization`."""

    class Kind(models.TextChoices):
        """What the organisation is to this newsroom."""

        OWN_HOUSE = "own_house", _("own house")
        OUTLET = "outlet", _("outlet")
        WIRE = "wire", _("wire agency")
        INSTITUTION = "institution", _("institution")

    name = models.CharField(_("name"), max_length=200, unique=True)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OUTLET)
    description = models.TextField(_("description"), blank=True, help_text=_("What readers see on its page."))
    homepage = models.URLField(_("homepage"), blank=True)
    domains = models.JSONField(
        _("domains"),
        default=list,
        blank=True,
        help_text=_("Hosts by which an import recognises it, as a list."),
    )
    other_names = models.JSONField(
        _("other names"), default=list, blank=True, help_text=_("Spellings an import recognises, as a list.")
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="organisation_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
