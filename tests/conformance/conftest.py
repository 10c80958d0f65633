"""The table that `make conformance` prints: a row a corpus, with what was read and how much of it was right."""

from dataclasses import dataclass, field

import pytest


@dataclass
class Row:
    """What one corpus came to. `right` holds, by field, how many answers were equal and how many there were."""

    corpus: str
    files: int = 0
    stories: int = 0
    refused: int = 0
    crashes: list[str] = field(default_factory=list)
    right: dict[str, tuple[float, float]] = field(default_factory=dict)

    def count(self, name: str, right: float, of: float = 1) -> None:
        """Adds one comparison of the field `name`: how much of it was right, of how much."""
        before, total = self.right.get(name, (0, 0))
        self.right[name] = (before + right, total + of)

    def share(self, name: str) -> float:
        """The share of right answers of a field; 0 where it was never asked."""
        right, total = self.right.get(name, (0, 0))
        return right / total if total else 0.0


ROWS = pytest.StashKey[list[Row]]()


@pytest.fixture(scope="module")
def row(request):
    """A row of the table for the module that asks, named after it."""
    rows = request.config.stash.setdefault(ROWS, [])
    rows.append(Row(request.module.__name__.rpartition("test_")[2]))
    return rows[-1]


def pytest_terminal_summary(terminalreporter, config):
    rows = config.stash.get(ROWS, [])
    if not rows:
        return
    terminalreporter.section("conformance")
    terminalreporter.line(
        f"{'corpus':<24}{'files':>7}{'stories':>9}{'refused':>9}{'crashes':>9}  share of right answers"
    )
    for row in rows:
        shares = ", ".join(f"{name} {row.share(name):.3f} of {total:g}" for name, (_right, total) in row.right.items())
        terminalreporter.line(
            f"{row.corpus:<24}{row.files:>7}{row.stories:>9}{row.refused:>9}{len(row.crashes):>9}  {shares}"
        )
