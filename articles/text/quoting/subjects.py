"""The subject of a verb of saying: before it, behind it, or on the far side of what stands between commas."""

from collections.abc import Iterator

from articles.text.quoting.marks import inside
from articles.text.quoting.mentions import Mention, mention
from articles.text.quoting.names import is_age, is_name, name_from
from articles.text.quoting.outlets import is_agency
from articles.text.quoting.paragraph import Paragraph, Token
from articles.text.quoting.phrases import begins_phrase, phrase_after, phrase_before
from articles.text.quoting.topic import apposed

_AFAR = 14  # words between an auxiliary and its participle
_SMALL = 3  # words of a quote that is a name or a term


def subject_before(paragraph: Paragraph, here: int, first: int) -> Mention | None:
    """The subject that ends right before the token `here`: "Brenn said", "who said"."""
    tokens, language = paragraph.tokens, paragraph.language
    previous = tokens[here - 1] if here > first else None
    if previous is None:
        return None
    if previous.low in language.relatives or _relative_that(paragraph, here, first):
        return _antecedent(paragraph, here - 1, first)
    found = phrase_before(paragraph, here, first)
    if found is not None and _can_be_subject(paragraph, *found):
        if language.genitive and previous.low.endswith(language.genitive):
            return Mention(*found, paragraph.words(*found))  # "a voice like Mr. Ashe's" is not his own
        return _widest(paragraph, *found, first)
    quoted = paragraph.text[previous.start : previous.end]
    if (
        previous.quote >= 0
        and here - 2 >= first
        and tokens[here - 2].low in language.definite
        and len(quoted.split()) <= _SMALL
    ):
        return Mention(here - 2, here, quoted, inside(quoted), organisation=True)  # die „Süddeutsche Zeitung“
    return None


def _relative_that(paragraph: Paragraph, here: int, first: int) -> bool:
    tokens, language = paragraph.tokens, paragraph.language
    if tokens[here - 1].low not in language.that or here - 2 < first:
        return False
    return tokens[here - 2].is_word and tokens[here - 2].low not in language.cues


def _antecedent(paragraph: Paragraph, at: int, first: int) -> Mention | None:
    here = at
    while here > first and paragraph.tokens[here - 1].text == ",":
        here -= 1
    found = phrase_before(paragraph, here, first)
    return mention(paragraph, *found) if found is not None else None


def _can_be_subject(paragraph: Paragraph, start: int, end: int) -> bool:
    words, language = paragraph.tokens[start:end], paragraph.language
    if words[0].low in language.oblique:
        return False
    return any(
        word.is_word and (word.low in language.indefinite or word.low not in language.determiners) for word in words
    )


def _widest(paragraph: Paragraph, start: int, end: int, first: int) -> Mention:
    """A phrase, or the name before its comma whose apposition it is: "Ada Brenn, mayor of Marrowby said"."""
    found = mention(paragraph, start, end)
    plain = not (found.name or found.pronoun or found.definite or found.owned)
    if not plain or start - 1 <= first or paragraph.tokens[start - 1].text != ",":
        return found
    name = phrase_before(paragraph, start - 1, first)
    if name is None or not paragraph.language.is_role(found.head):
        return found
    return mention(paragraph, *name) if all(is_name(paragraph, at) for at in range(*name)) else found


def subject_around(paragraph: Paragraph, at: int, first: int) -> Mention | None:
    """The subject of a participle far from its auxiliary: "„…“, hatte der Mann zum Auftakt erklärt"."""
    tokens, language = paragraph.tokens, paragraph.language
    for here in range(at - 1, max(first, at - _AFAR) - 1, -1):
        if tokens[here].quote >= 0:
            return None
        if tokens[here].low in language.auxiliaries and tokens[here].low not in language.passive:
            found = phrase_before(paragraph, here, first) or phrase_after(paragraph, here + 1, at)
            return mention(paragraph, *found) if found is not None else None
    return None


def subject_behind(paragraph: Paragraph, at: int, end: int) -> Mention | None:
    """The subject behind the verb at `at`: "said Ada Brenn", "erklärte sie", "ha detto ai giornalisti il sindaco"."""
    tokens, language = paragraph.tokens, paragraph.language
    here = _past_asides(paragraph, at + 1, end)
    if here >= end or tokens[here].low in language.oblique or tokens[here].low in language.that:
        return None
    stop = next((place for place in range(here + 2, end) if tokens[place].quote >= 0), end)
    found = phrase_after(paragraph, here, stop)
    if found is None:
        return None
    told = mention(paragraph, *found)
    if not told.name and not told.pronoun and (told.head in language.audience or _is_object(paragraph, *found)):
        return None
    return apposed(paragraph, *found, end)


