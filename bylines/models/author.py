"""Authors: the people whose names stand over stories."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class Author(models.Model):
    """A person credited on stories; schema.org `Person`. Not an account: many authors never log in."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    title = models.CharField(_("title"), max_length=200, blank=True, help_text=_("Such as “science editor”."))
    bio = models.TextField(_("about"), blank=True, help_text=_("Plain text; a blank line starts a paragraph."))
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="author",
        verbose_name=_("account"),
        help_text=_("The staff account of this author, if there is one."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        default_permissions = ("view",)
        indexes = [models.Index(Lower("name"), name="author_name_in_small_letters")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="author_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
