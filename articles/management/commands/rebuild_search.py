"""`manage.py rebuild_search`: makes both search indexes again."""

from typing import Any

from django.core.management import BaseCommand

from articles.desk.rebuilding import rebuild_search


class Command(BaseCommand):
    """The door to the rebuild."""

    help = "Makes the search of readers and desk again, after a change of HOUSE_LANGUAGE; nothing else changes."

    def handle(self, **options: Any) -> None:
        """Rebuilds and says how many stories there are."""
        self.stdout.write(f"{rebuild_search()} stories can be found again.")
