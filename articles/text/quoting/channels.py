"""By which way something was said, and through which outlet it came: "in an interview with", "told", "on".

The channels are named in plain English, whatever the language: interview, press briefing, news conference, statement,
joint statement, press release, speech, post on X (or whichever network), email, letter, report, court …
"""

from articles.text.quoting.language import Language
from articles.text.quoting.names import name_from
from articles.text.quoting.outlets import is_agency, is_outlet
from articles.text.quoting.paragraph import Paragraph

LONGEST = 400  # words of a sentence that are looked through for an outlet; what has more is a list, or no text
_MEDIA = frozenset(
    "state news newspaper broadcaster network magazine channel station website site tabloid daily weekly".split()
)
_IN_SMALL = ("dpa", "taz", "la", "de", "franceinfo")  # how names of outlets may begin
_AIRED = ("television", "radio", "tv", "news")


def channel_in(text: str, language: Language) -> str:
    """The channel that a sentence (its narration) names; empty where it names none. The most telling comes first."""
    small = text.lower()
    if not (language.small_channels.search(small) or language.other_channels.search(text)):
        return ""
    for channel in language.channels:
        if found := channel.pattern.search(small if channel.small else text):
            name = channel.name
            return name.format(next(filter(None, found.groups()), "")) if "{}" in name else name
    return ""


def via_in(paragraph: Paragraph, first: int, end: int, taken: tuple[int, int] = (-1, -1)) -> str:
    """The outlet that tokens `first` to `end` name as the one it was said to or reported by; empty where none is.

    `taken` are the tokens that name who speaks: an outlet that speaks itself is no go-between.
    """
    at, end = first, min(end, first + LONGEST)
    while at < end:
        if taken[0] <= at < taken[1]:
            at = taken[1]
            continue
        outlet, stop = _outlet_at(paragraph, at, first, end)
        if outlet:
            return outlet
        at = max(stop, at + 1)
    return ""


def _outlet_at(paragraph: Paragraph, at: int, first: int, end: int) -> tuple[str, int]:
    """The outlet that begins at a token, or "", and the token after the name there."""
    token = paragraph.tokens[at]
    if token.quote >= 0:
        words = paragraph.text[token.start + 1 : token.end - 1].strip()
        return (words if is_outlet(words) else ""), at + 1  # der „Nordküsten-Zeitung“
    if not token.capital and token.text not in _IN_SMALL:
        return "", at + 1
    if token.text == "The" and at > first and _is_led_to(paragraph, at, first):
        stop = name_from(paragraph, at + 1, end)  # a paper writes its article with a capital
        if at + 1 < stop < end - 1 and paragraph.tokens[stop].low in paragraph.language.joining:
            stop = max(stop, name_from(paragraph, stop + 1, end))  # The Globe and Mail
        return (_without_genitive(paragraph.words(at, stop)) if stop > at + 1 else ""), stop
    stop = max(name_from(paragraph, at, end), at + is_agency(token.text))
    name = _without_genitive(paragraph.words(at, stop))
    if stop == at or not _is_led_to(paragraph, at, first):
        return "", stop
    owner = _without_genitive(name.replace("’s ", "'s ").partition("'s ")[0])
    if owner != name and is_agency(owner):
        return owner, stop  # told CNN's Ada Brenn
    aired = stop
    while aired < end and paragraph.tokens[aired].low in _AIRED:
        aired += 1
    if is_outlet(name) or (aired > stop and token.text.isupper()):
        return _without_genitive(paragraph.words(at, aired)), aired
    return "", stop


def _without_genitive(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")


def _is_led_to(paragraph: Paragraph, at: int, first: int) -> bool:
    """Whether a verb or a preposition leads to the outlet: it does nothing itself."""
    tokens, language = paragraph.tokens, paragraph.language
    here = at - 1
    while here >= first and (
        tokens[here].low in language.determiners
        or tokens[here].low in language.organisations
        or tokens[here].low in _MEDIA
    ):
        here -= 1
    if here < first:
        return False
    low = tokens[here].low
    return low in language.prepositions or low in language.cues or low in language.agents
