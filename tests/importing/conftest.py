"""What the tests of the import share: files to bring in, an import of them, and a count of everything held."""

import pickle
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection

from articles.desk import rights
from articles.importing.errors import BadInput
from articles.importing.item import Item, item_of
from articles.importing.readers import READERS
from articles.importing.readers.reader import Reader, one_item
from articles.importing.reading import Reading, read
from articles.importing.run import Import, Result
from articles.importing.story import Block, Story
from articles.models import Article
from tests.importing.web import serving

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


def wire_item(received: bytes, **envelope: str) -> Item:
    """An item of plain-text wire copy."""
    return item_of("story", "wire", received, envelope=envelope, limit=100_000)


def read_wire(received: bytes, **envelope: str) -> Reading | BadInput:
    """What plain-text wire copy reads like."""
    return read(wire_item(received, **envelope))


def everything() -> Counter[str]:
    """How many rows each table holds."""
    return Counter({model._meta.db_table: model.objects.count() for model in apps.get_models()})


@contextmanager
def no_writes() -> Iterator[None]:
    """Lets nothing but questions through to the database."""

    def ask(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        assert sql.lstrip().upper().startswith(("SELECT", "WITH", "SAVEPOINT", "RELEASE")), sql
        return execute(sql, params, many, context)

    with connection.execute_wrapper(ask):
        yield


@pytest.fixture
def tell(db: None, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Result]]:
    """Brings in stories as a supplier tells them, each as an item of its own; a format that only tests read."""
    reader = Reader("told", lambda _head: False, one_item("told"), lambda item: pickle.loads(item.content))
    monkeypatch.setitem(READERS, "told", reader)

    def bring(*stories: Story, by: User | None = None, how: type[Import] = Import) -> list[Result]:
        items = [
            item_of(f"told#{number}", "told", pickle.dumps(story), envelope={}, limit=1_000_000)
            for number, story in enumerate(stories, 1)
        ]
        call = how(by or rights.system(), ("told",))
        monkeypatch.setattr(call, "items", lambda: iter(items))
        return list(call.run())

    return bring


PARAGRAPHS = (
    "The harbour wall held all night while the tide rose higher than anybody in Marrowby can remember.",
    "Porters carried the last crates of herring out of the market hall shortly before two in the morning.",
    "The mayor thanked the volunteers at dawn and promised that the council would pay for new pumps.",
)


def told(*paragraphs: str, **more: Any) -> Story:
    """A story of the wire, of item 1 of its supplier unless told otherwise."""
    named = {"headline": "Harbour wall holds", "supplier": "Tidewater Wire", "supplier_id": "urn:tide:1", **more}
    return Story(blocks=tuple(Block("p", text) for text in paragraphs or PARAGRAPHS), **named)


@pytest.fixture
def site():
    with serving() as site:
        yield site


@pytest.fixture
def story(tell):
    """A draft made of the first version."""
    (result,) = tell(told(version="1"))
    return Article.objects.get(pk=result.article)
