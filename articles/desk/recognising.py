"""Which of the quotations found are citations that the story has already: at the same place, or of the same words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any

from articles.models import Citation, Claim
from articles.text.anchor import LIKENESS, Anchor, Found, find
from articles.text.passages import Passage, Stretch, passages, whole_text
from articles.text.suggestions import Suggestion

FOUND_BY = "quotes"
"""By which its rows are known."""

HALF = 0.5
"""The share of a passage by which another must lie over it to be the same."""


@dataclass
class Recognised:
    """What became of the quotations found: `kept` is each that is still to be suggested, with its row if it has one;
    `gone` are the rows whose words are no longer there.
    """

    kept: list[tuple[Suggestion, Citation | None]] = field(default_factory=list)
    gone: list[Citation] = field(default_factory=list)


def recognised(body: str, found: Sequence[Suggestion], rows: Sequence[Citation]) -> Recognised:
    """Tells the quotations `found` in a body from those that `rows` hold.

    What a person has confirmed or rejected is not found again. `rows` are all of the story's; only those that were
    found so, and are still suggested, can go.
    """
    places = _Places(body)
    suggested = [row for row in rows if row.state == Claim.SUGGESTED and row.found_by == FOUND_BY]
    settled = [row for row in rows if row not in suggested]
    told = _pairs(found, settled, places)
    open_ones = [one for at, one in enumerate(found) if at not in told and not places.is_cited(one, settled)]
    held = _pairs(open_ones, suggested, places)
    kept = [(one, held.get(at)) for at, one in enumerate(open_ones)]
    taken = {row.pk for row in held.values()}
    return Recognised(kept, [row for row in suggested if row.pk not in taken])


def passages_of(one: Suggestion) -> list[dict[str, Any]]:
    """The anchors of a suggestion as a citation keeps them."""
    return [asdict(passage) for passage in one.passages]


class _Places:
    """Where the citations of a body stand now."""

    def __init__(self, body: str) -> None:
        self.body = body
        self._found: dict[int, Sequence[Stretch]] = {}

    @cached_property
    def text(self) -> str:
        return whole_text(self.body)

    @cached_property
    def marked(self) -> dict[str, Passage]:
        return passages(self.body) if "<mark" in self.body else {}

    def of(self, row: Citation) -> Sequence[Stretch]:
        """The stretches that a row's marks hold, or else those where its passages are found again."""
        if row.pk not in self._found:
            marked = self.marked.get(row.key)
            self._found[row.pk] = marked.stretches if marked else self._anchored(row)
        return self._found[row.pk]

    def is_cited(self, one: Suggestion, settled: Iterable[Citation]) -> bool:
        """Whether most of it lies within a passage that a person has confirmed."""
        confirmed = (row for row in settled if row.state == Claim.CONFIRMED)
        return any(_common(one.stretches, self.of(row)) > HALF * _length(one.stretches) for row in confirmed)

    def _anchored(self, row: Citation) -> list[Stretch]:
        places = [find(Anchor(**passage), self.text) for passage in row.passages]
        return [Stretch(place.start, place.end) for place in places if place.found is not Found.ORPHAN]


def _pairs(found: Sequence[Suggestion], rows: Sequence[Citation], places: _Places) -> dict[int, Citation]:
    """The rows of the quotations `found` that have one: by the very passages, else by the place, else by the words."""
    pairs: dict[int, Citation] = {}
    left = list(rows)
    passages = [passages_of(one) for one in found] if rows else []
    for is_same in (
        lambda at, row: row.passages == passages[at],
        lambda at, row: _is_one_place(found[at].stretches, places.of(row)),
        lambda at, row: _is_nearly(row.quote, found[at].quote),
    ):
        for at in range(len(found)):
            row = next((row for row in left if at not in pairs and is_same(at, row)), None)
            if row is not None:
                pairs[at] = row
                left.remove(row)
        if not left or len(pairs) == len(found):
            break
    return pairs


def _is_one_place(one: Sequence[Stretch], other: Sequence[Stretch]) -> bool:
    return _common(one, other) > HALF * max(_length(one), _length(other))


def _common(one: Sequence[Stretch], other: Sequence[Stretch]) -> int:
    """Characters that lie in both."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def _length(stretches: Sequence[Stretch]) -> int:
    return sum(end - start for start, end in stretches)


def _is_nearly(one: str, other: str) -> bool:
    """Whether so many words of two quotes are the same that one was made from the other; of a few words, all."""
    words, others = Counter(one.casefold().split()), Counter(other.casefold().split())
    return bool(words) and 2 * (words & others).total() >= LIKENESS * (words.total() + others.total())
