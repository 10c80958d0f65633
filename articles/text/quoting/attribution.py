"""Which words of saying belong to which quote of a sentence, and how surely."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from articles.text.quoting.cues import Cue, Way
from articles.text.quoting.marks import inside
from articles.text.quoting.mentions import Mention, mention
from articles.text.quoting.paragraph import Paragraph, Token
from articles.text.quoting.phrases import phrase_after, phrase_before
from articles.text.quoting.topic import topic

NEAR = 3  # words between a word of saying and a quote that leave no doubt
FAR = 8  # from which on the quote may be about something else

_ENDS_OPEN = (",", "?", "!", "…", "—", "–", "-")  # how a quote ends whose speaker follows
_PARTS = (",", "—", "–", "-")


class Strength(IntEnum):
    """How surely the words of saying are those of the quote."""

    NONE = 0
    FAINT = 1
    WEAK = 2
    STRONG = 3


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words that say whose a quote is. `subject` is None where they leave it to what was told before."""

    cue: Cue | None
    subject: Mention | None
    strength: Strength = Strength.STRONG


def attributed(paragraph: Paragraph, at: int, first: int, end: int, cues: Sequence[Cue]) -> Attribution | None:
    """The attribution of the quote at token `at` by its sentence, tokens `first` to `end`; None where it has none."""
    behind, ahead = _behind(paragraph, at, end, cues), _ahead(paragraph, at, cues)
    open_ended = _invites_speaker(paragraph, at)
    if behind is not None and (open_ended or ahead is None or ahead[1] > NEAR):
        return _by(behind, cues, Strength.STRONG)
    if ahead is not None:
        return _from_ahead(paragraph, at, first, *ahead, cues)
    colon = _colon(paragraph, at, first)
    if colon is not None:
        return colon
    if behind is not None:
        return _by(behind, cues, Strength.STRONG)
    unlisted = _by_unlisted_verb(paragraph, at, end) if open_ended else None
    if unlisted is not None:
        return unlisted
    according = next((cue for cue in cues if cue.way is Way.ACCORDING), None)
    if according is not None:
        return Attribution(according, according.subject, Strength.WEAK)
    return _signed(paragraph, at, end)


def _by(cue: Cue, cues: Sequence[Cue], strength: Strength) -> Attribution:
    """The attribution by a cue; where it has no subject of its own, by that of the nearest one before."""
    if not cue.dropped:
        return Attribution(cue, cue.subject, strength)
    earlier = [one for one in cues if one.first < cue.first and one.subject is not None and one.way is not Way.NAMES]
    return Attribution(cue, earlier[-1].subject if earlier else None, strength)


def _invites_speaker(paragraph: Paragraph, at: int) -> bool:
    """Whether the quote ends as one does whose speaker follows: “…,” or “…?” or “…”, or with a dash behind."""
    token = paragraph.tokens[at]
    following = paragraph.tokens[at + 1].text if at + 1 < len(paragraph.tokens) else ""
    return following in _PARTS or inside(paragraph.text[token.start : token.end]).endswith(_ENDS_OPEN)


def _behind(paragraph: Paragraph, at: int, end: int, cues: Sequence[Cue]) -> Cue | None:
    """The cue right behind a quote: “…,” said Brenn; “…,” Brenn, who chairs the board, said."""
    tokens = paragraph.tokens
    behind = [cue for cue in cues if cue.first > at]
    if len(behind) > 1 and behind[0].relative and behind[1].subject is not None and not behind[1].follows:
        behind = behind[1:]  # "an aide, who spoke on condition of anonymity, said"
    for cue in behind:
        before = cue.subject if cue.subject is not None and not cue.follows else None
        if before is not None and before.first <= at:
            continue
        if any(token.quote >= 0 and token.end - token.start > 25 for token in tokens[at + 1 : cue.first]):
            return None
        start = before.first if before is not None else cue.first
        between = tokens[at + 1 : start]
        silent = all(not token.is_word for token in between)
        if (cue.way is Way.SAYING and cue.dropped and silent) or (cue.way is Way.NAMES and not silent):
            continue
        if cue.way in (Way.ACCORDING, Way.NAMES):
            return cue
        return cue if _follows_closely(paragraph, at, start, end, cue) else None
    return None


def _follows_closely(paragraph: Paragraph, at: int, start: int, end: int, cue: Cue) -> bool:
    """Whether a cue whose words begin at `start` is the quote's: nothing of another thought stands between."""
    tokens, language = paragraph.tokens, paragraph.language
    bare = cue.end >= end or not tokens[cue.end].is_word
    if cue.dropped and (cue.way is Way.SAYING or not (language.drops_subject or cue.way is Way.BESIDE or bare)):
        return False
    between = tokens[at + 1 : start]
    open_ended = _invites_speaker(paragraph, at)
    titled = cue.subject is not None and bool(cue.subject.name) and len(between) <= 4 and open_ended
    apposed = titled and any(token.text == "," for token in between)
    if all(_is_filler(paragraph, token, titled, apposed) for token in between):
        first = tokens[start]
        named = first.capital or first.low in language.pronouns or first.low in language.determiners
        return bool(between) or open_ended or start == cue.first or named  # not: “Salt Wives” director Armand said
    aside = tokens[at + 1].text == "," and tokens[start - 1].text == ","
    return aside and tokens[at + 2].low in language.prepositions  # “…”, in a statement on Friday, Brenn said


