"""Who wrote it: "Ada Lovelace and Alan Turing for The Engine" to people and an organisation, and back.

Nothing here knows who exists. A line is judged by its shape alone, and in doubt it is no byline: a sentence
taken for a name would cost a story its last line.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from bylines import words

LONGEST = 160  # characters; a byline is one line of type

_PREFIX = re.compile(r"(?:(?:(?:with |additional )*reporting |words )?by|(von|par|por))\s+", re.IGNORECASE)
_FOR = re.compile(r",?\s+for\s+", re.IGNORECASE)
_FOR_OR_OF = re.compile(r",?\s+(?:for|of|für|pour|para)\s+", re.IGNORECASE)
_BETWEEN = re.compile(r",?\s+(?:and|und|et|och|og|&)\s+|\s*[,،、]\s*", re.IGNORECASE)
_Y = re.compile(r"\s+[ye]\s+")  # "and" in Spanish and Italian, but also inside one name: Ortega y Gasset
_SUFFIX = re.compile(r"(?<=\w),\s+(?=(?:Jr|Sr)\b|(?:II|III|IV|MD|PhD)(?:\W|$))")
_NOT_IN_BYLINES = re.compile(r"[©:;!?\"“”«»…|/\\@<>{}\[\]()=*#_~+。！？؟।]")
_ENDS_SENTENCE = re.compile(r"(?<!\b[A-Z])(?<!\bJr)(?<!\bSr)(?<!\bInc)(?<!\bLtd)(?<!\bCo)\.$")
_DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)*\.[a-z]{2,}")
_ACRONYM_FIRST = re.compile(r"[A-Z]{3,5} (?=.*[a-z])")
_EMPLOYER = re.compile(r"(The .+|[A-Z]{1,5}( [A-Z]\S*)*|Reuters|Bloomberg)")
_ELIDED = re.compile(r"[dl]['’]\w")
_LEAD_IN = " -‐‑‒–—―*•"
_JOINERS = "'’ʼ.-‐‑·・"
_HAN = re.compile("[\u3400-\u9fff]{5,}")


@dataclass(frozen=True)
class Byline:
    """The people named, the organisation they write for (or which alone is named), and their role there."""

    people: tuple[str, ...] = ()
    organisation: str = ""
    role: str = ""


def parse_byline(line: str) -> Byline | None:
    """Read "By Ada Lovelace and Alan Turing for The Engine", "Von Anna Berg", "Reuters".

    Returns None for anything that is not shaped like a byline, an ordinary sentence above all. One word alone
    is taken for the name of an organisation.
    """
    return _read(_folded(line), _FOR_OR_OF)


def parse_signoff(line: str) -> Byline | None:
    """Read the line that ends a story: full names "for" an organisation, maybe in brackets or after a dash.

    Stricter than `parse_byline`: no role, and nobody by one name only, save in scripts without capitals.
    """
    text = _folded(line).strip(_LEAD_IN)
    if (text[:1], text[-1:]) in {("(", ")"), ("[", "]")}:
        text = text[1:-1].strip(_LEAD_IN)
    byline = _read(text, _FOR)
    if byline is None or byline.role or not byline.people or not _FOR.search(text):
        return None
    full_names = all(" " in person or not _has_case(person) for person in byline.people)
    return byline if full_names else None


def format_byline(byline: Byline) -> str:
    """Write a byline in English, without "By": `parse_byline` reads it back."""
    *others, last = byline.people or ("",)
    people = f"{', '.join(others)} and {last}" if others else last
    named = ", ".join(filter(None, (people, byline.role)))
    if not named or not byline.organisation:
        return named or byline.organisation
    return f"{named}{',' if byline.role else ''} for {byline.organisation}"


def _read(text: str, link: re.Pattern[str]) -> Byline | None:
    return _read_short(text, link) if 0 < len(text) <= LONGEST else None


@lru_cache(4096)  # the same people sign again and again
def _read_short(text: str, link: re.Pattern[str]) -> Byline | None:
    if _NOT_IN_BYLINES.search(text) or _ENDS_SENTENCE.search(text):
        return None
    text = _without_prefix(text)
    found = link.search(text)
    if found is None or text.casefold() in words.AGENCIES:
        return _unlinked(text)
    who, organisation = text[: found.start()], text[found.end() :].removeprefix("the ")
    names, role = _names_and_role(who)
    if any(map(_is_organisation, names)):
        one_name = " " not in who or who.startswith("The ")  # Times of India, The Center for Safety
        return Byline(organisation=text) if one_name and _is_title(text) else None
    if not all(map(_is_person, names)) or not _may_employ(organisation):
        return None
    titled = " " not in who and found[0].strip(", ").casefold() == "of"  # Duke of Wellington
    return None if titled else Byline(tuple(names), organisation, role)


def _unlinked(text: str) -> Byline | None:
    """Tell people from the organisations named after them: "Ada Lovelace and Reuters", "Staff and agencies"."""
    names, role = _names_and_role(text)
    organisations = list(takewhile(_may_be_organisation, reversed(names)))[::-1]
    people = tuple(names[: len(names) - len(organisations)])
    if not all(map(_is_person, people)) or (role and (organisations or not people)):
        return None
    if not people:
        return Byline(organisation=text)
    employer, _, post = role.rpartition(" ")
    if _EMPLOYER.fullmatch(employer) and employer not in words.BEATS:
        return Byline(people, employer, post)
    return Byline(people, " and ".join(organisations), role)


def _names_and_role(who: str) -> tuple[list[str], str]:
    parts = [name for part in _BETWEEN.split(_SUFFIX.sub(" ", who)) for name in _parted_at_y(part)]
    if len(parts) > 1 and _is_role(parts[-1]):
        return parts[:-1], parts[-1]
    return parts, ""


def _parted_at_y(part: str) -> list[str]:
    names = _Y.split(part)
    return names if all(" " in name for name in names) else [part]


def _without_prefix(text: str) -> str:
    """Take off "By". "Von", "Par" and "Por" may begin a name, so what follows must be able to stand alone."""
    found = _PREFIX.match(text)
    if found is None:
        return text
    rest = text[found.end() :]
    first = _BETWEEN.split(rest)[0]
    stands_alone = (" " in first and first.split()[0] not in words.PARTICLES) or _is_organisation(first)
    return rest if stands_alone or not found[1] else text


def _may_be_organisation(part: str) -> bool:
    alone = " " not in part and _is_person(part) and _has_case(part)
    return alone or (_is_organisation(part) and _is_title(part))


def _is_organisation(part: str) -> bool:
    """Say whether something in it tells that this is no person."""
    return (
        part.casefold() in words.AGENCIES
        or part.startswith("The ")
        or part.endswith(words.ORGANISATION_ENDINGS)
        or _ACRONYM_FIRST.match(part) is not None
        or _DOMAIN.fullmatch(part) is not None
        or not words.ORGANISATION_WORDS.isdisjoint(re.split(r"[\s-]", part.casefold()))
    )


def _may_employ(part: str) -> bool:
    """Say whether people may write for it; in slogans and headlines they are for peace, or for president."""
    if not _is_title(part):
        return False
    return _is_organisation(part) or part.split()[-1].casefold() not in words.NOT_ORGANISATIONS


def _is_title(part: str) -> bool:
    """Say whether it is written as a proper name: every word with a capital, save those that link."""
    names = part.split()
    return 0 < len(names) <= 8 and "," not in part and _is_proper(names[0]) and all(map(_fits_title, names))


def _fits_title(word: str) -> bool:
    return word in words.LINKING or _is_proper(word)


def _is_proper(word: str) -> bool:
    small_by_custom = words.AGENCIES | words.ORGANISATION_WORDS
    capital = word != word.lower() or not _has_case(word)
    return capital or word in small_by_custom or _DOMAIN.fullmatch(word) is not None


def _is_person(part: str) -> bool:
    names = part.split()
    longest = 6 if _has_case(part) else 3  # without capitals only the length tells a name from a sentence
    if not 0 < len(names) <= longest or names[0].casefold() in words.NOT_GIVEN_NAMES:
        return False
    shaped = _is_name(names[-1]) and all(_is_name(name) or name in words.PARTICLES for name in names)
    return shaped and not _is_organisation(part)


def _is_name(word: str) -> bool:
    """Say whether it may be a given or family name, or an initial: letters, the first a capital."""
    letters = [letter for letter in word if letter not in _JOINERS]
    if not letters or any(unicodedata.category(letter)[0] not in "LM" for letter in letters):
        return False
    too_long = _HAN.search(word) or (word.endswith(".") and len(letters) > 3)
    if too_long or word.casefold() in words.NOT_NAMES:
        return False
    return not letters[0].islower() or _ELIDED.match(word) is not None


def _is_role(part: str) -> bool:
    names = part.casefold().split()
    return bool(names) and len(names) <= 5 and names[-1].removesuffix("s") in words.ROLES


def _has_case(text: str) -> bool:
    return text.lower() != text.upper()


def _folded(line: str) -> str:
    return unicodedata.normalize("NFC", " ".join(line.split()))
