"""Who is in the story: every name at its fullest, with title and gender, to which short names are led back."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from articles.text.quoting.given_names import gender_of
from articles.text.quoting.mentions import Mention
from articles.text.quoting.names import names_in
from articles.text.quoting.outlets import is_outlet
from articles.text.quoting.paragraph import Paragraph
from articles.text.quoting.quotation import Speaker, SpeakerKind
from articles.text.quoting.titles import introductions


@dataclass(slots=True)
class Member:
    """Somebody or something with a name. `words` are the name's in small letters, `at` is where it stands."""

    name: str
    kind: SpeakerKind
    words: tuple[str, ...]
    title: str = ""
    head: str = ""
    affiliation: str = ""
    gender: str = ""
    at: list[tuple[int, int]] = field(default_factory=list)

    @property
    def surely_person(self) -> bool:
        """Whether more than two capitals tells that it is a person: a title, or a given name known as one."""
        return self.kind is SpeakerKind.PERSON and bool(self.title or self.gender)

    @property
    def heads(self) -> set[str]:
        """The nouns by which the member may be called: "the mayor"."""
        return {self.head, *self.title.lower().split()[-1:]} - {""}

    def speaker(self) -> Speaker:
        """The member as one who speaks."""
        return Speaker(self.name, self.kind, self.title, self.affiliation)


class Cast:
    """The people and organisations that a story names. Where a short name fits two, nobody is guessed."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        """Reads the names of the paragraphs, and tells these which there are."""
        self.members: list[Member] = []
        self._by_words: dict[tuple[str, ...], Member] = {}
        self._by_word: dict[str, list[Member]] = {}
        self._places = _places(paragraphs)
        alone, last = _known(paragraphs)
        for paragraph in paragraphs:
            paragraph.knows(alone, last)
        told = [(paragraph.block, found) for paragraph in paragraphs for found in introductions(paragraph)]
        full = [(block, found) for block, found in told if self._is_full(found)]
        for block, found in sorted(full, key=lambda one: (-len(_words_of(one[1].name)), one[0], one[1].first)):
            self._enter(block, found)
        for block, found in told:
            member = None if self._is_full(found) else self.find(found.name)
            if member is not None:
                _learn(member, block, found)
            elif not self._is_full(found) and (found.title or found.gender):
                self._enter(block, found)
        for member in self.members:
            if not member.gender and member.kind is SpeakerKind.PERSON and len(member.words) > 1:
                member.gender = gender_of(member.words[0])

    def find(self, name: str) -> Member | None:
        """The one member that `name` can only mean: by the full name, by the end of it, or by a part."""
        words = _words_of(name)
        if not words or words in self._by_words:
            return self._by_words.get(words)
        candidates = self._by_word.get(words[0], ())
        for fits in (_ends, _begins, _holds):
            found = [member for member in candidates if fits(member, words)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def titled(self, head: str) -> Member | None:
        """The one person whose title has this noun: "the mayor"."""
        found = [member for member in self.members if member.kind is SpeakerKind.PERSON and head in member.heads]
        return found[0] if len(found) == 1 else None

    def is_place(self, name: str) -> bool:
        """Whether the story speaks of it as a place."""
        return name.lower() in self._places

    def people_in(self, block: int, before: int) -> Iterator[Member]:
        """The people named in a block before its token `before`."""
        for member in self._by_block.get(block, ()):
            if member.kind is SpeakerKind.PERSON and any(at == block and token < before for at, token in member.at):
                yield member

    @cached_property
    def _by_block(self) -> dict[int, list[Member]]:
        found: dict[int, list[Member]] = {}
        for member in self.members:
            for block in dict.fromkeys(block for block, _token in member.at):
                found.setdefault(block, []).append(member)
        return found

    def _is_full(self, found: Mention) -> bool:
        return found.organisation or (len(_words_of(found.name)) > 1 and not self.is_place(found.name))

    def _enter(self, block: int, found: Mention) -> None:
        words = _words_of(found.name)
        if not words:
            return
        member = self._by_words.get(words)
        if member is None:
            longer = self.find(found.name)
            member = longer if longer is not None and _is_short_for(found, longer) else None
        if member is None:
            thing = found.organisation or is_outlet(found.name)
            member = Member(found.name, SpeakerKind.ORGANISATION if thing else SpeakerKind.PERSON, words)
            self.members.append(member)
            self._by_words[words] = member
            for word in set(words):
                self._by_word.setdefault(word, []).append(member)
        _learn(member, block, found)


def _learn(member: Member, block: int, found: Mention) -> None:
    member.at.append((block, found.first))
    if found.title and not member.title:
        member.title, member.head = found.title, found.head
    member.affiliation = member.affiliation or found.affiliation
    member.gender = member.gender or found.gender


def _is_short_for(found: Mention, longer: Member) -> bool:
    """Whether a name of several words is another that stands elsewhere with more."""
    words = _words_of(found.name)
    if len(words) < 2 and not found.organisation:
        return False
    if longer.kind is SpeakerKind.PERSON:
        return not found.organisation and _ends(longer, words)
    return _begins(longer, words) or _ends(longer, words)


def _ends(member: Member, words: tuple[str, ...]) -> bool:
    return member.words[-len(words) :] == words


def _begins(member: Member, words: tuple[str, ...]) -> bool:
    return member.words[: len(words)] == words


def _holds(member: Member, words: tuple[str, ...]) -> bool:
    return words[0] in member.words if len(words) == 1 else set(words) < set(member.words)


@lru_cache(1024)
def _words_of(name: str) -> tuple[str, ...]:
    words = name.lower().replace("’", "'").replace(".", "").split()
    return tuple(word.removesuffix("'s") for word in words if word != "the")


def _known(paragraphs: Sequence[Paragraph]) -> tuple[frozenset[str], frozenset[str]]:
    """Names of one or two words that stand by themselves behind nothing but a title, and last words of longer ones."""
    alone, last = set(), set()
    for paragraph in paragraphs:
        tokens, language = paragraph.tokens, paragraph.language
        for first, end in names_in(paragraph, 0, len(tokens)):
            start = next((at for at in range(first, end) if not language.is_role(tokens[at].low)), end)
            if 0 < end - start <= 2:
                alone.add(paragraph.words(start, end).lower().removesuffix("'s").removesuffix("’s"))
            if end - start > 1:
                last.add(tokens[end - 1].low)
    return frozenset(alone), frozenset(last)


def _places(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Names that stand after "in" and its like more often than not."""
    behind, told = Counter[str](), Counter[str]()
    for paragraph in paragraphs:
        tokens = paragraph.tokens
        for first, end in names_in(paragraph, 0, len(tokens)):
            name = paragraph.words(first, end).lower()
            told[name] += 1
            behind[name] += first > 0 and tokens[first - 1].low in paragraph.language.places
    return frozenset(name for name, count in behind.items() if count and 2 * count >= told[name])
