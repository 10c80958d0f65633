"""What is found in a story: somebody's words, whose they are, and where in the text each of these stands."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Words in quotation marks (or in a block of their own), or what somebody said told in other words."""

    QUOTATION = "quotation"
    PARAPHRASE = "paraphrase"


class SpeakerKind(StrEnum):
    """Who speaks: a person by name, an organisation, a document, or somebody or something without a name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one block: its number, and its first character and the one after its last, all from 0."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it. `name` is the fullest name the story gives, or the words it has for somebody unnamed.

    For a document that speaks for somebody, `name` is whom it speaks for. `title` and `affiliation` are as they stand
    in the text, without article, and empty where the story gives none. `plural` tells, of somebody unnamed, that they
    are several: "officials".
    """

    name: str
    kind: SpeakerKind
    title: str = ""
    affiliation: str = ""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words in a story.

    `places` has one place for each block they run over, marks included; `words` are theirs without the outer marks,
    with a line end between blocks. `speaker` is None where the story does not say, or where it is not safe to tell.
    `mention` is where the speaker is named for these very words, `cue` where they are said to say it: "said",
    "according to"; each is None where the words stand alone. `channel` says by which way it was said (see
    `channels.py`), `via` which outlet it was said to or reported by; both are empty where the text is silent.
    `nested` are the quotes within. `anonymous` tells that somebody unnamed is so by their own wish.
    """

    kind: Kind
    places: tuple[Place, ...]
    words: str
    speaker: Speaker | None = None
    mention: Place | None = None
    cue: Place | None = None
    cue_words: str = ""
    channel: str = ""
    via: str = ""
    nested: tuple[Place, ...] = ()
    anonymous: bool = False

    @property
    def first_hand(self) -> bool:
        """Whether it came by no other outlet. (An outlet named may still be the house's own.)"""
        return not self.via
