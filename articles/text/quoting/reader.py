"""Reads a story sentence by sentence: which quotes are speech, whose they are, and what is said without quotes."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.text.quoting.attribution import Attribution, Strength, attributed
from articles.text.quoting.channels import channel_in, via_in
from articles.text.quoting.context import NOBODY, Context, Said, Whose
from articles.text.quoting.cues import Cue, Way, cues
from articles.text.quoting.dashes import narrator_in
from articles.text.quoting.issuers import issuers
from articles.text.quoting.marks import Marked, inside
from articles.text.quoting.mentions import Mention
from articles.text.quoting.outlets import is_outlet
from articles.text.quoting.paragraph import COVER, Paragraph
from articles.text.quoting.paraphrases import FEWEST, content, introduces, may_report, reports
from articles.text.quoting.quotation import Kind, Place, Quotation, Speaker, SpeakerKind
from articles.text.quoting.speech import is_speech
from articles.text.quoting.titles import end_of_title
from articles.text.quoting.topic import topic

_QUESTIONS, _ANSWERS = ("Q", "F"), ("A", "R")  # labels of a printed interview that name nobody
_THINGS = (SpeakerKind.DOCUMENT, SpeakerKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, tokens `first` to `end`, with its words of saying and the channel that it names."""

    paragraph: Paragraph
    first: int
    end: int
    cues: Sequence[Cue] = ()
    channel: str = ""

    @property
    def is_quote_alone(self) -> bool:
        """Whether there are no words in it but quotes."""
        return not any(token.is_word for token in self.paragraph.tokens[self.first : self.end])

    def via(self, subject: Mention | None) -> str:
        """The outlet that the sentence names beside who speaks."""
        if subject is None:
            return via_in(self.paragraph, self.first, self.end)
        taken = subject.first, end_of_title(self.paragraph, subject.end, self.end)
        return via_in(self.paragraph, self.first, self.end, taken)


@dataclass(frozen=True, slots=True)
class Source:
    """The sentence whose words tell whose a quote is, and how."""

    sentence: Sentence
    attribution: Attribution | None

    @property
    def cue(self) -> Cue | None:
        """The words of saying, where there are any."""
        return self.attribution.cue if self.attribution else None

    @property
    def subject(self) -> Mention | None:
        """Who is named, where anybody is."""
        return self.attribution.subject if self.attribution else None


