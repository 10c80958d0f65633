"""Names as a story introduces people by them: with the title before the name, or between commas beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.text.quoting.given_names import gender_of
from articles.text.quoting.mentions import Mention, gender_told, mention
from articles.text.quoting.name_in_phrase import is_titling
from articles.text.quoting.names import begins_sentence, is_age, name_from, names_in
from articles.text.quoting.outlets import is_agency
from articles.text.quoting.paragraph import Paragraph
from articles.text.quoting.phrases import phrase_before

# What says little by itself: where more is told between commas, that is the title.
_RANKS = frozenset(
    "baroness capt captain cllr col colonel cpl det gen insp lieutenant lt maj rep sen sergeant sgt supt".split()
)
_FROM = frozenset("aus from från uit".split())  # "a plumber from Thrupp" works for no Thrupp
_LONGEST = 16  # words between commas
_STOPS = ",.;:)(—–!?"


@dataclass(frozen=True, slots=True)
class Title:
    """What somebody is, whom for, and by which noun: "economist", "Kestrel Bank", "economist"."""

    words: str
    affiliation: str
    head: str
    gender: str = ""


def introductions(paragraph: Paragraph) -> Iterator[Mention]:
    """Every name of a paragraph, with what is said of it there; a headline gives names only."""
    tokens = paragraph.tokens
    for start, end in names_in(paragraph, 0, len(tokens)):
        if start == 0 and end > 1 and all(token.text.isupper() for token in tokens[:end]):
            continue  # a dateline names a place
        if end - start > 2 and is_agency(tokens[start].text) and gender_of(tokens[start + 1].low):
            start += 1  # "disse à SIC Maria da Conceição"
        found = mention(paragraph, _title_before(paragraph, start), _past_affiliation(paragraph, end))
        if not found.name:
            continue
        if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].low == "which":
            found = replace(found, organisation=True)
        untitled = paragraph.kind == "heading" or found.organisation
        yield replace(found, title="") if untitled else _with_title(paragraph, found, start, end)


def _title_before(paragraph: Paragraph, at: int) -> int:
    """Where the title before a name begins; the words in front of it may be verbs: "and leave manager Rui Tavares"."""
    tokens, language = paragraph.tokens, paragraph.language
    floor, _end = paragraph.sentence_of(at)
    start = at
    while start > floor and at - start < 6 and _may_title(paragraph, start - 1, start == at):
        start -= 1
    if start > floor and tokens[start - 1].is_word and tokens[start - 1].low not in language.determiners:
        start = next((here for here in range(start, at) if _surely_title(paragraph, here, at)), at)
    if not any(is_titling(token, language) for token in tokens[start:at]):
        return _office_before(paragraph, at, floor)
    return start - 1 if start > floor and tokens[start - 1].low in language.determiners else start


def _may_title(paragraph: Paragraph, at: int, beside_name: bool) -> bool:
    token, language = paragraph.tokens[at], paragraph.language
    if not token.is_word:
        return False
    if token.low in language.honorifics or token.low in language.modifiers:
        return True
    if language.is_role(token.low) and not language.is_plural(token.low):
        return True
    if token.low in language.stops or token.low in language.verbs:
        return False
    adjective = beside_name and language.inverts and at > 0 and language.is_role(paragraph.tokens[at - 1].low)
    return adjective or not beside_name  # la conseillère municipale Sophie Aumont


def _surely_title(paragraph: Paragraph, start: int, at: int) -> bool:
    language = paragraph.language
    return all(
        token.capital or token.low in language.modifiers or is_titling(token, language)
        for token in paragraph.tokens[start:at]
    )


def _office_before(paragraph: Paragraph, at: int, floor: int) -> int:
    """Where "Governor of" begins before "Washington Chris Gregoire"; `at` where no office stands before the name."""
    tokens, language = paragraph.tokens, paragraph.language
    end = name_from(paragraph, at, len(tokens))
    roles = [here for here in range(at, end) if language.is_role(tokens[here].low)]
    if any(here + 1 == end or tokens[here + 1].low not in language.organisations for here in roles):
        return at  # else as in "CEO of the Refugee Council Enver Solman"
    for here in range(at - 1, max(floor, at - 8) - 1, -1):
        token = tokens[here]
        if not token.is_word:
            break
        if language.is_role(token.low):
            return here
        if not (token.capital or token.low in language.linking or token.low in language.definite):
            break
    return at


def _past_affiliation(paragraph: Paragraph, end: int) -> int:
    """Where "of Kestrel Bank" behind a name ends, if it follows."""
    tokens, language = paragraph.tokens, paragraph.language
    if end + 1 >= len(tokens) or tokens[end].low not in language.attaching:
        return end
    at = next((at for at in range(end + 1, len(tokens)) if tokens[at].low not in language.definite), len(tokens))
    if at < len(tokens) and language.is_role(tokens[at].low) and tokens[at].low in language.organisations:
        at += 1  # of the group Tidelines
    stop = name_from(paragraph, at, len(tokens))
    if stop == at:
        return end
    institution = any(token.low in language.organisations for token in tokens[at:stop]) or tokens[at].text.isupper()
    return stop if institution or at > end + 1 else end


def _with_title(paragraph: Paragraph, found: Mention, start: int, end: int) -> Mention:
    """The mention with the title that stands between commas, after the name or before it."""
    tokens = paragraph.tokens
    if found.organisation or (found.title and found.title.lower().rstrip(".") not in _RANKS):
        return found
    _floor, stop = paragraph.sentence_of(start)
    title = None
    if found.end < stop and tokens[found.end].text in ",(":
        known = bool(gender_of(found.name.split()[0]) or found.gender)
        title = _title_behind(paragraph, found.end + 1, stop, known)
    if title is None and start > 1 and tokens[start - 1].text == "," and found.first == start:
        title = _title_in_front(paragraph, start, end, stop)
    if title is None:
        return found
    affiliation, gender = found.affiliation or title.affiliation, found.gender or title.gender
    return replace(found, title=title.words, affiliation=affiliation, head=title.head, gender=gender)


def _title_behind(paragraph: Paragraph, at: int, stop: int, known: bool) -> Title | None:
    """Of "Ada Brenn, 52, an economist at Kestrel Bank": economist. `known` tells that the name is surely a person's."""
    tokens, language = paragraph.tokens, paragraph.language
    if at + 1 < stop and is_age(tokens[at].text):
        comma = next((here for here in range(at, min(at + 4, stop)) if tokens[here].text == ","), None)
        if comma is None:
            return None
        at = comma + 1
    end = at
    while (
        end < stop
        and tokens[end].text not in _STOPS
        and tokens[end].quote < 0
        and tokens[end].low not in language.relatives
    ):
        end += 1
    if not at < end <= at + _LONGEST:
        return None
    title = title_in(paragraph, at, end)
    articled = known and end - at <= 5 and tokens[at].low in language.articles and tokens[at].low in language.indefinite
    return title or (_calling(paragraph, at + 1, end) if articled else None)


