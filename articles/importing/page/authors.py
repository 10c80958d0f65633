"""Who wrote the story, as a page tells it: names cleaned of "By", addresses and places, roles and employers kept."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from articles.importing.page.bylines import editors, visible_bylines
from articles.importing.page.meta import AUTHORS
from articles.importing.page.schema import Node, first, types, values, words
from articles.importing.page.told import Told
from articles.importing.story import StoryCredit
from bylines.names import Byline, parse_byline
from bylines.words import AGENCIES

LONGEST = 160  # characters; what is longer is no name but a biography
_LONGEST_NAME = 6  # words
MOST = 30  # credits of one story

# Which property of schema.org credits whom as what (a `Credit.Role`).
_ROLES = {"contributor": "contributor", "translator": "translator", "illustrator": "illustrator"}

_WEB = re.compile(r"\(?(?:https?://[^\s()]+|www\.[^\s()]+|[^\s()]+@[^\s()]+\.[^\s()]+|(?<!\w)@\w+)\)?", re.IGNORECASE)
_LABEL = re.compile(
    r"\A(?:(?:(?:written|reported|reporting|story|words|text|texte|texto|testo|article|posted|published)\s+)?"
    r"(?:by|von|par|por|di|door|av|af)|écrit par|a cura di|authors?|autor(?:es|in)?|autore|auteurs?|text|автор|yazar"
    r"|著者|作者|文|記者|记者|بقلم|מאת)(?:\s*[:：／]\s*|\s+(?=\S+\s+\S)|\Z)",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*[|;•·]\s*|\s+/\s+|(?<=\w\w)/(?=\w\w)")
_PLACE = re.compile(r"\s+(?:in|à|en)\s+[^\W\d_a-z][\w.'’-]*(?:\s+[^\W\d_a-z][\w.'’-]*){0,3}\Z")
_ACRONYM = re.compile(r"[A-Z]{2,5}")
_BRACKETED = re.compile(r"\s*[(\[（]([^()\[\]（）]{0,60})[)\]）]\s*")
_STAFF = re.compile(
    r"\b(?:staff|newsroom|news ?desk|redaktion|redactie|rédaction|redazione|redacción|redação|reporters?|editors?"
    r"|correspondents?|team|writers?|редакция)\b|編集部|本报|本紙|编辑部",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    "admin administrator anonymous author editor guest n/a none null root undefined user webmaster -".split()
)
_SENTENCE = re.compile(r"[!?;]|\.\s+[^\W\d_]{2,}\s+[^\W\d_]{2,}\s+[^\W\d_]{2,}")


def credits_of(page: Told) -> tuple[StoryCredit, ...]:
    """Everybody credited, each once: as schema.org says, else the head of the page, else its visible byline.

    Where one names but the house itself, the next that names anybody else is believed.
    """
    writers: list[StoryCredit] = []
    for credits in _sources(page):
        others = [one for one in credits if one.name or one.wording or not page.is_house(one.organisation)]
        if any(map(_is_somebody, others)):
            writers = others if any(one.name for one in others) else credits
            break
        writers = writers or credits
    helpers = [
        replace(one, role=role)
        for name, role in _ROLES.items()
        for value in values(page.story, name)
        for one in _told(value, page)
    ]
    helpers += [replace(one, role="editor") for text in editors(page) for one in named(text, page, person=True)]
    once = {(one.name or one.organisation or one.wording).casefold(): one for one in reversed([*writers, *helpers])}
    return tuple(reversed(once.values()))[:MOST]


def _sources(page: Told) -> Iterator[list[StoryCredit]]:
    """What each that may say it says of the writers, the most trusted first."""
    for name in ("author", "creator"):
        yield [one for value in values(page.story, name) for one in _told(value, page)]
    for name in AUTHORS:
        yield [one for text in page.meta.contents.get(name, ()) for one in named(text, page)]
    for text in visible_bylines(page):
        yield [one for one in named(text, page) if _is_seen(one)]


def is_byline(text: str, credits: tuple[StoryCredit, ...], page: Told) -> bool:
    """Whether a line of the story says no more than who wrote it, which `credits` say already."""
    if len(text) > LONGEST:
        return False
    credited = {one.name or one.organisation or one.wording for one in credits}
    told = [one.name or one.organisation or one.wording for one in named(text.replace("/", ", "), page)]
    return bool(told) and credited.issuperset(told)


def named(text: str, page: Told, *, person: bool = False) -> list[StoryCredit]:
    """The credits in a line such as "By Ada Finch and Alan Reed for The Engine"; `person` if it is said to name one."""
    text = _WEB.sub(" ", text) if len(text) <= 2 * LONGEST else ""
    bracketed = [one.strip() for one in _BRACKETED.findall(text)]
    text = " ".join(_BRACKETED.sub(" ", text).split()).strip(" ,;|/-–—·•:")
    text = _LABEL.sub("", text).strip(" ,;|/-–—·•:")
    if not 1 < len(text) <= LONGEST or text.casefold() in _NOBODY or text.isdigit() or _SENTENCE.search(text):
        return []
    if page.is_house(text):
        return [StoryCredit("", organisation=text)]
    parts = [part for part in _PARTED.split(text) if part]
    if len(parts) > 1:
        return [one for part in parts for one in named(part, page, person=person)]
    employer = next((one for one in bracketed if _is_organisation(one)), "")
    byline = parse_byline(text) or parse_byline(_PLACE.sub("", text))
    if byline and byline.people:
        named_for = " for " in text or _is_organisation(byline.organisation)
        return _people(byline, (byline.organisation if named_for else "") or employer, page)
    if byline and (" " in byline.organisation or not person or _is_organisation(byline.organisation)):
        return [_nameless(byline.organisation)]
    is_name = person and len(text.split()) <= _LONGEST_NAME and not any(map(str.isdigit, text))
    return [StoryCredit(text, organisation=employer)] if is_name else [StoryCredit("", wording=text)]


def _people(byline: Byline, organisation: str, page: Told) -> list[StoryCredit]:
    """The people of a byline; where "people" are the house itself, the organisation stands beside it."""
    if any(map(page.is_house, byline.people)):
        names = dict.fromkeys(filter(None, (*byline.people, organisation)))
        return [StoryCredit("", organisation=one) for one in names]
    return [StoryCredit(one, organisation=organisation, title=byline.role) for one in byline.people]


def _nameless(text: str) -> StoryCredit:
    return StoryCredit("", wording=text) if _STAFF.search(text) else StoryCredit("", organisation=text)


def _is_organisation(text: str) -> bool:
    """Whether something in it tells that it is one: of a word behind a name alone it may be a place, too."""
    if not text or text.casefold() in AGENCIES or _ACRONYM.fullmatch(text):
        return bool(text)
    byline = parse_byline(text)
    return " " in text and byline is not None and byline.organisation == text


def _told(value: Any, page: Told) -> Iterator[StoryCredit]:
    """The credits in a value of schema.org: a name, a person, an organisation."""
    if not isinstance(value, dict):
        yield from named(words(value), page) if isinstance(value, str) else ()
        return
    kinds = types(value)
    name = first(value, "name") or " ".join(filter(None, (first(value, "givenName"), first(value, "familyName"))))
    if not kinds.isdisjoint({"Organization", "NewsMediaOrganization", "Corporation"}):
        yield from [StoryCredit("", organisation=name)] if 1 < len(name) <= LONGEST else []
        return
    for one in named(name, page, person="Person" in kinds):
        yield _employed(one, value, page) if one.name else one


def _employed(credit: StoryCredit, node: Node, page: Told) -> StoryCredit:
    title = credit.title or first(node, "jobTitle", "honorificSuffix")[:LONGEST]
    employer = credit.organisation or first(node, "worksFor", "affiliation")[:LONGEST]
    return replace(credit, title=title, organisation="" if page.is_house(employer) else employer)


def _is_somebody(credit: StoryCredit) -> bool:
    """Whether it is more than initials."""
    return bool(credit.wording or credit.organisation) or len(credit.name) > 4 or not credit.name.isascii()


def _is_seen(credit: StoryCredit) -> bool:
    """Whether what a visible line names is surely somebody: any word may stand in it."""
    told = credit.name or credit.wording or credit.organisation
    byline = parse_byline(told)
    named = byline is not None and (byline.people == (told,) or byline.organisation == told)
    return named and (" " in told or not told.isascii())
