"""The simple types of XML Schema that IPTC's formats use, and of NewsML-G2's own: what a value must look like."""

import datetime
import re
from collections.abc import Callable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_ZONE = r"(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
_DATE = re.compile(rf"-?(?:[1-9]\d{{4,}}|\d{{4}})-(\d\d)-(\d\d)({_ZONE})", re.ASCII)
_DATE_TIME = re.compile(
    rf"(-?(?:[1-9]\d{{4,}}|\d{{4}})-\d\d-\d\d)T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?){_ZONE}",
    re.ASCII,
)
_NAME = r"[^\W\d][\w.\-·]*"
_PATTERNS = {
    "yearMonth": rf"-?\d{{4,}}-(?:0[1-9]|1[0-2]){_ZONE}",
    "year": rf"-?\d{{4,}}{_ZONE}",
    "month": rf"--(?:0[1-9]|1[0-2]){_ZONE}",
    "monthDay": rf"--(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]){_ZONE}",
    "day": rf"---(?:0[1-9]|[12]\d|3[01]){_ZONE}",
    "duration": r"-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?",
    "language": r"(?:[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*)",
    "name": _NAME,
    "tokens": r"(?:[\w.\-:·]+(?:\s+[\w.\-:·]+)*)?",
    "integer": r"[+-]?\d+",
    "integers": r"[+-]?\d+(?:\s+[+-]?\d+)*",
    "counted": r"\+?\d+|-0+",
    "positive": r"\+?0*[1-9]\d*",
    "1to9": r"\+?0*[1-9]",
    "0to100": r"\+?0*(?:\d{1,2}|100)|-0+",
    "decimal": r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)",
    "double": r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d+)?|-?INF|NaN",
    "boolean": "true|false|1|0",
    "direction": "ltr|rtl",
    "scan": "progressive|interlaced",
    "version": r"[0-9]+\.[0-9]+",
    "qcode": r"[^\s:]+:[^\s]+",
    "qcodes": r"(?:[^\s:]+:[^\s]+(?:\s+[^\s:]+:[^\s]+)*)?",
    "qname": rf"(?:{_NAME}:)?{_NAME}",
    "names": rf"(?:{_NAME}(?:\s+{_NAME})*)?",
    "frequency": "SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY",
    "weekday": "MO|TU|WE|TH|FR|SA|SU",
    "weekdays": r"[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU)(?:\s+[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU))*",
    "uri": r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:|(?![^/?#]*:)).*",
    "uris": r".*",
    "empty": "",
}
_OF_LETTERS = {"name", "names", "qname", "tokens"}
_COMPILED = {
    name: re.compile(pattern, re.ASCII if name not in _OF_LETTERS else 0) for name, pattern in _PATTERNS.items()
}
_COLLAPSED = re.compile(r"[ \t\r\n]+")
_KEEPS_SPACE = {"empty", "qcode", "version"}
_LINE = re.compile(r"[\S ]*")

EXPECTED: Mapping[str, str | Promise] = {
    "date": _("a date such as 2024-09-28"),
    "dateTime": _("a date and time such as 2024-09-28T10:15:00+02:00"),
    "qcode": _("a qcode such as medtop:20000002"),
    "qcodes": _("qcodes such as medtop:20000002"),
    "counted": _("a whole number, not below 0"),
    "positive": _("a whole number from 1"),
    "integer": _("a whole number"),
    "1to9": _("a whole number from 1 to 9"),
    "0to100": _("a whole number from 0 to 100"),
    "decimal": _("a number"),
    "double": _("a number"),
    "boolean": _("true or false"),
    "direction": _("ltr or rtl"),
    "language": _("a language such as en-GB"),
    "name": _("a name of letters and digits that begins with a letter"),
    "line": _("words on one line"),
    "version": _("a version such as 2.35"),
}
"""How to tell what a type expects; the others are told by their name."""


def holds(kind: str, value: str) -> bool:
    """Whether `value` is of the type `kind`, or of one of several with a bar between. `text` may be anything."""
    return any(_of(one, value) for one in kind.split("|"))


def expected(kind: str) -> str:
    """What a value of the type `kind` looks like, in words."""
    return str(EXPECTED.get(kind.split("|")[0], kind))


def _of(kind: str, value: str) -> bool:
    if kind == "text":
        return True
    if kind == "line":
        return _LINE.fullmatch(value) is not None
    if kind not in _KEEPS_SPACE:
        value = _COLLAPSED.sub(" ", value).strip(" ")
    check = _CHECKS.get(kind)
    return check(value) if check else _COMPILED[kind].fullmatch(value) is not None


def _is_date(value: str) -> bool:
    found = _DATE.fullmatch(value)
    return found is not None and _exists(value[: found.start(3)] if found[3] else value)


def _is_date_time(value: str) -> bool:
    found = _DATE_TIME.fullmatch(value)
    return found is not None and _exists(found[1])


def _exists(date: str) -> bool:
    """Whether the calendar has the day; of a year that Python cannot count it is looked up in a leap year."""
    year, month, day = date.rsplit("-", 2)
    try:
        datetime.date(int(year) if 0 < int(year) < 10_000 else 2000, int(month), int(day))
    except ValueError:
        return False
    return True


_CHECKS: dict[str, Callable[[str], bool]] = {"date": _is_date, "dateTime": _is_date_time}
