"""The numbers that stand in a story behind what somebody said, and lead to the source below it.

A passage gets its number once, behind its last word and the quotation mark that closes it, though it runs over several
blocks or *she said* stands in it. Where another block or somebody else's passage stands between, each part gets it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from articles.text.body import Kind, Line, Tag, pieces
from articles.text.runs import attribute, escaped

_MARK = re.compile(r'<mark data-citation="([^"]*)">')
_NUMBER = re.compile(r'<sup class="cited">.*?</sup>')
_ANCHOR = re.compile(r'<a href="#source-[0-9]+" id="([^"]+)"')

# What belongs to the last word yet: the end of a genitive; the marks that close a quotation, in any language (French
# ones stand off), perhaps with a stop before them. A mark that may also open one does so right before a word.
_BELONGS = re.compile(
    r"(?:['’]\w{1,2}(?!\w))?"
    r"(?:[,.;:!?…،؛؟。，、！？]{0,3}(?:[”」』]|(?:[\u00a0\u202f ]?[»›]|[\"'’“‘«‹])(?!\w)){1,3})?"
)

_APART = frozenset({"a", "sub", "sup"})
"""In these no number stands, but behind them: a link in a link leads nowhere, and nobody reads what is raised twice."""

Place = tuple[int, int]
"""A mark of a passage: which line of the body it is in, and which mark of that line it is."""


def keys_in_order(body: str) -> list[str]:
    """The keys of the passages marked in a canonical body, each once, in the order they begin."""
    return list(dict.fromkeys(_MARK.findall(body)))


def anchors(numbers: Mapping[str, int]) -> dict[str, str]:
    """The id of each passage's number in the page, by the passage's key: `cited-2`, and `cited-2-2` for the next of 2.

    `numbers` say the number of each key, in the order of the story.
    """
    met: Counter[int] = Counter()
    given: dict[str, str] = {}
    for key, number in numbers.items():
        met[number] += 1
        given[key] = f"cited-{number}-{met[number]}" if met[number] > 1 else f"cited-{number}"
    return given


def anchors_in(page: str) -> set[str]:
    """The ids of the numbers that stand in a rendered body."""
    return set(_ANCHOR.findall(page))


def without_numbers(page: str) -> str:
    """A rendered body, or a part of one, without its numbers: for what is not read beside the list of sources."""
    return _NUMBER.sub("", page)


def numbered(lines: Iterable[Line], numbers: Mapping[str, int], spoken: str) -> Iterator[Line]:
    """The lines of a body with the numbers put in. `spoken` is what is heard for one, with `{number}` in it."""
    if not numbers:
        yield from lines
        return
    held = list(lines)
    ends = _ends(held)
    writer = _Numbers(numbers, anchors(numbers), spoken)
    for at, line in enumerate(held):
        if "<mark" not in line.inside:
            yield line
        else:
            last = {mark: key for (row, mark), key in ends.items() if row == at and key in numbers}
            yield replace(line, inside=_inside(line.inside, last, writer))


def _ends(lines: list[Line]) -> dict[Place, str]:
    """The marks behind which a passage, or a part of one, ends; each with its key."""
    ends: dict[Place, str] = {}
    last: dict[str, tuple[int, int, Place]] = {}  # of each key: how many marks came before, the leaf, the place
    leaf = met = 0
    for row, line in enumerate(lines):
        leaf += line.kind is Kind.LEAF
        for mark, key in enumerate(_MARK.findall(line.inside)):
            before, in_leaf, place = last.get(key, (met - 1, leaf, (row, mark)))
            if met - before > 1 or leaf - in_leaf > 1:
                ends[place] = key
            last[key] = met, leaf, (row, mark)
            met += 1
    return ends | {place: key for key, (_met, _leaf, place) in last.items()}


@dataclass
class _Numbers:
    """Writes numbers, no id twice."""

    numbers: Mapping[str, int]
    anchors: Mapping[str, str]
    spoken: str
    written: Counter[str] = field(default_factory=Counter)

    def written_for(self, keys: Iterable[str]) -> str:
        """The numbers of passages that end at one place, each number once."""
        of_numbers = {self.numbers[key]: key for key in reversed(list(keys))}
        links = ", ".join(self._link(number, of_numbers[number]) for number in sorted(of_numbers))
        return f'<sup class="cited">{links}</sup>'

    def _link(self, number: int, key: str) -> str:
        self.written[key] += 1
        times = f".{self.written[key]}" if self.written[key] > 1 else ""
        spoken = attribute(self.spoken.replace("{number}", str(number)))
        return f'<a href="#source-{number}" id="{self.anchors[key]}{times}" aria-label="{spoken}">{number}</a>'


def _inside(inside: str, ends: Mapping[int, str], writer: _Numbers) -> str:
    """The HTML of a leaf with the numbers of the passages that end in it; `ends` has their keys by mark."""
    html = ""
    due: list[str] = []
    opened: list[int] = []
    marks = apart = 0
    for piece in pieces(inside):
        closes = isinstance(piece, Tag) and piece.closes
        if due and not closes and not apart:
            before, piece = _closed(piece)
            html += before + writer.written_for(due)
            due = []
        if isinstance(piece, str):
            html += escaped(piece)
            continue
        html += piece.source
        apart += (piece.name in _APART) * (-1 if closes else 1)
        if piece.name == "mark" and closes:
            ended = opened.pop()
            due += [ends[ended]] if ended in ends else []
        elif piece.name == "mark":
            opened.append(marks)
            marks += 1
    return html + (writer.written_for(due) if due else "")


def _closed(piece: Tag | str) -> tuple[str, Tag | str]:
    """What still belongs to a quotation at the beginning of what follows it, as HTML, and the rest."""
    found = _BELONGS.match(piece) if isinstance(piece, str) else None
    return (escaped(found[0]), found.string[found.end() :]) if found else ("", piece)
