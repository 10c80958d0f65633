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

    class Publishing(models.TextChoices):
        """Whether we may publish its copy."""

        YES = "yes", _("yes")
        WARN = "warn", _("yes, with a warning")
        SECOND = "second_approval", _("with a second approval")
        NEVER = "never", _("never")

    class Surfaces(models.TextChoices):
        """Where its copy may stand."""

        EVERYWHERE = "everywhere", _("everywhere")
        SITE = "site", _("on the site only, not in feeds")

    class Indexing(models.TextChoices):
        """What search engines are told of its copy."""

        INDEX = "index", _("nothing: the copy is indexed like our own")
        CANONICAL = "canonical", _("that the original is the one to index")
        NOINDEX = "noindex", _("not to index it")
        NOINDEX_NEWS = "noindex_news", _("not to index it in Google News")

    class AiMining(models.TextChoices):
        """What machines that mine texts are told of its copy."""

        HOUSE = "house", _("what the house says of its own")
        ALLOWED = "allowed", _("mining is allowed")
        RESERVED = "reserved", _("mining is reserved")

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

    publishing = models.CharField(
        _("may we publish its copy"), max_length=20, choices=Publishing, default=Publishing.YES
    )
    surfaces = models.CharField(_("where"), max_length=20, choices=Surfaces, default=Surfaces.EVERYWHERE)
    territory = models.CharField(
        _("not in"),
        max_length=200,
        blank=True,
        help_text=_("Countries where we may not show it; editors are warned, since pages are not kept from countries."),
    )
    licensed_until = models.DateTimeField(
        _("until when"), null=True, blank=True, help_text=_("From that minute on readers no longer have its copy.")
    )
    credit_line = models.CharField(
        _("credit line"), max_length=300, blank=True, help_text=_("Printed under every story that is its copy.")
    )
    label = models.CharField(
        _("label"),
        max_length=80,
        blank=True,
        help_text=_("Shown to readers beside its name, such as “state-affiliated”."),
    )
    indexing = models.CharField(_("search engines are told"), max_length=20, choices=Indexing, default=Indexing.INDEX)
    ai_mining = models.CharField(_("text miners are told"), max_length=20, choices=AiMining, default=AiMining.HOUSE)

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
