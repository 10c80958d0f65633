"""Who is meant, from what was told before: "he", "the mayor", a quote that stands alone. In doubt nobody."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articles.text.quoting.cast import Cast, Member
from articles.text.quoting.given_names import gender_of
from articles.text.quoting.mentions import Mention
from articles.text.quoting.names import is_name
from articles.text.quoting.outlets import is_agency, is_outlet
from articles.text.quoting.paragraph import Paragraph
from articles.text.quoting.quotation import Speaker, SpeakerKind
from articles.text.quoting.topic import topic

FARTHEST = 3  # blocks back in which somebody may stand to be meant by a pronoun

_AND = re.compile(r" (?:and|und|et|y|e|en|och|&) ")
_THINGS = {SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT}
_END = 1 << 30


class Whose(NamedTuple):
    """A speaker, None where it is not safe to tell, and the gender that the words tell."""

    speaker: Speaker | None
    gender: str = ""


NOBODY = Whose(None)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said: in which block and sentence (its first token), by whom, by which way.

    `human` tells whether a pronoun for people may mean the speaker.
    """

    block: int
    sentence: int
    whose: Whose
    channel: str = ""
    via: str = ""
    human: bool = False


class Context:
    """What a reader knows when he comes to a sentence: who is in the story, and who has spoken so far."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = {paragraph.block: paragraph for paragraph in paragraphs}
        self.cast = Cast(paragraphs)
        self.said: list[Said] = []
        self.issuers: dict[str, Speaker] = {}
        blocks = list(self.paragraphs)
        self._before = dict(zip(blocks[1:], blocks, strict=False))

    def whose(self, paragraph: Paragraph, mention: Mention, sentence: int) -> Whose:
        """Whom a mention means in the sentence that begins with token `sentence`."""
        if mention.pronoun in ("n", "p"):
            return self._thing(paragraph, sentence, mention.pronoun)
        if mention.pronoun:
            return self._somebody(paragraph, mention, sentence)
        return self._named(paragraph, mention) if mention.name else self._by_noun(paragraph, mention, sentence)

    def standing_alone(self, paragraph: Paragraph, sentence: int) -> Whose:
        """Whose a sentence is that is nothing but a quote: whoever spoke, or acted, before."""
        if any(first < sentence for first, _end in paragraph.sentences):
            return self.sentence_before(paragraph, sentence) or NOBODY
        block = self._before.get(paragraph.block, -1)
        there = [said for said in self.said if said.block == block]
        if not there:
            return NOBODY
        at_end = there[-1].sentence == self.paragraphs[block].sentences[-1][0]
        return there[-1].whose if at_end or len({said.whose.speaker for said in there}) == 1 else NOBODY

    def sentence_before(self, paragraph: Paragraph, sentence: int) -> Whose | None:
        """Who spoke in the sentence before in the block, or whom it is about; None where nothing tells."""
        before = [(first, end) for first, end in paragraph.sentences if first < sentence]
        if not before:
            return None
        first, end = before[-1]
        spoke = [said for said in self.said if (said.block, said.sentence) == (paragraph.block, first)]
        if spoke:
            return spoke[-1].whose
        subject = topic(paragraph, first, end)
        found = self.whose(paragraph, subject, first) if subject is not None else NOBODY
        if subject is None or found.speaker is None or not self._may_speak(paragraph, subject, found.speaker):
            return None
        return found

    def only_person(self, paragraph: Paragraph, before: int) -> Whose | None:
        """The one person whom the block names before a token; nobody where it names none or several, None where it has
        nothing before."""
        if not any(first < before for first, _end in paragraph.sentences):
            return None
        near = [member for member in self.cast.people_in(paragraph.block, before) if member.surely_person]
        return Whose(near[0].speaker(), near[0].gender) if len(near) == 1 else NOBODY

    def last(self, paragraph: Paragraph) -> Said | None:
        """The last thing said, in this block or the one before."""
        last = self.said[-1] if self.said else None
        return last if last is not None and last.block in (paragraph.block, self._before.get(paragraph.block)) else None

    def _may_speak(self, paragraph: Paragraph, subject: Mention, speaker: Speaker) -> bool:
        if speaker.kind is SpeakerKind.UNNAMED:
            return paragraph.language.is_role(subject.head)
        member = self.cast.find(subject.name) if subject.name else None
        return member is None or member.surely_person

    def _named(self, paragraph: Paragraph, mention: Mention) -> Whose:
        member = self.cast.find(mention.name) if not is_agency(mention.name) else None
        if member is not None:
            return Whose(member.speaker(), member.gender)
        together = [member for name in _AND.split(mention.name) if (member := self.cast.find(name))]
        if len(together) > 1 and len(together) == len(_AND.split(mention.name)):
            return Whose(Speaker(" and ".join(member.name for member in together), together[0].kind))
        thing = mention.organisation or self.cast.is_place(mention.name) or is_outlet(mention.name)
        thing = thing or self._is_company(paragraph, mention)
        kind = SpeakerKind.ORGANISATION if thing else SpeakerKind.PERSON
        return Whose(Speaker(mention.name, kind, mention.title, mention.affiliation), mention.gender)

    def _is_company(self, paragraph: Paragraph, mention: Mention) -> bool:
        """Whether one word is no last name: of people a story gives both names once, a title, or "she"."""
        name, language = mention.name.lower(), paragraph.language
        if " " in name or mention.title or mention.gender or gender_of(name):
            return False
        if any(name in member.words for member in self.cast.members):
            return False
        return not any(language.pronouns.get(token.low) in ("m", "f") for token in paragraph.tokens)

    def _somebody(self, paragraph: Paragraph, mention: Mention, sentence: int) -> Whose:
        """ "He" or "she"."""
        gender = mention.pronoun
        subject = self._own_subject(paragraph, mention, sentence) or self._subject_before(paragraph, sentence, gender)
        if subject is not None:
            return Whose(subject, gender)
        block, near = paragraph.block, self._near(paragraph.block, mention.first, gender)
        for _step in range(FARTHEST):
            if len(near) == 1:
                return Whose(near[0].speaker(), gender)
            spoke = {said.whose.speaker for said in self.said if said.block == block and said.human
                     and _fits(said.whose.gender, gender)}  # fmt: skip
            if len(spoke) == 1:
                return Whose(spoke.pop(), gender)
            block = self._before.get(block, -1)
            if near or block < 0:
                return Whose(None, gender)
            near = self._near(block, _END, gender)
        return Whose(near[0].speaker() if len(near) == 1 else None, gender)

    def _near(self, block: int, before: int, gender: str) -> list[Member]:
        """Those in a block who may be meant; who is only perhaps a person counts where nobody surely is one."""
        near = [member for member in self.cast.people_in(block, before) if _fits(member.gender, gender)]
        return [member for member in near if member.surely_person] or near

    def _own_subject(self, paragraph: Paragraph, mention: Mention, sentence: int) -> Speaker | None:
        """The subject of the sentence in which the pronoun comes later: "Singh clarified …, she added"."""
        end = next((end for first, end in paragraph.sentences if first == sentence), sentence)
        subject = topic(paragraph, sentence, end)
        if (
            subject is None
            or subject.first >= mention.first
            or not (subject.name or subject.pronoun == mention.pronoun)
        ):
            return None
        found = self.whose(paragraph, subject, sentence)
        if found.speaker is None or not self._may_speak(paragraph, subject, found.speaker):
            return None
        return (
            found.speaker if found.speaker.kind is SpeakerKind.PERSON and _fits(found.gender, mention.pronoun) else None
        )

    def _subject_before(self, paragraph: Paragraph, sentence: int, gender: str) -> Speaker | None:
        """The one that the sentence before is about, or who spoke in it, if that can be the one meant."""
        before = [(first, end) for first, end in paragraph.sentences if first < sentence]
        if not before:
            return None
        spoke = [said for said in self.said if (said.block, said.sentence) == (paragraph.block, before[-1][0])]
        if spoke:
            last = spoke[-1]
            return last.whose.speaker if last.human and _fits(last.whose.gender, gender) else None
        subject = topic(paragraph, *before[-1])
        if subject is None or (subject.pronoun and subject.pronoun != gender):
            return None
        found = self.whose(paragraph, subject, before[-1][0])
        if found.speaker is None or not _fits(found.gender or subject.gender, gender):
            return None
        if found.speaker.kind is SpeakerKind.UNNAMED:
            language = paragraph.language
            return found.speaker if language.is_role(subject.head) and not language.is_plural(subject.head) else None
        return found.speaker if found.speaker.kind is SpeakerKind.PERSON else None

    def _thing(self, paragraph: Paragraph, sentence: int, gender: str) -> Whose:
        """ "It" or "they": an organisation or a document that the sentence before is about, or that has just spoken."""
        before = [(first, end) for first, end in paragraph.sentences if first < sentence]
        subject = topic(paragraph, *before[-1]) if before else None
        if subject is not None and not subject.pronoun:
            found = self.whose(paragraph, subject, before[-1][0]).speaker
            many = found is not None and found.kind is SpeakerKind.UNNAMED and gender == "p"
            if found is not None and (many or found.kind in _THINGS):
                return Whose(found)
        last = self.last(paragraph)
        spoke = last.whose.speaker if last is not None else None
        return Whose(spoke) if spoke is not None and spoke.kind in _THINGS else NOBODY

    def _by_noun(self, paragraph: Paragraph, mention: Mention, sentence: int) -> Whose:
        """ "The statement", "the ministry", "the mayor", "a neighbour"."""
        language, head = paragraph.language, mention.head
        if head in language.documents:
            return Whose(self._document(mention, language.documents[head]))
        institution = head in language.organisations
        known: Whose | None = None
        if mention.definite and institution:
            known = self._institution(paragraph, mention)
        elif mention.definite:
            known = self._titled(head) or self._epithet(paragraph, mention, sentence)
        if known is not None:
            return known
        kind = SpeakerKind.ORGANISATION if institution else SpeakerKind.UNNAMED
        plural = kind is SpeakerKind.UNNAMED and language.is_plural(head)
        return Whose(Speaker(_in_small(paragraph, mention), kind, plural=plural), mention.gender)

    def _document(self, mention: Mention, channel: str) -> Speaker:
        """A document speaks for whose it is, or for whoever issued it."""
        owner, _s, owned = mention.words.replace("’", "'").partition("'s ")
        member = self.cast.find(owner) if owned else None
        issuer = self.issuers.get("joint statement" if channel == "statement" else channel) or self.issuers.get(channel)
        name = member.name if member is not None else issuer.name if issuer is not None else mention.words
        return Speaker(name, SpeakerKind.DOCUMENT)

    def _institution(self, paragraph: Paragraph, mention: Mention) -> Whose | None:
        """The one of that kind in the story, or the one that has just spoken."""
        named = [
            member
            for member in self.cast.members
            if member.kind is SpeakerKind.ORGANISATION and mention.head in member.words
        ]
        if len(named) == 1:
            return Whose(named[0].speaker())
        last = self.last(paragraph)
        spoke = last.whose.speaker if last is not None else None
        fits = spoke is not None and spoke.kind is SpeakerKind.ORGANISATION and not is_outlet(spoke.name)
        return Whose(spoke) if fits else None

    def _titled(self, head: str) -> Whose | None:
        known = self.cast.titled(head)
        return Whose(known.speaker(), known.gender) if known is not None else None

    def _epithet(self, paragraph: Paragraph, mention: Mention, sentence: int) -> Whose | None:
        """ "The striker", "the 19-year-old": the one person of whom the paragraph tells; an office may be another's."""
        language, head = paragraph.language, mention.head
        general = head in language.generic or any(map(str.isdigit, mention.words))
        if not general and not (language.epithets and language.is_role(head)):
            return None
        before = self.sentence_before(paragraph, sentence) if general else None
        if before is not None and before.speaker is not None and _fits(before.gender, mention.gender):
            return before
        near = [member for member in self._near(paragraph.block, mention.first, mention.gender)
                if len(member.words) > 1 or member.surely_person]  # fmt: skip
        if not near and (general or head not in language.roles):
            behind = self._near(self._before.get(paragraph.block, -1), _END, mention.gender)
            near = [member for member in behind if member.surely_person]
        return Whose(near[0].speaker(), near[0].gender) if len(near) == 1 else None


def _in_small(paragraph: Paragraph, mention: Mention) -> str:
    """The words for somebody without a name: less a German article, which is declined ("der Polizei"), or less the
    capital that is only the sentence's.
    """
    tokens, language, words = paragraph.tokens, paragraph.language, mention.words
    if language.nouns_have_capitals:
        rest = range(mention.first, mention.end)
        first = next((at for at in rest if tokens[at].low not in language.definite), mention.first)
        return paragraph.words(first, mention.end)
    if is_name(paragraph, mention.first) or words[1:2].isupper():
        return words
    return words[0].lower() + words[1:]


def _fits(known: str, wanted: str) -> bool:
    return not known or not wanted or known == wanted
