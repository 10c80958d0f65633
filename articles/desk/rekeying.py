"""A new key for what is sealed: every identity is opened with the key it has, and sealed with the first one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from bylines import sealing
from bylines.models import Source

BATCH = 500


@dataclass(frozen=True)
class Rekeyed:
    """How many identities are under the first key now that were not, and the slugs of those that no key opens."""

    number: int
    stuck: Sequence[str]


def rotate_source_keys(batch: int = BATCH) -> Rekeyed:
    """Brings every sealed identity under the first of SOURCE_KEYS, a transaction for each `batch` of them.

    Stopped in the middle it goes on where it was; done twice it does nothing new. Nobody sees a name, so that it is no
    look. Raises `sealing.NoSourceKey` or `sealing.MalformedSourceKey`, and writes nothing then.
    """
    sealing.require_keys()
    stuck: list[str] = []
    number, last = 0, 0
    while True:
        with transaction.atomic():
            held = list(_sealed_after(last)[:batch])
            if not held:
                return Rekeyed(number, stuck)
            for source in held:
                try:
                    number += _rekey(source)
                except sealing.NoKeyOpens:
                    stuck.append(source.slug)
        last = held[-1].pk


def _sealed_after(number: int) -> QuerySet[Source]:
    return Source.objects.select_for_update().exclude(identity="").filter(pk__gt=number).order_by("pk")


def _rekey(source: Source) -> bool:
    """Whether it was under another key."""
    token = sealing.resealed(source.identity)
    if token == source.identity:
        return False
    source.identity = token
    source.save(update_fields=["identity"])
    return True
