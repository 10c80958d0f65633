"""The byline as the story's own page has it: every name leads to its profile."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

Credits = Sequence[Mapping[str, Any]]


def byline(credits: Credits) -> SafeString:
    """HTML such as “By Ada Lovelace and Alan Turing for The Engine”; empty where nobody is credited with words."""
    writers = [credit for credit in credits if credit["in_byline"]]
    if not writers:
        return SafeString("")
    groups: dict[tuple[str, str], list[SafeString]] = {}
    for credit in writers:
        groups.setdefault(_outlet(credit), []).append(_name(credit))
    parts = format_html_join("; ", "{}", ((_for(outlet, names),) for outlet, names in groups.items()))
    return format_html(_("By {names}"), names=parts)


def others(credits: Credits) -> SafeString:
    """Who else had a hand in it, by role: "Translator: Ada Lovelace" as HTML with links."""
    hands = [credit for credit in credits if not credit["in_byline"]]
    return format_html_join(" · ", "{}: {}", ((capfirst(hand["role_label"]), _name(hand)) for hand in hands))


def _outlet(credit: Mapping[str, Any]) -> tuple[str, str]:
    """What the piece is for: name and address part. An organisation credited alone is the byline itself."""
    return (credit["for"], credit["organisation_slug"]) if credit["name"] and credit["for"] else ("", "")


def _for(outlet: tuple[str, str], people: Sequence[SafeString]) -> SafeString:
    name, slug = outlet
    names = _joined(people)
    return (
        format_html(_("{names} for {outlet}"), names=names, outlet=_linked("organisation", slug, name))
        if name
        else names
    )


def _joined(names: Sequence[SafeString]) -> SafeString:
    *first, last = names
    if not first:
        return last
    listed = format_html_join(", ", "{}", ((name,) for name in first))
    return format_html(_("{names} and {last}"), names=listed, last=last)


def _name(credit: Mapping[str, Any]) -> SafeString:
    if credit["name"]:
        return _linked("author", credit["slug"], credit["name"])
    return _linked("organisation", credit["organisation_slug"], credit["organisation"])


def _linked(kind: str, slug: str, name: str) -> SafeString:
    if not slug:
        return format_html("{}", name)
    return format_html('<a href="/{}/{}/">{}</a>', kind, slug, name)
