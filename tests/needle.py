"""Looks for a word everywhere a newsroom could have let it fall: rows, raw files, logs, mails, pages."""

import logging
import re
import zlib
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

BUSY = re.compile(r"/(logout|jsi18n|password_change)/|^/static/|\?(?!(p|page|looks|kind)=)")
"""Addresses of the desk that say nothing of their own: lists narrowed or turned around once more among them."""


def says(haystack: Any, words: Iterable[str]) -> bool:
    """Whether a value says one of `words`, in whatever case, as text or as bytes, packed or not."""
    if isinstance(haystack, bytes | memoryview):
        raw = bytes(haystack)
        for form in (raw, _unpacked(raw)):
            low = form.lower()
            if any(word.lower().encode(code) in low for word in words for code in ("utf-8", "utf-16-le")):
                return True
        return False
    text = str(haystack).casefold()
    return any(word.casefold() in text for word in words)


def _unpacked(raw: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=47).decompress(raw)
    except zlib.error:
        return b""


def cells(words: Iterable[str]) -> set[str]:
    """The columns of all tables, those of the indexes of words among them, that say one of `words`."""
    found = set()
    with connection.cursor() as cursor:
        for table in _tables(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                found |= {f"{table}.{name}" for name, cell in zip(names, row, strict=True) if says(cell, words)}
    found |= {"django_session" for session in Session.objects.all() if says(session.get_decoded(), words)}
    return found


def _tables(cursor: Any) -> list[str]:
    if connection.vendor == "sqlite":
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return sorted(name for (name,) in cursor.fetchall())
    return sorted(connection.introspection.table_names(cursor, include_views=True))


def dump(words: Iterable[str]) -> set[str]:
    """What a copy of the database says of `words`: the files of SQLite as they lie, pages no longer in use and what
    waits to be written among them; every table of PostgreSQL as COPY tells it.
    """
    if connection.vendor == "sqlite":
        place = Path(str(connection.settings_dict["NAME"]))
        files = sorted(place.parent.glob(f"{place.name}*"))
        assert place in files
        return {file.name for file in files if says(file.read_bytes(), words)}
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            with cursor.copy(f'COPY "{table}" TO STDOUT') as copied:
                if says(b"".join(bytes(part) for part in copied), words):
                    found.add(table)
    return found


def lines(records: Iterable[logging.LogRecord], words: Iterable[str]) -> list[str]:
    """The lines of the log that say one of `words`, with their tracebacks and whatever else hangs on them."""
    plain = logging.Formatter()
    return [record.name for record in records if says((plain.format(record), vars(record)), words)]


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collects addresses."""
        self.found |= {value for name, value in attrs if name in ("href", "action", "src") and value}


def pages(client: Client, start: Iterable[str]) -> Iterator[tuple[str, int, str]]:
    """Every page that `client` reaches from `start` by links and by the addresses of forms: address, status, answer."""
    waiting, met = list(start), set()
    while waiting:
        address = waiting.pop().partition("#")[0]
        if address in met:
            continue
        met.add(address)
        response = client.get(address)
        body = response.getvalue().decode("utf-8", "replace")
        yield address, response.status_code, f"{response.headers}\n{body}"
        links = _Links()
        links.feed(body)
        base = address.partition("?")[0]
        for link in {*links.found, response.headers.get("Location", "")}:
            whole = f"{base}{link}" if link.startswith("?") else link
            if whole.startswith("/") and not BUSY.search(whole):
                waiting.append(whole)
