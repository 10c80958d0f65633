"""`manage.py rebuild_published`: makes everything readers see again, from the record."""

from typing import Any

from django.core.management import BaseCommand

from articles.desk.rebuilding import rebuild_published


class Command(BaseCommand):
    """The door to the rebuild."""

    help = "Makes the published tables again from the record; the same record gives the same pages."

    def handle(self, **options: Any) -> None:
        """Rebuilds and says how many prints there are."""
        self.stdout.write(f"{rebuild_published()} prints made from the record.")
