"""What somebody said, told in other words: "officials said the bridge was safe", "as reported by Bloomberg"."""

from articles.text.quoting.cues import Cue, Way
from articles.text.quoting.mentions import Mention
from articles.text.quoting.paragraph import Paragraph
from articles.text.quoting.quotation import Speaker, SpeakerKind

FEWEST = 2  # words; one says nothing that a source is needed for
_ADDRESSED = 7  # words from a verb to its "that": "told the court on Monday that"
_AHEAD = 10  # words behind a verb with which a paragraph may end before what is said


def reports(paragraph: Paragraph, cue: Cue) -> bool:
    """Whether words of saying report something by themselves, without a quote beside them."""
    tokens, language = paragraph.tokens, paragraph.language
    if cue.subject is None or introduces(paragraph, cue):
        return False
    if cue.way is Way.ACCORDING:
        return True
    following = tokens[cue.end] if cue.end < len(tokens) else None
    if following is None or cue.way is Way.NAMES:
        return False
    if cue.way is Way.SAYING:
        infinitive = cue.first > 0 and tokens[cue.first - 1].low in language.infinitive
        return following.is_word and not infinitive
    if cue.way is not Way.SAYS:
        that = _that(paragraph, cue.end)
        return that == cue.end if cue.way is Way.BESIDE else that is not None
    return _reports_by_itself(paragraph, cue, min(cue.first, cue.subject.first))


def _reports_by_itself(paragraph: Paragraph, cue: Cue, begins: int) -> bool:
    """Whether a plain verb of saying has something that is said: behind it, or before it with a comma."""
    following, (first, _end) = paragraph.tokens[cue.end], paragraph.sentence_of(cue.first)
    if not following.is_word and following.text not in (",", ":") and begins <= first + 1:
        return False  # "His wife disagreed."
    if following.low not in paragraph.language.prepositions or cue.follows or _that(paragraph, cue.end) is not None:
        return True
    return begins - first > 3 and paragraph.tokens[begins - 1].text == ","


def introduces(paragraph: Paragraph, cue: Cue) -> bool:
    """Whether a paragraph ends with the words of saying, and the next is what is said: "Brenn stated:"."""
    rest = paragraph.tokens[cue.end :]
    return 0 < len(rest) <= _AHEAD and rest[-1].text in (",", ":")


def may_report(paragraph: Paragraph, speaker: Speaker, subject: Mention) -> bool:
    """Whether a speaker can have said what is only told: figures, a look and "a night that revealed" say nothing."""
    if speaker.kind is not SpeakerKind.UNNAMED or subject.pronoun:
        return True
    return paragraph.language.is_role(subject.head)


def _that(paragraph: Paragraph, at: int) -> int | None:
    """Where "that" stands, if it comes soon, with at most whom it is said to and when before it."""
    for here in range(at, min(at + _ADDRESSED, len(paragraph.tokens))):
        token = paragraph.tokens[here]
        if token.low in paragraph.language.that:
            return here
        if token.quote >= 0 or token.text in (",", ".", ":", ";"):
            return None
    return None


def content(paragraph: Paragraph, cue: Cue, first: int, end: int) -> tuple[int, int]:
    """The characters of what is reported: tokens `first` to `end`, without the words that say whose it is."""
    tokens, language = paragraph.tokens, paragraph.language
    begins, ends = cue.first, cue.end
    if cue.subject is not None:
        begins, ends = min(begins, cue.subject.first), max(ends, cue.subject.end)
    while begins > first and tokens[begins - 1].low in language.auxiliaries:
        begins -= 1  # „…“, ha riferito
    start, stop = first, begins
    if _closes_sentence(paragraph, first, begins, ends, end):
        while stop > start and not (tokens[stop - 1].quote >= 0 or _is_content(paragraph, stop - 1)):
            stop -= 1
    else:
        that = _that(paragraph, ends) if ends < end and _addresses(paragraph, cue, ends) else None
        start, stop = ends if that is None else that + 1, end
        while start < stop and tokens[start].text in (",", ":"):
            start += 1
        while stop > start and tokens[stop - 1].text in (".", "!", "?", "…"):
            stop -= 1
        if start < stop and start == ends and tokens[start].low in language.prepositions and cue.way is Way.SAYING:
            start = cue.first  # advocating for the bridge
    if start >= stop:
        start, stop = first, end
    return tokens[start].start, tokens[stop - 1].end


def _addresses(paragraph: Paragraph, cue: Cue, at: int) -> bool:
    """Whether what follows the verb is "that", or whom it is said to and when, and not yet what is said."""
    low, language = paragraph.tokens[at].low, paragraph.language
    return cue.way is Way.TELLS or low in language.that or low in language.prepositions or low in language.calendar


def _is_content(paragraph: Paragraph, at: int) -> bool:
    return paragraph.tokens[at].is_word and paragraph.tokens[at].low not in paragraph.language.as_said


def _closes_sentence(paragraph: Paragraph, first: int, begins: int, ends: int, end: int) -> bool:
    """Whether the words of saying come last: "…, officials said on Monday"."""
    tokens = paragraph.tokens
    before = sum(token.is_word for token in tokens[first:begins])
    behind = sum(token.is_word or token.quote >= 0 for token in tokens[ends:end])
    if before <= 3:
        return False
    previous = tokens[begins - 1]
    as_said = previous.low in paragraph.language.as_said and tokens[begins - 2].low not in paragraph.language.such
    aside = previous.text in (",", "—", "–") and behind < before and not _begins_clause(paragraph, ends, end)
    return not behind or as_said or aside


def _begins_clause(paragraph: Paragraph, at: int, end: int) -> bool:
    """Whether what is said begins here: "…, the council says it was not secret"."""
    low, language = paragraph.tokens[at].low if at < end else "", paragraph.language
    return low in language.pronouns or low in language.that
