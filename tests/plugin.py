"""What the tests run in. Loaded before Django reads its settings, by `-p tests.plugin` in pyproject.toml.

Nothing of the machine changes a result: every name that the settings read is set here or taken away, and a
developer's `.env` is not opened. Only the database is to be chosen, by `--engine` or by `DATABASE_URL`.
"""

import os
import re
import signal
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NoReturn

import environ
import pytest

ROOT = Path(__file__).resolve().parent.parent

ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",  # Playwright runs an event loop in the thread of the tests
    "DEBUG": "false",
    "SECURE": "false",
    "SECRET_KEY": "only-for-tests",
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "EMAIL_URL": "memorymail://",
    "NEWSROOM_NAME": "The Harbour Courier",
    "HOUSE_TIME_ZONE": "Europe/Vienna",
}

OWN_CLUSTER = "postgres://newsroom@/newsroom?host=not-started-yet"
"""Names no server: `tests/conftest.py` starts one and puts its socket in place of the host."""

OWN_FILE = "sqlite:///not-opened.sqlite3"
"""Names a file, and `tests/conftest.py` another one. Were it memory, the live server would be handed the connection of
the tests, and two threads at once on one connection of SQLite end the process."""

ENGINES = {"sqlite": OWN_FILE, "postgresql": OWN_CLUSTER}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--engine`, which makes `make test` ask both databases the same questions."""
    parser.getgroup("newsroom").addoption(
        "--engine",
        choices=sorted(ENGINES),
        help="The database to test on. By default what DATABASE_URL names, else sqlite. For postgresql a "
        "server is started and thrown away if DATABASE_URL names none.",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Sets the environment, before pytest-django asks for the settings."""
    kept = environment(dict(os.environ), early_config.known_args_namespace.engine)
    os.environ.clear()
    os.environ.update(kept)
    environ.Env.read_env = staticmethod(lambda *_args, **_options: None)


def pytest_configure() -> None:
    """Lets a job that is stopped from outside wind down like one stopped by Ctrl-C, and end its servers."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_report_header() -> str:
    """Says at the top of the report which database is asked."""
    return f"database: {os.environ['DATABASE_URL'].partition(':')[0]}"


def environment(given: Mapping[str, str], engine: str | None) -> dict[str, str]:
    """The environment of the tests: `given` without what the settings read, and with what they shall read."""
    kept = {name: value for name, value in given.items() if name not in documented_names()}
    return {**kept, **ENVIRONMENT, "DATABASE_URL": database_url(engine, given.get("DATABASE_URL", ""))}


def database_url(engine: str | None, given: str) -> str:
    """The database to test on: `given` (what DATABASE_URL says) unless it is of another engine than asked for."""
    named = "postgresql" if re.match(r"(postgres|postgresql|pgsql|psql)://", given) else "sqlite"
    return given if named == "postgresql" and engine != "sqlite" else ENGINES[engine or named]


@cache
def documented_names() -> frozenset[str]:
    """Every name in `.env.example`; a test compares them with those that the settings read."""
    return frozenset(re.findall(r"^#? ?([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))


def lacking(sentence: str) -> NoReturn:
    """Skips a test for want of something the machine lacks; where CI=true that is a failure."""
    outcome = pytest.fail if os.environ.get("CI", "").lower() in ("1", "true", "yes") else pytest.skip
    outcome(sentence)
