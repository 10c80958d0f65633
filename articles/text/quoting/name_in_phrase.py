"""Which words of a phrase are a name, and which are titles, owners and places before it."""

from articles.text.quoting.given_names import gender_of
from articles.text.quoting.language import Language
from articles.text.quoting.names import is_age, names_in
from articles.text.quoting.paragraph import Paragraph, Token

_SURNAMES_TOO = frozenset(
    """
    archer baker bishop butcher carter chambers cook dean driver farmer fisher gardener guard judge king knight
    major marshal mason miller page pope porter potter priest prince ranger rider sheriff shepherd singer taylor
    turner
    """.split()
)
_PORTFOLIOS = frozenset(
    """
    agriculture commerce culture defence defense economy education energy environment finance foreign health home
    housing information interior justice labor labour state tourism trade transport transportation treasury war
    """.split()
)
_NOUN_ENDINGS = ("ung", "heit", "keit", "schaft", "tion", "tät", "ismus", "ment", "nis", "chen", "tum", "ei")

Found = tuple[int, int, int]  # a name's first token, the one after its last, the one after the title before it


def name_in_phrase(paragraph: Paragraph, at: int, end: int, definite: bool) -> Found:
    """The name that a phrase is about: the one behind a title, else the one it begins with.

    All three are `end` where it has none. `definite` tells whether the phrase has the definite article.
    """
    tokens, language = paragraph.tokens, paragraph.language
    runs = list(names_in(paragraph, at, end))
    if language.nouns_have_capitals:
        runs = [run for run in runs if not _is_common(paragraph, at, *run)]
    named = [
        (start, stop, here) for here, stop in runs if (start := _past_titles(paragraph, here, stop, definite)) < stop
    ]
    for start, stop, here in named:
        if definite and stop - start == 1 and any(is_age(token.low) for token in tokens[at:start]):
            return end, end, end  # "de 24-jarige Amsterdammer" is no name
        if start > here or (start > at and is_titling(tokens[start - 1], language)):
            start = _past_owner(paragraph, start, stop)
            return start, stop, _past_honorifics(paragraph, at, start)
    return next((found for one in named if (found := _untitled(paragraph, at, end, *one))), (end, end, end))


def _untitled(paragraph: Paragraph, at: int, end: int, start: int, stop: int, here: int) -> Found | None:
    """A name without a title before it, if the phrase is about it."""
    tokens, language = paragraph.tokens, paragraph.language
    if _holds_office(paragraph, at, here, stop):
        return stop - 2, stop, stop - 2
    counted = here > at and stop - here > 1 and tokens[here - 1].low in language.indefinite
    if counted and gender_of(tokens[here].low):
        return here, stop, here  # mother of three Kelly-Ann Broom
    if here == start and _leads(paragraph, at, here) and not _only_describes(paragraph, stop, end):
        start = _past_owner(paragraph, start, stop)
        return start, stop, start
    return None


def _is_common(paragraph: Paragraph, at: int, here: int, stop: int) -> bool:
    """Whether a capital is only that of a German noun: one word alone, behind an article or unknown as a name."""
    tokens, language = paragraph.tokens, paragraph.language
    previous = tokens[here - 1].low if here else ""
    if stop - here > 1 or (here > at and language.is_role(previous)):
        return False
    articled = previous in language.determiners or previous in language.employing
    return articled or (tokens[here].low not in paragraph.surnames and tokens[here].low.endswith(_NOUN_ENDINGS))


def _past_titles(paragraph: Paragraph, here: int, stop: int, definite: bool) -> int:
    """Of "Iraqi Prime Minister Mohammed" the last: where the name begins behind titles with capitals."""
    tokens, language = paragraph.tokens, paragraph.language
    if tokens[stop - 1].low.removesuffix("'s") in language.organisations:
        return here
    start = here
    for place in range(here, stop):
        house = place + 1 < stop and tokens[place + 1].low in language.organisations  # Refugee Council
        if is_titling(tokens[place], language) and not (house or _is_surname(paragraph, here, place, stop, definite)):
            start = place + 1
    while stop - start > 2 and tokens[start].low in language.modifiers:
        start += 1  # Duitse Karin Schulz
    unlisted = language.nouns_have_capitals and stop - start > 2 and not gender_of(tokens[start].low)
    if unlisted and gender_of(tokens[start + 1].low):
        start += 1  # Matchwinner Kofi Mensah
    return stop if here < start < stop and tokens[start].low in language.belonging else start


def _is_surname(paragraph: Paragraph, here: int, place: int, stop: int, definite: bool) -> bool:
    """Whether a word that is also a calling ends a name: Willem Bakker, Jens Bollmann."""
    tokens, language = paragraph.tokens, paragraph.language
    low = tokens[place].low
    if place == here:
        return False
    if low in _SURNAMES_TOO and not definite and not language.is_role(tokens[place - 1].low):
        return True
    listed = low in language.roles or low in language.honorifics
    return place == stop - 1 and (not listed or bool(gender_of(tokens[here].low)))


def is_titling(token: Token, language: Language) -> bool:
    """Whether a word may stand before a name as a title: a calling, an honorific."""
    return language.is_role(token.low) or token.low in language.honorifics


def _past_honorifics(paragraph: Paragraph, at: int, start: int) -> int:
    """Where a title ends before the "Dr." that follows it."""
    tokens, language = paragraph.tokens, paragraph.language
    while start > at and tokens[start - 1].low in language.honorifics and not language.is_role(tokens[start - 1].low):
        start -= 1
    return start


def _leads(paragraph: Paragraph, at: int, here: int) -> bool:
    """Whether nothing but what describes it stands before a name."""
    return all(token.is_word and token.low not in paragraph.language.linking for token in paragraph.tokens[at:here])


def _only_describes(paragraph: Paragraph, stop: int, end: int) -> bool:
    """Whether a noun behind the name is what the phrase is about: "the Port Ellery school junior"."""
    tokens, language = paragraph.tokens, paragraph.language
    if any(language.is_role(token.low) for token in tokens[stop:end]):
        return True
    if stop >= end or language.inverts:
        return False
    return tokens[stop].is_word and not tokens[stop].capital and tokens[stop].low not in language.stops


def _holds_office(paragraph: Paragraph, at: int, here: int, stop: int) -> bool:
    """Whether the last two of a row of names are somebody's, and those before where the office is held: "la ministra de
    Hacienda Elvira Santamarta", "the ambassador to the United States Hamdullah Mohib"."""
    tokens, language = paragraph.tokens, paragraph.language
    if stop - here < 3 or any(token.low in language.organisations for token in tokens[stop - 2 : stop]):
        return False
    office = any(language.is_role(token.low) for token in tokens[at:here])
    if not office and not any(token.low in language.organisations for token in tokens[here : stop - 2]):
        return False
    if office and tokens[stop - 3].low in language.organisations:
        return True
    if office and tokens[stop - 3].low in _PORTFOLIOS:
        return True
    given, last = tokens[stop - 2], tokens[stop - 1].low
    known = last in paragraph.known or f"{given.low} {last}" in paragraph.known
    return given.capital and (known or bool(gender_of(given.low)))


def _past_owner(paragraph: Paragraph, start: int, stop: int) -> int:
    """Of "Australia's Tessa Crowe" the second: who belongs to somebody, not who owns."""
    tokens, language = paragraph.tokens, paragraph.language
    if not language.genitive:
        return start
    owner = next((at for at in range(start, stop - 1) if tokens[at].low.endswith(language.genitive)), None)
    if owner is None or any(token.low in language.organisations for token in tokens[owner + 1 : stop]):
        return start
    return owner + 1
