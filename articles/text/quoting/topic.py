"""What a sentence is about: its first phrase that hangs on nothing, with the name that stands beside it."""

from articles.text.quoting.mentions import Mention, mention
from articles.text.quoting.name_in_phrase import is_titling
from articles.text.quoting.names import is_age, is_name, name_from, pronoun
from articles.text.quoting.paragraph import Paragraph

_BULLETS = "—–-•"
_FARTHEST_ROLE = 4  # words from the beginning of a phrase to what somebody is


def topic(paragraph: Paragraph, first: int, end: int) -> Mention | None:
    """The phrase that the sentence from token `first` to `end` is about; None where a quote or nothing begins it."""
    tokens, language = paragraph.tokens, paragraph.language
    at = first
    while at < end:
        while at < end and (tokens[at].low in language.openers or tokens[at].text in _BULLETS):
            at += 1
        if at >= end or tokens[at].quote >= 0:
            return None
        if not (
            tokens[at].low in language.prepositions or tokens[at].low in language.calendar or is_age(tokens[at].text)
        ):
            found = _leading(paragraph, at, end)
            if found is not None:
                return _behind_aside(paragraph, found, end) or found
        comma = next((here for here in range(at, end) if tokens[here].text == "," or tokens[here].quote >= 0), end)
        if comma < end and tokens[comma].quote >= 0:
            return None
        at = comma + 1
    return None


def _leading(paragraph: Paragraph, at: int, end: int) -> Mention | None:
    """The phrase that begins a clause. What follows may be any verb, so that it ends at the first noun."""
    tokens, language = paragraph.tokens, paragraph.language
    here = next((here for here in range(at, end) if tokens[here].low not in language.determiners), end)
    if here == at and pronoun(tokens[at], language):
        return mention(paragraph, at, at + 1)
    stop = name_from(paragraph, here, end)
    role = _role_from(paragraph, here, end)
    if role is not None:
        behind = _past_roles(paragraph, max(role + 1, stop), end)
        return apposed(paragraph, at, max(behind, name_from(paragraph, behind, end)), end)
    if stop > here:
        return mention(paragraph, at, stop)
    if here == at:
        return None
    if here < end and tokens[here].is_word and tokens[here].low not in language.stops:
        return mention(paragraph, at, here + 1)
    stands_alone = tokens[at].low in language.indefinite and tokens[at].low not in language.articles
    return mention(paragraph, at, here) if stands_alone else None


def _role_from(paragraph: Paragraph, here: int, end: int) -> int | None:
    """The word for people that the phrase leads to, if nothing else comes between."""
    tokens, language = paragraph.tokens, paragraph.language
    for place in range(here, min(here + _FARTHEST_ROLE, end)):
        if language.is_role(tokens[place].low):
            return place
        low = tokens[place].low
        if not tokens[place].is_word or low in language.stops or low in language.verbs:
            return None
    return None


def _past_roles(paragraph: Paragraph, at: int, end: int) -> int:
    """Past more words for people, and past "of Marrowby"."""
    tokens, language = paragraph.tokens, paragraph.language
    while at < end and language.is_role(tokens[at].low) and not is_name(paragraph, at):
        at += 1
    if at + 1 < end and tokens[at].low in language.belonging and is_name(paragraph, at + 1):
        return name_from(paragraph, at + 1, end)
    return at


def apposed(paragraph: Paragraph, at: int, stop: int, end: int) -> Mention:
    """What the phrase names, or the name that follows it between commas: "Her coach, Bill Prudhomme,"."""
    found, tokens, language = mention(paragraph, at, stop), paragraph.tokens, paragraph.language
    comma = _past_complement(paragraph, stop, end)
    if found.name or comma + 1 >= end or tokens[comma].text != ",":
        return found
    begin = next((here for here in range(comma + 1, end) if not is_titling(tokens[here], language)), end)
    named = name_from(paragraph, begin, end)
    closed = named == end or tokens[named].text in ",:.(" or tokens[named].low in language.stops
    return mention(paragraph, begin, named) if named > begin and closed else found


def _past_complement(paragraph: Paragraph, at: int, end: int) -> int:
    """Past "of the port" behind a noun, if a comma comes soon."""
    tokens, language = paragraph.tokens, paragraph.language
    if at >= end or tokens[at].low not in language.belonging:
        return at
    comma = _comma_from(paragraph, at + 1, min(at + 8, end))
    return at if comma is None else comma


def _comma_from(paragraph: Paragraph, at: int, end: int) -> int | None:
    """The comma that ends a stretch without a verb."""
    tokens, language = paragraph.tokens, paragraph.language
    for here in range(at, end):
        if tokens[here].text == ",":
            return here
        if not tokens[here].is_word or tokens[here].low in language.verbs or tokens[here].low in language.auxiliaries:
            return None
    return None


def _behind_aside(paragraph: Paragraph, found: Mention, end: int) -> Mention | None:
    """ "A former captain, she …": the subject behind what only describes it."""
    if found.name or found.definite or found.pronoun:
        return None
    comma = _comma_from(paragraph, found.end, min(found.end + 7, end))
    if comma is None or comma + 1 >= end or not pronoun(paragraph.tokens[comma + 1], paragraph.language):
        return None
    return mention(paragraph, comma + 1, comma + 2)
