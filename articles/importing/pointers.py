"""A pointer to where the copy came from, at the end of a text: "Read Full Article at RT.com"."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from bylines import words
from bylines.names import parse_byline

LONGEST = 800  # characters of a pointer
LONGEST_NAME = 200  # characters, as an organisation's name may have
LONGEST_URL = 500  # characters, as an origin's address may have

_POINTER = re.compile(
    r"""
    (?:^|(?<=\s)) [(\[]? \s?
    (?P<asks>
        (?:Continue|Keep|CONTINUE|KEEP) \s+ (?i:reading) (?:\s+(?i:this|the|full|article|story|report|piece))*
      | (?:Read|READ|See|SEE|View|VIEW|Find|FIND)
        (?:\s+(?i:the|this|our|full|whole|entire|original|complete|rest|of))*
        \s+ (?i:article|story|report|piece|text|interview|more)
    )
    \s* (?::|\s(?P<where>(?i:at|on|in|from|via))) \s+
    (?P<name>[^.!?\s] .{,600}?)
    \s* [.…»›>→)\]]* $
    """,
    re.VERBOSE,
)
_FIRST_WORD = re.compile("Continue|Keep|CONTINUE|KEEP|Read|READ|See|SEE|View|VIEW|Find|FIND")  # quick to look for
_BEFORE_IT = 2  # characters of a pointer, at most
_SENTENCE_ENDED = re.compile(r"[.!?…:;\"”’»)\]|–—-]$")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}")
_URL = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True)
class Pointer:
    """Where in the text it begins, whom it names, the host it may be known by, and the address it gives."""

    start: int
    name: str
    domain: str = ""
    url: str = ""


def find_pointer(text: str) -> Pointer | None:
    """The pointer that ends `text`, if one does. In doubt there is none: a teaser would lose its last words."""
    start = max(0, len(text) - LONGEST)
    first = _FIRST_WORD.search(text, start)
    found = _POINTER.search(text, max(start, first.start() - _BEFORE_IT)) if first else None
    while found:
        name, domain, url = _named(found["name"])
        if domain or (_is_sentence(text, found.start()) and _is_outlet(name, found["asks"], found["where"])):
            return Pointer(found.start(), name, domain, url)
        found = _POINTER.search(text, found.start() + 1)
    return None


def host_of(name: str) -> str:
    """The host in "www.RT.com" or "https://rt.com/x", in small letters and without www; empty if there is none."""
    if _URL.fullmatch(name):
        try:
            host = urlsplit(name).hostname or ""
        except ValueError:
            return ""
    else:
        host = name.casefold() if _DOMAIN.fullmatch(name) else ""
    return host.removeprefix("www.") if len(host) <= LONGEST_NAME else ""


def _named(name: str) -> tuple[str, str, str]:
    """What the pointer names: an organisation, its host, and the address."""
    name = name.strip("<>()[]“”\"'*").rstrip("/").removeprefix("the ")
    host = host_of(name)
    if _URL.fullmatch(name):
        return host, host, name if _is_address(name) else ""
    return name.removeprefix("www.") if host else name, host, ""


def _is_address(url: str) -> bool:
    try:
        URLValidator(["http", "https"])(url)
    except ValidationError:
        return False
    return len(url) <= LONGEST_URL


def _is_sentence(text: str, start: int) -> bool:
    """Whether the pointer is a sentence of its own, and not the end of another."""
    before = text[:start].rstrip()
    return not before or bool(_SENTENCE_ENDED.search(before))


def _is_outlet(name: str, asks: str, where: str | None) -> bool:
    """Whether a pointer may name it: the full story is told "at Le Monde", but "on Ada Lovelace" is about her."""
    parts = name.split()
    if not 0 < len(parts) <= 8 or any(part[0].islower() and part not in words.LINKING for part in parts):
        return False
    byline = parse_byline(name)
    if byline and byline.organisation == name:
        return where not in ("in", "from") or len(parts) > 1  # "the full report in Brussels" is no pointer
    told_there = where in ("at", "via") and asks.casefold().endswith(("article", "story"))
    read_on = where in ("at", "on", "via") and asks.casefold().startswith(("continue", "keep"))
    return len(parts) > 1 and not any(map(str.isdigit, name)) and (told_there or read_on)
