"""What the rules must know of a language: words only. A new language is a new file in `languages`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

NOBODY: frozenset[str] = frozenset()
NETWORKS = (
    r"\b(X|Twitter|Facebook|Instagram|LinkedIn|Telegram|TikTok|Truth Social|Weibo|YouTube|Bluesky|Threads|Mastodon"
    r"|Reddit|VK)\b"
)
_ANYWHERE = r"(?<!\w)(?:{})"  # as a word begins


def words(text: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(text.split())


def endings(text: str) -> tuple[str, ...]:
    """The word endings of a list written as text."""
    return tuple(text.split())


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a list written as text with commas between, each as its words."""
    return frozenset(tuple(phrase.split()) for phrase in text.split(",") if phrase.strip())


def table(text: str) -> dict[str, str]:
    """What each word means, from lines such as "report: study survey"."""
    lines = (line.partition(":") for line in text.splitlines() if line.strip())
    return {word: value.strip() for value, _colon, listed in lines for word in listed.split()}


class Channel(NamedTuple):
    """A pattern of where something was said, and what that is called. A `small` one is for text in small letters."""

    pattern: re.Pattern[str]
    name: str
    small: bool


def ways(text: str) -> tuple[Channel, ...]:
    """Patterns of where something was said, from lines such as "letter: in a letter".

    NETWORK stands for any of the networks, whose name takes the place of {}. A pattern in small letters fits capitals.
    """
    found = []
    for channel, _colon, pattern in (line.partition(":") for line in text.splitlines() if line.strip()):
        told = pattern.strip()
        compiled = re.compile(_ANYWHERE.format(told.replace("NETWORK", NETWORKS)))
        found.append(Channel(compiled, channel.strip(), told.islower()))
    return tuple(found)


def _any(channels: Iterable[Channel]) -> re.Pattern[str]:
    """A pattern that fits where any of several does: one look tells of most sentences that they name no channel."""
    head, tail = _ANYWHERE.split("{}")
    told = [one.pattern.pattern.removeprefix(head).removesuffix(tail) for one in channels]
    return re.compile(_ANYWHERE.format("|".join(told)) if told else "(?!)")


