"""The citations of a revision as its print has them: in the order of the story, numbered for the *Sources* box."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from articles.models import Citation, Claim
from articles.text.numbering import keys_in_order
from bylines.models import Organisation, Source

THINGS = frozenset(
    {Source.Kind.DOCUMENT, Source.Kind.STATEMENT, Source.Kind.BROADCAST, Source.Kind.POST, Source.Kind.DATA_SET}
)
"""Kinds of source that have an address of their own: what is cited, not who speaks."""


def citations(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The confirmed citations of a revision's `content`, those without a mark in the body last.

    Citations of one source on one occasion (title at the time, channel, who relayed it, address) have one number. What
    older revisions do not say of them is left empty.
    """
    confirmed = [one for one in content["citations"] if one["state"] == Claim.CONFIRMED and one["source"]]
    places = {key: place for place, key in enumerate(keys_in_order(content["body"]))}
    in_order = sorted(confirmed, key=lambda one: places.get(one["key"], len(places)))
    return _numbered([_citation(one) for one in in_order])


@dataclass
class _Entry:
    """One entry of the box; `url` is empty until a citation says one."""

    number: int
    occasion: tuple[Any, ...]
    url: str

    def takes(self, occasion: tuple[Any, ...], url: str) -> bool:
        """Whether a citation belongs here: one that says no address goes with any of its occasion."""
        return self.occasion == occasion and (not url or not self.url or url == self.url)


def _numbered(told: Iterable[tuple[int, dict[str, Any]]]) -> list[dict[str, Any]]:
    entries: list[_Entry] = []
    numbered = []
    for source, citation in told:
        occasion = (source, citation["title"], citation["channel"].casefold(), citation["via"])
        entry = next((one for one in entries if one.takes(occasion, citation["url"])), None)
        if entry is None:
            entry = _Entry(len(entries) + 1, occasion, "")
            entries.append(entry)
        entry.url = entry.url or citation["url"]
        numbered.append({"number": entry.number, **citation})
    return numbered


def _citation(citation: Mapping[str, Any]) -> tuple[int, dict[str, Any]]:
    """The number of its source at the desk, and what readers are told of it."""
    source, via = citation["source"], citation["via"]
    if via is None or via["kind"] == Organisation.Kind.OWN_HOUSE:  # told to our own paper: nobody stands between
        via = {"name": "", "slug": ""}
    told = {
        "key": citation["key"],
        "kind": citation.get("kind") or (Citation.Kind.QUOTE if citation["quote"] else Citation.Kind.PARAPHRASE),
        "source": source["name"],
        "source_kind": source["kind"],
        **_known(source, citation),
        "quote": citation["quote"],
        "channel": citation["channel"],
        "via": via["name"],
        "via_slug": via["slug"],
    }
    return source["id"], told


def _known(source: Mapping[str, Any], citation: Mapping[str, Any]) -> dict[str, str]:
    """Who the source is.

    Of one that is not named nothing but the description agreed and the reason, and no page; an address only where
    somebody else has published their words. An organisation that speaks for itself has its page as an organisation.
    """
    if source["kind"] == Source.Kind.UNNAMED:
        nobody = dict.fromkeys(("slug", "title", "affiliation", "affiliation_slug"), "")
        return {**nobody, "reason": source.get("reason", ""), "url": citation["url"] if citation["via"] else ""}
    affiliation = source["affiliation"] or {"name": "", "slug": ""}
    speaks_for_itself = source["kind"] == Source.Kind.ORGANISATION and affiliation["slug"]
    own = source.get("url", "") if source["kind"] in THINGS else ""
    return {
        "slug": "" if speaks_for_itself else source["slug"],
        "title": citation.get("title") or source["title"],
        "affiliation": affiliation["name"],
        "affiliation_slug": affiliation["slug"],
        "reason": "",
        "url": citation["url"] or own,
    }
