"""Who wrote the story, as a page tells it: names cleaned of "By", addresses and places, roles and employers kept."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from articles.importing.page.bylines import Seen, helpers, visible_bylines
from articles.importing.page.meta import AUTHORS
from articles.importing.page.names import LONGEST, named, turned
from articles.importing.page.schema import Node, first, types, values, words
from articles.importing.page.told import Told
from articles.importing.story import StoryCredit
from bylines.names import parse_byline

MOST = 30  # credits of one story

# Which property of schema.org credits whom as what (a `Credit.Role`).
_ROLES = {"contributor": "contributor", "translator": "translator", "illustrator": "illustrator"}

_ORGANISATIONS = frozenset({"Organization", "NewsMediaOrganization", "Corporation"})
_WRITTEN_BY = re.compile(
    r"(?:written|posted|published) by|by|authors?|(?:geschrieben|verfasst) von|(?:écrit|rédigé|publié) par"
    r"|(?:escrito|publicado) por|scritto da|(?:geschreven|auteur|door)(?: door)?|(?:skrevet|skriven|skrivet) a[vf]"
    r"|autor(?:in|a|e)?|auteur|autore|(?:napisane|opublikowane) przez|kirjoittanut|yazan|yazar|автор|написано"
    r"|作者|執筆者|글쓴이|ditulis oleh|كتبه|נכתב על ידי",
    re.IGNORECASE,
)
# What may stand behind the names in a line: a date, with its day of the week or its month before it.
_DATED = re.compile(
    r"[\s,;|/·•–—-]*(?:\b(?:on|am|le|el|il|den|published|posted|updated)\b[\s:]*)*"
    r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,\s]*)?"
    r"(?:\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b[.\s]*)?\d.*\Z",
    re.IGNORECASE,
)
_BUTTONS = frozenset(
    "archive articles bio contact email facebook follow instagram linkedin more pinterest posts print profile read "
    "reddit rss share stories subscribe telegram tiktok tweet twitter view website whatsapp youtube".split()
)
_LOGIN = re.compile(r"[a-z][a-z0-9_.-]*|\S*\d\S*")


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
    once = {
        (one.name or one.organisation or one.wording).casefold(): one
        for one in reversed([*writers, *_of_other_roles(page)])
    }
    return tuple(reversed(once.values()))[:MOST]


def _of_other_roles(page: Told) -> Iterator[StoryCredit]:
    """Those that schema.org, or a line of the story, names for something else than writing."""
    for name, role in _ROLES.items():
        for value in values(page.story, name):
            yield from (replace(one, role=role) for one in _told(value, page))
    for role, line in helpers(page):
        yield from (replace(one, role=role) for one in named(line, page, person=True))


def _sources(page: Told) -> Iterator[list[StoryCredit]]:
    """What each that may say it says of the writers, the most trusted first."""
    for name in ("author", "creator"):
        yield [one for value in values(page.story, name) for one in _told(value, page)]
    for name in AUTHORS:
        yield [one for text in page.meta.contents.get(name, ()) for one in named(turned(text), page)]
    yield _labelled(page)
    for lines in visible_bylines(page):
        yield _shown(lines, page)


def _labelled(page: Told) -> list[StoryCredit]:
    """The writers that the head tells in pairs of a label and what it labels, as previews in chats show them."""
    for label, data in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")):
        if _WRITTEN_BY.fullmatch(page.meta.first((label,))):
            return named(page.meta.first((data,)), page)
    return []


def _shown(lines: list[Seen], page: Told) -> list[StoryCredit]:
    """The people that a byline shows; where it shows none, the first staff or organisation."""
    found = [one for seen in lines for one in _shown_in(seen, page)]
    return [one for one in found if one.name] or found[:1]


def _shown_in(seen: Seen, page: Told) -> list[StoryCredit]:
    """What the whole line says, if it says all that is marked as a name in it; else what is marked."""
    whole = [one for one in named(_DATED.sub("", seen.line), page) if _is_seen(one)]
    parts = [one for name in seen.names for one in named(name, page) if _is_seen(one)]
    people = {one.name for one in parts if one.name}
    return whole if people <= {one.name for one in whole} else [one for one in parts if one.name]


def is_byline(text: str, credits: tuple[StoryCredit, ...], page: Told) -> bool:
    """Whether a line of the story says no more than who wrote it, which `credits` say already."""
    if len(text) > LONGEST:
        return False
    credited = {one.name or one.organisation or one.wording for one in credits}
    line = _DATED.sub("", text).replace("/", ", ")
    told = [one.name or one.organisation or one.wording for one in named(line, page)]
    return bool(told) and credited.issuperset(told)


def _told(value: Any, page: Told) -> Iterator[StoryCredit]:
    """The credits in a value of schema.org: a name, a person, an organisation."""
    if not isinstance(value, dict):
        yield from named(words(value), page) if isinstance(value, str) else ()
        return
    kinds = types(value)
    names = [name for one in values(value, "name") if (name := words(one))]
    names = names or [" ".join(filter(None, (first(value, "givenName"), first(value, "familyName"))))]
    if "Person" not in kinds and not kinds.isdisjoint(_ORGANISATIONS):
        yield from (StoryCredit("", organisation=name) for name in names if 1 < len(name) <= LONGEST)
        return
    for one in (one for name in names for one in named(name, page, person="Person" in kinds)):
        yield _employed(one, value, page) if one.name else one


def _employed(credit: StoryCredit, node: Node, page: Told) -> StoryCredit:
    title = credit.title or first(node, "jobTitle", "honorificSuffix")[:LONGEST]
    employer = credit.organisation or first(node, "worksFor", "affiliation")[:LONGEST]
    return replace(credit, title=title, organisation="" if page.is_house(employer) else employer)


def _is_somebody(credit: StoryCredit) -> bool:
    """Whether it is more than initials, or the name under which somebody logs in."""
    name = credit.name or credit.wording
    if _LOGIN.fullmatch(name):
        return False
    return bool(credit.wording or credit.organisation) or len(name) > 4 or not name.isascii()


def _is_seen(credit: StoryCredit) -> bool:
    """Whether what a visible line names is surely somebody: any word may stand in it."""
    told = credit.name or credit.wording or credit.organisation
    byline = parse_byline(told)
    named = byline is not None and (byline.people == (told,) or byline.organisation == told)
    if not _BUTTONS.isdisjoint(told.casefold().split()):
        return False
    return named and (" " in told or not told.isascii())
