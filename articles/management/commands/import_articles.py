"""`manage.py import_articles PATH…`: brings files in as drafts."""

import dataclasses
import json
from argparse import ArgumentParser
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError

from articles.desk import Refused, rights
from articles.importing.decide import Outcome
from articles.importing.readers import READERS
from articles.importing.run import AUTO, Import, Result


class Command(BaseCommand):
    """The import's door for admins: parse arguments, run, print, exit with 1 where an item was refused."""

    help = "Makes a draft of every story in the files given. The same file again changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments, as `--help` explains them."""
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, or a folder of files")
        parser.add_argument("--dry-run", action="store_true", help="print what would happen and write nothing")
        parser.add_argument("--format", default=AUTO, choices=[AUTO, *READERS], help="how to read it (default: auto)")
        parser.add_argument("--encoding", help="the text encoding, where the file itself does not tell rightly")
        parser.add_argument("--by", metavar="USERNAME", help="in whose name (default: the newsroom's software)")
        parser.add_argument("--report", metavar="FILE.jsonl", help="write one line of JSON an item to this file")

    def handle(self, *, paths: list[str], report: str | None, dry_run: bool, verbosity: int, **options: Any) -> None:
        """Runs the import. Raises `CommandError` at the end where an item was refused; the others are in."""
        bringing_in = Import(
            by=self._person(options["by"]),
            paths=tuple(paths),
            format=options["format"],
            encoding=options["encoding"],
        )
        counts: Counter[str] = Counter()
        try:
            with self._report(report) as file:
                for result in bringing_in.rehearse() if dry_run else bringing_in.run():
                    counts[result.outcome] += 1
                    self._say(result, verbosity)
                    if file:
                        print(json.dumps(dataclasses.asdict(result), ensure_ascii=False), file=file, flush=True)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self._sum_up(counts, dry_run)
        if counts[Outcome.REFUSED]:
            raise CommandError(f"{counts[Outcome.REFUSED]} refused; the reasons stand above.")

    def _person(self, username: str | None) -> rights.User:
        if username is None:
            return rights.system()
        found = get_user_model().objects.filter(username=username, is_active=True).first()
        if found is None:
            raise CommandError(f"--by: there is no active account named {username!r}.")
        return found

    def _report(self, name: str | None) -> Any:
        if name is None:
            return nullcontext()
        try:
            return Path(name).open("w", encoding="utf-8")
        except OSError as error:
            raise CommandError(f"--report: {name} cannot be written: {error.strerror}.") from error

    def _say(self, result: Result, verbosity: int) -> None:
        if result.outcome == Outcome.REFUSED:
            where = "".join(
                f", {name} {value}"
                for name, value in (("line", result.line), ("byte", result.byte))
                if value is not None
            )
            self.stderr.write(f"refused    {result.name}: {result.error}{where}: {result.reason}")
        elif verbosity:
            number = f" → article {result.article}" if result.article else ""
            self.stdout.write(f"{result.outcome:<10} {result.name}{number}: {result.headline} ({result.reason})")
            for step in result.steps if verbosity > 1 else ():
                self.stdout.write(f"           {step}")

    def _sum_up(self, counts: Counter[str], dry_run: bool) -> None:
        summary = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome)
        self.stdout.write(f"{'Would be: ' if dry_run else ''}{summary}.")
