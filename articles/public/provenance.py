"""Where a story came from and who said what in it, as its page tells readers: from the print and its policy alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.models.published import PublishedArticle
from articles.text.links import safe_href
from articles.text.numbering import anchors, anchors_in
from articles.text.summary import shortened

OWN_HOUSE = "own_house"
UNNAMED = "unnamed"

PASSAGES = 3
"""How many passages of one source stand in sight; the others are folded."""

WORDS = 90
"""How many characters of a passage lead back to it."""

_NOTHING = dict.fromkeys(
    (
        *("key", "kind", "source", "slug", "source_kind", "reason", "title", "affiliation", "affiliation_slug"),
        *("quote", "channel", "via", "via_slug", "url"),
    ),
    "",
)
"""A citation of which nothing is said: prints that were made by an older version say less."""


@dataclass(frozen=True)
class Origin:
    """An outlet whose copy the story is: "Syndicated from", "RT.com"; `label` stands beside its name."""

    role: str
    name: str
    slug: str
    url: str
    label: str


@dataclass(frozen=True)
class Passage:
    """What a source said in the story: its first words, and the id of its number (empty where it has none)."""

    words: str
    anchor: str
    is_quote: bool


@dataclass
class Entry:
    """One entry of the *Sources* box: a source on one occasion. Addresses are such as a story may link to."""

    number: int
    name: str
    slug: str
    kind: str
    reason: str
    title: str
    affiliation: str
    affiliation_slug: str
    affiliation_label: str
    channel: str
    via: str
    via_slug: str
    via_label: str
    url: str = ""
    first_hand: bool = False
    passages: list[Passage] = field(default_factory=list)

    @property
    def in_sight(self) -> list[Passage]:
        """The passages that are not folded; one alone is not worth folding."""
        return self.passages if len(self.passages) == PASSAGES + 1 else self.passages[:PASSAGES]

    @property
    def folded(self) -> list[Passage]:
        """The others."""
        return self.passages[len(self.in_sight) :]

    @property
    def kind_said(self) -> str:
        """What it is, where the name alone does not say so, or where there is nothing else to lead to its address."""
        if self.kind not in ("person", "organisation", UNNAMED):
            return kind_said(self.kind)
        return _("The source") if self.url and not self.channel else ""


def origins(print_: PublishedArticle, labels: Mapping[str, str]) -> list[Origin]:
    """The outlets whose copy `print_` is, as a person confirmed them; the own house's masthead says so already."""
    return [
        Origin(
            role=capfirst(origin["label"]),
            name=origin["organisation"],
            slug=origin["slug"],
            url=safe_href(origin["url"]) or "",
            label=labels.get(origin["slug"], ""),
        )
        for origin in print_.origins
        if origin.get("kind") != OWN_HOUSE
    ]


def unsaid(print_: PublishedArticle, told: Sequence[Origin]) -> list[Origin]:
    """What of the origins `told` the byline does not say: those it does not name, and the labels of those it does."""
    named = {credit["organisation_slug"] for credit in print_.credits if credit["in_byline"]}
    left = [replace(origin, role="") if origin.slug in named else origin for origin in told]
    return [origin for origin in left if origin.role or origin.label]


def sources(print_: PublishedArticle, labels: Mapping[str, str]) -> list[Entry]:
    """The entries of the *Sources* box, in the order of their numbers.

    What nobody relayed is first-hand where the story is our own work; how others came by theirs, we do not know.
    """
    cited = citations_of(print_)
    ids = anchors_of(print_)
    shown = anchors_in(print_.body)
    is_own = not origins(print_, labels)
    entries: dict[int, Entry] = {}
    for one in cited:
        entry = entries.setdefault(one["number"], _entry(one, labels))
        entry.url = entry.url or safe_href(one["url"]) or ""
        entry.first_hand = is_own and not one["via"]
        anchor = ids.get(one["key"], "")
        if one["quote"]:
            words = shortened(spoken(one["quote"]), WORDS)
            entry.passages.append(Passage(words, anchor if anchor in shown else "", one["kind"] != "paraphrase"))
    return [entries[number] for number in sorted(entries)]


def citations_of(print_: PublishedArticle) -> list[dict[str, Any]]:
    """The citations of a print with every name there is; one that has no number is numbered by its place."""
    return [{**_NOTHING, "number": place, **one} for place, one in enumerate(print_.citations, start=1)]


def anchors_of(print_: PublishedArticle) -> dict[str, str]:
    """The id of each passage's number by the key of its citation."""
    return anchors({one["key"]: one["number"] for one in citations_of(print_) if one["key"]})


def spoken(quote: str) -> str:
    """The words of a quote in one line, without the comma that led on to *she said*."""
    return " ".join(quote.split()).rstrip(",،，")


def kind_said(kind: str) -> str:
    """What kind of source it is, in words."""
    return _KINDS[kind]() if kind in _KINDS else ""


def _entry(one: Mapping[str, Any], labels: Mapping[str, str]) -> Entry:
    return Entry(
        number=one["number"],
        name=one["source"],
        slug=one["slug"],
        kind=one["source_kind"],
        reason=one["reason"],
        title=one["title"],
        affiliation="" if one["affiliation"] == one["source"] else one["affiliation"],
        affiliation_slug=one["affiliation_slug"],
        affiliation_label=labels.get(one["affiliation_slug"], ""),
        channel=capfirst(one["channel"]),
        via=one["via"],
        via_slug=one["via_slug"],
        via_label=labels.get(one["via_slug"], ""),
    )


_KINDS = {
    "person": lambda: _("Person"),
    "document": lambda: _("Document"),
    "statement": lambda: _("Statement"),
    "broadcast": lambda: _("Broadcast"),
    "post": lambda: _("Post"),
    "data_set": lambda: _("Data set"),
    "organisation": lambda: _("Organisation"),
    UNNAMED: lambda: _("Unnamed source"),
}
