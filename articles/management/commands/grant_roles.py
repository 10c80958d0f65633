"""`manage.py grant_roles --app ROLE --readers ROLE`: rights in PostgreSQL, given by the owner of the tables."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.db import connection, transaction

from articles import grants


class Command(BaseCommand):
    """The door to the grants."""

    help = "Gives two PostgreSQL roles their rights. Run it as the owner of the tables, after every migration."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The roles, which must exist."""
        parser.add_argument("--app", metavar="ROLE", help="the role in DATABASE_URL of the running newsroom")
        parser.add_argument("--readers", metavar="ROLE", help="the role in READERS_DATABASE_URL")

    def handle(self, *, app: str | None, readers: str | None, **options: Any) -> None:
        """Grants, all or nothing. Raises `CommandError` on another engine or without a role."""
        if connection.vendor != "postgresql":
            raise CommandError("Roles are PostgreSQL's; this newsroom runs on another database.")
        if not (app or readers):
            raise CommandError("Name a role: --app ROLE, --readers ROLE, or both.")
        with transaction.atomic():
            if app:
                grants.grant_app(connection, app)
                self.stdout.write(f"{app} may do the newsroom's work, and only add to the record.")
            if readers:
                grants.grant_readers(connection, readers)
                self.stdout.write(f"{readers} sees what readers may see now, and nothing else.")
