"""Times as suppliers write them: ISO 8601 and W3C-DTF, RFC 822 and its kin. No guessing of day and month."""

import datetime
import re
from email.utils import parsedate_to_datetime

_SPACED = re.compile(r"(\d{4}-\d\d-\d\d)\s+(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?", re.ASCII)
_SEPT = re.compile(r"\bSept\b")
_MONTH = re.compile(r"\d{4}(?:-\d\d)?", re.ASCII)


def moment(text: str, zone: datetime.tzinfo = datetime.UTC) -> datetime.datetime | None:
    """The aware time that `text` says, with the offset it was said with; in `zone` where it says none.

    A date alone is its first minute. None where nothing, or nothing that exists, is said.
    """
    text = _SEPT.sub("Sep", " ".join(text.split()))
    for read in (_iso, _spaced, _month, _mail):
        found = read(text)
        if found is not None:
            aware = found if found.tzinfo else found.replace(tzinfo=zone)
            return aware if _fits(aware) else None
    return None


def _fits(aware: datetime.datetime) -> bool:
    """Whether it can be told in UTC: the first and the last day of the calendar may not."""
    try:
        return aware.astimezone(datetime.UTC).year > 0
    except (OverflowError, ValueError):
        return False


def _iso(text: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        return None


def _spaced(text: str) -> datetime.datetime | None:
    found = _SPACED.fullmatch(text)
    if found is None:
        return None
    day, time, offset = found.groups()
    offset = "+00:00" if offset in ("UTC", "GMT") else offset
    return _iso(f"{day}T{time}{offset or ''}")


def _month(text: str) -> datetime.datetime | None:
    return _iso(f"{text}-01-01"[:10]) if _MONTH.fullmatch(text) else None


def _mail(text: str) -> datetime.datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
