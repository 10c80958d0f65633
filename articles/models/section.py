"""Sections of the paper, and topics that cut across them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Section(models.Model):
    """A part of the paper with a page of its own; schema.org `articleSection`."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    description = models.TextField(_("description"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Order in the navigation."))

    class Meta:
        ordering = ["position", "name"]
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.name


class Topic(models.Model):
    """What a story is about, in the vocabulary of IPTC Media Topics where it has a code."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    code = models.CharField(_("Media Topics code"), max_length=40, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.name
