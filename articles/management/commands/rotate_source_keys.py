"""`manage.py rotate_source_keys`: brings every sealed identity under the first of SOURCE_KEYS."""

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.rekeying import rotate_source_keys
from bylines.sealing import Unsealable


class Command(BaseCommand):
    """The door to `rotate_source_keys`."""

    help = "Seals who unnamed sources are with the first of SOURCE_KEYS; afterwards the other keys can be taken away."

    def handle(self, **_options: Any) -> None:
        """Says how many were rekeyed. Raises `CommandError` without a key, or where no key opens one of them."""
        try:
            done = rotate_source_keys()
        except Unsealable as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            ngettext(
                "%(number)d identity sealed with the first key.",
                "%(number)d identities sealed with the first key.",
                done.number,
            )
            % {"number": done.number}
        )
        if done.stuck:
            raise CommandError(
                _("No key opens what is sealed of %(slugs)s. Put the old key back, and keep it.")
                % {"slugs": ", ".join(done.stuck)}
            )
