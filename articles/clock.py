"""What time it is in the house. Everything that decides or shows by the clock asks here."""

import datetime
import zoneinfo
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.utils import formats, timezone

_set_to: ContextVar[datetime.datetime | None] = ContextVar("clock", default=None)


def now() -> datetime.datetime:
    """The present moment, aware, in UTC."""
    return _set_to.get() or timezone.now()


@contextmanager
def set_to(moment: datetime.datetime) -> Iterator[None]:
    """Stands the clock still at `moment` for this thread of work, as the demo does to tell of last week."""
    token = _set_to.set(moment)
    try:
        yield
    finally:
        _set_to.reset(token)


def said(when: datetime.datetime) -> str:
    """A time as the house says it, in the house's zone: `28 September 2024, 09:30`."""
    return formats.date_format(when.astimezone(zoneinfo.ZoneInfo(settings.HOUSE_TIME_ZONE)), "j F Y, H:i")
