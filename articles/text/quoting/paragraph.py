"""A paragraph as the rules read it: words and sentences, with every quote in it covered like one long word."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from articles.text.quoting.language import Language
from articles.text.quoting.quotation import Place

COVER = "\ue000"  # a private character, so that no rule can read into a quote

_APOSTROPHE = "['’ʼ]"
_ABBREVIATED = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|Gov|Sen|Rep|Reps|Sens|Gen|Col|Maj|Lt|Sgt|Capt|Cmdr|Cpl|Adm|Rev|Hon|Pres|Supt|Insp|Det|Cllr"
    r"|Inc|Corp|Ltd|Co|No|Nr|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mme|Mlle|Mgr|Dra|Sra|Srta|Dott|Ing|Avv|On"
    r"|bzw|ca|Frhr|Dipl|Hr|Fr|dhr|mevr|drs|mr|ir|D|Dª|Dñ|pp|Ph\.D|e\.g|i\.e|z\.B|d\.h|u\.a|o\.ä|bijv|a\.m|p\.m|U\.S|U\.K|U\.N)"
)
_WORD = re.compile(
    rf"{COVER}+"
    rf"|(?:{_ABBREVIATED}|(?:[^\W\d_]\.)+(?=[^\W\d_]|\s|,|$)|[A-ZÀ-ÖØ-Þ](?=\.[ -]?[A-ZÀ-ÖØ-Þ]))\."
    rf"|\d+(?:[.,:]\d+)*(?:-[^\W\d_]+)*(?:st|nd|rd|th|[eªº])?"
    rf"|[^\W\d_]+(?:(?:{_APOSTROPHE}|[-‐‑&]|(?<=[^\W\d_])\.(?=[^\W\d_]))[^\W_]+)*(?:(?<=s)['’](?=\s[A-Z]))?"
    rf"|[^\W_]+|\.\.\.|--+|\S",
)
_ENDS = re.compile(r"[.!?…。！？][\s)\]»”\"'’“‘」』]*$")
_FULL_STOP = re.compile(r"(?<![.…])[.。][\s)\]»”\"'’“‘」』]*$")
_MAY_END = {"a.m", "p.m", "inc", "corp", "ltd", "co", "etc", "jr", "sr", "u.s", "u.k", "u.n"}
_TERMINAL = {".", "!", "?", "…", "...", "。", "！", "？"}
_INTRODUCES = {":", *_TERMINAL}


class Token(NamedTuple):
    """A word, a number, a punctuation mark or a covered quote; `low` is the word in small letters, "" for a quote."""

    text: str
    low: str
    start: int
    end: int
    capital: bool
    quote: int = -1

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.quote < 0 and (self.text[0].isalnum() or self.text[-1].isalnum())


class Covered(NamedTuple):
    """A stretch of a paragraph that is a quote's: its characters, and the number of the quote."""

    start: int
    end: int
    quote: int


class Paragraph:
    """One block of a story, with the quotes that stand in it and its sentences as stretches of `tokens`.

    `capitals` are the tokens that are not in small letters, so that they may be names.
    `known` are names that stand by themselves somewhere in the story, `surnames` the last words of longer ones, both in
    small letters.
    """

    def __init__(self, block: int, text: str, kind: str, covered: Sequence[Covered], language: Language) -> None:
        self.block, self.text, self.kind, self.language = block, text, kind, language
        self.narration = _with_covers(text, covered)
        self.known: frozenset[str] = frozenset()
        self.surnames: frozenset[str] = frozenset()
        self.names: dict[int, bool] = {}
        self.tokens = _tokens(self.narration, covered, language)
        self.capitals = [at for at, token in enumerate(self.tokens) if not token.text.islower()]
        self.sentences = _sentences(self)

    def knows(self, known: frozenset[str], surnames: frozenset[str]) -> None:
        """Tells the paragraph which names the story has; where that matters, its own are judged again."""
        self.known, self.surnames = known, surnames
        if self.language.nouns_have_capitals:
            self.names = {}

    def sentence_of(self, at: int) -> tuple[int, int]:
        """The first token, and the one after the last, of the sentence that holds the token `at`."""
        return next((first, end) for first, end in self.sentences if first <= at < end)

    def told(self, first: int, end: int) -> str:
        """The narration from one token to another, quotes covered."""
        return self.narration[self.tokens[first].start : self.tokens[end - 1].end] if first < end else ""

    def place(self, first: int, end: int) -> Place:
        """Where the tokens from one to another stand."""
        return Place(self.block, self.tokens[first].start, self.tokens[end - 1].end)

    def words(self, first: int, end: int) -> str:
        """The text from one token to another."""
        return self.text[self.tokens[first].start : self.tokens[end - 1].end] if first < end else ""


