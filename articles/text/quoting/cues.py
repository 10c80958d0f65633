"""Words of saying in a sentence, each with the phrase that is its subject."""

from dataclasses import dataclass
from enum import Enum
from functools import cache

from articles.text.quoting.language import Language
from articles.text.quoting.mentions import Mention, mention
from articles.text.quoting.names import is_name
from articles.text.quoting.paragraph import Paragraph, Token
from articles.text.quoting.phrases import phrase_after, phrase_before
from articles.text.quoting.subjects import (
    is_small_quote,
    may_turn,
    subject_around,
    subject_before,
    subject_behind,
    subject_past_commas,
)
from articles.text.quoting.topic import apposed


class Way(Enum):
    """How words say that somebody says: a verb by itself or only next to a quote, a participle, a phrase."""

    SAYS = "says"
    TELLS = "tells"
    BESIDE = "beside"
    SAYING = "saying"
    ACCORDING = "according"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of saying, tokens `first` to `end`, and their `subject`.

    The subject may follow; where it is `dropped`, it is that of the words before. `relative` is a cue with "who".
    """

    first: int
    end: int
    way: Way
    subject: Mention | None = None
    follows: bool = False
    dropped: bool = False
    relative: bool = False


def cues(paragraph: Paragraph, first: int, end: int) -> list[Cue]:
    """The words of saying from token `first` to `end` (a sentence), in order, each with its subject if it has one."""
    found: list[Cue] = []
    telling = _telling(paragraph.language)
    at = first
    while at < end:
        if paragraph.tokens[at].low not in telling:
            at += 1
            continue
        cue = _phrase_at(paragraph, at, first, end) or _verb_at(paragraph, at, first, end)
        if cue is not None:
            found.append(cue)
        at = max(at + 1, cue.end if cue else 0)
    return found


def _phrase_at(paragraph: Paragraph, at: int, first: int, end: int) -> Cue | None:
    """ "According to", "selon", "laut": a phrase and behind it who said it; or "zufolge", and before it."""
    tokens, language = paragraph.tokens, paragraph.language
    if tokens[at].low in language.according_after and at > first:
        told = phrase_before(paragraph, at, first)
        return Cue(at, at + 1, Way.ACCORDING, mention(paragraph, *told)) if told else None
    for words in _phrases(language).get(tokens[at].low, ()):
        stop = at + len(words)
        if stop >= end or any(tokens[at + here].low != word for here, word in enumerate(words)):
            continue
        found = phrase_after(paragraph, stop, end)
        subject = apposed(paragraph, *found, end) if found else None
        if subject is None or not (subject.pronoun or subject.name or subject.head):
            return None
        return Cue(at, stop, Way.NAMES if words in language.beside else Way.ACCORDING, subject, follows=True)
    return None


@cache
def _telling(language: Language) -> frozenset[str]:
    """Every word with which words of saying can begin."""
    return language.cues | language.according_after | set(_phrases(language))


@cache
def _phrases(language: Language) -> dict[str, list[tuple[str, ...]]]:
    """The phrases that stand before a speaker, by their first word; the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(language.according | language.beside, key=lambda words: (-len(words), words)):
        found.setdefault(words[0], []).append(words)
    return found


def _verb_at(paragraph: Paragraph, at: int, first: int, end: int) -> Cue | None:
    tokens, language = paragraph.tokens, paragraph.language
    low = tokens[at].low
    if low not in language.cues or not _is_verb(paragraph, at, first):
        return None
    previous = tokens[at - 1] if at > first else None
    following = tokens[at + 1] if at + 1 < end else None
    if low in language.impersonal and following is not None and _is_impersonal(following, language):
        return Cue(at, at + 1 + (following.low not in language.that), Way.SAYS)
    way = _way(low, language)
    infinitive = previous is not None and previous.low in language.infinitive and low in language.bases
    if way is Way.SAYING or infinitive:
        own = _before_infinitive(paragraph, at, first) if infinitive else _before_participle(paragraph, at, first)
        return Cue(at, at + 1, Way.SAYING, own, dropped=own is None)
    return _finite(paragraph, at, first, end, way)


def _finite(paragraph: Paragraph, at: int, first: int, end: int, way: Way) -> Cue | None:
    """The cue of a finite verb, active or passive."""
    tokens, language = paragraph.tokens, paragraph.language
    by = _passive(paragraph, at, first, end)
    if by is not None:
        return by
    here = _past_helpers(paragraph, at, first)
    if here is None:
        return None
    as_said = at > first and tokens[at - 1].low in language.as_said
    if as_said and at + 1 < end and tokens[at + 1].text in ".,;)":
        return Cue(at, at + 1, way, dropped=True)  # as stated
    subject, follows = _subject(paragraph, here, at, first, end, way)
    relative = here > first and tokens[here - 1].low in language.relatives
    return Cue(at, at + 1, way, subject, follows, dropped=subject is None, relative=relative)


def _is_verb(paragraph: Paragraph, at: int, first: int) -> bool:
    """Whether a word that can be of saying is a verb here, and no noun, name or adjective."""
    tokens, language = paragraph.tokens, paragraph.language
    token, previous = tokens[at], tokens[at - 1] if at > first else None
    if token.capital and previous is not None and previous.quote < 0:
        return False
    if token.low in language.roles and is_name(paragraph, at):
        return False
    way = _way(token.low, language)
    if previous is None:
        return token.low not in language.infinitives
    if previous.low in language.articles:
        return False  # his stated aim
    if token.low in language.infinitives:
        return _is_finite(previous, language)
    if way is Way.BESIDE and previous.text[0].isdigit():
        return False  # 50 questions
    if token.low.endswith(language.participle_endings):
        return any(near.low in language.auxiliaries for near in tokens[max(first, at - 4) : at])
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return not (previous.text == "," and token.low in language.asked and following in language.asked_about)


