"""The record's bytes and hashes: RFC 8785 canonical JSON, SHA-256, and the chain from one revision to the next.

A revision's chain hash covers the hash of its words, not the words, so that a lawful erasure can put a tombstone
in their place while every chain still verifies.
"""

import datetime
import hashlib
from typing import Any

import rfc8785


def canonical_json(value: Any) -> str:
    """`value` as RFC 8785 canonical JSON. Raises `rfc8785.CanonicalizationError` on what JSON cannot hold."""
    return rfc8785.dumps(value).decode("utf-8")


def sha256(words: str | bytes) -> str:
    """The SHA-256 of `words` (text as UTF-8) in lower-case hexadecimal."""
    return hashlib.sha256(words.encode("utf-8") if isinstance(words, str) else words).hexdigest()


def instant(when: datetime.datetime) -> str:
    """An aware time as the record writes it: UTC, microseconds, `2024-09-28T07:30:00.000000Z`."""
    return when.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def chain_hash(
    *,
    previous_hash: str,
    number: int,
    content_hash: str,
    person_key: str,
    when: datetime.datetime,
    kind: str,
    why: str,
) -> str:
    """The hash that ties a revision to the one before it (`previous_hash` is empty for the first)."""
    return sha256(canonical_json([previous_hash, number, content_hash, person_key, instant(when), kind, why]))
