"""Where the real material lies, and how it is told that it does not."""

from pathlib import Path

import pytest

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"


def corpus(name: str) -> Path:
    """The folder of a corpus. Skips the test where it is not on this machine."""
    folder = CORPORA / name
    if not folder.is_dir():
        pytest.skip(f"the corpus {name} is not on this machine (looked for ../shared/corpora/{name})")
    return folder