def _is_finite(previous: Token, language: Language) -> bool:
    """Whether the bare form of a verb stands behind "to" or "would", or behind many: "they call", "critics call"."""
    if previous.low in language.infinitive or previous.low in language.auxiliaries:
        return True
    return language.pronouns.get(previous.low) == "p" or (language.is_role(previous.low) and previous.low.endswith("s"))


def _is_impersonal(following: Token, language: Language) -> bool:
    """ "Hieß es", "staat dat": nobody is named."""
    return language.pronouns.get(following.low) == "n" or following.low in language.that


def _way(low: str, language: Language) -> Way:
    if low in language.doubtful or (low in language.gestures and low not in language.says):
        return Way.BESIDE
    if low in language.says:
        return Way.SAYS
    return Way.SAYING if low in language.saying else Way.TELLS


def _before_infinitive(paragraph: Paragraph, at: int, first: int) -> Mention | None:
    """Of "he appears to call": he."""
    found = phrase_before(paragraph, at - 2, first) if at - 2 > first else None
    told = mention(paragraph, *found) if found else None
    return told if told is not None and (told.pronoun or told.name) else None


def _before_participle(paragraph: Paragraph, at: int, first: int) -> Mention | None:
    """Of "a message reading" the message, of "with officials urging" the officials."""
    tokens, language = paragraph.tokens, paragraph.language
    nearest = range(at - 1, max(first, at - 8) - 1, -1)
    marker = next((here for here in nearest if tokens[here].low in language.absolute), None)
    if marker is not None and (found := phrase_before(paragraph, at, marker + 1)) and found[0] == marker + 1:
        return mention(paragraph, *found)
    found = phrase_before(paragraph, at, first)
    told = mention(paragraph, *found) if found else None
    return told if told is not None and told.head in language.documents else None


def _passive(paragraph: Paragraph, at: int, first: int, end: int) -> Cue | None:
    """ "As highlighted by Bloomberg", "as outlined in a statement": who does it stands behind."""
    tokens, language = paragraph.tokens, paragraph.language
    if at + 2 >= end or not (tokens[at + 1].low in language.agents or tokens[at + 1].low in language.places):
        return None
    previous = tokens[at - 1].low if at > first else ""
    as_said = previous in language.as_said
    if not as_said and previous not in language.passive and previous not in language.adverbs:
        return None
    found = phrase_after(paragraph, at + 2, end)
    told = mention(paragraph, *found) if found is not None else None
    if told is None or (tokens[at + 1].low not in language.agents and told.head not in language.documents):
        return None
    return Cue(at, at + 1, Way.SAYS if as_said else Way.BESIDE, told, follows=True)


def _past_helpers(paragraph: Paragraph, at: int, first: int) -> int | None:
    """Where the subject of a verb may end: before "has also". None where the verb is passive, and nobody says it."""
    tokens, language = paragraph.tokens, paragraph.language
    here = at
    while here > first and (tokens[here - 1].low in language.helpers or _is_adverb(tokens[here - 1], language)):
        if tokens[here - 1].low in language.passive and tokens[at].low not in language.as_said:
            return None
        here -= 1
    if here > first and tokens[here - 1].text == ")":
        return next((place for place in range(here - 2, first, -1) if tokens[place].text == "("), here)
    return here


def _is_adverb(token: Token, language: Language) -> bool:
    likely = not token.capital and token.low.endswith(language.adverb_endings)
    return likely and not language.is_role(token.low) and token.low not in language.organisations


def _subject(paragraph: Paragraph, here: int, at: int, first: int, end: int, way: Way) -> tuple[Mention | None, bool]:
    """The subject of the verb at `at`, whose helpers begin at `here`, and whether it follows the verb."""
    tokens, language = paragraph.tokens, paragraph.language
    previous = tokens[here - 1] if here > first else None
    around = subject_around(paragraph, at, first) if tokens[at].low in language.participles else None
    found = around or subject_before(paragraph, here, first)
    if found is not None or (previous is not None and previous.low in language.relatives):
        return found, False
    turns = way in (Way.SAYS, Way.BESIDE) or (language.inverts and _is_behind_quote(paragraph, here, first))
    small = previous is not None and previous.quote >= 0 and is_small_quote(paragraph, here - 1)
    behind = subject_behind(paragraph, at, end) if turns else None
    if behind is not None and not small and may_turn(paragraph, previous):
        return behind, True
    if previous is None or (previous.quote < 0 and previous.text not in ",)—–"):
        return None, False
    past = subject_past_commas(paragraph, here, first)
    if behind is not None and behind.name and (past is None or not past.name):
        return behind, True
    return past, False


def _is_behind_quote(paragraph: Paragraph, here: int, first: int) -> bool:
    """Whether a quote ends right before, but for its comma."""
    at = here - 1
    if at >= first and paragraph.tokens[at].text == ",":
        at -= 1
    return at >= first and paragraph.tokens[at].quote >= 0
