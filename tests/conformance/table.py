"""The table that `make conformance` prints: what was read of each corpus, how much was right, what was aimed at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

ALL = "*"  # in targets: every field that has none of its own
_HEAD = ("corpus", "files", "stories", "refused", "crashes", "field", "equal", "of", "target", "")
_WIDTHS = (18, 7, 9, 9, 9, 28, 8, 9, 9, 8)
_LEFT = (0, 5, 9)  # columns of words


@dataclass
class Row:
    """What one corpus came to.

    `right` holds, by field, how many answers were equal and how many there were; `spent` milliseconds and for how many;
    `targets` the least share of a field, or the most milliseconds.
    """

    corpus: str
    targets: dict[str, float] = field(default_factory=dict)
    files: int = 0
    stories: int = 0
    refused: int = 0
    crashes: list[str] = field(default_factory=list)
    right: dict[str, tuple[float, float]] = field(default_factory=dict)
    spent: dict[str, tuple[float, float]] = field(default_factory=dict)

    def count(self, name: str, right: float, of: float = 1) -> None:
        """Adds one comparison of the field `name`: how much of it was right, of how much."""
        before, total = self.right.get(name, (0, 0))
        self.right[name] = (before + right, total + of)

    def time(self, name: str, milliseconds: float, of: float = 1) -> None:
        """Adds what `of` pieces of work took."""
        before, total = self.spent.get(name, (0, 0))
        self.spent[name] = (before + milliseconds, total + of)

    def share(self, name: str) -> float:
        """The share of right answers of a field; 0 where it was never asked."""
        right, total = self.right.get(name, (0, 0))
        return right / total if total else 0.0

    def mean(self, name: str) -> float:
        """The milliseconds that one piece of work took."""
        spent, total = self.spent[name]
        return spent / total

    def target(self, name: str) -> float | None:
        """What is aimed at; None where nothing is."""
        return self.targets.get(name, self.targets.get(ALL) if name in self.right else None)

    @property
    def is_measured(self) -> bool:
        """Whether anything was read."""
        return bool(self.files or self.stories or self.right)

    def missed(self) -> list[str]:
        """The fields that are further from the answers, and the work that took longer, than is aimed at."""
        named = [name for name in self.targets if name != ALL and name not in self.spent]
        fields = [one for one in dict.fromkeys([*self.right, *named]) if self.share(one) < (self.target(one) or 0)]
        slow = [one for one in self.spent if self.mean(one) > self.targets.get(one, self.mean(one))]
        return [*fields, *slow] if self.is_measured else []


def lines_of(rows: Sequence[Row]) -> Iterator[str]:
    """The table, a line a field, and what is to be said of all of it."""
    yield _line(_HEAD)
    for row in rows:
        counts = (row.corpus, row.files, row.stories, row.refused, len(row.crashes))
        for cells in list(_cells(row)) or [
            ("no answers" if row.is_measured else "not on this machine", "", "", "", "")
        ]:
            yield _line((*counts, *cells))
            counts = ("", "", "", "", "")
    yield ""
    for row in rows:
        yield from (f"CRASH in {row.corpus}: {crash}" for crash in row.crashes)
        yield from (f"NOT MET in {row.corpus}: {name}" for name in row.missed())
    measured = sum(row.is_measured for row in rows)
    if not measured:
        yield "Nothing was measured: the corpora are not on this machine."
    elif is_met(rows):
        yield f"{measured} of {len(rows)} measured: no crash, every target met."


def is_met(rows: Sequence[Row]) -> bool:
    """Whether nothing crashed and no target was missed."""
    return not any(row.crashes or row.missed() for row in rows)


def _cells(row: Row) -> Iterator[tuple[str, str, str, str, str]]:
    missed = row.missed()
    for name, (_right, total) in row.right.items():
        yield (name, f"{row.share(name):.3f}", f"{total:,.0f}", *_aim(row.target(name), "≥", name in missed))
    for name, (_spent, total) in row.spent.items():
        yield (name, f"{row.mean(name):.3f}", f"{total:,.0f}", *_aim(row.targets.get(name), "≤", name in missed))


def _aim(target: float | None, sign: str, is_missed: bool) -> tuple[str, str]:
    return ("", "") if target is None else (f"{sign} {target:.3f}", "NOT MET" if is_missed else "met")


def _line(cells: Sequence[object]) -> str:
    told = (
        f"{cell!s:<{width}}" if at in _LEFT else f"{cell if isinstance(cell, str) else format(cell, ',')!s:>{width}}"
        for at, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    )
    return " ".join(told).rstrip()
