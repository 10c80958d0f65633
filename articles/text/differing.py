"""Which words of a quote are not its source's: the finding of `verbatim`, as plain data for a template."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from articles.text.verbatim import Difference, Match, check


@dataclass(frozen=True)
class Run:
    """Words that quote and source share (`same`), that only the source has (`removed`), or only the quote (`added`).

    `shown` tells that the quote itself shows the change, by an ellipsis or by square brackets.
    """

    kind: Literal["same", "removed", "added"]
    text: str
    shown: bool = False


def told(quote: str, source: str) -> list[Run]:
    """The quote against its source's own words, both plain text, in the order of the quote.

    What only the source has comes before what the quote has in its place. Everything that is not `removed` is the
    quote, character for character. Of a quote that is not found all words are `added`.
    """
    found = check(quote, source)
    if found.match is Match.NOT_FOUND:
        return [Run("added", quote)] if quote else []
    return [run for run in _runs(quote, source, found.differences) if run.text]


def _runs(quote: str, source: str, differences: tuple[Difference, ...]) -> Iterator[Run]:
    at = 0
    for one in sorted(differences, key=lambda one: (one.quote_start, one.quote_end)):
        start = max(at, one.quote_start)
        yield Run("same", quote[at:start])
        gone, put = source[one.source_start : one.source_end], quote[start : one.quote_end]
        yield Run("removed", f" {gone}" if gone and not put and _is_close(quote, start) else gone, one.shown)
        yield Run("added", put, one.shown)
        at = max(start, one.quote_end)
    yield Run("same", quote[at:])


def _is_close(quote: str, at: int) -> bool:
    """Whether words put in here would stick to the word before."""
    return at > 0 and not quote[at - 1].isspace()
