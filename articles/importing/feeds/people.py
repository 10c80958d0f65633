"""The people a feed names: "mail@host (Ada Finch)", "Ada Finch <mail@host>", "By Ada Finch and Alan Reed"."""

import re
from collections.abc import Container, Iterable, Iterator

from lxml import etree

from articles.importing.feeds.tree import children, is_media, name_of, words
from articles.importing.feeds.wording import line_of
from articles.importing.story import StoryCredit
from articles.text.clean import plain
from bylines.names import parse_byline
from bylines.words import AGENCIES

LONGEST_TOLD = 500  # characters read of what is told of a person

_MAIL = re.compile(r"(?:mailto:)?[^\s@<>()\"',;:]{1,64}@[^\s@<>()\"',;:]{1,250}")
_EMPTY = re.compile(r"\(\s*\)|<\s*>|&lt;\s*&gt;|\[\s*\]")
_STAFF = re.compile(
    r"(?:by\s+)?(?:the\s+)?(?:(?:news\s+)?staff|editors?)(?:\s+(?:writers?|reporters?))?", re.IGNORECASE
)
_WRAPPED = {"(": ")", "<": ">", '"': '"', "[": "]"}


def credits_of(names: Iterable[str], role: str = "writer") -> tuple[StoryCredit, ...]:
    """Who is credited by the names that a feed gives, each once; mail addresses name nobody."""
    once: dict[str, StoryCredit] = {}
    for credit in (credit for name in names for credit in _credits(name_in(name), role)):
        once.setdefault((credit.name or credit.wording or credit.organisation).casefold(), credit)
    return tuple(once.values())


def names_in(element: etree._Element, kinds: Container[str]) -> tuple[str, ...]:
    """What the children of `element` with local names of `kinds` tell of people: their `name`, or else all they say."""
    people = [child for child in element if name_of(child) in kinds and not is_media(child)]
    told = [words(next(children(one, "name"), None)) if len(one) else words(one) for one in people]
    return tuple(filter(None, (line_of(one[:LONGEST_TOLD]) for one in told)))


def name_in(told: str) -> str:
    """The name in what a feed tells of a person, without mail address and brackets; empty where there is none."""
    name = plain(_EMPTY.sub(" ", _MAIL.sub(" ", told))).strip(" ,;-–")
    while name and _WRAPPED.get(name[0]) == name[-1] and len(name) > 1:
        name = name[1:-1].strip()
    return name


def _credits(name: str, role: str) -> Iterator[StoryCredit]:
    if _STAFF.fullmatch(name):
        yield StoryCredit("", role, wording=name)
        return
    byline = parse_byline(name)
    if byline and byline.people:
        for person in byline.people:
            yield StoryCredit(person, role, byline.organisation, title=byline.role)
    elif byline and "," not in name and (" " in name or name.casefold() in AGENCIES):
        yield StoryCredit("", role, byline.organisation)
    elif name:
        yield StoryCredit(name, role)