def end_of_title(paragraph: Paragraph, at: int, end: int) -> int:
    """Where what is said of somebody between commas ends: of "Ada Brenn, editor of the Courier, said" before the last.

    `at` itself where a name that ends there has nothing of the kind behind it.
    """
    tokens = paragraph.tokens
    if at + 1 >= end or tokens[at].text != ",":
        return at
    stop = next((here for here in range(at + 1, end) if tokens[here].text in _STOPS or tokens[here].quote >= 0), end)
    return stop if title_in(paragraph, at + 1, stop) is not None else at


def _calling(paragraph: Paragraph, first: int, end: int) -> Title | None:
    """A calling that is in no list: "Norman, a retired deckhand", told by its article alone."""
    tokens, language = paragraph.tokens, paragraph.language
    stop = next((at for at in range(first, end) if tokens[at].low in language.stops or not tokens[at].is_word), end)
    return Title(paragraph.words(first, stop), "", tokens[stop - 1].low) if stop > first else None


def _title_in_front(paragraph: Paragraph, start: int, end: int, stop: int) -> Title | None:
    """Of "The harbour master, Joost Amsel, said": harbour master."""
    tokens, language = paragraph.tokens, paragraph.language
    if (
        end < stop
        and tokens[end].text not in ",.:;)("
        and tokens[end].quote < 0
        and tokens[end].low not in language.cues
    ):
        return None
    floor, _end = paragraph.sentence_of(start)
    breaks = [at + 1 for at in range(floor, start - 1) if tokens[at].text in ",;:—–(" or tokens[at].quote >= 0]
    phrase = phrase_before(paragraph, start - 1, max([floor, *breaks]))
    if phrase is None:
        return None
    first, last = phrase
    owned = any(token.low.endswith(("'s", "s'")) for token in tokens[first:last])
    articled = tokens[first].low in language.determiners or owned or begins_sentence(paragraph, first)
    return title_in(paragraph, first, last) if articled else None


