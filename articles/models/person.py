"""Members of staff as the record knows them: an opaque key, never a name."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def new_key() -> str:
    """A key that says nothing about whom it stands for."""
    return uuid.uuid4().hex


class Person(models.Model):
    """Ties an account to its key in the record. Accounts are deactivated and blanked, never deleted."""

    key = models.CharField(max_length=32, primary_key=True, default=new_key, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="person")

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What colleagues call this person; the system person is the newsroom's own software."""
        return self.user.get_full_name() or self.user.get_username()
