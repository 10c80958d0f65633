"""One import of made-up stories, in a process of its own: `python -m benchmarks.ours FILE`.

Prints a line of JSON: {"stories": …, "seconds": …, "peak_mb": …, "outcomes": {…}}. The database is DATABASE_URL's.
"""

import json
import os
import sys
import time
from collections import Counter
from pathlib import Path

import django

django.setup()

from articles.desk import rights  # noqa: E402 - Django has to be set up first
from articles.importing.run import Import  # noqa: E402


def main(path: str) -> None:
    """Imports the file and prints what it took, from the first item to the last."""
    call = Import(rights.system(), (path,))
    began = time.perf_counter()
    outcomes: Counter[str] = Counter()
    helpers: dict[str, float] = {}
    for number, result in enumerate(call.run()):
        outcomes[str(result.outcome)] += 1
        if number % 500 == 0:
            helpers |= {child: peak_of(child) for child in children()}
    seconds = time.perf_counter() - began
    peak = peak_of("self") + sum(helpers.values())
    told = {"stories": sum(outcomes.values()), "seconds": seconds, "peak_mb": peak, "outcomes": outcomes}
    print(json.dumps(told))


def children() -> list[str]:
    """The processes that this one has started."""
    return Path("/proc/self/task", str(os.getpid()), "children").read_text().split()


def peak_of(process: str) -> float:
    """The most memory that a process has held, in MB. (What getrusage says of one begins with its parent's.)"""
    try:
        status = Path("/proc", process, "status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


if __name__ == "__main__":
    main(sys.argv[1])
