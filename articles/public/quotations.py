"""What a story cites as machines read it: schema.org's `citation`, of `Quotation` and `CreativeWork`.

Words of somebody are a Quotation with `spokenByCharacter`, those of a document one that `isPartOf` it. What is told in
our words is a CreativeWork: the document, or what its `creator` said. Who relayed it is the `publisher`. A source that
is not named is a Person of whom nothing is told but the description agreed.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.text import capfirst

from articles.models.published import PublishedArticle
from articles.public.provenance import UNNAMED, citations_of, spoken
from articles.text.links import safe_href

Absolute = Callable[[str], str]
"""Makes a whole address of a root-relative path."""

PEOPLE = frozenset({"person", "organisation", UNNAMED})


def cited(print_: PublishedArticle, absolute: Absolute) -> list[dict[str, Any]]:
    """What `print_` cites, in the order of the story, each once. From a retracted story no words are passed on."""
    if print_.retracted:
        return []
    told: list[dict[str, Any]] = []
    for one in citations_of(print_):
        work = _cited(one, absolute)
        if work not in told:
            told.append(work)
    return told


def thing(type_: str, kind: str, name: str, slug: str, absolute: Absolute) -> dict[str, Any]:
    """A person or an organisation, with the address of its page where it has one."""
    told = {"@type": type_, "name": name}
    return {**told, "url": absolute(f"/{kind}/{slug}/")} if slug else told


def _cited(one: Mapping[str, Any], absolute: Absolute) -> dict[str, Any]:
    address = safe_href(one["url"]) or ""
    via = thing("Organization", "organisation", one["via"], one["via_slug"], absolute) if one["via"] else None
    words = spoken(one["quote"]) if one["kind"] != "paraphrase" else ""
    if one["source_kind"] not in PEOPLE:
        work = _filled({"@type": "CreativeWork", "name": one["source"], "url": address, "publisher": via})
        return {"@type": "Quotation", "text": words, "isPartOf": work} if words else work
    who = _speaker(one, absolute)
    if words:
        told = {"@type": "Quotation", "text": words, "spokenByCharacter": who}
    else:
        told = {"@type": "CreativeWork", "name": capfirst(one["channel"]), "creator": who}
    return _filled({**told, "url": address, "publisher": via})


def _speaker(one: Mapping[str, Any], absolute: Absolute) -> dict[str, Any]:
    if one["source_kind"] == UNNAMED:
        return {"@type": "Person", "description": one["source"]}
    if one["source_kind"] == "organisation":
        kind, slug = ("source", one["slug"]) if one["slug"] else ("organisation", one["affiliation_slug"])
        return thing("Organization", kind, one["source"], slug, absolute)
    of = one["affiliation"]
    belongs = thing("Organization", "organisation", of, one["affiliation_slug"], absolute) if of else None
    who = thing("Person", "source", one["source"], one["slug"], absolute)
    return _filled({**who, "jobTitle": one["title"], "affiliation": belongs})


def _filled(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value}
