"""Dates as readers see them: "12 May 2024", "May 12, 2024 10:30 am", "12.5.2024", "2024年5月12日".

Only what can be read in one way: of "5/12/2024" nobody knows which is the month. Months are told by how their names
begin in the languages that write them in Latin letters alike.
"""

import datetime
import re

_BEGINNINGS = (
    ("jan", "ene", "gen", "oca"), ("feb", "fév", "fev", "şub"), ("mar", "mär", "maa", "mrt"),
    ("apr", "avr", "abr", "nis"),
    ("may", "mai", "mag", "mei", "maj"), ("jun", "juin", "giu", "haz"), ("jul", "juil", "lug", "tem"),
    ("aug", "aoû", "ago", "ağu"), ("sep", "set", "eyl"), ("oct", "okt", "out", "ott", "eki"), ("nov", "kas"),
    ("dec", "dez", "déc", "dic", "des", "ara"),
)  # fmt: skip
_MONTHS = {beginning: month for month, names in enumerate(_BEGINNINGS, 1) for beginning in names}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})[^\W\d_]{{0,8}}\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})", r"(?P<year>(?:19|20)\d\d)"
_TIME = r"(?:\D{1,14}?(?P<hour>\d{1,2})\s?[:.h時点]\s?(?P<minute>\d\d)(?!\d)\s*(?P<half>[ap]\.?m\b)?)?"
_FORMS = tuple(
    re.compile(rf"(?<![\d./-]){form}(?![\d/]){_TIME}", re.IGNORECASE)
    for form in (
        rf"{_YEAR}\s?[-./年]\s?(?P<month>\d{{1,2}})\s?[-./月]\s?{_DAY}日?",
        rf"{_DAY}\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
        rf"{_DAY}(?:\.|st|nd|rd|th|º|er)?\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+|del\s+)?{_YEAR}",
        rf"{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
    )
)


def written_date(line: str) -> datetime.datetime | None:
    """The first date in a line, with its time where one follows, in UTC for want of a zone; None without one."""
    found = _found(line)
    if found is None:
        return None
    told = found.groupdict()
    month = _MONTHS.get((told["month"] or "").lower(), 0) or int(told["month"])
    hour = int(told["hour"] or 0) % 24
    if told["half"]:
        hour = hour % 12 + 12 * (told["half"][0].lower() == "p")
    try:
        return datetime.datetime(
            int(told["year"]), month, int(told["day"]), hour, int(told["minute"] or 0), tzinfo=datetime.UTC
        )
    except ValueError:
        return None


def is_written_date(line: str) -> bool:
    """Whether a line says little more than a date."""
    found = _found(line)
    return found is not None and len(found[0]) * 4 >= len(line) * 3


def _found(line: str) -> re.Match[str] | None:
    return next((found for form in _FORMS if (found := form.search(line))), None)
