"""PostgreSQL as a newsroom runs it: durable, with room to work. Kept under var/bench: an archive is made once."""

import os
import pwd
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path

from tests import postgresql

KEPT = Path(__file__).resolve().parent.parent / "var" / "bench"
MEMORY = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20  # MB
# A quarter of the memory is what PostgreSQL's own manual begins with.
OPTIONS = (
    f"-h '' -c shared_buffers={MEMORY // 4}MB -c max_wal_size=4GB -c checkpoint_timeout=30min "
    "-c maintenance_work_mem=512MB"
)

FIRST_OF_OURS = 16_384  # what has a lower number is PostgreSQL's own
WARM = (
    "CREATE EXTENSION IF NOT EXISTS pg_prewarm; "
    f"SELECT sum(pg_prewarm(indexrelid)) FROM pg_index WHERE indrelid >= {FIRST_OF_OURS}"
)


class Server:
    """A running server, by the directory of its socket."""

    def __init__(self, programs: Path, directory: Path) -> None:
        self.programs, self.directory = programs, directory

    def run(self, program: str, *arguments: str) -> str:
        """What a client program of PostgreSQL prints."""
        command = [program, "-h", str(self.directory), "-U", "newsroom", *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def copy(self, source: str, database: str) -> None:
        """Makes `database` anew as a copy of `source`, which nobody may be using. Nothing is left to be written, and
        the indexes are in memory, as those of a newsroom at work are.
        """
        self.drop(database)
        # As files, where the server can: by the log, all of it would still have to be written while we measure.
        strategy = ["--strategy=file_copy"] if self.version >= 15 else []
        self.run("createdb", *strategy, "-T", source, database)
        self.run("psql", "-d", database, "-qc", WARM, "-c", "CHECKPOINT")

    def drop(self, database: str) -> None:
        """Lets a database go, if it is there."""
        self.run("dropdb", "--if-exists", database)

    def rename(self, database: str, name: str) -> None:
        """Gives a database another name."""
        self.run("psql", "-d", "postgres", "-qc", f'ALTER DATABASE "{database}" RENAME TO "{name}"')

    def databases(self) -> list[str]:
        """The names of all databases."""
        return self.run("psql", "-d", "postgres", "-Atc", "SELECT datname FROM pg_database").split()

    @cached_property
    def version(self) -> int:
        """PostgreSQL's, such as 15."""
        return int(self.run("psql", "-d", "postgres", "-Atc", "SHOW server_version_num")) // 10_000

    def url(self, database: str) -> str:
        """The address of a database, as DATABASE_URL has it."""
        return f"postgres://newsroom@/{database}?host={self.directory}"


@contextmanager
def running() -> Iterator[Server]:
    """The kept server, for as long as the block lasts. Raises `SystemExit` where PostgreSQL is not installed."""
    programs = postgresql.programs()
    if programs is None:
        raise SystemExit("PostgreSQL is not on this machine: apt-get install postgresql")
    owner = _owner()
    directory = KEPT / "postgresql"
    directory.mkdir(parents=True, exist_ok=True)
    if owner:
        os.chown(directory, owner["user"], owner["group"])

    def pg_ctl(*arguments: str) -> None:
        command = [programs / "pg_ctl", "--pgdata", directory / "data", *arguments]
        subprocess.run(command, check=True, capture_output=True, cwd=directory, stdin=subprocess.DEVNULL, **owner)

    if not (directory / "data" / "PG_VERSION").exists():
        pg_ctl("init", "--options", "-U newsroom --auth=trust --encoding=UTF8 --locale=C.UTF-8")
    with suppress(subprocess.CalledProcessError):
        pg_ctl("stop", "--mode", "fast")  # one that a run which was killed has left
    with tempfile.TemporaryDirectory(prefix="bench-") as socket:  # the path of a socket may not be long
        if owner:
            os.chown(socket, owner["user"], owner["group"])
        pg_ctl("start", "--wait", "--log", str(directory / "log"), "--options", f"{OPTIONS} -k {socket}")
        try:
            yield Server(programs, Path(socket))
        finally:
            pg_ctl("stop", "--mode", "fast")


def _owner() -> dict:
    """Whom to run as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return {}
    account = pwd.getpwnam("postgres")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
