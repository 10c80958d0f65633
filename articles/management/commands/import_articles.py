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
from django.core.management.base import OutputWrapper
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk import Refused, rights
from articles.importing.decide import Outcome
from articles.importing.readers import READERS
from articles.importing.reading import AUTO
from articles.importing.run import Import, Result


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
        bringing_in = Import(self._person(options["by"]), tuple(paths), options["format"], options["encoding"])
        counts: Counter[str] = Counter()
        try:
            bringing_in.require_rights()
            with self._report(report) as file:
                for result in bringing_in.rehearse() if dry_run else bringing_in.run():
                    counts[result.outcome] += 1
                    self._say(result, verbosity)
                    if file:
                        print(json.dumps(dataclasses.asdict(result), ensure_ascii=False), file=file, flush=True)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        if verbosity:
            summary = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome)
            self.stdout.write(_("Would be: %(summary)s.") % {"summary": summary} if dry_run else f"{summary}.")
        refused = counts[Outcome.REFUSED]
        if refused:
            raise CommandError(
                ngettext(
                    "%(number)d item was refused; the reason stands above.",
                    "%(number)d items were refused; the reasons stand above.",
                    refused,
                )
                % {"number": refused}
            )

    def _person(self, username: str | None) -> rights.User:
        if username is None:
            return rights.system()
        found = get_user_model().objects.filter(username=username, is_active=True).first()
        if found is None:
            raise CommandError(_("--by: there is no active account named “%(name)s”.") % {"name": username})
        return found

    def _report(self, name: str | None) -> Any:
        if name is None:
            return nullcontext()
        try:
            return Path(name).open("w", encoding="utf-8")
        except OSError as error:
            why = _("--report: %(name)s cannot be written: %(reason)s.")
            raise CommandError(why % {"name": name, "reason": error.strerror}) from error

    def _say(self, result: Result, verbosity: int) -> None:
        if result.error:
            places = (("line", result.line), ("byte", result.byte))
            where = ", ".join([result.error, *(f"{name} {value}" for name, value in places if value is not None)])
            self._print(self.stderr, f"refused    {result.name}: {where}: {result.reason}")
        elif verbosity:
            number = f" → article {result.article}" if result.article else ""
            self._print(self.stdout, f"{result.outcome:<10} {result.name}{number}: {result.headline} ({result.reason})")
            for step in result.steps if verbosity > 1 else ():
                self._print(self.stdout, f"           {step}")

    def _print(self, stream: OutputWrapper, line: str) -> None:
        """Prints what the terminal can show: a letter it lacks must not end an import half-way."""
        encoding = getattr(stream, "encoding", None) or "utf-8"
        stream.write(line.encode(encoding, errors="replace").decode(encoding))
