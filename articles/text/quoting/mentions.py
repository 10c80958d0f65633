"""Which part of a phrase is what: name, title, whom somebody works for, the noun that tells what somebody is."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.text.quoting.language import Language
from articles.text.quoting.name_in_phrase import name_in_phrase
from articles.text.quoting.names import is_age, name_from, pronoun
from articles.text.quoting.outlets import is_outlet
from articles.text.quoting.paragraph import Paragraph, Token

_AFTER_NAMES = frozenset("CBE DPhil Esq KC MBE MD MEP MLA MP OBE PhD QC RN SC".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something as named at one place: tokens `first` to `end` of a paragraph.

    `name` is a proper name or "", `title` what stands before it; `head` is the noun that says what it is, in small
    letters. `pronoun` is its gender where it is one. `definite` tells "the mayor" from "a mayor", `owned` "her mayor".
    """

    first: int
    end: int
    words: str
    name: str = ""
    title: str = ""
    affiliation: str = ""
    head: str = ""
    pronoun: str = ""
    gender: str = ""
    definite: bool = False
    organisation: bool = False
    owned: bool = False


def mention(paragraph: Paragraph, first: int, end: int) -> Mention:
    """What the phrase from token `first` to `end` says of whom it names."""
    tokens, language = paragraph.tokens, paragraph.language
    words = paragraph.words(first, end)
    if end == first + 1 and (meant := pronoun(tokens[first], language)):
        return Mention(first, end, words, pronoun=meant)
    at = next((at for at in range(first, end) if tokens[at].low not in language.determiners), end)
    articles = [token.low for token in tokens[first:at]]
    definite = any(low in language.definite for low in articles)
    start, stop, title_end = name_in_phrase(paragraph, at, end, definite)
    if start == at and stop < end:
        stop = _joint_end(paragraph, stop, end)
    roles = [here for here in range(at, end) if language.is_role(tokens[here].low) and not start <= here < stop]
    gendered = next((language.gendered[low] for low in articles if low in language.gendered), "")
    organisation = start < stop and _is_organisation(tokens[start:stop], language, definite and not roles)
    house = _house(paragraph, stop, end) if start < stop and not organisation else ""
    if is_outlet(house):
        house, end = "", stop  # "sagte Huber der dpa" tells to whom
    return Mention(
        first,
        end,
        paragraph.words(first, end),
        name=_name_text(paragraph, start, stop),
        title=_title(paragraph, at, title_end, roles) if start < stop else "",
        affiliation=house,
        head=_head(paragraph, at, end, roles, (start, stop)),
        gender=gender_told(tokens[first:end], language) or gendered,
        definite=definite,
        organisation=organisation,
        owned=any(low in language.possessive for low in articles),
    )


def _joint_end(paragraph: Paragraph, at: int, end: int) -> int:
    """Where "Brenn and Voss" ends: two names that speak as one."""
    tokens, language = paragraph.tokens, paragraph.language
    if tokens[at].low not in language.joining:
        return at
    here = next((here for here in range(at + 1, end) if tokens[here].low not in language.definite), end)
    stop = name_from(paragraph, here, end)
    return stop if stop > here else at


def _name_text(paragraph: Paragraph, start: int, end: int) -> str:
    while end - start > 2 and paragraph.tokens[end - 1].text in _AFTER_NAMES:
        end -= 1
    text = paragraph.words(start, end)
    if paragraph.language.genitive and text.endswith(("'s", "’s")):
        text = text[:-2]
    nickname = next((token for token in paragraph.tokens[start:end] if token.quote >= 0), None)
    if nickname is None:
        return text
    offset = paragraph.tokens[start].start
    return f"{text[: nickname.start - offset].rstrip()} {text[nickname.end - offset :].lstrip()}"


def _title(paragraph: Paragraph, at: int, end: int, roles: Sequence[int]) -> str:
    named = any(at <= role < end for role in roles) or (paragraph.language.nouns_have_capitals and end > at)
    title = paragraph.words(at, end) if named else ""
    return "" if all(is_age(word) for word in title.split()) else title


def _house(paragraph: Paragraph, at: int, end: int) -> str:
    """Whom somebody works for, by the words behind the name."""
    tokens, language = paragraph.tokens, paragraph.language
    if at >= end or tokens[at].low not in language.attaching:
        return ""
    start = next((here for here in range(at + 1, end) if tokens[here].low not in language.determiners), end)
    return paragraph.words(start, end)


def _head(paragraph: Paragraph, at: int, end: int, roles: Sequence[int], name: tuple[int, int]) -> str:
    """The noun that says what somebody is: before a name the last one, else the first; without one, what speaks."""
    tokens, language = paragraph.tokens, paragraph.language
    if roles:
        return tokens[roles[-1] if name[0] >= roles[-1] else roles[0]].low
    if name[0] < name[1] or at >= end:
        return ""
    stop = next((here for here in range(at, end) if tokens[here].low in language.linking), end)
    telling = [language.documents, language.organisations] if language.inverts else [language.documents]
    told = next((token.low for listed in telling for token in tokens[at:stop] if token.low in listed), "")
    return told or (tokens[stop - 1].low if stop > at else "")


def _is_organisation(names: Sequence[Token], language: Language, with_article: bool) -> bool:
    acronym = len(names) == 1 and len(names[0].text) > 1 and names[0].text.isupper()
    return acronym or with_article or any(name.low.removesuffix("'s") in language.organisations for name in names)


def gender_told(tokens: Sequence[Token], language: Language) -> str:
    """What titles and nouns tell of somebody's gender: Mr, spokeswoman, widow."""
    for token in tokens:
        if honorific := language.honorifics.get(token.low):
            return honorific
        if token.is_word and language.is_role(token.low):
            if token.low.endswith(language.feminine):
                return "f"
            if token.low.endswith(language.masculine):
                return "m"
    return ""
