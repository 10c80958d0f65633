"""Sources that are only suggested: one for everybody a story quotes and the house does not know, hidden until accepted.

Stories share one where the name alone tells who it is; it goes when no citation is left.
"""

import uuid
from collections.abc import Collection, Iterable

from django.db.models import Q

from articles.desk.speakers import Speaker, accepted_like
from bylines.models import Organisation, Source

Wanted = tuple[int, Speaker]
"""The number of a story, and somebody who speaks in it."""


class SuggestedSources:
    """The sources that stories name, found or made. Used within one transaction: what may go is locked until its end.

    `own` has the numbers of the sources that each story cites now.
    """

    def __init__(self, wanted: Iterable[Wanted], own: dict[int, Collection[int]]) -> None:
        self._wanted = list(dict.fromkeys(wanted))
        speakers = {speaker for _story, speaker in self._wanted}
        self._accepted = accepted_like(speakers)
        self._houses = _houses(speakers - set(self._accepted))
        self._held = _locked(speakers - set(self._accepted), {pk for numbers in own.values() for pk in numbers})
        self._sources: dict[tuple[int, str, str], Source] = {}
        for source in self._held:
            self._sources.setdefault((0, source.kind, source.name), source)
        by_number = {source.pk: source for source in self._held}
        for story, numbers in own.items():
            for source in filter(None, map(by_number.get, numbers)):
                self._sources.setdefault((story, source.kind, source.name), source)
        self._make()

    def of(self, story: int, speaker: Speaker) -> Source:
        """The source that a speaker is in a story."""
        return self._accepted.get(speaker) or self._sources[_key(story, speaker)]

    def house_of(self, speaker: Speaker) -> Organisation | None:
        """The organisation of the house's that a speaker belongs to."""
        return self._houses.get(speaker.affiliation)

    def sweep(self) -> None:
        """Takes away those among the ones held before that no citation is left of."""
        numbers = [source.pk for source in self._held]
        if numbers:
            Source.objects.suggested().filter(pk__in=numbers, citations=None).delete()

    def _make(self) -> None:
        new, learnt = [], []
        for story, speaker in self._wanted:
            key = _key(story, speaker)
            if speaker in self._accepted:
                continue
            held = self._sources.get(key)
            if held is None:
                self._sources[key] = _new(speaker, self._houses.get(speaker.affiliation))
                new.append(self._sources[key])
            elif speaker.title and not held.title:
                held.title = speaker.title
                learnt += [held] if held.pk else []
        Source.objects.bulk_create(new)
        Source.objects.bulk_update(learnt, ["title"])


def sweep_all() -> int:
    """Takes away every suggested source that no citation is left of; returns how many there were."""
    left = Source.objects.suggested().filter(citations=None).order_by("pk")
    numbers = list(left.select_for_update(of=("self",)).values_list("pk", flat=True))
    return Source.objects.filter(pk__in=numbers, citations=None).delete()[0]


def _key(story: int, speaker: Speaker) -> tuple[int, str, str]:
    return (0 if speaker.is_known_anywhere else story, speaker.kind, speaker.name)


def _locked(speakers: Collection[Speaker], own: Collection[int]) -> list[Source]:
    """Suggested sources that may be meant, and those cited so far: all in one order, so that no two wait for each
    other."""
    names = {speaker.name for speaker in speakers if speaker.is_known_anywhere}
    if not names and not own:
        return []
    held = Source.objects.suggested().filter(Q(name__in=names) | Q(pk__in=own))
    return list(held.select_for_update().order_by("pk"))


def _houses(speakers: Collection[Speaker]) -> dict[str, Organisation]:
    names = {speaker.affiliation for speaker in speakers} - {""}
    held = Organisation.objects.filter(name__in=names) if names else ()
    return {organisation.name: organisation for organisation in held}


def _new(speaker: Speaker, house: Organisation | None) -> Source:
    """A source that has no address yet: what it gets instead is nobody's."""
    return Source(
        kind=speaker.kind,
        name=speaker.name,
        slug=f"suggested-{uuid.uuid4().hex}",
        title=speaker.title,
        affiliation=house,
        state=Source.State.SUGGESTED,
    )
