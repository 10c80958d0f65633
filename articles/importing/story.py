"""What every reader hands over, whatever the format: plain values, nothing of the database.

The names are IPTC's and schema.org's. A reader fills in what its format says and leaves the rest empty: it never
guesses, and it never cleans up words (that is what the named steps are for).

Stories pass from one process to another: with slots, that would take three times as long.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class PubStatus(StrEnum):
    """Whether the supplier lets the item be used; IPTC's `pubStatus`, spelt as in NewsML-G2."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class Signal(StrEnum):
    """What the supplier says an item is to the one sent before under the same id; empty for an ordinary version."""

    NONE = ""
    UPDATE = "update"
    CORRECTION = "correction"
    KILL = "kill"


@dataclass(frozen=True)
class Block:
    """One block at the top of the body: `p`, `h2`, `h3`, `blockquote`, `ul`, `ol`, `table`, `figure` or `hr`.

    `text` is its words as one line of plain text. `html` is the whole block as the canonical body has it, tag
    included, where it is more than its words; empty where it is just `text` in a `kind`. `start` is where it began
    in the text received, 0 where the format cannot tell.
    """

    kind: str
    text: str
    start: int = 0
    html: str = ""


@dataclass(frozen=True)
class StoryCredit:
    """Somebody credited, in which role (a `Credit.Role`), for which outlet (empty where none is named).

    Of "Staff" and the like only the `wording` is kept: nobody is called so. `title` is what they are there.
    """

    name: str
    role: str = "writer"
    organisation: str = ""
    wording: str = ""
    title: str = ""


@dataclass(frozen=True)
class OriginClaim:
    """What the copy says about where it came from; the words that say so stand at `start` in the text, or after.

    `role` is an `Origin.Role`. `domain` is the host by which the organisation may be known, `url` the address given,
    both empty where none is. `found_by` names what found it: a step, or the element of the format.
    """

    role: str
    organisation: str
    evidence: str
    start: int
    found_by: str
    domain: str = ""
    url: str = ""


@dataclass(frozen=True)
class StoryPicture:
    """A picture the story shows: `key` ties it to its `<figure data-picture="key">` in the body.

    `url` is where the supplier has it, `file` the name of a file that came with the import (empty where none did).
    `lead` is true of the picture that stands above the story.
    """

    key: str
    url: str = ""
    file: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    rights: str = ""
    lead: bool = False


@dataclass(frozen=True)
class StoryTopic:
    """What the story is about. `code` is that of its vocabulary, kept as `medtop:20000002` for IPTC Media Topics."""

    name: str
    code: str = ""


@dataclass(frozen=True)
class Step:
    """One clean-up that was made: its name, and the words before and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Story:
    """A story on its way in. Steps make a new one; none is changed.

    Times are aware and keep the offset they were said with. `language` is a BCP 47 tag, empty where nothing tells.
    `address` is the canonical address of the story at its publisher, `addresses` are others it was known by.
    `supplier` is who delivers it (the provider of a wire, the site of a feed), by the `supplier_id` (guid, urn, uri)
    and `version` under which they know it; `supplier_domain` is their host. `ednote` is private to the desk.
    `priority` is IPTC's urgency, 1 (most urgent) to 9. `was` says how a publishing system that is being left had it:
    `published`, `draft`, `private`, `trash` …, empty for everything that is no archive.
    """

    headline: str
    dek: str = ""
    dek_start: int = 0
    kicker: str = ""
    blocks: tuple[Block, ...] = ()
    credits: tuple[StoryCredit, ...] = ()
    origins: tuple[OriginClaim, ...] = ()
    pictures: tuple[StoryPicture, ...] = ()
    dateline: str = ""
    published: datetime.datetime | None = None
    updated: datetime.datetime | None = None
    embargo: datetime.datetime | None = None
    language: str = ""
    direction: str = "ltr"
    section: str = ""
    topics: tuple[StoryTopic, ...] = ()
    slugline: str = ""
    slug: str = ""
    address: str = ""
    addresses: tuple[str, ...] = ()
    supplier: str = ""
    supplier_domain: str = ""
    supplier_id: str = ""
    version: str = ""
    pub_status: PubStatus = PubStatus.USABLE
    signal: Signal = Signal.NONE
    ednote: str = ""
    rights: str = ""
    priority: int | None = None
    was: str = ""
    steps: tuple[Step, ...] = ()

    def after(self, name: str, changed: Sequence[tuple[str, str]], **changes: Any) -> "Story":
        """The story with `changes` made by the step `name`, kept with the words before and after, a line each.

        Where no words are `changed`, there was no such step.
        """
        if not changed:
            return self
        before, after = ("\n".join(filter(None, words)) for words in zip(*changed, strict=True))
        return replace(self, steps=(*self.steps, Step(name, before, after)), **changes)
