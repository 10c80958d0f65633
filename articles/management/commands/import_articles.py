"""`manage.py import_articles PATH…`: brings in whatever a newsroom receives, as drafts."""

import dataclasses
import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.core.management.base import OutputWrapper
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk import Refused
from articles.importing.archive import ArchiveImport
from articles.importing.decide import Outcome
from articles.importing.quoting import Tally, due_among, find_quotes
from articles.importing.readers import READERS
from articles.importing.reading import AUTO
from articles.importing.retrying import Retry
from articles.importing.run import Import, Result
from articles.management.progress import Progress
from articles.management.staff import person_named

ALWAYS_TOLD = (Outcome.CREATED, Outcome.UNCHANGED, Outcome.REFUSED)


class Command(BaseCommand):
    """The import's door for admins: parse arguments, run, print, exit with 1 where an item was refused."""

    help = "Makes a draft of every story in what is given. The same again changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments, as `--help` explains them."""
        what = "a file, a folder, an http(s) address, or - for standard input"
        parser.add_argument("paths", nargs="*", metavar="PATH", help=what)
        parser.add_argument("--dry-run", action="store_true", help="print what would happen and leave nothing")
        parser.add_argument("--format", default=AUTO, choices=[AUTO, *READERS], help="how to read it (default: auto)")
        parser.add_argument("--encoding", help="the text encoding, where the file itself does not tell rightly")
        parser.add_argument("--by", metavar="USERNAME", help="in whose name (default: the newsroom's software)")
        parser.add_argument("--report", metavar="FILE.jsonl", help="write one line of JSON an item to this file")
        kind = parser.add_mutually_exclusive_group()
        kind.add_argument("--publish", action="store_true", help="an archive: what was published enters as published")
        kind.add_argument("--retry", action="store_true", help="read again what was refused, from its receipts")

    def handle(self, *, report: str | None, dry_run: bool, verbosity: int, **options: Any) -> None:
        """Runs the import. Raises `CommandError` at the end where an item was refused; the others are in."""
        bringing_in = self._import(**options)
        counts: Counter[str] = Counter()
        stories: list[int] = []
        try:
            bringing_in.require_rights()
            with self._report(report) as file, self._progress(verbosity) as shown:
                for result in bringing_in.rehearse() if dry_run else bringing_in.run():
                    counts[result.outcome] += 1
                    stories += [result.article] if result.article else []
                    if shown:
                        shown.count(result.outcome)
                    self._say(result, verbosity, shown)
                    if file:
                        print(json.dumps(dataclasses.asdict(result), ensure_ascii=False), file=file, flush=True)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        if verbosity:
            self._sum_up(counts, bringing_in, dry_run)
        if not (dry_run or isinstance(bringing_in, ArchiveImport)):
            self._find_quotes(stories, verbosity)
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

    def _find_quotes(self, stories: Sequence[int], verbosity: int) -> None:
        """Reads for quotes what has come in, after all of it is held: an import ended here has lost nothing."""
        with self._progress(verbosity) as shown:
            tally = Tally()
            for outcome in find_quotes(due_among(stories)):
                tally.count(outcome)
                if shown:
                    shown.count(_("read for quotes"))
                if outcome.fault:
                    self._print(self.stderr, outcome.sentence)
        if verbosity and tally.stories:
            self.stdout.write(str(tally))

    def _progress(self, verbosity: int) -> AbstractContextManager[Progress | None]:
        return Progress(self.stderr) if verbosity == 1 and self.stderr.isatty() else nullcontext()

    def _import(self, *, paths: list[str], publish: bool, retry: bool, by: str | None, **options: Any) -> Import:
        person, told = person_named(by), (options["format"], options["encoding"])
        if retry:
            return Retry(person, ("--retry", *paths), *told, receipts=self._numbers(paths))
        if not paths:
            raise CommandError(_("Say what to import: a file, a folder, an address, or - for standard input."))
        return (ArchiveImport if publish else Import)(person, tuple(paths), *told)

    def _numbers(self, given: list[str]) -> tuple[int, ...]:
        if not all(number.isdecimal() for number in given):
            raise CommandError(_("With --retry, name receipts by their numbers, or name none to retry them all."))
        return tuple(map(int, given))

    def _report(self, name: str | None) -> Any:
        if name is None:
            return nullcontext()
        try:
            return Path(name).open("w", encoding="utf-8")
        except OSError as error:
            why = _("--report: %(name)s cannot be written: %(reason)s.")
            raise CommandError(why % {"name": name, "reason": error.strerror}) from error

    def _say(self, result: Result, verbosity: int, shown: Progress | None) -> None:
        if result.error:
            places = (("line", result.line), ("byte", result.byte))
            where = ", ".join([result.error, *(f"{name} {value}" for name, value in places if value is not None)])
            self._print(self.stderr, f"refused    {result.name}: {where}: {result.reason}")
        elif verbosity and not shown:
            number = f" → article {result.article}" if result.article else ""
            self._print(self.stdout, f"{result.outcome:<10} {result.name}{number}: {result.headline} ({result.reason})")
            for step in result.steps if verbosity > 1 else ():
                self._print(self.stdout, f"           {step}")

    def _sum_up(self, counts: Counter[str], bringing_in: Import, dry_run: bool) -> None:
        told = [outcome for outcome in Outcome if counts[outcome] or outcome in ALWAYS_TOLD]
        summary = ", ".join(f"{counts[outcome]} {outcome}" for outcome in told)
        if dry_run:
            self.stdout.write(_("Would be: %(summary)s.") % {"summary": summary})
            return
        self.stdout.write(f"{summary}.")
        if bringing_in.batch:
            undo = _("Import %(number)d; take it back with: manage.py undo_import %(number)d")
            self.stdout.write(undo % {"number": bringing_in.batch.pk})

    def _print(self, stream: OutputWrapper, line: str) -> None:
        """Prints what the terminal can show: a letter it lacks must not end an import half-way."""
        encoding = getattr(stream, "encoding", None) or "utf-8"
        stream.write(line.encode(encoding, errors="replace").decode(encoding))