def _is_object(paragraph: Paragraph, first: int, end: int) -> bool:
    """Whether a bare noun that is no word for people is rather what is said or asked: "ha chiesto chiarimenti"."""
    language = paragraph.language
    if not language.inverts or paragraph.tokens[first].low in language.determiners:
        return False
    return not any(
        language.is_role(token.low) or token.low in language.organisations for token in paragraph.tokens[first:end]
    )


def _past_asides(paragraph: Paragraph, at: int, end: int) -> int:
    """Past adverbs, days, and phrases such as "por su parte", between a verb and its subject."""
    tokens, language = paragraph.tokens, paragraph.language
    while at < end:
        low = tokens[at].low
        if tuple(token.low for token in tokens[at : at + 3]) in language.asides:
            at += 3
        elif low in language.adverbs or (low in language.calendar and language.inverts):
            at += 1
        elif at + 1 < end and low in language.definite and tokens[at + 1].low in language.calendar:
            at += 2
        else:
            break
    return _past_prepositions(paragraph, at, end) if language.inverts and at < end else at


def _past_prepositions(paragraph: Paragraph, at: int, end: int) -> int:
    """Past "ai giornalisti", "su Facebook", where an article, a title or a name behind them begins the subject."""
    tokens, language = paragraph.tokens, paragraph.language
    here = at
    while here < min(end, at + 9) and tokens[here].low in language.prepositions:
        here = next((place for place in range(here + 1, end) if tokens[place].low not in language.determiners), end)
        if here >= end:
            return at
        noun_end = here + 1 if is_agency(tokens[here].text) else max(name_from(paragraph, here, end), here + 1)
        if noun_end == here + 1 < end and is_agency(tokens[noun_end].text):
            noun_end += 1  # a la agencia EFE María Soler
        here = name_from(paragraph, noun_end, end)
        if here > noun_end and (here >= end or not begins_phrase(paragraph, here)):
            return noun_end  # ai giornalisti Marta Rossi
        while here < end and tokens[here].low in language.calendar:
            here += 1
    return here if at < here < end and begins_phrase(paragraph, here) else at


def subject_past_commas(paragraph: Paragraph, here: int, first: int) -> Mention | None:
    """The subject before what stands between commas: "Brenn, who chairs the board, said"."""
    tokens, language = paragraph.tokens, paragraph.language
    named: Mention | None = None
    other: Mention | None = None
    for start, end in _between_commas(paragraph, here, first):
        begin = next((at for at in range(start, end) if tokens[at].low not in language.openers), end)
        if begin >= end or _is_aside(paragraph, begin):
            continue
        found = phrase_before(paragraph, end, begin)
        if found is None:
            continue
        told = mention(paragraph, *found)
        if told.name and told.words.endswith(told.name.split()[-1]):
            named = told
        elif found[0] == begin:
            other = told
    return named or other


def _between_commas(paragraph: Paragraph, here: int, first: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas, from the nearest; the clause ends where a quote with words of its own stands."""
    tokens = paragraph.tokens
    end, at = here, here
    while at > first:
        at -= 1
        if tokens[at].text == ")":
            end = at = next((opens for opens in range(at, first - 1, -1) if tokens[opens].text == "("), at)
            continue
        quote = tokens[at].quote >= 0
        if not quote and tokens[at].text not in ",;:—–()":
            continue
        if at + 1 < end:
            yield at + 1, end
        end = at
        if tokens[at].text in ";:" or (quote and not is_small_quote(paragraph, at)):
            return
    if first < end:
        yield first, end


def is_small_quote(paragraph: Paragraph, at: int) -> bool:
    """Whether a quote is short and stands within a clause, as a term or a nom de guerre does."""
    token = paragraph.tokens[at]
    few = len(paragraph.text[token.start : token.end].split()) <= _SMALL
    return few and at > 0 and paragraph.tokens[at - 1].is_word


def _is_aside(paragraph: Paragraph, at: int) -> bool:
    """Whether a stretch only tells more of somebody: "who …", "52", "of Quay Street", "published on Thursday"."""
    token, language = paragraph.tokens[at], paragraph.language
    if token.low in language.relatives or token.low in language.prepositions or is_age(token.text):
        return True
    return token.low in language.cues and not token.capital


def may_turn(paragraph: Paragraph, previous: Token | None) -> bool:
    """Whether the subject may stand behind the verb: after a quote, and in some languages after anything but itself."""
    if previous is None or previous.quote >= 0:
        return True
    return paragraph.language.inverts and previous.low not in paragraph.language.conjunctions
