"""`manage.py undo_import BATCH`: spikes the untouched drafts of an import; deletes nothing."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import desk
from articles.management.staff import person_named
from articles.models import ImportBatch


class Command(BaseCommand):
    """The door to `desk.undo_import`."""

    help = "Spikes the drafts that an import made and nobody has touched. Nothing is deleted."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments, as `--help` explains them."""
        parser.add_argument("batch", type=int, metavar="BATCH", help="the number of the import, as it printed it")
        parser.add_argument("--by", metavar="USERNAME", help="in whose name (default: the newsroom's software)")
        parser.add_argument("--why", default="", help="the reason, for the record")

    def handle(self, *, batch: int, by: str | None, why: str, **_options: Any) -> None:
        """Undoes the import. Raises `CommandError` where there is none of that number, or `by` may not."""
        person = person_named(by)
        found = ImportBatch.objects.filter(pk=batch).first()
        if found is None:
            raise CommandError(_("There is no import %(number)d. They are listed in the admin.") % {"number": batch})
        try:
            undone = desk.undo_import(found, by=person, why=why)
        except desk.Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        spiked = len(undone.spiked)
        self.stdout.write(
            ngettext("%(number)d draft spiked.", "%(number)d drafts spiked.", spiked) % {"number": spiked}
        )
        for article in undone.kept:
            told = _("Kept, for somebody has worked on it: article %(number)d, %(headline)s")
            self.stdout.write(told % {"number": article.pk, "headline": article.headline})