def title_in(paragraph: Paragraph, first: int, end: int) -> Title | None:
    """What a phrase says somebody is. None where it has no word for people."""
    tokens, language = paragraph.tokens, paragraph.language
    begin = next((at for at in range(first, end) if tokens[at].low not in language.determiners - {"one"}), end)
    articles = [token.low for token in tokens[first:begin]]
    roles = [at for at in range(begin, end) if language.is_role(tokens[at].low)]
    if not roles or _begins_with_verb(paragraph, begin, end):
        return None
    if tokens[begin].low in language.prepositions or tokens[begin].low in language.auxiliaries:
        return None
    barred = language.conjunctions | language.prepositions - language.belonging
    if any(tokens[at].low in barred for at in range(begin, roles[0])):
        return None
    cut, affiliation = _parted(paragraph, roles[0] + 1, end)
    general = tokens[roles[0]].low in ("former", "member")
    head = tokens[max(at for at in roles if at < cut) if general else roles[0]]
    gender = next((gender for low in articles if (gender := language.gendered.get(low))), "") or gender_told(
        [head], language
    )
    return Title(paragraph.words(begin, cut), affiliation, head.low, gender)


def _begins_with_verb(paragraph: Paragraph, begin: int, end: int) -> bool:
    """Whether it is no title but the verb: "juge, lui, que"."""
    low, language = paragraph.tokens[begin].low, paragraph.language
    if paragraph.tokens[begin].capital:
        return False  # State Department spokesperson
    return low in language.cues and (end - begin == 1 or low not in language.roles)


def _parted(paragraph: Paragraph, at: int, end: int) -> tuple[int, str]:
    """Where a title ends, and the house that is named behind it: "economist" and "Kestrel Bank"."""
    tokens, language = paragraph.tokens, paragraph.language
    for here in range(at, end):
        low = tokens[here].low
        employs = low in language.employing and (
            low not in language.belonging or _names_institution(paragraph, here + 1, end)
        )
        if employs and low not in _FROM:
            begin = next((place for place in range(here + 1, end) if tokens[place].low not in language.articles), end)
            named = begin > here + 1 or begin == end or tokens[begin].capital
            if not named and tokens[begin].low not in language.organisations:
                continue  # editor at large
            house = paragraph.words(begin, _phrase_end(paragraph, begin, end))
            return (here, house) if any(map(str.isupper, house)) else (_phrase_end(paragraph, here + 1, end), "")
        ends = low in language.auxiliaries or (low in language.prepositions and low not in language.belonging | _FROM)
        if ends or (low in language.conjunctions and here + 1 == end):
            return here, ""
    return end, ""


def _names_institution(paragraph: Paragraph, at: int, end: int) -> bool:
    tokens, language = paragraph.tokens, paragraph.language
    begin = next((here for here in range(at, end) if tokens[here].low not in language.definite), end)
    named = tokens[begin : name_from(paragraph, begin, end)]
    return any(token.low in language.organisations for token in named)


def _phrase_end(paragraph: Paragraph, at: int, end: int) -> int:
    """Where a phrase ends: before a small word that begins another thought."""
    tokens, language = paragraph.tokens, paragraph.language
    parting = (language.prepositions - language.attaching) | language.relatives
    return next((here for here in range(at, end) if tokens[here].low in parting), end)
