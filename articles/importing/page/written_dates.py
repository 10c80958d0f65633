"""Dates as readers see them: "12 May 2024", "10:30, May 12, 2024", "12.5.2024", "2024年5月12日".

Only what can be read in one way: of "5/12/2024" nobody knows which is the month, unless the language of the page tells.
"""

import datetime
import re

from articles.importing.page.months import MONTH, month_of

_DAY, _YEAR, _NUMBER = r"(?P<day>\d{1,2})", r"(?P<year>(?:19|20)\d\d)", r"(?P<month>\d{1,2})"
_YEAR_WITHIN = re.compile(r"(?:19|20)\d\d")
_CLOCK = (
    r"(?P<noon>오후|下午|午後|午后)?\s*(?P<hour>\d{1,2})\s?[:.h時点시]\s?(?P<minute>\d\d)(?!\d)(?::\d\d)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?"
)
_ZONE = r"(?:\s*(?P<zone>(?:GMT|UTC)?\s?[+-]\d\d:?\d\d|Z|[A-Z]{3,4})(?![\w/]))?"
_AFTER = re.compile(rf"\D{{1,16}}?{_CLOCK}{_ZONE}", re.IGNORECASE)
_BEFORE = re.compile(rf"{_CLOCK}{_ZONE}\D{{1,8}}\Z", re.IGNORECASE)
_FORMS = tuple(
    re.compile(rf"(?<![\d./-]){form}(?![\d/])", re.IGNORECASE)
    for form in (
        rf"{_YEAR}\s?[-./年년]\s?{_NUMBER}\s?[-./月월]\s?{_DAY}[日일]?",
        rf"{_DAY}\.\s?{_NUMBER}\.\s?{_YEAR}",
        rf"{_DAY}(?:\.|st|nd|rd|th|º|ª|er|\.º)?[\s-]+(?:de\s+|of\s+|d['’])?{MONTH}[,\s-]\s*(?:de\s+|del\s+)?{_YEAR}",
        rf"{MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_YEAR}\.?\s+(?:m\.\s+|gada\s+)?(?:{_DAY}\.\s+)?{MONTH}(?:\s+(?P<late>\d{{1,2}}))?\b",
        rf"(?P<first>\d{{1,2}})[/.-](?P<second>\d{{1,2}})[/.-]{_YEAR}",
    )
)
# Hours that clocks are ahead of UTC, where an abbreviation means one zone to all who read news.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "cet": 1, "mez": 1, "west": 1, "cest": 2, "mesz": 2, "eet": 2,
    "sast": 2, "eest": 3, "msk": 3, "ist": 5.5, "wib": 7, "hkt": 8, "sgt": 8, "awst": 8, "jst": 9, "kst": 9, "aest": 10,
    "aedt": 11, "nzst": 12, "nzdt": 13, "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)\Z")
_TWELVE = 12  # months; the number above that is the day
_MOST = 0.66  # the share of a line that a date has where the line says nothing else


def written_date(line: str, language: str = "") -> datetime.datetime | None:
    """The first date in a line, with its time where one stands beside it, in UTC for want of a zone; None without one.

    `language` is that of the page, as a BCP 47 tag: it may tell which number is the month.
    """
    found = _found(line)
    if found is None:
        return None
    told = {"first": None, "second": None, "late": None, **found.groupdict()}
    month, day = _month_and_day(told, language)
    clock = _AFTER.match(line, found.end()) or _BEFORE.search(line, 0, found.start())
    hour, minute = _time(clock) if clock else (0, 0)
    zone = _zone((clock["zone"] or "") if clock else "")
    try:
        return datetime.datetime(int(found["year"]), month, day, hour, minute, tzinfo=zone)
    except ValueError:
        return None


def is_written_date(line: str) -> bool:
    """Whether a line says little more than a date."""
    found = _found(line)
    if found is None:
        return False
    clock = _AFTER.match(line, found.end()) or _BEFORE.search(line, 0, found.start())
    return len(found[0]) + (len(clock[0]) if clock else 0) >= len(line) * _MOST


def _found(line: str) -> re.Match[str] | None:
    if _YEAR_WITHIN.search(line) is None:
        return None
    return next((found for form in _FORMS if (found := form.search(line))), None)


def _month_and_day(told: dict[str, str | None], language: str) -> tuple[int, int]:
    """Month and day; (0, 0), which is no date, where they may be either way round."""
    first, second = int(told["first"] or 0), int(told["second"] or 0)
    if not first:
        return month_of(told["month"] or ""), int(told["day"] or told["late"] or 0)
    if first > _TWELVE or second > _TWELVE:
        return (second, first) if first > _TWELVE else (first, second)
    primary, _, region = language.partition("-")
    if primary == "en" and region in ("", "CA", "PH"):
        return (0, 0)
    if region == "US" and primary == "en":
        return first, second
    return (second, first) if primary else (0, 0)


def _time(clock: re.Match[str]) -> tuple[int, int]:
    hour = int(clock["hour"]) % 24
    if clock["half"] or clock["noon"]:
        hour = hour % 12 + 12 * (bool(clock["noon"]) or clock["half"][0].lower() == "p")
    return hour, int(clock["minute"])


def _zone(told: str) -> datetime.timezone:
    offset = _OFFSET.search(told)
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3])
        minutes = min(minutes, 14 * 60) * (-1 if offset[1] == "-" else 1)
    else:
        minutes = int(_ZONES.get(told.lower(), 0) * 60)
    return datetime.timezone(datetime.timedelta(minutes=minutes)) if minutes else datetime.UTC
