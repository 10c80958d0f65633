"""`manage.py verify_record`: proves that nothing in the record was changed."""

from typing import Any

from django.core.management import BaseCommand, CommandError

from articles.desk.proving import faults
from articles.models import Revision


class Command(BaseCommand):
    """The door to the proof."""

    help = "Computes every hash again and follows every chain; exits with 1 where the record is not as written."

    def handle(self, **options: Any) -> None:
        """Says each fault on its own line. Raises `CommandError` at the end when there was one."""
        found = list(faults())
        for sentence in found:
            self.stderr.write(sentence)
        if found:
            raise CommandError(f"The record does not hold: faults found: {len(found)}; they are listed above.")
        self.stdout.write(f"The record holds: {Revision.objects.count()} revisions, every hash and chain as written.")
