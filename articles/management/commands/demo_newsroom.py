"""`manage.py demo_newsroom`: a newsroom to look at, made once; called again it adds only what is missing."""

import datetime
import io
import json
import os
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, call_command
from django.db import transaction

from articles import clock, demo
from articles.demo import cast, citing, roads, town
from articles.models import Article, Receipt
from articles.text.canonical import sha256

HERE = Path(demo.__file__).parent


class Command(BaseCommand):
    """The door to the demo."""

    help = "Sets up a demo newsroom: people in each role, an own outlet, and stories in every state."

    def handle(self, **options: Any) -> None:
        """Hires the cast, builds the town, and takes every story not yet here down its road."""
        plan = json.loads((HERE / "newsroom.json").read_text(encoding="utf-8"))
        people = cast.hire()
        town.build(plan, by=people["mara"])
        citing.introduce(by=people["mara"])
        # The oldest first, so that article numbers run with time.
        for story in sorted(plan["stories"], key=lambda story: -story.get("hours_ago", 0)):
            self._take_in(story, people)
        self.stdout.write(f"The demo newsroom holds {Article.objects.count()} stories.")

    def _take_in(self, plan: dict[str, Any], people: dict[str, Any]) -> None:
        path = HERE / "stories" / plan["file"]
        if Receipt.objects.filter(sha256=sha256(path.read_bytes())).exists():
            return
        now = clock.now()
        began = now - datetime.timedelta(hours=plan.get("hours_ago", 0))
        with transaction.atomic(), clock.set_to(began):
            call_command("import_articles", os.path.relpath(path), stdout=io.StringIO())
            article = Article.objects.latest("pk")
            roads.walk(roads.Story(article, plan, people, now))
