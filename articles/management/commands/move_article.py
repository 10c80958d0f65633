"""`manage.py move_article NUMBER VERB`: one verb of the desk on one story, for scripts and without a browser."""

import datetime
import zoneinfo
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from articles import desk
from articles.management.staff import person_named
from articles.models import Article, Correction
from articles.states import JUDGES_WORDS, MOVES, Verb

WORDS_ASKED = frozenset({Verb.REVISE, Verb.RESTORE_REVISION, Verb.ASSIGN})
"""Verbs that ask for words or for a person; the form is their door."""

VERBS = sorted(MOVES.keys() - WORDS_ASKED)

TIMED = {Verb.SCHEDULE: "at", Verb.EMBARGO: "until"}
"""Verbs that ask for a minute, and what they call it."""


class Command(BaseCommand):
    """The door to the verbs of `articles.desk`, and to its gate: what the form refuses is refused here."""

    help = "Does one verb to one story, as its button in the admin does."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments, as `--help` explains them."""
        parser.add_argument("article", type=int, metavar="NUMBER", help="the number of the story, as in its address")
        parser.add_argument("verb", choices=VERBS, metavar="VERB", help=", ".join(VERBS))
        parser.add_argument("--by", metavar="USERNAME", required=True, help="in whose name")
        parser.add_argument(
            "--seen",
            type=int,
            metavar="VERSION",
            help="the version that was looked at; approve, publish and the like ask for it",
        )
        parser.add_argument("--why", default="", help="the reason, for the record")
        parser.add_argument(
            "--at",
            metavar="TIME",
            help="the minute for schedule and embargo, in ISO 8601; the house's zone if it names none",
        )
        parser.add_argument("--kind", choices=Correction.Kind.values, help="for correct: what kind of change it is")
        parser.add_argument("--note", default="", help="for correct: what readers are told")

    def handle(self, *, article: int, verb: str, by: str, seen: int | None, why: str, **options: Any) -> None:
        """Does the verb. Raises `CommandError` where the desk refuses, with its sentences."""
        person, story = person_named(by), Article.objects.filter(pk=article).first()
        if story is None:
            raise CommandError(_("There is no story %(number)d.") % {"number": article})
        told = self._told(Verb(verb), why=why, **options)
        if verb in JUDGES_WORDS:
            if seen is None:
                raise CommandError(
                    _("--seen: say which version you looked at; the newest is %(number)d.") % {"number": story.version}
                )
            told["seen"] = seen
        try:
            decision = getattr(desk, verb)(story, by=person, **told)
        except desk.Refused as refused:
            raise CommandError("\n".join(refused.sentences)) from refused
        self.stdout.write(_("Done: %(verb)s.") % {"verb": decision.get_verb_display()})
        for warning in decision.warnings:
            self.stdout.write(warning["sentence"])

    def _told(
        self, verb: Verb, *, why: str, at: str | None, kind: str | None, note: str, **_rest: Any
    ) -> dict[str, Any]:
        """What the verb is told beside who and which version."""
        told: dict[str, Any] = {"why": why}
        if verb in TIMED:
            told[TIMED[verb]] = _minute(at)
        if verb == Verb.CORRECT:
            told |= {"kind": kind or "", "note": note}
        return told


def _minute(typed: str | None) -> datetime.datetime:
    """The minute typed, aware. Raises `CommandError` where there is none."""
    try:
        minute = parse_datetime(typed or "")
    except ValueError:
        minute = None
    if minute is None:
        raise CommandError(_("--at: name the minute, such as 2026-12-01T18:00."))
    return (
        minute
        if timezone.is_aware(minute)
        else timezone.make_aware(minute, zoneinfo.ZoneInfo(settings.HOUSE_TIME_ZONE))
    )