class Reader:
    """Goes through the paragraphs in order and remembers who spoke."""

    def __init__(self, paragraphs: Sequence[Paragraph], marked: Sequence[Marked]) -> None:
        self.marked = marked
        self.context = Context(paragraphs)
        self.found: list[Quotation] = []
        self._spent: set[tuple[int, int]] = set()  # cues, by block and token, that belong to a quote
        self._hiding: set[Speaker] = set()  # those who do not want to be named

    def read(self, paragraph: Paragraph) -> None:
        """Reads a paragraph; what it holds is added to `found`."""
        for first, end in paragraph.sentences:
            sentence = self._sentence(paragraph, first, end)
            self._remember_issuers(sentence)
            for at in range(first, end):
                number = paragraph.tokens[at].quote
                if number >= 0 and self.marked[number].places[0].block == paragraph.block:
                    self._quote(sentence, at, self.marked[number])
            for cue in sentence.cues:
                self._report(sentence, cue)

    def _sentence(self, paragraph: Paragraph, first: int, end: int) -> Sentence:
        said = cues(paragraph, first, end)
        telling = said or any(token.quote >= 0 for token in paragraph.tokens[first:end])
        channel = channel_in(paragraph.told(first, end), paragraph.language) if telling else ""
        return Sentence(paragraph, first, end, said, channel)

    def _quote(self, sentence: Sentence, at: int, mark: Marked) -> None:
        """Takes up the quote at token `at` if it is speech."""
        source = Source(sentence, None) if mark.label else self._source(sentence, at, mark)
        strength = source.attribution.strength if source.attribution else Strength.NONE
        if not mark.bare and not is_speech(sentence.paragraph, at, strength):
            return
        if source.cue is not None and source.sentence.paragraph is sentence.paragraph:
            self._spent.add((sentence.paragraph.block, source.cue.first))
        whose = self._labelled(mark.label) if mark.label else self._whose(sentence, source)
        channel, via = self._way(sentence, source, whose.speaker)
        block = mark.places[-1].block
        first = sentence.first if block == sentence.paragraph.block else 0
        human = _is_human(sentence.paragraph, whose.speaker, source.subject)
        self.context.said.append(Said(block, first, whose, channel, via, human))
        self._add(Kind.QUOTATION, mark, whose.speaker, source, channel, via)

    def _source(self, sentence: Sentence, at: int, mark: Marked) -> Source:
        """What tells whose a quote is: its sentence, words put into it, or the sentence behind."""
        attribution = attributed(sentence.paragraph, at, sentence.first, sentence.end, sentence.cues)
        if attribution is not None and attribution.strength is Strength.STRONG:
            return Source(sentence, attribution)
        within = self._within(sentence, at) if sentence.paragraph.language.dashes and not mark.bare else None
        behind = self._behind(sentence) if attribution is None and within is None else None
        return within or behind or Source(sentence, attribution)

    def _within(self, sentence: Sentence, at: int) -> Source | None:
        """Who said it by words in the quote itself: « Non, soupire le maire. Jamais. »"""
        paragraph, token = sentence.paragraph, sentence.paragraph.tokens[at]
        start = narrator_in(paragraph.text, token.start, token.end, paragraph.language)
        if start == token.end:
            return None
        blanked = " " * start + paragraph.text[start : token.end - 1]
        inner = Paragraph(paragraph.block, blanked, paragraph.kind, [], paragraph.language)
        inner.knows(paragraph.known, paragraph.surnames)
        first, end = inner.sentences[0]
        cue = next((cue for cue in cues(inner, first, end) if cue.first <= first + 3 and cue.follows), None)
        return Source(Sentence(inner, first, end), Attribution(cue, cue.subject)) if cue is not None else None

    def _behind(self, sentence: Sentence) -> Source | None:
        """Who said it by the sentence behind: "“…” Lo ha detto il ministro", "„…“ So Anders"."""
        paragraph = sentence.paragraph
        following = next((one for one in paragraph.sentences if one[0] == sentence.end), None)
        if following is None or not sentence.is_quote_alone:
            return None
        if paragraph.tokens[sentence.end].low not in paragraph.language.referring:
            return None
        told = self._sentence(paragraph, *following)
        cue = next((cue for cue in told.cues if cue.first <= told.first + 4 and cue.subject is not None), None)
        return Source(told, Attribution(cue, cue.subject)) if cue is not None else None

    def _whose(self, sentence: Sentence, source: Source) -> Whose:
        paragraph = sentence.paragraph
        if source.subject is not None:
            return self.context.whose(source.sentence.paragraph, source.subject, source.sentence.first)
        last = self.context.said[-1] if self.context.said else None
        if last is not None and (last.block, last.sentence) == (paragraph.block, sentence.first):
            return last.whose
        if source.cue is not None:
            return self._of_dropped(sentence, source.cue) if source.cue.dropped else NOBODY
        return self.context.standing_alone(paragraph, sentence.first) if sentence.is_quote_alone else NOBODY

    def _of_dropped(self, sentence: Sentence, cue: Cue) -> Whose:
        """Whose a quote is when its cue has no subject: "and added", "añadió", "as stated"."""
        paragraph, tokens = sentence.paragraph, sentence.paragraph.tokens
        last = self.context.last(paragraph)
        spoke = last.whose if last is not None else NOBODY
        if cue.first > sentence.first and tokens[cue.first - 1].low in paragraph.language.as_said:
            return spoke if spoke.speaker is not None and spoke.speaker.kind in _THINGS else NOBODY
        subject = topic(paragraph, sentence.first, cue.first)
        if subject is not None:
            return self.context.whose(paragraph, subject, sentence.first)
        if tokens[cue.first].low.endswith(paragraph.language.plural_verbs):
            return NOBODY  # "aseguran": several, or nobody in particular
        before = self.context.sentence_before(paragraph, sentence.first)
        return before or self.context.only_person(paragraph, sentence.first) or spoke

    def _labelled(self, label: str) -> Whose:
        """Whose turn it is in a printed interview; the answers are the only person's that the story names."""
        if label in _QUESTIONS:
            return NOBODY
        cast = self.context.cast
        people = [member for member in cast.members if member.kind is SpeakerKind.PERSON]
        if label in _ANSWERS:
            return Whose(people[0].speaker()) if len(people) == 1 else NOBODY
        member = cast.find(label)
        return Whose(member.speaker() if member is not None else Speaker(label, SpeakerKind.PERSON))

    def _way(self, sentence: Sentence, source: Source, speaker: Speaker | None) -> tuple[str, str]:
        """Channel and outlet; where the sentence names none, those of the last words of the same speaker."""
        channel, via = sentence.channel, sentence.via(source.subject)
        if source.sentence is not sentence:
            channel, via = channel or source.sentence.channel, via or source.sentence.via(source.subject)
        if speaker is not None and via and via.lower() in speaker.name.lower():
            via = ""
        if source.attribution is None and not channel and not via:
            channel, via = self._way_before(sentence)
        last = self.context.last(sentence.paragraph)
        if not channel and not via and last is not None and speaker is not None and last.whose.speaker == speaker:
            return last.channel, last.via
        document = speaker is not None and speaker.kind is SpeakerKind.DOCUMENT
        joint = document and channel == "statement" and "joint statement" in self.context.issuers
        return "joint statement" if joint else channel, via

    def _way_before(self, sentence: Sentence) -> tuple[str, str]:
        """Those that the sentence before names, for a quote that stands alone: "She issued a statement. “…”" """
        paragraph = sentence.paragraph
        before = [one for one in paragraph.sentences if one[0] < sentence.first]
        if not before or any(
            (said.block, said.sentence) == (paragraph.block, before[-1][0]) for said in self.context.said
        ):
            return "", ""
        return channel_in(paragraph.told(*before[-1]), paragraph.language), via_in(paragraph, *before[-1])

    def _remember_issuers(self, sentence: Sentence) -> None:
        known = self.context.issuers
        for channel, named in issuers(sentence.paragraph, sentence.first, sentence.end, "joint statement" in known):
            issuer = self.context.whose(sentence.paragraph, named, sentence.first).speaker
            if issuer is not None and (channel not in known or issuer.kind is SpeakerKind.ORGANISATION):
                known[channel] = issuer

    def _report(self, sentence: Sentence, cue: Cue) -> None:
        """Takes up what is said without a quote by words of saying that belong to none."""
        paragraph = sentence.paragraph
        if cue.subject is None or (paragraph.block, cue.first) in self._spent:
            return
        ahead = introduces(paragraph, cue)
        if not ahead and (not reports(paragraph, cue) or self._is_said_already(sentence, cue)):
            return
        whose = self.context.whose(paragraph, cue.subject, sentence.first)
        source = Source(sentence, Attribution(cue, cue.subject))
        channel, via = self._way(sentence, source, whose.speaker)
        human = _is_human(paragraph, whose.speaker, cue.subject)
        if whose.speaker is not None or ahead:
            self.context.said.append(Said(paragraph.block, sentence.first, whose, channel, via, human))
        if whose.speaker is not None and not ahead and may_report(paragraph, whose.speaker, cue.subject):
            start, stop = content(paragraph, cue, sentence.first, sentence.end)
            if not self._is_claim(sentence, cue, start, stop):
                return
            mark = Marked([Place(paragraph.block, start, stop)], "", bare=True)
            self._add(Kind.PARAPHRASE, mark, whose.speaker, source, channel, via)

    def _is_claim(self, sentence: Sentence, cue: Cue, start: int, stop: int) -> bool:
        """Whether the characters told are a claim: not one word, not a wish to be nameless, not the quote before a
        dash behind which somebody else denies it.
        """
        paragraph = sentence.paragraph
        told, hiding = paragraph.narration[start:stop], paragraph.language.hiding
        asked = paragraph.narration[paragraph.tokens[cue.first].start : stop].lower()
        if len(told.split()) < FEWEST or hiding.match(told.lower()) or hiding.match(asked):
            return False
        brought = any((paragraph.block, other.first) in self._spent for other in sentence.cues)
        return not (brought and COVER in told and stop <= paragraph.tokens[cue.first].start)

    def _is_said_already(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether a cue of the same subject brought a quote, or the cue only tells by which outlet it is known."""
        block = sentence.paragraph.block
        others = [other for other in sentence.cues if other is not cue]
        brought = [other for other in others if (block, other.first) in self._spent]
        if cue.subject is None or any(
            other.subject and other.subject.words.lower() == cue.subject.words.lower() for other in brought
        ):
            return True
        if cue.way is not Way.ACCORDING or not is_outlet(cue.subject.name):
            return False
        return bool(brought) or any(
            other.way is not Way.ACCORDING and reports(sentence.paragraph, other) for other in others
        )

    def _hides(self, speaker: Speaker | None, source: Source) -> bool:
        """Whether the text says, here or before, that somebody without a name does not want to be named."""
        if speaker is None or speaker.kind is not SpeakerKind.UNNAMED:
            return False
        sentence, subject = source.sentence, source.subject
        language = sentence.paragraph.language
        told = sentence.paragraph.told(sentence.first, sentence.end).lower()
        named = sentence.paragraph.tokens[subject.first : subject.end] if subject is not None else []
        if any(token.low in language.hidden for token in named) or language.hiding.search(told):
            self._hiding.add(speaker)
        return speaker in self._hiding

    def _add(self, kind: Kind, mark: Marked, speaker: Speaker | None, source: Source, channel: str, via: str) -> None:
        cue, subject, told = source.cue, source.subject, source.sentence.paragraph
        texts = [self.context.paragraphs[place.block].text[place.start : place.end] for place in mark.places]
        self.found.append(
            Quotation(
                kind,
                tuple(mark.places),
                "\n".join(text.strip() if mark.bare else inside(text) for text in texts),
                speaker,
                mention=told.place(subject.first, subject.end) if subject is not None else None,
                cue=told.place(cue.first, cue.end) if cue is not None else None,
                cue_words=told.words(cue.first, cue.end) if cue is not None else "",
                channel=channel,
                via=via,
                nested=tuple(mark.nested),
                anonymous=self._hides(speaker, source),
            )
        )


def _is_human(paragraph: Paragraph, speaker: Speaker | None, subject: Mention | None) -> bool:
    """Whether a pronoun for people may mean the speaker."""
    if speaker is None or speaker.kind is not SpeakerKind.UNNAMED:
        return speaker is not None and speaker.kind is SpeakerKind.PERSON
    language = paragraph.language
    return subject is not None and language.is_role(subject.head) and not language.is_plural(subject.head)
