"""An import killed at any moment leaves whole stories only, and the same call again finishes it without a double."""

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from articles.desk import rights
from articles.importing.run import Import
from articles.models import Article, Receipt, Revision, Task
from tests.plugin import ROOT

ROUNDS = 20
STORIES = 14  # that each round adds
SEED = 20261124

# Stands ready, and forks a process for each import it is asked for: a start of Django for each would take a minute.
NURSERY = """
import os, sys
import django
django.setup()
from articles.desk import rights
from articles.importing import reading_ahead, run
run.BATCH = 3
print("ready", flush=True)
for line in sys.stdin:
    path, at_home = line.split()
    reading_ahead.AT_HOME = int(at_home)
    pid = os.fork()
    if pid == 0:
        try:
            for result in run.Import(rights.system(), (path,)).run():
                pass
        except BaseException as fault:
            print(repr(fault), file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
    print(pid, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""

WORDS = "tide quay gull wall pump crate porter mayor lamp rope sail net herring ferry storm night dawn flood".split()


def copy(number):
    """A story of the wire; every seventh is a newer version of one before it, every eleventh the same words again."""
    chance = random.Random(number - 7 if number % 11 == 0 and number > 7 else number)
    sentences = [f"{' '.join(chance.choices(WORDS, k=12)).capitalize()}." for _ in range(12)]
    text = "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, 12, 3))
    return f"Report {number} from the quay\n\n{text}\n\nAda Reed {'I' * (number % 3 + 1)} for Wave {number % 5}\n"


def deliver(folder, first):
    """Puts one round's stories into `folder`, and something that is none."""
    for number in range(first, first + STORIES):
        (folder / f"{number:03}.txt").write_text(copy(number), encoding="utf-8")
    (folder / f"{first:03}-bad.txt").write_bytes(b"Tide\n\x00" + bytes([first % 200 + 1]))


def told():
    """All that an import has made, without the numbers and times that no two runs share."""
    articles = Article.objects.order_by("headline").prefetch_related("credits__author", "origins__organisation")
    return {
        "articles": [
            (
                article.headline,
                article.body,
                article.version,
                [str(credit) for credit in article.credits.all()],
                [(str(origin), origin.evidence) for origin in article.origins.all()],
                list(article.deliveries.order_by("pk").values_list("kind", "state", "receipt__name")),
            )
            for article in articles
        ],
        "receipts": Counter(
            (receipt.name, receipt.sha256, *receipt.verdicts.values_list("step", "outcome"))
            for receipt in Receipt.objects.all()
        ),
        "revisions": Revision.objects.count(),
        "tasks": Task.objects.count(),
    }


class Nursery:
    """A process that starts imports on the database of the test."""

    def __init__(self, folder):
        self.folder = folder
        environment = {**os.environ, "DATABASE_URL": url(), "PYTHONPATH": str(ROOT)}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.process = subprocess.Popen([sys.executable, "-c", NURSERY], env=environment, text=True, bufsize=1, **pipes)
        assert self.process.stdout.readline() == "ready\n"

    def start(self, at_home=10_000):
        """Starts an import; gives the number of its process."""
        self.process.stdin.write(f"{self.folder} {at_home}\n")
        return int(self.process.stdout.readline())

    def ends(self, within=None):
        """Whether the import ends within so many seconds."""
        return bool(select.select([self.process.stdout], [], [], within)[0])

    def outcome(self):
        """How the import ended: 0, or the signal that ended it as a negative number."""
        return int(self.process.stdout.readline())


def url():
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    where = "&".join(f"{name}={value}" for name, value in database["OPTIONS"].items() if name == "host")
    login = ":".join(filter(None, (database["USER"], database["PASSWORD"])))
    place = ":".join(filter(None, (database["HOST"], str(database["PORT"] or ""))))
    return f"postgres://{login}@{place}/{database['NAME']}?{where}"


@pytest.fixture
def nursery(tmp_path):
    made = Nursery(tmp_path)
    yield made
    made.process.kill()
    made.process.wait()


def is_whole(article):
    """Whether the story has a revision and a decision for each version, its credit, and a receipt that names it."""
    return (
        article.revisions.count() == article.decisions.count() == article.version
        and article.credits.count() == article.deliveries.filter(kind="item").count() == 1
        and article.deliveries.first().receipt.state().article_id == article.pk
    )


@pytest.mark.django_db(transaction=True)
def test_an_import_killed_at_random_moments_ends_as_if_undisturbed(nursery, tmp_path):
    chance, killed = random.Random(SEED), 0
    deliver(tmp_path, 0)
    began = time.monotonic()
    nursery.start()
    assert nursery.outcome() == 0
    seconds = time.monotonic() - began
    for number in range(1, ROUNDS + 1):
        deliver(tmp_path, number * STORIES)
        process = nursery.start()
        if not nursery.ends(within=chance.uniform(0, seconds)):
            os.kill(process, signal.SIGKILL)
        killed += nursery.outcome() == -signal.SIGKILL
        assert all(map(is_whole, Article.objects.all()))
    assert killed > ROUNDS / 2
    nursery.start()
    assert nursery.outcome() == 0
    finished = told()
    with transaction.atomic():
        call_command("flush", verbosity=0, interactive=False)
    list(Import(rights.system(), (str(tmp_path),)).run())
    assert told() == finished
    assert finished["articles"] != []


@pytest.mark.django_db(transaction=True)
def test_whoever_reads_ahead_ends_with_the_import_it_helps(nursery, tmp_path):
    for first in range(0, 100, STORIES):
        deliver(tmp_path, first)
    process = nursery.start(at_home=1)
    helper = helper_of(process)
    os.kill(process, signal.SIGKILL)
    assert nursery.outcome() == -signal.SIGKILL
    assert select.select([helper], [], [], 20)[0] == [helper]  # readable once it has ended
    os.close(helper)


def helper_of(process):
    """A handle on the process that `process` has started to read ahead."""
    children = Path(f"/proc/{process}/task/{process}/children")
    while True:
        for child in children.read_text().split():
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                return os.pidfd_open(int(child))
