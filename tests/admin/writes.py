"""Who writes to the database: every statement that is not plainly a read, with the desk on its stack or without."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connections

from articles import desk

DESK = Path(desk.__file__).resolve().parent

READS = frozenset({"SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK"})
"""What a statement that changes no row begins with. All others count as writes, those nobody thought of included."""


@dataclass
class Writes:
    """The statements that wrote, apart by whether a verb of the desk sent them."""

    inside: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def note(self, execute: Callable, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        """Notes one statement and lets it through."""
        statement = str(sql).lstrip("( \n")
        (first,) = re.findall(r"^\w+", statement) or [statement]
        if first.upper() not in READS:
            (self.inside if _at_desk() else self.outside).append(statement)
        return execute(sql, params, many, context)

    def tables(self) -> set[str]:
        """The tables written to, by whomever."""
        return {name for sql in self.inside + self.outside for name in re.findall(r'(?:INTO|UPDATE|FROM) "?(\w+)', sql)}


@contextmanager
def watched() -> Iterator[Writes]:
    """Notes every write on every connection while the block lasts."""
    writes = Writes()
    with ExitStack() as stack:
        # Two aliases may share a connection.
        for connection in {id(connection): connection for connection in connections.all()}.values():
            stack.enter_context(connection.execute_wrapper(writes.note))
        yield writes


def _at_desk() -> bool:
    frame = sys._getframe()
    while frame and Path(frame.f_code.co_filename).resolve().parent != DESK:
        frame = frame.f_back
    return frame is not None
