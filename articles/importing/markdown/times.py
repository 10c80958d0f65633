"""Times as hands write them into front matter: YAML timestamps, English dates that name the month, all of `moment`."""

import datetime
import re

from articles.importing.moments import moment

# https://yaml.org/type/timestamp.html, which wants fewer digits than ISO 8601; seconds may be left out.
_TIMESTAMP = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d*))?)?"
    r"(?:[ \t]*(?:(Z|UTC|GMT)|([+-])(\d\d?)(?::?(\d\d))?))?)?",
    re.ASCII,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? ([A-Za-z]{3,9})\.?,? (\d{4})", re.ASCII)


def time_told(words: str) -> datetime.datetime | None:
    """The aware time that `words` say, with the offset said, in UTC where none is; None for what says no time.

    Days by number alone ("3/4/2019") may mean two dates and are not understood.
    """
    words = " ".join(words.split())
    return moment(_iso(words) or _english(words) or words)


def _iso(words: str) -> str:
    found = _TIMESTAMP.fullmatch(words)
    if found is None:
        return ""
    year, month, day, hour, minute, second, _fraction, zulu, sign, hours, minutes = found.groups()
    offset = "+00:00" if zulu else f"{sign}{hours:0>2}:{minutes or '00'}" if sign else ""
    return f"{year}-{month:0>2}-{day:0>2}T{hour or '0':0>2}:{minute or '00'}:{second or '00'}{offset}"


def _english(words: str) -> str:
    if found := _MONTH_FIRST.fullmatch(words):
        month, day, year = found.groups()
    elif found := _DAY_FIRST.fullmatch(words):
        day, month, year = found.groups()
    else:
        return ""
    name = month.casefold()[:3]
    return f"{year}-{_MONTHS.index(name) + 1:0>2}-{day:0>2}" if name in _MONTHS else ""