def _is_filler(paragraph: Paragraph, token: Token, titled: bool, apposed: bool) -> bool:
    language = paragraph.language
    if (
        not token.is_word
        or token.low in language.helpers
        or token.low in language.reflexive
        or token.low in language.as_said
    ):
        return True
    return (titled and token.low not in language.stops) or (apposed and token.low in language.determiners)


def _ahead(paragraph: Paragraph, at: int, cues: Sequence[Cue]) -> tuple[Cue, int] | None:
    """The last cue before a quote, and how many words stand between."""
    tokens, language = paragraph.tokens, paragraph.language
    found = None
    for cue in cues:
        last = max(cue.end, cue.subject.end if cue.subject is not None and cue.follows else 0)
        if last > at:
            break
        nearest = max([last, *(here for here in range(last, at) if tokens[here].quote >= 0)])
        gap = [token for token in tokens[nearest:at] if token.is_word]
        if cue.way is Way.BESIDE and not _stands_beside(paragraph, at, cue, gap):
            continue
        distance = min(len(gap), FAR) if any(token.low in language.that for token in gap) else len(gap)
        found = cue, distance if nearest == last else max(distance, NEAR + 1)  # behind another quote it is less sure
    return found


def _stands_beside(paragraph: Paragraph, at: int, cue: Cue, gap: Sequence[Token]) -> bool:
    previous, that = paragraph.tokens[at - 1], paragraph.language.that
    if cue.subject is not None and (
        any(token.low in that for token in gap) or (previous.text == ":" and len(gap) <= NEAR)
    ):
        return True
    return len(gap) <= 1 and (cue.subject is not None or not gap or previous.text in (":", ","))


def _from_ahead(
    paragraph: Paragraph, at: int, first: int, cue: Cue, gap: int, cues: Sequence[Cue]
) -> Attribution | None:
    if cue.way is Way.NAMES:  # "Pour Irène Vauquelin, le texte est « injuste »"
        return Attribution(cue, cue.subject) if cue.first == first and gap <= FAR else None
    previous = paragraph.tokens[at - 1].text
    if gap <= NEAR or previous == ":" or (previous == "," and gap <= FAR):
        return _by(cue, cues, Strength.STRONG)
    return _by(cue, cues, Strength.WEAK if gap <= FAR else Strength.FAINT)


def _by_unlisted_verb(paragraph: Paragraph, at: int, end: int) -> Attribution | None:
    """A verb that is in no list, where its place tells enough: “…,” his wife objects; “…,” teased Brenn."""
    tokens, language = paragraph.tokens, paragraph.language
    start = next((here for here in range(at + 1, end) if tokens[here].is_word or tokens[here].quote >= 0), end)
    while start < end and tokens[start].low in language.reflexive:
        start += 1
    if start >= end or tokens[start].quote >= 0:
        return None
    found = phrase_after(paragraph, start + 1, end) if _may_be_verb(tokens[start], paragraph) else None
    subject = mention(paragraph, *found) if found is not None else None
    if subject is not None and (subject.name or subject.pronoun or language.is_role(subject.head)):
        return Attribution(Cue(start, start + 1, Way.BESIDE, subject, follows=True), subject)
    subject = topic(paragraph, start, end)
    if subject is None or subject.first != start or not (subject.name or subject.pronoun or subject.head):
        return None
    verb = next((here for here in range(subject.end, end) if tokens[here].low not in language.adverbs), end)
    if (
        verb >= end
        or not _may_be_verb(tokens[verb], paragraph)
        or (verb + 1 < end and not _ends_clause(paragraph, verb + 1))
    ):
        return None
    return Attribution(Cue(verb, verb + 1, Way.BESIDE, subject), subject)


def _may_be_verb(token: Token, paragraph: Paragraph) -> bool:
    language = paragraph.language
    return (
        token.text.isalpha()
        and token.text.islower()
        and token.low not in language.stops
        and not language.is_role(token.low)
    )


def _ends_clause(paragraph: Paragraph, at: int) -> bool:
    token, language = paragraph.tokens[at], paragraph.language
    return (
        not token.is_word
        or token.low in language.prepositions
        or token.low in language.calendar
        or token.low in language.adverbs
    )


def _colon(paragraph: Paragraph, at: int, first: int) -> Attribution | None:
    """A colon alone: "Testi: “…”", "He held up the minutes: “…”"."""
    if at <= first or paragraph.tokens[at - 1].text != ":":
        return None
    phrase = phrase_before(paragraph, at - 1, first)
    if phrase is not None:
        named = mention(paragraph, *phrase)
        if phrase[0] <= first + 1 or named.head in paragraph.language.documents:
            return Attribution(None, named)
    return Attribution(None, topic(paragraph, first, at))


def _signed(paragraph: Paragraph, at: int, end: int) -> Attribution | None:
    """A name behind a dash: “…” — Ada Brenn, mayor."""
    tokens = paragraph.tokens
    if at + 2 >= end or tokens[at + 1].text not in _PARTS[1:] or not tokens[at + 2].capital:
        return None
    subject = topic(paragraph, at + 2, end)
    return Attribution(None, subject) if subject is not None and subject.name else None
