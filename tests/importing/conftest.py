"""What the tests of the import share: files to bring in, an import of them, and a count of everything held."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from articles.desk import rights
from articles.importing.run import Import, Result

WIRE = Path(__file__).resolve().parent.parent / "data" / "wire"

STORY = """Gulls learn to open the fish market’s doors

They wait for the light to turn green.

Gulls learn to open the fish market’s doors

Three gulls have found out that the doors of the fish market open for whoever stands still. “They queue,” said a porter.

Ada Finch for Tidewater Times
"""


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., str]:
    """Writes a file to bring in, and gives its path."""

    def write(received: str | bytes = STORY, name: str = "story.txt") -> str:
        path = tmp_path / name
        path.write_bytes(received if isinstance(received, bytes) else received.encode("utf-8"))
        return str(path)

    return write


@pytest.fixture
def bring_in(db: None) -> Callable[..., list[Result]]:
    """Imports paths, in the name of the newsroom's software unless told otherwise."""

    def bring(*paths: str | Path, **how: Any) -> list[Result]:
        by = how.pop("by", None) or rights.system()
        return list(Import(by, tuple(map(str, paths)), **how).run())

    return bring


def everything() -> Counter[str]:
    """How many rows each table holds."""
    return Counter({model._meta.db_table: model.objects.count() for model in apps.get_models()})


@contextmanager
def no_writes() -> Iterator[None]:
    """Lets nothing but questions through to the database."""

    def ask(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        assert sql.lstrip().upper().startswith("SELECT"), sql
        return execute(sql, params, many, context)

    with connection.execute_wrapper(ask):
        yield
