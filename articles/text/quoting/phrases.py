"""Noun phrases: how far "a spokesman for the port" reaches, from its end or from its beginning.

No grammar of the language is needed for that, only its small words and its words for people.
"""

from articles.text.quoting.language import Language
from articles.text.quoting.names import PARTICLES, is_name, is_nickname, name_from, pronoun
from articles.text.quoting.paragraph import Paragraph, Token

LONGEST = 14  # words; what is longer is no phrase that names somebody


def phrase_before(paragraph: Paragraph, at: int, floor: int) -> tuple[int, int] | None:
    """The phrase that ends just before the token `at` and begins at `floor` or later; None where none can."""
    if at <= floor:
        return None
    if pronoun(paragraph.tokens[at - 1], paragraph.language):
        return at - 1, at
    start = at
    while start > floor and at - start < LONGEST:
        taken = _taken_before(paragraph, start, at, floor)
        if taken == 0:
            break
        start -= taken
    if start == at:
        return None
    tokens, language = paragraph.tokens, paragraph.language
    hangs = start > floor and tokens[start - 1].low in language.linking - language.subordinating
    return _without_preposition(paragraph, start, at) if hangs else (start, at)


def _taken_before(paragraph: Paragraph, start: int, at: int, floor: int) -> int:
    """How many words more before `start` belong to a phrase that ends at `at`."""
    tokens, language = paragraph.tokens, paragraph.language
    token = tokens[start - 1]
    if token.quote >= 0:
        return int(start < at and is_nickname(paragraph, start - 1, floor))
    if token.low in language.determiners:
        return 1
    if start < at and tokens[start].low in language.determiners and not _ties(paragraph, start, floor):
        return 0  # with its article a phrase is whole, unless it hangs on a noun: "a spokesman for the port"
    if token.low in language.subordinating:
        return 0
    if token.low in language.joining:
        return int(start < at and start - 1 > floor and is_name(paragraph, start - 2) and is_name(paragraph, start))
    if token.low in language.linking:
        return int(start < at and start - 1 > floor and _is_noun(tokens[start - 2], language))
    if token.low in language.oblique and start - 1 > floor and tokens[start - 2].low in language.belonging:
        return 2  # one of them
    if not token.is_word:
        return int(token.text == "." and start - 1 > floor and _is_initial(tokens[start - 2]))
    return int(_is_of_phrase(paragraph, start, at))


def _ties(paragraph: Paragraph, start: int, floor: int) -> bool:
    """Whether what begins with an article at `start` hangs on a noun before it."""
    tokens, language = paragraph.tokens, paragraph.language
    previous = tokens[start - 1]
    if previous.low in language.linking:
        return start - 1 > floor and _is_noun(tokens[start - 2], language)
    if tokens[start].low not in language.belonging:
        return False
    return (
        previous.capital if language.nouns_have_capitals else _is_noun(previous, language)
    )  # Fraktionschef der Grünen


def _is_of_phrase(paragraph: Paragraph, start: int, at: int) -> bool:
    """Whether the plain word before `start` belongs to the phrase."""
    tokens, language = paragraph.tokens, paragraph.language
    token = tokens[start - 1]
    if token.low in language.verbs and not token.capital:
        return False
    if token.low in language.stops and not is_name(paragraph, start - 1):
        return token.low in PARTICLES and start < len(tokens) and tokens[start].capital
    owned = language.genitive and tokens[at - 1].low.endswith(language.genitive)
    return start == at or bool(owned) or _may_precede(paragraph, start - 1, start)


def _may_precede(paragraph: Paragraph, at: int, start: int) -> bool:
    """Whether the word at `at` may stand in a phrase that goes on at `start`: anything before a common noun, but
    before a name only other names, titles and what belongs to them."""
    token, language = paragraph.tokens[at], paragraph.language
    if not is_name(paragraph, start) or (language.nouns_have_capitals and token.low not in language.roles):
        return True
    titling = token.low in language.honorifics or token.low in PARTICLES or language.is_role(token.low)
    return titling or is_name(paragraph, at)


def _is_initial(token: Token) -> bool:
    return len(token.text) == 1 and token.capital


def _is_noun(token: Token, language: Language) -> bool:
    return token.is_word and token.low not in language.stops and token.low not in language.verbs


def _without_preposition(paragraph: Paragraph, start: int, at: int) -> tuple[int, int] | None:
    """Of "in Brussels officials" the officials: what is left when the first words belong to a preposition."""
    language = paragraph.language
    if not language.inverts and at - start > 1 and language.is_role(paragraph.tokens[at - 1].low):
        return at - 1, at
    return None


def phrase_after(paragraph: Paragraph, at: int, limit: int) -> tuple[int, int] | None:
    """The phrase that begins at the token `at`; None where none does."""
    tokens, language = paragraph.tokens, paragraph.language
    if at >= limit:
        return None
    if pronoun(tokens[at], language):
        return at, at + 1
    begun = here = _past_determiners(paragraph, at, limit)
    while here < limit and here - at < LONGEST:
        end = name_from(paragraph, here, limit)
        if end > here:
            here = end
            if not _goes_on_behind_name(paragraph, here, limit):
                break
        elif tokens[here].low in language.attaching and here > at:
            behind = _past_determiners(paragraph, here + 1, limit)
            if behind >= limit or not tokens[behind].is_word or tokens[behind].low in language.stops:
                break
            here = behind
        elif _may_go_on(paragraph, at, here, limit):
            here += 1
        else:
            break
    if here == at or (here == begun and not _stands_for_somebody(tokens[at:here], language)):
        return None
    return at, here


def _may_go_on(paragraph: Paragraph, at: int, here: int, limit: int) -> bool:
    """Whether a word that begins no name is of a phrase that begins at `at`: a noun, a title, "and" before a name."""
    token, language = paragraph.tokens[here], paragraph.language
    if token.low in language.honorifics or _is_noun(token, language):
        return True
    return here > at and token.low in language.joining and _goes_on_behind_name(paragraph, here, limit)


def _past_determiners(paragraph: Paragraph, at: int, limit: int) -> int:
    while at < limit and paragraph.tokens[at].low in paragraph.language.determiners:
        at += 1
    return at


def _goes_on_behind_name(paragraph: Paragraph, at: int, limit: int) -> bool:
    """Whether "of …" follows a name, or small words that lead to what somebody is: "Marrowby harbour master Joost"."""
    tokens, language = paragraph.tokens, paragraph.language
    if at < limit and tokens[at].low in language.attaching:
        return True
    if at + 1 < limit and tokens[at].low in language.joining:
        behind = name_from(paragraph, at + 1, limit)  # Skerrin and Marrowby officials
        return at + 1 < behind < limit and not tokens[behind].capital and language.is_role(tokens[behind].low)
    for here in range(at, min(at + 3, limit)):
        if not tokens[here].is_word or tokens[here].low in language.stops:
            return False
        if language.is_role(tokens[here].low):
            return True
    return False


def _stands_for_somebody(tokens: list[Token], language: Language) -> bool:
    """Whether "one", "another", "some" are all the name somebody has."""
    return all(token.low in language.indefinite and token.low not in language.articles for token in tokens)


def begins_phrase(paragraph: Paragraph, at: int) -> bool:
    """Whether an article or a word for people begins a phrase here."""
    low, language = paragraph.tokens[at].low, paragraph.language
    return (
        low in language.articles or low in language.definite or language.is_role(low)
    ) and low not in language.linking
