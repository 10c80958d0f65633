"""A source who must not be named, and who it is."""

from typing import Any

from bylines.models import Source

WHO = "Ludmila Quistgaard, +45 55 01 02"


def unnamed(**other: Any) -> Source:
    """A source without a name, not saved yet."""
    return Source(**{"kind": "unnamed", "name": "a harbour official", "reason": "Could lose the post.", **other})
