"""The columns of a table of stories, which JSON Lines and CSV share: what each may hold, and what it is in a story.

The schema is documented for users in docs/importing.md. The names are those of `Story`.
"""

import datetime
import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from articles.importing.markup import picture_key
from articles.importing.moments import moment
from articles.importing.story import OriginClaim, PubStatus, Signal, StoryCredit, StoryPicture, StoryTopic
from articles.text.clean import plain

CREDIT_ROLES = frozenset("writer reporter correspondent contributor editor photographer translator illustrator".split())
ORIGIN_ROLES = frozenset("syndicated_from first_published_by written_for distributed_by translated_from".split())

_BETWEEN = re.compile(r"\s*[;|]\s*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


class WrongValueError(Exception):
    """A value that its column may not hold; the message says what it may hold."""


@dataclass(frozen=True)
class Column:
    """`value` makes of a value of JSON what the story holds; `of_cell` makes such a value of the text of a cell.

    Both raise `WrongValueError`.
    """

    value: Callable[[Any], Any]
    of_cell: Callable[[str], Any] = str


def _text(value: Any) -> str:
    """Words over any number of lines. A number is written out."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float) or value in (math.inf, -math.inf):
        raise WrongValueError(_("It must be words."))
    return str(value)


def _line(value: Any) -> str:
    return plain(_text(value))


def _time(value: Any) -> datetime.datetime:
    told = _line(value)
    found = moment(told)
    if found is None:
        raise WrongValueError(
            _("“%(value)s” is no time. Write it as 2019-05-03T09:00:00+01:00.") % {"value": told[:80]}
        )
    return found


def _language(value: Any) -> str:
    told = _line(value).replace("_", "-")
    if not _LANGUAGE.fullmatch(told):
        raise WrongValueError(_("“%(value)s” is no language tag such as en-GB.") % {"value": told[:80]})
    return told


def _one_of(choices: frozenset[str]) -> Callable[[Any], str]:
    def value(told: Any) -> str:
        word = _line(told).casefold()
        if word not in choices:
            reason = _("“%(value)s” is none of: %(choices)s.")
            raise WrongValueError(reason % {"value": word[:80], "choices": ", ".join(sorted(choices))})
        return word

    return value


def _priority(value: Any) -> int:
    told = _line(value)
    if not re.fullmatch("[1-9]", told):
        raise WrongValueError(_("“%(value)s” is no number from 1 to 9.") % {"value": told[:80]})
    return int(told)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise WrongValueError(_("“lead” must be true or false."))
    return value


def _list_of(member: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    def value(told: Any) -> tuple[Any, ...]:
        return tuple(member(one) for one in (told if isinstance(told, list) else [told]) if one not in (None, ""))

    return value


def _object(checks: Mapping[str, Callable[[Any], Any]], told: Any) -> dict[str, Any]:
    """The properties of an object. One that is not known is refused: its words would be lost in silence."""
    if not isinstance(told, dict):
        raise WrongValueError(_("It must be words, or an object."))
    unknown = sorted(set(told) - set(checks))
    if unknown:
        reason = _("“%(name)s” is no property here; known are: %(names)s.")
        raise WrongValueError(reason % {"name": unknown[0][:80], "names": ", ".join(checks)})
    return {name: checks[name](value) for name, value in told.items() if value is not None}


def _credit(told: Any) -> StoryCredit:
    if isinstance(told, str):
        return StoryCredit(_line(told))
    checks = {"name": _line, "role": _one_of(CREDIT_ROLES), "organisation": _line, "wording": _line, "title": _line}
    return StoryCredit(**{"name": "", **_object(checks, told)})


def _topic(told: Any) -> StoryTopic:
    if isinstance(told, str):
        return StoryTopic(_line(told))
    return StoryTopic(**{"name": "", **_object({"name": _line, "code": _line}, told)})


def _picture(told: Any) -> StoryPicture:
    """A picture by its address, or by the path of a file that came along."""
    names = ("url", "file", "alt", "caption", "credit", "rights")
    checks: dict[str, Callable[[Any], Any]] = {**dict.fromkeys(names, _line), "lead": _truth}
    values = {"url": _line(told)} if isinstance(told, str) else _object(checks, told)
    where = values.get("url") or values.get("file")
    if not where:
        raise WrongValueError(_("A picture needs a url or a file."))
    return StoryPicture(key=picture_key(where), **values)


def _origin(told: Any) -> OriginClaim:
    checks = {"role": _one_of(ORIGIN_ROLES), **dict.fromkeys(("organisation", "evidence", "domain", "url"), _line)}
    values = {"role": "syndicated_from", "organisation": "", "evidence": "", **_object(checks, told)}
    if not values["organisation"]:
        raise WrongValueError(_("An origin needs an organisation."))
    return OriginClaim(**values, start=0, found_by="origins")


def _listed(cell: str) -> Any:
    """The list that a cell holds: JSON, or words with semicolons or bars between them."""
    if cell.lstrip().startswith(("[", "{")):
        try:
            return json.loads(cell)
        except (ValueError, RecursionError) as error:
            raise WrongValueError(_("It begins like JSON and is none.")) from error
    return _BETWEEN.split(cell.strip())


def _piped(cell: str) -> Any:
    """Of addresses, in which a semicolon may stand."""
    return _listed(cell) if cell.lstrip().startswith(("[", "{")) else re.split(r"\s*\|\s*|\s*;?\s+|\n", cell.strip())


COLUMNS: dict[str, Column] = {
    **dict.fromkeys(
        "headline dek kicker byline dateline section slugline slug address supplier supplier_domain supplier_id "
        "version rights was picture picture_file picture_alt picture_caption picture_credit picture_rights".split(),
        Column(_line),
    ),
    **dict.fromkeys("body body_html body_markdown ednote".split(), Column(_text)),
    **dict.fromkeys("published updated embargo".split(), Column(_time)),
    "language": Column(_language),
    "direction": Column(_one_of(frozenset({"ltr", "rtl"}))),
    "pub_status": Column(_one_of(frozenset(PubStatus))),
    "signal": Column(_one_of(frozenset(signal for signal in Signal if signal))),
    "priority": Column(_priority),
    "addresses": Column(_list_of(_line), _piped),
    "topics": Column(_list_of(_topic), _listed),
    "credits": Column(_list_of(_credit), _listed),
    "pictures": Column(_list_of(_picture), _piped),
    "origins": Column(_list_of(_origin), _listed),
}
"""The columns by name."""


@lru_cache(256)  # a file's are the same in every row
def column_name(name: str) -> str:
    """The name by which a column is known, however a table spells it: "Supplier ID" is `supplier_id`."""
    return re.sub(r"[\s_-]+", "_", name.strip()).casefold()
