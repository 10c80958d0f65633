"""The words of one block as runs of text with marks, and the one way they are written as HTML.

Marks are a set, not a tree: bold in a link and a link in bold are the same words and become the same bytes.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from articles.text.characters import composed, is_blank

Mark = tuple[str, str]  # the tag, and the address of a link or the key of a citation
Marks = frozenset[Mark]
Run = tuple[str, Marks]

BREAK = "\n"  # stands for <br>; every other line end has become a space before it comes here
TAGS = ("a", "mark", "strong", "em", "sub", "sup")

_ATTRIBUTES = {"a": "href", "mark": "data-citation"}
_WHITE = " " + BREAK
_AROUND_BREAK = re.compile(f" *{BREAK} *")
_SPACES = re.compile("  +")


def paragraphs(runs: Iterable[Run]) -> Iterator[str]:
    """Write runs as the insides of blocks, in canonical HTML; an empty line between breaks parts them."""
    for blank, lines in groupby(_lines(runs), key=_is_blank_line):
        if not blank:
            yield _written(_merged(_tidied(_merged(run for line in lines for run in line))), frozenset())


def _lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Split at breaks; each line but the last ends with its break."""
    line: list[Run] = []
    for text, marks in runs:
        *ended, rest = text.split(BREAK)
        for piece in ended:
            yield [*line, (piece + BREAK, marks)]
            line = []
        if rest:
            line.append((rest, marks))
    yield line


def _is_blank_line(line: list[Run]) -> bool:
    return all(is_blank(text) for text, _ in line)


def _merged(runs: Iterable[Run]) -> list[Run]:
    alike = groupby(runs, key=lambda run: run[1])
    return [("".join(text for text, _ in same), marks) for marks, same in alike]


def _tidied(runs: list[Run]) -> Iterator[Run]:
    """Fold white space across runs. At the edge of a mark it is marked only as both its neighbours are."""
    gap: list[Run] = []
    before: Marks | None = None
    for text, marks in runs:
        core = text.strip(_WHITE)
        lead, _, tail = text.partition(core) if core else (text, "", "")
        if lead:
            gap.append((lead, marks))
        if not core:
            continue
        if gap and before is not None:
            white = BREAK if any(BREAK in piece for piece, _ in gap) else " "
            yield white, before.intersection(marks, *(around for _, around in gap))
        yield composed(_SPACES.sub(" ", _AROUND_BREAK.sub(BREAK, core))), marks
        gap, before = [(tail, marks)] if tail else [], marks


def _written(runs: list[Run], open_marks: Marks) -> str:
    """Write runs inside the marks already open; of those to open, what reaches furthest comes first."""
    html, here = "", 0
    while here < len(runs):
        text, marks = runs[here]
        if marks == open_marks:
            html += escaped(text)
            here += 1
            continue
        mark, end = max(
            ((mark, _reach(runs, here, mark)) for mark in marks - open_marks),
            key=lambda found: (found[1], -TAGS.index(found[0][0])),
        )
        html += f"{_opening(mark)}{_written(runs[here:end], open_marks | {mark})}</{mark[0]}>"
        here = end
    return html


def _reach(runs: list[Run], start: int, mark: Mark) -> int:
    return next((at for at in range(start, len(runs)) if mark not in runs[at][1]), len(runs))


def _opening(mark: Mark) -> str:
    tag, value = mark
    return f'<{tag} {_ATTRIBUTES[tag]}="{attribute(value)}">' if tag in _ATTRIBUTES else f"<{tag}>"


def escaped(text: str) -> str:
    """Escape words to stand between tags."""
    # A long solidus overlay is named by number: composed with the ">" before it, it would eat the tag, should
    # anybody bring a whole body into NFC.
    return escape(text, quote=False).replace(BREAK, "<br>").replace("\u0338", "&#824;")


def attribute(value: str) -> str:
    """Escape a value to stand between double quotes."""
    return escape(value, quote=False).replace('"', "&quot;")
