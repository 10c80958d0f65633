"""How far a long import has come, in one line of a terminal that is written over."""

import time
from collections import Counter
from types import TracebackType

from django.core.management.base import OutputWrapper

EVERY = 0.2  # seconds between two lines: more would only flicker


class Progress:
    """Counts outcomes and shows them with the rate. Used as a context: what it wrote is wiped away at the end."""

    def __init__(self, stream: OutputWrapper) -> None:
        self.stream = stream
        self.counts: Counter[str] = Counter()
        self.began = self.shown = time.monotonic()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._write("")

    def count(self, outcome: str) -> None:
        """One more item, and what became of it."""
        self.counts[outcome] += 1
        now = time.monotonic()
        if now - self.shown >= EVERY:
            self.shown = now
            total = sum(self.counts.values())
            told = ", ".join(f"{number} {name}" for name, number in self.counts.items())
            self._write(f"{total} items, {total / (now - self.began):.0f} a second: {told}")

    def _write(self, line: str) -> None:
        self.stream.write(f"\r\x1b[K{line}", ending="")
        self.stream.flush()
