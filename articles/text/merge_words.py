"""Two changes of the same words joined, word by word, where they do not touch each other. Marks go with their words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from typing import NamedTuple

from articles.text.alignment import aligned
from articles.text.passages import runs_of
from articles.text.runs import Mark, Run, paragraphs
from articles.text.tokens import tokens


class Word(NamedTuple):
    """A word or punctuation mark, by which it is known again, and its letters with the marks they stand under.

    The white space before it belongs to it, and so does the marking of that.
    """

    core: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class _Change:
    """The words of the base from `start` to `end` (not included) became `words`."""

    start: int
    end: int
    words: tuple[Word, ...]


@dataclass
class _Cluster:
    """Changes that touch each other, and from where to where in the base they reach together."""

    start: int
    end: int
    ours: list[_Change] = field(default_factory=list)
    theirs: list[_Change] = field(default_factory=list)


def join_lines(base: str, ours: str, theirs: str) -> str | None:
    """Join two changes of a line of plain text, or give None where they touch."""
    joined = join([words_of([(f" {text}", frozenset())]) for text in (base, ours, theirs)])
    if joined is None:
        return None
    return "".join(text for word in joined for text, _marks in word.runs).removeprefix(" ")


def join_insides(base: str, ours: str, theirs: str) -> list[str] | None:
    """Join two changes of the HTML inside a block, or give None where they touch.

    Mostly that is one inside; none if all words are gone, more if an empty line has come between.
    """
    joined = join([words_of([(" ", frozenset()), *runs_of(inside)]) for inside in (base, ours, theirs)])
    return None if joined is None else list(paragraphs(run for word in joined for run in word.runs))


def words_of(runs: Iterable[Run]) -> list[Word]:
    """Take marked text apart into words."""
    alike = [("".join(text for text, _ in same), marks) for marks, same in groupby(runs, key=lambda run: run[1])]
    ends = accumulate(len(text) for text, _marks in alike)
    borders = iter(zip(ends, (marks for _text, marks in alike), strict=True))
    text = "".join(text for text, _marks in alike)
    words, at, border, marks = [], 0, 0, frozenset[Mark]()
    for white, core in tokens(text):
        end = at + len(white) + len(core)
        parts: tuple[Run, ...] = ()
        while at < end:
            if at == border:
                border, marks = next(borders)
            stop = end if end < border else border
            parts += ((text[at:stop], marks),)
            at = stop
        words.append(Word(core, parts))
    return words


def join(versions: Sequence[Sequence[Word]]) -> list[Word] | None:
    """Join the changes from the first of three versions to the two others, or give None where they touch."""
    base, ours, theirs = versions
    joined: list[Word] = []
    at = 0
    for cluster in _clusters(_changes(base, ours), _changes(base, theirs)):
        by_us, by_them = (_applied(base, cluster, changes) for changes in (cluster.ours, cluster.theirs))
        if cluster.ours and cluster.theirs and by_us != by_them:
            return None
        joined += [*base[at : cluster.start], *(by_us if cluster.ours else by_them)]
        at = cluster.end
    return joined + list(base[at:])


def _changes(base: Sequence[Word], side: Sequence[Word]) -> list[_Change]:
    """What was changed: runs of words replaced, put in or taken out, and words whose marks or white space differ."""
    pairs = aligned([word.core for word in base], [word.core for word in side])
    same = [(was, now) for was, now in pairs if base[was] == side[now]]
    changes = []
    was, now = 0, 0
    for next_was, next_now in [*same, (len(base), len(side))]:
        if next_was > was or next_now > now:
            changes.append(_Change(was, next_was, tuple(side[now:next_now])))
        was, now = next_was + 1, next_now + 1
    return changes


def _clusters(ours: Iterable[_Change], theirs: Iterable[_Change]) -> list[_Cluster]:
    both = [*((change, True) for change in ours), *((change, False) for change in theirs)]
    clusters: list[_Cluster] = []
    for change, is_ours in sorted(both, key=lambda each: (each[0].start, each[0].end)):
        if not clusters or change.start > clusters[-1].end:
            clusters.append(_Cluster(change.start, change.end))
        cluster = clusters[-1]
        cluster.end = max(cluster.end, change.end)
        (cluster.ours if is_ours else cluster.theirs).append(change)
    return clusters


def _applied(base: Sequence[Word], cluster: _Cluster, changes: Iterable[_Change]) -> list[Word]:
    words: list[Word] = []
    at = cluster.start
    for change in changes:
        words += [*base[at : change.start], *change.words]
        at = change.end
    return words + list(base[at : cluster.end])
