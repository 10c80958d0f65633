"""Proper names: which words are of one, and how far it reaches.

No list of who exists is needed for that, only capitals, small words, and what people are called besides.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from articles.text.quoting.given_names import gender_of
from articles.text.quoting.language import Language
from articles.text.quoting.paragraph import Paragraph, Token

PARTICLES = frozenset(
    """
    af al av bin bint da das de del dela della den der des di do dos du el ibn la las le los ten ter van vande vom
    von y zu zum
    """.split()
)
_ARTICLED = re.compile(r"(?:al|el|ul|as|ar|d|de|l|o|bin|ibn|abu)['’-][A-ZÀ-ÖØ-Þ]")
_AGE = re.compile(r"\d{1,3}|\w+-(?:year|jährig|jarig)\S*|\d+-?jährig\w*")
_NUMBERED = frozenset("antena antenne canal channel europe france kanal radio sky tv".split())
_LONGEST_NICKNAME = 30  # characters


def is_name(paragraph: Paragraph, at: int) -> bool:
    """Whether a word may be part of a proper name: its capital is not only that of a sentence."""
    known = paragraph.names.get(at)
    if known is None:
        known = paragraph.names[at] = _is_name(paragraph, at)
    return known


def _is_name(paragraph: Paragraph, at: int) -> bool:
    token, language = paragraph.tokens[at], paragraph.language
    if not token.capital:
        return is_articled(token)
    if not token.is_word or token.low in language.calendar or is_age(token.low):
        return False
    if len(token.text) > 1 and token.text.isupper() and token.text.isalpha():
        return True  # US is no "us"
    if language.nouns_have_capitals and _is_common_noun(paragraph, at):
        return _leads_to_capital(paragraph, at)
    begins = begins_sentence(paragraph, at)
    if (
        token.low in PARTICLES
        and not (begins and token.low in language.determiners)
        and _leads_to_capital(paragraph, at)
    ):
        return True
    if token.low in language.grammar and not begins and gender_of(token.low):
        return _leads_to_capital(paragraph, at)  # Per Lund, in Swedish
    if token.low in language.grammar or (begins and (token.low in language.stops or token.low in language.cues)):
        return False
    following = paragraph.tokens[at + 1] if at + 1 < len(paragraph.tokens) else None
    if begins and following is not None and following.low in language.calendar and not following.capital:
        return False  # Last year
    if not begins or language.nouns_have_capitals or not language.is_role(token.low):
        return True
    # Where a sentence begins, a capital says nothing of a common noun, unless another follows: Marrowby Police
    return following is not None and following.capital


def _is_common_noun(paragraph: Paragraph, at: int) -> bool:
    """Whether a German noun says what somebody or something is; at the end of a name it may be a surname."""
    token, language = paragraph.tokens[at], paragraph.language
    if token.low in language.roles or token.low in language.documents:
        return True
    if token.low in paragraph.surnames:
        return False
    return language.is_role(token.low) and not (at and paragraph.tokens[at - 1].capital)


def _leads_to_capital(paragraph: Paragraph, at: int) -> bool:
    following = paragraph.tokens[at + 1] if at + 1 < len(paragraph.tokens) else None
    return following is not None and following.capital and following.low not in paragraph.language.grammar


def begins_sentence(paragraph: Paragraph, at: int) -> bool:
    """Whether a word stands where even a common one has a capital."""
    if at == 0:
        return True
    before = paragraph.tokens[at - 1]
    if before.quote >= 0:
        return paragraph.text[before.end - 2] != ","
    return before.text in ".!?…:" or before.text in "(«„“\"'‘–—•"


def name_from(paragraph: Paragraph, at: int, end: int) -> int:
    """The token after a proper name that begins at `at`; `at` itself where none does."""
    if at >= end or not is_name(paragraph, at):
        return at
    here = at + 1
    while here < end and (is_name(paragraph, here) or _continues(paragraph, here, at, end)):
        here += 1
    return here


def _continues(paragraph: Paragraph, here: int, at: int, end: int) -> bool:
    """Whether a word that is no name itself stands within one: "van", a nickname, "of" in "Bank of Marrowby"."""
    tokens, language = paragraph.tokens, paragraph.language
    token, previous = tokens[here], tokens[here - 1]
    if token.quote >= 0:
        return is_nickname(paragraph, here, at)
    if token.low in ("jr", "sr", "&"):
        return True
    if token.text == ".":
        return len(previous.text) == 1 and token.start == previous.end
    if token.text.isdigit():
        return len(token.text) < 4 and previous.low in _NUMBERED
    if token.capital and token.low in language.calendar:  # The Sydney Morning Herald
        return here + 1 < end and is_name(paragraph, here + 1)
    if previous.low in language.organisations:
        return _reaches_name(paragraph, here, end, PARTICLES | language.belonging | language.definite)
    return _is_particle(paragraph, here) and _reaches_name(paragraph, here, end, PARTICLES)


def _is_particle(paragraph: Paragraph, at: int) -> bool:
    """Whether a small word may be of a surname: "van der Berg"; a German "der" alone is not."""
    low, previous, language = paragraph.tokens[at].low, paragraph.tokens[at - 1], paragraph.language
    if low not in PARTICLES or previous.text.endswith("."):
        return False
    return not language.nouns_have_capitals or low not in language.determiners or previous.low in PARTICLES


def _reaches_name(paragraph: Paragraph, at: int, end: int, small: frozenset[str]) -> bool:
    """Whether the words at `at` are small ones (and there is one), and a name follows."""
    here = at
    while here < min(end, at + 3) and paragraph.tokens[here].low in small:
        here += 1
    return at < here < end and is_name(paragraph, here)


def names_in(paragraph: Paragraph, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Every proper name from token `at` to `end`, as its first token and the one after its last."""
    here = at
    for start in paragraph.capitals[bisect_left(paragraph.capitals, at) : bisect_left(paragraph.capitals, end)]:
        if start < here or not is_name(paragraph, start):
            continue
        here = name_from(paragraph, start, end)
        yield start, here


def is_nickname(paragraph: Paragraph, at: int, floor: int) -> bool:
    """Whether a quote stands within a name: Leroy “Mother” Bascombe."""
    token = paragraph.tokens[at]
    if token.end - token.start >= _LONGEST_NICKNAME or not paragraph.text[token.end - 2].isalnum():
        return False
    return at > floor and at + 1 < len(paragraph.tokens) and is_name(paragraph, at - 1) and is_name(paragraph, at + 1)


def is_articled(token: Token) -> bool:
    """Whether a name begins with a small article hung on it: al-Sudani, d'Ettorre."""
    return token.quote < 0 and len(token.text) > 3 and _ARTICLED.match(token.text) is not None


def is_age(text: str) -> bool:
    """Whether a word is somebody's age."""
    return _AGE.fullmatch(text) is not None


def pronoun(token: Token, language: Language) -> str:
    """The gender of a pronoun that can be a subject, also one hung on its verb ("dit-il"); empty for other words."""
    low = token.low.rpartition("-")[2] if token.low.startswith("-") else token.low
    return language.pronouns.get(low, "")
