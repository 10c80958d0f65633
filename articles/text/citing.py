"""Marks of cited passages in a canonical body: which there are, where they stand, how one is put in or taken out."""

import re

_MARK = re.compile(r'<mark data-citation="([A-Za-z0-9-]{1,36})">')


def keys_of(body: str) -> set[str]:
    """The keys of all marks in a canonical body."""
    return set(_MARK.findall(body))
