"""Whether words in quotation marks are somebody's speech, or a title, a nickname, a term, a word held with tongs."""

import re

from articles.text.quoting.attribution import Strength
from articles.text.quoting.marks import inside
from articles.text.quoting.names import name_from
from articles.text.quoting.outlets import is_outlet
from articles.text.quoting.paragraph import COVER, Paragraph

LONG = 7  # words: nobody holds so many with tongs
FEW = 3
_DASHES = ("—", "–", "-")
_SENTENCE = re.compile(r"[.!?…。！？][\s»”\"'’]*$")
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def is_speech(paragraph: Paragraph, at: int, attributed: Strength) -> bool:
    """Judges the quote at the token `at`; `attributed` says how surely somebody is said to say it."""
    token = paragraph.tokens[at]
    words = inside(paragraph.text[token.start : token.end])
    if not words or is_outlet(words) or _stands_in_name(paragraph, at) or _is_reference(paragraph, at):
        return False
    previous = paragraph.tokens[at - 1] if at else None
    if attributed is Strength.STRONG and previous is not None and previous.text in (":", ","):
        return True
    if _is_named(paragraph, at):
        return False
    if attributed is Strength.STRONG:
        hangs = previous is not None and previous.low in paragraph.language.prepositions
        return not (hangs and _is_title(words))
    count = len(_WORDS.findall(words)) or (len(words) + 1) // 2
    if attributed is not Strength.NONE:
        one_name = count == 1 and words[0].isupper() and not _SENTENCE.search(words)
        return not (_is_title(words) or one_name or (attributed is Strength.FAINT and count < FEW))
    first, end = paragraph.sentence_of(at)
    if not any(other.is_word for other in paragraph.tokens[first:end]):
        return True  # the sentence is nothing else
    return not _is_title(words) and (count >= LONG or (count >= FEW and _is_sentence(paragraph, at, words)))


def _is_sentence(paragraph: Paragraph, at: int, words: str) -> bool:
    """Whether it is a sentence of its own, that begins where another ends or behind a colon."""
    previous = paragraph.tokens[at - 1] if at else None
    free = previous is None or previous.quote >= 0 or previous.text in ":.!?…"
    return free and words[0].isupper() and _SENTENCE.search(words) is not None


def _is_named(paragraph: Paragraph, at: int) -> bool:
    """Whether the words before say that a name, a title or a term follows."""
    tokens, language = paragraph.tokens, paragraph.language
    begin = at
    while begin > 0 and (tokens[begin - 1].low in language.definite or tokens[begin - 1].low in language.indefinite):
        begin -= 1
    if begin > 0 and tokens[begin - 1].low in language.naming:
        return True
    tail = paragraph.narration[: tokens[at].start].rstrip()[-60:]
    stop = max(tail.rfind(COVER), tail.rfind(". "), tail.rfind("; "))
    return any(found.end() >= len(tail) - 1 for found in language.naming_phrases.finditer(tail) if found.start() > stop)


def _stands_in_name(paragraph: Paragraph, at: int) -> bool:
    """Whether it stands between two names: Leroy “Mother” Bascombe."""
    tokens = paragraph.tokens
    if not 0 < at < len(tokens) - 1 or tokens[at].end - tokens[at].start > 30:
        return False
    before, behind = tokens[at - 1], tokens[at + 1]
    named = before.is_word and before.capital and behind.is_word and behind.capital
    return named and before.low not in paragraph.language.stops


def _is_reference(paragraph: Paragraph, at: int) -> bool:
    """Whether it is the title of a piece, with the paper it was in behind a dash: “…” — Harbour Courier, May 3."""
    tokens, language = paragraph.tokens, paragraph.language
    if at + 2 >= len(tokens) or tokens[at + 1].text not in _DASHES:
        return False
    start = at + 2 + (tokens[at + 2].low in language.definite)
    stop = name_from(paragraph, start, len(tokens))
    return stop > start and is_outlet(paragraph.words(start, stop))


def _is_title(words: str) -> bool:
    """Whether it is written as a title is: every word of weight with a capital, and no full stop."""
    found = _WORDS.findall(words)
    if len(found) < 2 or words.endswith((".", "!")) or words.isupper():
        return False
    return (
        found[0][0].isupper() and found[-1][0].isupper() and all(word[0].isupper() for word in found if len(word) > 3)
    )
