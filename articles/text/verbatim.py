"""Whether a quote says what its source said: word for word, shortened, or in other words.

Words are compared as a reader compares them. Quotation marks, white space, typographic variants of one character, the
capital of the first word and the comma or full stop before the closing mark are the editor's; all else is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from articles.text.wording import Word, wording

LIKENESS = 0.6  # the share of words that quote and source must have in common to be one passage with changes

_STOPS = frozenset(",.;:")
_GAP = re.compile(r"\[\s*(?:\.(?:\s?\.){2,}|…)\s*\]|\(\s*(?:\.(?:\s?\.){2,}|…)\s*\)|\.(?:\s?\.){2,}|…")
_SHOWN = re.compile(
    rf"(?P<gap>{_GAP.pattern})|(?P<word>[^\W\d_]*\[[^\W\d_]+\][^\W\d_]+|[^\W\d_]+\[[^\W\d_]+\])|\[[^\[\]]*\]"
)


class Match(StrEnum):
    """How a quote stands to its source."""

    EXACT = "exact"
    TRIMMED = "trimmed"
    ALTERED = "altered"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where quote and source part: characters of the quote, and of the source; either may be none.

    `shown` tells that the quote itself shows it, by an ellipsis or by square brackets.
    """

    quote_start: int
    quote_end: int
    source_start: int
    source_end: int
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Verbatim:
    """How the quote stands to the source, where it stands there, and where the two part.

    `start` and `end` are characters of the source, both 0 where the quote is not found.
    """

    match: Match
    start: int = 0
    end: int = 0
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a quote between two places where it shows a change.

    The first letter of a `loose` piece may differ in case. A `bracket` is a word that has letters in brackets.
    """

    words: tuple[Word, ...]
    start: int
    end: int
    loose: bool = False
    bracket: bool = False


def check(quote: str, source: str) -> Verbatim:
    """Compares a quote with the source's own words, both plain text.

    *exact*: word for word. *trimmed*: so, except where an ellipsis or square brackets show that words were left out or
    put in; the differences say which. *altered*: close, but words differ and nothing shows it. *not found*: neither.
    """
    said = wording(source)
    literal = _without_last_stop(wording(quote))
    if not any(word.is_word for word in literal) or not said:
        return Verbatim(Match.NOT_FOUND)
    whole = _Piece(tuple(literal), literal[0].start, literal[-1].end, loose=True)
    at = next(_occurrences(whole, said, 0), None)
    if at is not None:
        return Verbatim(Match.EXACT, said[at].start, said[at + len(literal) - 1].end)
    pieces = _pieces(quote)
    return _trimmed(quote, pieces, said) or _altered([word for piece in pieces for word in piece.words], said)


def _without_last_stop(words: Sequence[Word]) -> list[Word]:
    """The words without the comma or full stop that the closing mark brings with it."""
    kept = list(words)
    while kept and kept[-1].core in _STOPS:
        kept.pop()
    return kept


def _pieces(quote: str) -> list[_Piece]:
    """The quote cut at each ellipsis and bracket. A letter in brackets, as in "[T]he", is only loose."""
    pieces: list[_Piece] = []
    at, loose = 0, True
    for shown in _SHOWN.finditer(quote):
        if shown["word"]:
            pieces += _piece(quote, at, shown.start(), loose)
            pieces.append(_bracketed(shown))
            loose = False
        else:
            pieces += _piece(quote, at, shown.start(), loose)
            loose = bool(shown["gap"])
        at = shown.end()
    pieces += _piece(quote, at, len(quote), loose)
    return pieces


def _piece(quote: str, start: int, end: int, loose: bool) -> list[_Piece]:
    words = wording(quote[start:end])
    if end == len(quote):
        words = _without_last_stop(words)
    if not words:
        return []
    moved = tuple(Word(word.core, start + word.start, start + word.end) for word in words)
    return [_Piece(moved, moved[0].start, moved[-1].end, loose)]


def _bracketed(shown: re.Match[str]) -> _Piece:
    """A word with letters in brackets: the editor's case, or the editor's ending."""
    word = Word(shown[0].replace("[", "").replace("]", ""), shown.start(), shown.end())
    return _Piece((word,), shown.start(), shown.end(), loose=True, bracket=True)


def _trimmed(quote: str, pieces: Sequence[_Piece], said: Sequence[Word]) -> Verbatim | None:
    """The finding where every piece stands in the source word for word, one behind the other."""
    runs = _runs(pieces, said)
    if runs is None or not any(word.is_word for piece in pieces for word in piece.words):
        return None
    start, end = said[runs[0][0]].start, said[runs[-1][1] - 1].end
    return Verbatim(Match.TRIMMED, start, end, tuple(_changes(quote, pieces, runs, said)))


def _runs(pieces: Sequence[_Piece], said: Sequence[Word]) -> list[tuple[int, int]] | None:
    """Where the pieces stand in order, as close together as they can; None where they do not, or nothing was cut."""
    best: list[tuple[int, int]] | None = None
    for begin in _occurrences(pieces[0], said, 0) if pieces else ():
        runs = [(begin, begin + len(pieces[0].words))]
        for piece in pieces[1:]:
            at = next(_occurrences(piece, said, runs[-1][1]), None)
            if at is None:
                return best
            runs.append((at, at + len(piece.words)))
        if best is None or runs[-1][1] - runs[0][0] < best[-1][1] - best[0][0]:
            best = runs
    return best


def _occurrences(piece: _Piece, said: Sequence[Word], at: int) -> Iterator[int]:
    rest = [word.core for word in piece.words[1:]]
    for begin in range(at, len(said) - len(rest)):
        if (
            _begins_alike(piece, said[begin].core)
            and [word.core for word in said[begin + 1 : begin + 1 + len(rest)]] == rest
        ):
            yield begin


def _begins_alike(piece: _Piece, said: str) -> bool:
    wanted = piece.words[0].core
    if wanted == said:
        return True
    return piece.loose and wanted[1:] == said[1:] and wanted[:1].lower() == said[:1].lower()


def _changes(
    quote: str, pieces: Sequence[_Piece], runs: Sequence[tuple[int, int]], said: Sequence[Word]
) -> Iterator[Difference]:
    """What the quote shows as left out or put in: between its pieces, in brackets at its ends and within a word."""
    for shown in _SHOWN.finditer(quote, 0, pieces[0].start):
        if not shown["gap"]:
            yield Difference(shown.start(), shown.end(), said[runs[0][0]].start, said[runs[0][0]].start, shown=True)
    for at, (piece, (begin, end)) in enumerate(zip(pieces, runs, strict=True)):
        if at:
            yield from _between(quote, pieces[at - 1].end, piece.start, said, runs[at - 1][1], begin)
        if piece.bracket:
            yield Difference(piece.start, piece.end, said[begin].start, said[end - 1].end, shown=True)
    for shown in _SHOWN.finditer(quote, pieces[-1].end):
        if not shown["gap"]:
            yield Difference(
                shown.start(), shown.end(), said[runs[-1][1] - 1].end, said[runs[-1][1] - 1].end, shown=True
            )


def _between(quote: str, start: int, end: int, said: Sequence[Word], before: int, behind: int) -> Iterator[Difference]:
    """The marks that stand between two pieces of the quote, with the words of the source that they stand for."""
    marks = quote[start:end].strip()
    if not marks and before == behind:
        return
    start += len(quote[start:end]) - len(quote[start:end].lstrip())
    gone = (said[before].start, said[behind - 1].end) if before < behind else (said[behind].start, said[behind].start)
    yield Difference(start, start + len(marks), *gone, shown=True)


def _altered(words: Sequence[Word], said: Sequence[Word]) -> Verbatim:
    """The finding where the passage is there with other words, or is not there at all."""
    wanted = _folded(words)
    found = [(_matcher(words, passage), passage) for passage in _passages(wanted, said) if passage]
    matcher, passage = max(found, key=lambda one: one[0].ratio(), default=(None, ()))
    if matcher is None or matcher.ratio() < LIKENESS:
        return Verbatim(Match.NOT_FOUND)
    return Verbatim(Match.ALTERED, passage[0].start, passage[-1].end, tuple(_unlike(matcher, words, passage)))


def _passages(wanted: Sequence[str], said: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """What in the source may be the passage: as long as the quote around their longest common words, or longer."""
    longest = SequenceMatcher(None, wanted, _folded(said), autojunk=False).find_longest_match()
    if not longest.size:
        return
    yield said[max(0, longest.b - longest.a) : longest.b - longest.a + len(wanted)]
    window = said[max(0, longest.b - longest.a - len(wanted)) : longest.b + longest.size + 2 * len(wanted)]
    blocks = SequenceMatcher(None, wanted, _folded(window), autojunk=False).get_matching_blocks()
    first, last = blocks[0], blocks[-2]
    yield window[max(0, first.b - first.a) : last.b + len(wanted) - last.a]


def _matcher(words: Sequence[Word], passage: Sequence[Word]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, _folded(words), _folded(passage), autojunk=False)


def _folded(words: Sequence[Word]) -> list[str]:
    return [word.core.casefold() for word in words]


def _unlike(matcher: SequenceMatcher[str], words: Sequence[Word], passage: Sequence[Word]) -> Iterator[Difference]:
    """Where words differ, be it only in their capitals."""
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield Difference(*_stretch(words, a, b), *_stretch(passage, c, d))
            continue
        for one, other in zip(words[a:b], passage[c:d], strict=True):
            if one.core[1:] != other.core[1:] or (one.core != other.core and one is not words[0]):
                yield Difference(one.start, one.end, other.start, other.end)


def _stretch(words: Sequence[Word], first: int, end: int) -> tuple[int, int]:
    """The characters of some words; where there are none, the place between their neighbours."""
    if first < end:
        return words[first].start, words[end - 1].end
    at = words[first - 1].end if first else words[0].start
    return at, at
