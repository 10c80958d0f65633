"""`manage.py withdraw_source SLUG --by USER --why …`: withdraws a source from all stories that rest on it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import desk
from articles.desk.withdrawing import Withdrawal, withdraw_source
from articles.management.staff import person_named
from bylines.models import Source


class Command(BaseCommand):
    """The door to `withdraw_source`."""

    help = "Raises a task at every story that rests on a source, and tells the readers of those that are live."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments, as `--help` explains them."""
        parser.add_argument("source", metavar="SLUG", help="the source, by the end of its address")
        parser.add_argument("--by", metavar="USERNAME", required=True, help="in whose name")
        parser.add_argument("--why", required=True, help="the reason, for the desk; readers are not told it")

    def handle(self, *, source: str, by: str, why: str, **_options: Any) -> None:
        """Withdraws it and names the stories. Raises `CommandError` where there is none, or the desk refuses."""
        person, found = person_named(by), Source.objects.accepted().filter(slug=source).first()
        if found is None:
            raise CommandError(_("There is no source “%(slug)s”. They are listed in the admin.") % {"slug": source})
        try:
            done = withdraw_source(found, by=person, why=why)
        except desk.Refused as refused:
            raise CommandError("\n".join(refused.sentences)) from refused
        self._say(done)

    def _say(self, done: Withdrawal) -> None:
        rest = ngettext("%(number)d story rests on it.", "%(number)d stories rest on it.", len(done.stories))
        new = ngettext("%(number)d task is new.", "%(number)d tasks are new.", len(done.tasks))
        told = ngettext("Readers of %(number)d were told.", "Readers of %(number)d were told.", len(done.notices))
        for sentence, rows in ((rest, done.stories), (new, done.tasks), (told, done.notices)):
            self.stdout.write(sentence % {"number": len(rows)})
        for one in done.stories:
            self.stdout.write(f"{one.article.pk} {one.article} ({one.standing.label}): {one.reason}")
        for sentence in done.untold:
            self.stderr.write(_("Readers could not be told: %(story)s") % {"story": sentence})
