"""Stories that came in by the hundred, read for quotes: another process reads what is due, the desk suggests it.

A story is due while it has words that nobody has read: `read_version` behind `version`. It is written in small
transactions, so that a run ended at any moment leaves whole stories, and the others due.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.suggesting import suggest_batch
from articles.importing.quoting_process import Parcel, Read, Words, read, read_ahead
from articles.models import Article
from articles.states import Status

AT_HOME = 60
"""Stories read in this process before another is asked for help, which costs as much as reading so many."""

PARCEL = 20
"""Stories that are read and written at once."""

AT_ONCE = 200
"""Stories that are fetched at once."""


@dataclass(frozen=True)
class Outcome:
    """What became of one story: how many suggestions stand in it, or the fault for which it stays due."""

    number: int
    suggestions: int = 0
    fault: str = ""

    @property
    def sentence(self) -> str:
        """The fault, told to whoever runs the house."""
        told = {"number": self.number, "fault": self.fault}
        return _("Article %(number)d could not be read for quotes and stays due: %(fault)s") % told


@dataclass
class Tally:
    """What became of all of them; as text a sentence."""

    stories: int = 0
    suggestions: int = 0
    faults: int = 0

    def count(self, outcome: Outcome) -> None:
        """One story more."""
        self.stories += 1
        self.suggestions += outcome.suggestions
        self.faults += bool(outcome.fault)

    def __str__(self) -> str:
        stories = ngettext("%(number)d story", "%(number)d stories", self.stories) % {"number": self.stories}
        passages = ngettext("%(number)d passage", "%(number)d passages", self.suggestions)
        told = {"stories": stories, "passages": passages % {"number": self.suggestions}}
        return _("Read %(stories)s for quotes: %(passages)s to accept or reject.") % told


def due() -> Iterator[Words]:
    """Every story whose words have not been read, the oldest first. What is spiked has nobody to read it for."""
    last = 0
    while stories := _words_of(_due().filter(pk__gt=last)):
        yield from stories
        last = stories[-1].number


def due_among(numbers: Iterable[int]) -> Iterator[Words]:
    """Those of the stories of these numbers whose words have not been read."""
    numbers = iter(sorted(set(numbers)))
    while some := list(islice(numbers, AT_ONCE)):
        yield from _words_of(_due().filter(pk__in=some))


def find_quotes(stories: Iterable[Words]) -> Iterator[Outcome]:
    """Suggests what is quoted in each story, in their order. A story that changes meanwhile stays due.

    An outcome is given when it is safely held.
    """
    stories = iter(stories)
    for parcel in _parcels(islice(stories, AT_HOME)):
        yield from _write(parcel, read(parcel))
    following = next(stories, None)
    if following is not None:
        for parcel, told in read_ahead(_parcels(chain([following], stories))):
            yield from _write(parcel, told)


def _due() -> QuerySet[Article]:
    return Article.objects.filter(read_version__lt=F("version")).exclude(status=Status.SPIKED)


def _words_of(stories: QuerySet[Article]) -> list[Words]:
    columns = stories.order_by("pk").values_list("pk", "version", "body", "language")
    return [Words(*row) for row in columns[:AT_ONCE]]


def _parcels(stories: Iterable[Words]) -> Iterator[Parcel]:
    stories = iter(stories)
    while parcel := list(islice(stories, PARCEL)):
        yield parcel


def _write(parcel: Parcel, told: Read) -> list[Outcome]:
    pairs = list(zip(parcel, told, strict=True))
    faults = {story.number: found for story, found in pairs if isinstance(found, str)}
    stories = [
        (Article(pk=story.number, version=story.version, body=story.body), found)
        for story, found in pairs
        if not isinstance(found, str)
    ]
    counts = {article.pk: count for (article, _found), count in zip(stories, suggest_batch(stories), strict=True)}
    return [Outcome(story.number, counts.get(story.number, 0), faults.get(story.number, "")) for story in parcel]
