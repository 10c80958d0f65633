"""In whose name a command acts."""

from django.contrib.auth import get_user_model
from django.core.management import CommandError
from django.utils.translation import gettext as _

from articles.desk import rights


def person_named(username: str | None) -> rights.User:
    """The active account of that name; the newsroom's own software where none is named. Raises `CommandError`."""
    if username is None:
        return rights.system()
    found = get_user_model().objects.filter(username=username, is_active=True).first()
    if found is None:
        raise CommandError(_("--by: there is no active account named “%(name)s”.") % {"name": username})
    return found