@dataclass(frozen=True, eq=False, kw_only=True)
class Language:
    """The words of one language, in small letters.

    *Saying.* `says` are finite verbs that may stand on either side of their subject, `tells` follow it ("called",
    "accused"), `gestures` say only next to a quote ("laughed"), `doubtful` are nouns or something else as often
    ("claims"). `saying` are participles, `bases` infinitives; `participles` stand far from their auxiliary, those with
    `participle_endings` need one close by; `impersonal` verbs name nobody ("hieß es"), verbs with
    `plural_verbs` no single person. `according` are phrases before a
    speaker, `beside` those that are so only next to a quote ("so Anders"), `according_after` stand behind him. After
    `asked` and a word of `asked_about` somebody is asked and says nothing. `asides` may part verb and subject, and a
    sentence that begins with `referring` tells whose the quote before it is.

    *Grammar.* Small words by kind. `pronouns` are subjects with their gender (m, f, n; p for many), `oblique` are no
    subjects; `belonging` ties a title to its place ("of"), `employing` a person to a house ("at"); `subordinating` are
    prepositions that begin clauses too, `absolute` lead a participle's own subject ("with officials urging"). Behind
    one of `such` a word of `as_said` leads to an example. `plural` is an ending of nouns for many.

    *People and things.* `roles` are what people are, also words with one of `role_endings`; `generic` are those that
    tell no office ("woman"). `modifiers` stand before titles; `feminine` and `masculine` are endings of roles.
    `documents` speak, each by its channel; `issuing` and `issued` lead to whom they speak for. `naming` are words
    before a quoted name or term, as are patterns of `naming_phrases` at the end of what stands before. Who is called
    one of `hidden`, or spoken of by the pattern `hiding`, does not want to be named.

    With `drops_subject` a verb may stand alone; with `inverts` the subject follows wherever something else begins the
    sentence; `epithets` ("the striker") stand for people named before; `dashes` open speech.
    """

    code: str
    common: frozenset[str]

    says: frozenset[str]
    tells: frozenset[str]
    gestures: frozenset[str]
    doubtful: frozenset[str]
    saying: frozenset[str] = NOBODY
    bases: frozenset[str] = NOBODY
    participles: frozenset[str] = NOBODY
    participle_endings: tuple[str, ...] = ()
    impersonal: frozenset[str] = NOBODY
    plural_verbs: tuple[str, ...] = ()
    according: frozenset[tuple[str, ...]]
    beside: frozenset[tuple[str, ...]] = frozenset()
    according_after: frozenset[str] = NOBODY
    asked: frozenset[str] = NOBODY
    asked_about: frozenset[str] = NOBODY
    asides: frozenset[tuple[str, ...]] = frozenset()
    referring: frozenset[str] = NOBODY

    auxiliaries: frozenset[str]
    passive: frozenset[str]
    adverbs: frozenset[str]
    adverb_endings: tuple[str, ...] = ()
    definite: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    gendered: Mapping[str, str] = field(default_factory=dict)
    pronouns: Mapping[str, str]
    oblique: frozenset[str]
    reflexive: frozenset[str] = NOBODY
    relatives: frozenset[str]
    prepositions: frozenset[str]
    belonging: frozenset[str]
    employing: frozenset[str]
    conjunctions: frozenset[str]
    subordinating: frozenset[str] = NOBODY
    joining: frozenset[str]
    absolute: frozenset[str] = NOBODY
    infinitive: frozenset[str] = NOBODY
    that: frozenset[str]
    as_said: frozenset[str]
    such: frozenset[str] = NOBODY
    agents: frozenset[str] = NOBODY
    others: frozenset[str]
    genitive: str = ""
    plural: str = ""
    elided: str = ""

    roles: frozenset[str]
    role_endings: tuple[str, ...]
    modifiers: frozenset[str]
    honorifics: Mapping[str, str]
    feminine: tuple[str, ...]
    masculine: tuple[str, ...]
    generic: frozenset[str] = NOBODY
    audience: frozenset[str]
    organisations: frozenset[str]
    documents: Mapping[str, str]
    jointly: frozenset[str]
    issuing: frozenset[str]
    issued: frozenset[str] = NOBODY
    places: frozenset[str]
    calendar: frozenset[str]
    naming: frozenset[str]
    naming_phrases: re.Pattern[str]
    hidden: frozenset[str] = NOBODY
    hiding: re.Pattern[str] = re.compile("(?!)")
    channels: tuple[Channel, ...]

    drops_subject: bool = False
    inverts: bool = False
    nouns_have_capitals: bool = False
    dashes: bool = False
    epithets: bool = False

    determiners: frozenset[str] = field(init=False)
    articles: frozenset[str] = field(init=False)
    linking: frozenset[str] = field(init=False)
    attaching: frozenset[str] = field(init=False)
    helpers: frozenset[str] = field(init=False)
    openers: frozenset[str] = field(init=False)
    grammar: frozenset[str] = field(init=False)
    stops: frozenset[str] = field(init=False)
    cues: frozenset[str] = field(init=False)
    infinitives: frozenset[str] = field(init=False)
    verbs: frozenset[str] = field(init=False)
    small_channels: re.Pattern[str] = field(init=False)
    other_channels: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        determiners = self.definite | self.indefinite | self.possessive
        small = determiners | self.relatives | self.prepositions | self.conjunctions | self.others | set(self.pronouns)
        finite = self.says | self.tells | self.gestures | self.doubtful | self.saying
        derived = {
            "determiners": determiners,
            "articles": self.definite - self.that | self.possessive | self.indefinite & _ARTICLES,
            "linking": self.prepositions | self.belonging,
            "attaching": self.employing | self.belonging,
            "helpers": self.auxiliaries | self.adverbs,
            "openers": self.conjunctions | self.adverbs,
            "grammar": small,
            "stops": small | self.auxiliaries | self.adverbs | self.calendar,
            "cues": finite | self.bases,
            "infinitives": self.bases - finite,
            "verbs": finite - self.doubtful - self.roles,
            "small_channels": _any(one for one in self.channels if one.small),
            "other_channels": _any(one for one in self.channels if not one.small),
        }
        for name, value in derived.items():
            object.__setattr__(self, name, value)

    def is_role(self, word: str) -> bool:
        """Whether a word in small letters says what somebody is."""
        return word in self.roles or _is_role(self, word)

    def is_plural(self, word: str) -> bool:
        """Whether a word in small letters tells of several people."""
        return word.endswith("s") and word[:-1] in self.roles


_ARTICLES = words("a an ein eine un une una uno een um uma en ett")


@lru_cache(8192)
def _is_role(language: Language, word: str) -> bool:
    """Whether a word that is in no list says by its last part, or its ending, what somebody is."""
    last = word.rpartition("-")[2]
    if last in language.roles or (language.plural and last.removesuffix(language.plural) in language.roles):
        return True
    return len(word) > 5 and word.endswith(language.role_endings) and word not in language.stops
