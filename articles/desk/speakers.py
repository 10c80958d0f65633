"""Whom a quotation names, in the words of a source, and which accepted source that is.

Rather none than a wrong one: two people are the same by their full name, or by their last name with the same title or
house, and only where one alone fits. Who has no name in the text ("residents", "a spokesman") is somebody else in every
story.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from articles.text.quoting.quotation import Quotation, SpeakerKind
from bylines.models import Source

LONGEST = 200
"""Characters that a source has room for, in name and title each; what is longer is neither."""

Kind = Source.Kind


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. `described` tells that the text has no name for them; `kind` is a kind of source."""

    name: str
    kind: str
    title: str = ""
    affiliation: str = ""
    described: bool = False

    @property
    def is_known_anywhere(self) -> bool:
        """Whether the name alone tells in any story who it is: two names of a person, one of anything else."""
        words = self.name.split()
        if self.described or not (_is_proper(words[0]) and _is_proper(words[-1])):
            return False
        return self.kind != Kind.PERSON or len(words) > 1

    @property
    def is_last_name(self) -> bool:
        """Whether it is a person of whom the story has a part of the name only."""
        return self.kind == Kind.PERSON and not self.described and not self.is_known_anywhere


def speaker_of(found: Quotation) -> Speaker | None:
    """Who speaks in a quotation; None where the text does not say."""
    one = found.speaker
    if one is None or not one.name.strip() or len(one.name) > LONGEST:
        return None
    title, affiliation = (words if len(words) <= LONGEST else "" for words in (one.title, one.affiliation))
    return Speaker(one.name.strip(), _kind(found), title, affiliation, described=one.kind is SpeakerKind.UNNAMED)


def like(source: Source) -> Speaker:
    """A source as one who speaks, to ask for others that are the same."""
    house = source.affiliation.name if source.affiliation else ""
    return Speaker(source.name, source.kind, source.title, house, described=source.kind == Kind.UNNAMED)


def accepted_like(speakers: Iterable[Speaker]) -> dict[Speaker, Source]:
    """The accepted source that each speaker is, of those of whom that is safe to say."""
    asked = [one for one in speakers if not one.described]
    if not asked:
        return {}
    candidates = list(_candidates(asked).select_related("affiliation").order_by("pk"))
    found = {one: _by_name(one, candidates) or _by_last_name(one, candidates) for one in asked}
    return {one: source for one, source in found.items() if source is not None}


def spellings(name: str) -> set[str]:
    """A name with either apostrophe."""
    return {name, name.replace("’", "'"), name.replace("'", "’")}


def _kind(found: Quotation) -> str:
    """A document is what it was issued as; the unnamed are people, or several at once, unless they hide."""
    one = found.speaker
    if one is None or one.kind is SpeakerKind.PERSON:
        return Kind.PERSON
    if one.kind is SpeakerKind.DOCUMENT:
        issued = {"statement": Kind.STATEMENT, "release": Kind.STATEMENT, "post": Kind.POST}
        return next((kind for word, kind in issued.items() if word in found.channel), Kind.DOCUMENT)
    if one.kind is SpeakerKind.ORGANISATION:
        return Kind.ORGANISATION
    if found.anonymous and found.first_hand:
        return Kind.UNNAMED
    return Kind.ORGANISATION if one.plural else Kind.PERSON


def _is_proper(word: str) -> bool:
    return any(map(str.isupper, word)) or not word.islower()  # a script without capitals has names too


def _candidates(asked: Sequence[Speaker]) -> QuerySet[Source]:
    held = Source.objects.accepted()
    fits = Q(name__in=set[str]().union(*(spellings(one.name) for one in asked)))
    short = [one for one in asked if one.is_last_name]
    titles, houses = {one.title for one in short} - {""}, {one.affiliation for one in short} - {""}
    if titles:
        fits |= Q(kind=Kind.PERSON, title__in=titles)
    if houses:
        fits |= Q(kind=Kind.PERSON, affiliation__name__in=houses)
    return held.filter(fits)


def _by_name(speaker: Speaker, candidates: Sequence[Source]) -> Source | None:
    if not speaker.is_known_anywhere:
        return None
    named = [one for one in candidates if one.kind == speaker.kind and one.name in spellings(speaker.name)]
    titled = [one for one in named if one.title == speaker.title] if len(named) > 1 else named
    return titled[0] if len(titled) == 1 else None


def _by_last_name(speaker: Speaker, candidates: Sequence[Source]) -> Source | None:
    if not speaker.is_last_name:
        return None
    ends = tuple(f" {name}" for name in spellings(speaker.name))
    fits = [
        one
        for one in candidates
        if one.kind == Kind.PERSON and f" {one.name}".endswith(ends) and _is_same_post(one, speaker)
    ]
    return fits[0] if len(fits) == 1 else None


def _is_same_post(source: Source, speaker: Speaker) -> bool:
    house = source.affiliation.name if source.affiliation else ""
    return bool(
        (speaker.title and source.title == speaker.title) or (speaker.affiliation and house == speaker.affiliation)
    )
