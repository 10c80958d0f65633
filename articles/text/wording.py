"""The words of a text with what is only typography taken off: what two texts have in common that say the same."""

import re
import unicodedata
from dataclasses import dataclass

from articles.text.tokens import tokens

# One character for another, so that places stay what they are.
_VARIANTS = str.maketrans(
    {"’": "'", "‘": "'", "‛": "'", "ʼ": "'", "′": "'", "´": "'", "`": "'", "‚": "'", "‐": "-", "‑": "-", "−": "-",
     "–": "—", "―": "—", "‒": "—"}
)  # fmt: skip
_MARKS = frozenset('"“”„‟«»‹›「」『』〝〞〟｢｣＂')
_ELLIPSIS = re.compile(r"\.(?:\s?\.){2,}")
_DASHES = re.compile(r"--+|(?<=\s)-(?=\s)")
_HYPHEN = re.compile(r"(?<=\w)–(?=\w)")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a punctuation mark: `core` as it is compared, and its characters in the text."""

    core: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Tells words and numbers from punctuation."""
        return any(map(str.isalnum, self.core))


def wording(text: str) -> list[Word]:
    """Takes a text apart. Quotation marks are gone; an apostrophe that ends a word stays with it."""
    found: list[Word] = []
    at = 0
    for white, core in tokens(_evened(text)):
        start = at + len(white)
        at = start + len(core)
        if core and core not in _MARKS:
            found.append(Word(_plain(core), start, at))
    return _without_single_marks([word for word in found if word.core])


def _evened(text: str) -> str:
    """The text with one shape for each apostrophe, dash and ellipsis, as long as it was."""
    text = _HYPHEN.sub("-", text)
    text = _ELLIPSIS.sub(lambda dots: "…".ljust(len(dots[0])), text)
    return _DASHES.sub(lambda dash: "—".ljust(len(dash[0])), text).translate(_VARIANTS)


def _plain(core: str) -> str:
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", core).translate(_LIGATURES))


def _without_single_marks(words: list[Word]) -> list[Word]:
    """Pairs single marks and drops them; one without a partner is the apostrophe of the word it touches."""
    opened: list[int] = []
    dropped: set[int] = set()
    for at, word in enumerate(words):
        if word.core != "'":
            continue
        touches_before = at > 0 and words[at - 1].end == word.start
        touches_behind = at + 1 < len(words) and words[at + 1].start == word.end
        if touches_behind and not touches_before:
            opened.append(at)
        elif opened:
            dropped |= {opened.pop(), at}
        elif not touches_before:
            dropped.add(at)
    kept: list[Word] = []
    carried = ""
    for at, word in enumerate(words):
        if at in dropped:
            continue
        if word.core != "'":
            kept.append(Word(carried + word.core, word.start - len(carried), word.end))
            carried = ""
        elif at in opened:
            carried = "'"
        elif kept:
            kept[-1] = Word(kept[-1].core + "'", kept[-1].start, word.end)
    return kept
