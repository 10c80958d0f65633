"""How fast stories come in, against what else there is: `make bench-import` (20,000 held), `make bench-full` (500,000).

In one run, on one PostgreSQL: the full pipeline (receipt, steps, sanitising, duplicate check, revision with hash,
search) against PostgreSQL's own COPY of the same rows into the same tables, against an empty house, and against
Wagtail's `add_child` and `publish` of the same stories. Every timing begins with a fresh copy of a newsroom that is at
rest and has its indexes in memory, and those that are compared take turns. Floors are ratios of medians; one that is
not met ends the run with 1, and so does a missing peer.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks import rows, tables
from benchmarks.archives import HERE, Archives, connected, run_import, run_wagtail, stories_file
from benchmarks.server import KEPT, Server, running

RESULTS = HERE / "results"
USUAL = 20_000  # stories held
BATCH = 10_000  # stories timed at once
ROUNDS = 5
WAGTAIL_TIMED = 40
FIRST_TIMED = 50_000_000
ENOUGH = 400.0  # stories a second
BUDGET = 300.0  # MB


@dataclass
class Row:
    """One line of the result. `floor` is the least that the median of ours may be, in medians of the peer's."""

    measure: str
    ours: list[float]
    peer: list[float]
    unit: str
    n: int
    floor: float

    @property
    def ratio(self) -> float:
        """Ours in terms of the peer."""
        return statistics.median(self.ours) / statistics.median(self.peer)


@dataclass
class Samples:
    """What the rounds have given, each in stories a second, and the peaks of memory in MB."""

    ours: list[float] = field(default_factory=list)
    empty: list[float] = field(default_factory=list)
    copied: list[float] = field(default_factory=list)
    wagtail: list[float] = field(default_factory=list)
    peaks: list[float] = field(default_factory=list)

    def told(self) -> str:
        """What the last round gave."""
        last = [self.ours[-1], self.empty[-1], self.copied[-1], self.wagtail[-1]]
        return "{:.0f} a second, empty {:.0f}, COPY {:.0f}, Wagtail {:.1f}".format(*last)


def main(held: int) -> int:
    """Measures, prints, writes the result. Returns 1 where a floor is not met."""
    wagtail = wagtail_python()
    with running() as server:
        archives = Archives(server, held)
        archives.make(wagtail)
        samples = Samples()
        for number in range(ROUNDS):
            take_turns(server, archives, stories_file(FIRST_TIMED + number * BATCH, BATCH), samples)
            server.copy(archives.peer, "run")
            # It is timed when it has warmed up; our own start is part of our time.
            samples.wagtail.append(run_wagtail(server, "run", wagtail, "time", WAGTAIL_TIMED, 2)["samples"][-1])
            print(f"round {number + 1}: {samples.told()}", file=sys.stderr)
        server.drop("run")
    ours = samples.ours
    with_held = f"stories a second with {held:,} held, against an empty house"
    table = [
        Row("stories a second, against COPY of the same rows", ours, samples.copied, "stories/s", BATCH, 0.25),
        Row("stories a second, against Wagtail's add_child and publish", ours, samples.wagtail, "stories/s", BATCH, 80),
        Row("stories a second, against the target", ours, [ENOUGH], "stories/s", BATCH, 1),
        Row(with_held, ours, samples.empty, "stories/s", BATCH, 0.85),
        Row("memory budget, against the peak of both processes", [BUDGET], samples.peaks, "MB", BATCH, 1),
    ]
    result = RESULTS / ("import.json" if held == USUAL else f"import-{held}.json")
    result.write_text(json.dumps([asdict(row) for row in table], indent=1) + "\n", encoding="utf-8")
    for row in table:
        met = "" if row.ratio >= row.floor else "   BELOW THE FLOOR"
        print(f"{row.measure:<62} {row.ratio:8.2f} (floor {row.floor:g}){met}")
        print(f"    ours {told(row.ours)}; peer {told(row.peer)} {row.unit}")
    return int(any(row.ratio < row.floor for row in table))


def take_turns(server: Server, archives: Archives, path: Path, samples: Samples) -> None:
    """One round: the same file into an empty house and into the archive, then its rows by COPY into the archive."""
    server.copy(archives.empty, "run")
    samples.empty.append(run_import(server, "run", path)["rate"])
    server.copy(archives.held, "run")
    with connected(server, "run") as connection:
        names_above, above = rows.highest(connection, tables.NAMED), rows.highest(connection, tables.OURS)
    done = run_import(server, "run", path)
    samples.ours.append(done["rate"])
    samples.peaks.append(done["peak_mb"])
    with connected(server, "run") as connection:
        named = rows.take(connection, tables.NAMED, names_above)
        stories = rows.take(connection, tables.OURS, above)
    server.copy(archives.held, "run")
    with connected(server, "run") as connection:
        rows.put(connection, tables.NAMED, named)
        began = time.perf_counter()
        rows.put(connection, tables.OURS, stories)
        samples.copied.append(BATCH / (time.perf_counter() - began))


def told(samples: list[float]) -> str:
    """Samples as a person reads them."""
    return ", ".join(f"{sample:.1f}" for sample in samples)


def wagtail_python() -> Path:
    """The Python of an environment that has Wagtail, made where it is missing. Raises where it cannot be had."""
    place = KEPT / "wagtail"
    python = place / "bin" / "python"
    wanted = HERE / "wagtail_peer" / "requirements.txt"
    if not (place / "complete").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", str(wanted)], check=True)
        (place / "complete").touch()
    return python


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", type=int, default=USUAL, help="stories held before (default: %(default)d)")
    sys.exit(main(parser.parse_args().held))
