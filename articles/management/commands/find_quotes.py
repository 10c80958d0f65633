"""`manage.py find_quotes`: reads every story that is due for quotes, such as an archive that has just come in."""

from contextlib import nullcontext
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.suggesting import sweep
from articles.importing.quoting import Tally, due, find_quotes
from articles.management.progress import Progress


class Command(BaseCommand):
    """The door to reading for quotes: run, print, exit with 1 where a story could not be read."""

    help = "Suggests who said what in every story whose words have not been read yet. The same again changes nothing."

    def handle(self, *, verbosity: int, **_options: Any) -> None:
        """Reads what is due. Raises `CommandError` at the end where a story could not be read; it stays due."""
        tally, quiet = Tally(), verbosity != 1 or not self.stderr.isatty()
        with nullcontext() if quiet else Progress(self.stderr) as shown:
            for outcome in find_quotes(due()):
                tally.count(outcome)
                if shown:
                    shown.count(_("read for quotes"))
                if outcome.fault:
                    self.stderr.write(outcome.sentence)
        sweep()
        if verbosity:
            self.stdout.write(str(tally))
        if tally.faults:
            told = ngettext(
                "%(number)d story could not be read; the reason stands above.",
                "%(number)d stories could not be read; the reasons stand above.",
                tally.faults,
            )
            raise CommandError(told % {"number": tally.faults})
