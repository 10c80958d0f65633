"""Pictures: the house's library. One picture may stand in many stories."""

import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


def new_key() -> str:
    """A key for a picture that brought none."""
    return secrets.token_hex(10)


class Picture(models.Model):
    """A picture with what is said of it. `key` is what the body's figures name; without a file it cannot be printed.

    Nothing here is append-only: what is said may be mended, a file replaced. The record keeps by value what each
    revision showed, and the store keeps every file.
    """

    key = models.CharField(_("key"), max_length=36, unique=True, default=new_key, editable=False)
    file = models.FileField(_("file"), max_length=120, blank=True, editable=False)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True, db_index=True, editable=False)
    media_type = models.CharField(_("format"), max_length=20, blank=True, editable=False)
    width = models.PositiveIntegerField(_("width in pixels"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height in pixels"), default=0, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0, editable=False)
    url = models.TextField(_("address at the supplier"), blank=True, editable=False)
    alt = models.TextField(
        _("alt text"), blank=True, help_text=_("What is to be seen, for those who do not see it. One sentence or two.")
    )
    caption = models.TextField(
        _("caption"), blank=True, help_text=_("Offered when the picture is put into a story, and mended there.")
    )
    credit = models.TextField(
        _("credit"), blank=True, help_text=_("Printed with the picture, such as “Ada Moss/The Courier”.")
    )
    rights = models.TextField(
        _("rights"), blank=True, help_text=_("Whose it is and how it may be used. For the desk, never printed.")
    )
    articles = models.ManyToManyField(
        Article, blank=True, editable=False, related_name="pictures", verbose_name=_("stands in")
    )
    created = models.DateTimeField(_("received"), default=timezone.now, editable=False)
    changed = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    class Meta:
        ordering = ["-created", "-pk"]
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        # Whoever sees stories sees their pictures, whoever writes them adds some: `desk.pictures` says so.
        default_permissions = ()
        indexes = [models.Index(fields=["-created", "-id"], name="picture_newest_first")]

    def __str__(self) -> str:
        return self.caption or self.alt or self.url.rpartition("/")[2] or self.key
