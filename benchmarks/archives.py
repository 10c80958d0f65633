"""The newsrooms that a measurement begins with, ours and the peer's, kept under var/bench: each is made once.

A sample of stories goes in by the front door; the rest of the archive are its rows again and again, put in by COPY with
numbers, ids and places of their own.
"""

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

from benchmarks import rows, tables
from benchmarks.server import KEPT, Server
from benchmarks.stories import DESKS, lines

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SAMPLE = 2_000  # stories of our archive that the others are made after
PEER_SAMPLE = 200


class Archives:
    """The databases to start from on one server, by their names. Those of other tables than today's are let go."""

    def __init__(self, server: Server, held: int) -> None:
        made_by = [HERE / "stories.py", HERE / "tables.py"]
        ours = _hash([*sorted(ROOT.glob("*/migrations/*.py")), *made_by])
        peer = _hash([*sorted((HERE / "wagtail_peer").rglob("*.py")), HERE / "wagtail_peer/requirements.txt", *made_by])
        self.empty, self.held, self.peer = f"ours_{ours}_0", f"ours_{ours}_{held}", f"peer_{peer}_{held}"
        self._server, self._stories = server, held
        for database in server.databases():
            if database not in ("postgres", "template0", "template1") and not database.startswith(
                (f"ours_{ours}_", f"peer_{peer}_")
            ):
                server.drop(database)

    def make(self, wagtail: Path) -> None:
        """Makes those that are not there yet."""
        held = self._server.databases()
        if self.empty not in held:
            with self._making(self.empty) as database:
                self._found(database)
        if self.held not in held:
            with self._making(self.held, self.empty) as database:
                self._fill(database)
        if self.peer not in held:
            with self._making(self.peer) as database:
                self._fill_peer(database, wagtail)

    @contextmanager
    def _making(self, name: str, source: str = "template1") -> Iterator[str]:
        began = time.monotonic()
        self._server.copy(source, "making")
        yield "making"
        with connected(self._server, "making") as connection:
            connection.autocommit = True
            connection.execute("VACUUM ANALYZE")
        self._server.rename("making", name)
        print(f"{name} made in {time.monotonic() - began:.0f} s", file=sys.stderr)

    def _found(self, database: str) -> None:
        """A newsroom with its sections and without a story."""
        command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
        subprocess.run(command, check=True, cwd=ROOT, env=environment(self._server, database))
        with connected(self._server, database) as connection:
            for place, name in enumerate(DESKS):
                connection.execute(
                    "INSERT INTO articles_section (name, slug, description, position) VALUES (%s, %s, '', %s)",
                    [name, name.lower(), place],
                )

    def _fill(self, database: str) -> None:
        run_import(self._server, database, stories_file(0, SAMPLE))
        with connected(self._server, database) as connection:
            taken = rows.take(connection, tables.OURS, dict.fromkeys(rows.owners(tables.OURS), 0))
            rows.multiply(connection, tables.OURS, taken, SAMPLE, self._stories)

    def _fill_peer(self, database: str, wagtail: Path) -> None:
        run_wagtail(self._server, database, wagtail, "begin", PEER_SAMPLE)
        theirs = tables.peers(PEER_SAMPLE)
        with connected(self._server, database) as connection:
            ((news,),) = connection.execute("SELECT id FROM wagtailcore_page WHERE slug = 'news'").fetchall()
            taken = rows.take(connection, theirs, {"wagtailcore_page": news})
            rows.multiply(connection, theirs, taken, PEER_SAMPLE, self._stories)
            count = "(SELECT count(*) FROM stories_storypage)"
            connection.execute(f"UPDATE wagtailcore_page SET numchild = {count} WHERE id = %s", [news])


def run_import(server: Server, database: str, path: Path) -> dict:
    """What an import of `path` took, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.ours", str(path)]
    told = _last_line(command, environment(server, database))
    if told["outcomes"] != {"created": told["stories"]}:
        raise SystemExit(f"Not every story was made: {told['outcomes']}")
    return {**told, "rate": told["stories"] / told["seconds"]}


def run_wagtail(server: Server, database: str, python: Path, verb: str, *numbers: int) -> dict:
    """What `benchmarks.wagtail_peer.measure` prints."""
    command = [str(python), "-m", "benchmarks.wagtail_peer.measure", verb, *map(str, numbers)]
    settings = {"DJANGO_SETTINGS_MODULE": "benchmarks.wagtail_peer.settings"}
    place = {"PEER_HOST": str(server.directory), "PEER_DATABASE": database}
    return _last_line(command, {**os.environ, **settings, **place})


def stories_file(first: int, count: int) -> Path:
    """A file of so many stories, kept for the next run."""
    path = KEPT / f"stories-{_hash([HERE / 'stories.py'])}-{first}-{count}.jsonl"
    if not path.exists():
        path.write_bytes(b"".join(lines(first, count)))
    return path


def environment(server: Server, database: str) -> dict[str, str]:
    """What our processes are told."""
    told = {
        "DEBUG": "false",
        "SECRET_KEY": "only-for-measuring",
        "ALLOWED_HOSTS": "localhost",
        "EMAIL_URL": "dummymail://",
    }
    url = server.url(database)
    modules = {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "PYTHONPATH": str(ROOT)}
    return {**os.environ, **told, **modules, "DATABASE_URL": url, "READERS_DATABASE_URL": url}


def connected(server: Server, database: str) -> psycopg.Connection:
    """A connection as the owner of the tables."""
    return psycopg.connect(host=str(server.directory), user="newsroom", dbname=database)


def _last_line(command: Sequence[str], environment: dict[str, str]) -> dict:
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)
    printed = done.stdout.splitlines()
    return json.loads(printed[-1]) if printed else {}


def _hash(paths: Sequence[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:8]
