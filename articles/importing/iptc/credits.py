"""Who is credited, by the bylines of an item and by the parties that it says made it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from articles.importing.iptc.parties import Party
from articles.importing.story import StoryCredit
from articles.text.clean import plain
from bylines.names import LONGEST, Byline, parse_byline

_STAFF = re.compile(r"(?:by\s+)?(staff(?:\s+(?:writers?|reporters?|and agencies))?)", re.IGNORECASE)
_JOINING = re.compile(r"\b(?:by|and|with|und|et|y)\b|[\W\d_]", re.IGNORECASE)
_ROLES = {
    "writer": "writer", "author": "writer", "columnist": "writer", "journalist": "writer", "creator": "writer",
    "reporter": "reporter", "correspondent": "correspondent", "contributor": "contributor", "editor": "editor",
    "subeditor": "editor", "copyeditor": "editor", "lasted": "editor", "photographer": "photographer",
    "photojournalist": "photographer", "translator": "translator", "illustrator": "illustrator",
    "graphicartist": "illustrator", "artist": "illustrator",
}  # fmt: skip
"""What IPTC and agencies call a role, in the house's words."""

_NO_CREDIT = {"descrwriter", "captionwriter", "descriptionwriter"}


def credits_of(bylines: Iterable[str], parties: Sequence[Party] = (), *, title: str = "") -> tuple[StoryCredit, ...]:
    """Who is credited: by the bylines first, then whoever else is named as creator or contributor.

    A byline that is none by its shape is kept as wording. `title` is what a byline calls the one it names.
    """
    people = [
        party for party in parties if party.is_person and plain(party.name) and _NO_CREDIT.isdisjoint(party.roles)
    ]
    credits: dict[str, StoryCredit] = {}
    for one in _told([*bylines], people, title):
        credits.setdefault(_key(one), one)
    for person in people:
        told = StoryCredit(
            plain(person.name), _role(person.roles), plain(person.organisation), title=plain(person.title)
        )
        known = credits.get(_key(told))
        credits[_key(told)] = enriched(known, told) if known else told
    return tuple(credits.values())


def enriched(credit: StoryCredit, other: StoryCredit) -> StoryCredit:
    """`credit` with what another one of the same person says more."""
    return replace(
        credit,
        organisation=credit.organisation or other.organisation,
        title=credit.title or other.title,
        role=credit.role if other.role == "writer" else other.role,
    )


def _told(bylines: Sequence[str], people: Sequence[Party], title: str) -> Iterator[StoryCredit]:
    for byline in filter(None, map(plain, bylines)):
        staff = _STAFF.fullmatch(byline)
        found = parse_byline(byline) or Byline()
        if staff:
            yield StoryCredit("", wording=staff[1], title=title)
        elif found.people:
            titled = title if len(found.people) == 1 else ""
            for name in found.people:
                yield StoryCredit(name, "writer", found.organisation, title=titled or found.role)
        elif found.organisation:
            yield StoryCredit("", "writer", found.organisation, title=title)
        elif not _names_only(byline, people):
            yield StoryCredit("", wording=byline, title=title)


def _names_only(byline: str, people: Sequence[Party]) -> bool:
    """Whether the byline says nothing but the names of people who are credited anyhow."""
    if len(byline) > LONGEST or len(people) > LONGEST:
        return False
    for person in people:
        byline = byline.replace(plain(person.name), " ")
    return not _JOINING.sub("", byline)


def _key(credit: StoryCredit) -> str:
    return (credit.name or f"\n{credit.organisation}\n{credit.wording}").casefold()


def _role(roles: Sequence[str]) -> str:
    known = [_ROLES[role] for role in roles if role in _ROLES]
    return known[0] if known else ("contributor" if roles else "writer")
