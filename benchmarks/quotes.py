"""How fast a story is read for quotes, which each save waits for: `make bench-quotes`.

The stories of `tests/data/quotes`, which have more quotes in them than most copy, are read as a save reads them: from
the body to suggestions with their anchors. The limit is 20 ms of processor time for 1,000 words. Since machines differ,
the other ceilings are ratios: against a yardstick (plain Python that finds, counts and sorts the words of the same
stories), of a long story against short ones, and of copy without a quote against these. What is compared takes turns.
Ratios are of medians; one above its ceiling ends the run with 1.
"""

import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path

from articles.text.suggestions import suggestions_in
from tests.text.quotes_stories import stories

RESULTS = Path(__file__).resolve().parent / "results" / "quotes.json"
ROUNDS = 15
LONG = 20_000  # words
LIMIT = 20.0  # ms for 1,000 words
YARDSTICKS = 40.0  # what reading may cost at most, in yardsticks


@dataclass
class Row:
    """One line of the result, in ms for 1,000 words. `ceiling` is the most that ours may be, in terms of the peer."""

    measure: str
    ours: list[float]
    peer: list[float]
    ceiling: float

    @property
    def ratio(self) -> float:
        """Ours in terms of the peer."""
        return statistics.median(self.ours) / statistics.median(self.peer)


def main() -> int:
    """Measures, prints, writes the result. Returns 1 where a ceiling is passed."""
    told = [(story.paragraphs, story.language) for story in stories()]
    bodies = [(body_of(paragraphs), language) for paragraphs, language in told]
    texts = [paragraph for paragraphs, _language in told for paragraph in paragraphs]
    english = [paragraph for paragraphs, language in told if language == "en" for paragraph in paragraphs]
    plain = [(body_of([*map(without_marks, paragraphs)]), language) for paragraphs, language in told]
    long = body_of(each_once(english, LONG))
    read, yardstick, longest, unquoted = [], [], [], []
    for _round in range(ROUNDS):
        yardstick.append(taken(lambda: count_words(texts), words_in(texts)))
        read.append(taken(lambda: [suggestions_in(*body) for body in bodies], words_in(texts)))
        longest.append(taken(lambda: suggestions_in(long, "en"), LONG))
        unquoted.append(taken(lambda: [suggestions_in(*body) for body in plain], words_in(texts)))
    table = [
        Row("reading 1,000 words, against the limit", read, [LIMIT], 1),
        Row("reading, against finding, counting and sorting the words", read, yardstick, YARDSTICKS),
        Row(f"in a story of {LONG:,} words, against short ones", longest, read, 2),
        Row("where nothing stands in marks, against quotes", unquoted, read, 1.25),
    ]
    RESULTS.write_text(json.dumps([asdict(row) for row in table], indent=1) + "\n", encoding="utf-8")
    for row in table:
        passed = "" if row.ratio <= row.ceiling else "   ABOVE THE CEILING"
        print(f"{row.measure:<62} {row.ratio:8.2f} (ceiling {row.ceiling:g}){passed}")
        print(f"    ours {statistics.median(row.ours):.2f}; peer {statistics.median(row.peer):.2f} ms for 1,000 words")
    return int(any(row.ratio > row.ceiling for row in table))


def taken(work: Callable[[], object], words: int) -> float:
    """Processor time of `work` in ms for 1,000 words."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1_000_000 / words


def count_words(texts: list[str]) -> list[tuple[str, int]]:
    """The yardstick: what any reading of words costs in this Python, on this machine."""
    seen = Counter(word.strip(".,“”\"'").lower() for text in texts for word in text.split())
    return sorted(seen.items(), key=lambda one: (-one[1], one[0]))


def body_of(paragraphs: list[str]) -> str:
    """A canonical body of these paragraphs."""
    return "\n".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)


def without_marks(text: str) -> str:
    """The text with its quotation marks taken out."""
    return "".join(letter for letter in text if letter not in '“”„«»‘"')


def each_once(paragraphs: list[str], words: int) -> list[str]:
    """About so many words of paragraphs, none twice: no real story repeats itself."""
    made: list[str] = []
    number = 0
    while words_in(made) < words:
        made += [f"{number}-{at} {paragraph}" for at, paragraph in enumerate(paragraphs)]
        number += 1
    return made


def words_in(texts: list[str]) -> int:
    """How many words there are."""
    return sum(len(text.split()) for text in texts)


if __name__ == "__main__":
    sys.exit(main())