def _with_covers(text: str, covered: Sequence[Covered]) -> str:
    text = text.replace(COVER, " ")  # of the story's own, from some font: it would be taken for a quote
    parts, at = [], 0
    for start, end, _quote in covered:
        parts += [text[at:start], COVER * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def _tokens(narration: str, covered: Sequence[Covered], language: Language) -> list[Token]:
    quotes = iter(covered)
    small = frozenset[str]() if narration.isupper() else language.grammar | language.oblique
    found: list[Token] = []
    for match in _WORD.finditer(narration):
        text, start, end = match[0], match.start(), match.end()
        if text[0] == COVER:
            while start < end:  # two quotes may touch
                _from, to, quote = next(quotes)
                found.append(Token(text, "", start, to, False, quote))
                start = to
        elif language.elided and (elided := _elided(text, language.elided)):
            found += [_word(text[a:b], start + a, small) for a, b in elided]
        else:
            found.append(_word(text, start, small))
    return found


def _word(text: str, start: int, small: frozenset[str]) -> Token:
    low = text.lower()
    if low in small and len(low) > 1 and text.isupper():
        low = text  # US is no "us", and WHO no "who"
    if "’" in low or "ʼ" in low:
        low = low.replace("’", "'").replace("ʼ", "'")
    return Token(text, low.rstrip(".") if len(low) > 1 else low, start, start + len(text), text[0].isupper())


def _elided(text: str, elided: str) -> list[tuple[int, int]]:
    """Where "l’avocate" and "dit-il" are two words."""
    cuts = [0]
    if found := re.match(elided, text, re.IGNORECASE):
        cuts.append(found.end())
    if found := re.search(r"(?:-t)?-(?:ils?|elles?|on|je|nous|vous)$", text, re.IGNORECASE):
        cuts.append(found.start())
    cuts.append(len(text))
    return [(a, b) for a, b in pairwise(cuts) if a < b] if len(cuts) > 2 else []


def _sentences(paragraph: Paragraph) -> list[tuple[int, int]]:
    tokens, first, found = paragraph.tokens, _past_dateline(paragraph), []
    if first:
        found.append((0, first))
    for at in range(first, len(tokens)):
        if at + 1 < len(tokens) and _ends_at(paragraph, at):
            found.append((first, at + 1))
            first = at + 1
    if first < len(tokens):
        found.append((first, len(tokens)))
    return found


def _past_dateline(paragraph: Paragraph) -> int:
    """The token after a dateline: "PORT ELLERY, March 3 (CNR) —"."""
    tokens = paragraph.tokens
    if not tokens or len(tokens[0].text) < 2 or not tokens[0].text.isupper() or not tokens[0].is_word:
        return 0
    dash = next((at for at in range(1, min(14, len(tokens) - 1)) if tokens[at].text in ("—", "–", "-", "--", "―")), 0)
    told = tokens[:dash]
    return (
        dash + 1
        if dash
        and all(token.quote < 0 and (not token.is_word or token.capital or token.text[0].isdigit()) for token in told)
        else 0
    )


def _ends_at(paragraph: Paragraph, at: int) -> bool:
    """Whether a sentence ends with this token, another one following."""
    token, following = paragraph.tokens[at], paragraph.tokens[at + 1]
    if token.quote < 0:
        if token.text not in _TERMINAL:
            return following.quote >= 0 and token.text[-1] == "." and token.low in _MAY_END
        if following.text in _TERMINAL or following.text in ")]»”’\"'":
            return False
        return not following.text[0].islower() and following.start > token.end
    if following.quote >= 0:
        return _ENDS.search(paragraph.text[token.start : token.end]) is not None
    if not (following.text[0].isalnum() or following.text[0] in "¿¡(") or following.text[0].islower():
        return False
    said = paragraph.text[token.start : token.end]
    if _FULL_STOP.search(said):
        return True
    return _ENDS.search(said) is not None and not _is_attributed(paragraph, at)


def _is_attributed(paragraph: Paragraph, at: int) -> bool:
    """Whether “What for?” Brenn asked: after a question or an exclamation its speaker may follow with a capital."""
    tokens, cues = paragraph.tokens, paragraph.language.cues
    for here in range(at + 1, min(at + 12, len(tokens))):
        token = tokens[here]
        if token.quote >= 0 or token.text in _TERMINAL:
            return False
        if token.low in cues and not token.capital:
            rest = next((later for later in tokens[here + 1 :] if later.quote >= 0 or later.text in _INTRODUCES), None)
            that = here + 1 < len(tokens) and tokens[here + 1].low in paragraph.language.that
            return not that and (rest is None or rest.text != ":")
    return False
