"""A ninjs document of any version under one set of names: those of ninjs 2, whose lists say what 1 said in names.

`headline_main` of ninjs 1, a headline with the role `main` in 2 and 3: all are one `Wording`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from articles.importing.iptc.newscodes import code_of_scheme, code_of_uri, last_part
from articles.importing.iptc.wordings import Wording

_NAMES = {
    "byline": "by",
    "embargoeduntil": "embargoed",
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "subject": "subjects",
    "event": "events",
    "object": "objects",
    "infosource": "infosources",
    "genre": "genres",
}
"""Names that ninjs 1 and 3 have for what is called otherwise in 2; all else differs in capitals only."""

_KINDS = {"text": "text/plain", "plain": "text/plain", "html": "text/html", "xhtml": "text/html", "nitf": "nitf"}


@dataclass(frozen=True, slots=True)
class Concept:
    """Somebody or something named. `roles` say how the item relates to it; `uri` is its identifier."""

    name: str
    code: str = ""
    roles: tuple[str, ...] = ()
    uri: str = ""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One way to have a picture, sound or film."""

    name: str
    href: str
    kind: str = ""
    pixels: float = 0


@dataclass(frozen=True, slots=True)
class Document:
    """The properties told; those that are a single string by name in `told`."""

    told: Mapping[str, str]
    headlines: tuple[Wording, ...] = ()
    descriptions: tuple[Wording, ...] = ()
    bodies: tuple[Wording, ...] = ()
    concepts: Mapping[str, tuple[Concept, ...]] = field(default_factory=dict)
    renditions: tuple[Rendition, ...] = ()
    altids: tuple[tuple[str, str], ...] = ()
    linked_rights: str = ""
    urgency: int | None = None
    associations: tuple[tuple[str, "Document"], ...] = ()


def document_of(value: Mapping[str, Any]) -> Document:
    """The document that a JSON object tells. What is not of the type it should be counts as not told."""
    properties = _named(value)
    return Document(
        told={name: text for name, text in properties.items() if isinstance(text, str)},
        headlines=tuple(_wordings(properties, "headline")),
        descriptions=tuple(_wordings(properties, "description")),
        bodies=tuple(_wordings(properties, "body")),
        concepts={
            name: tuple(map(_concept, _objects(properties.get(name))))
            for name in ("people", "organisations", "places", "subjects", "events", "objects", "infosources")
        },
        renditions=tuple(_renditions(properties.get("renditions"))),
        altids=tuple(_altids(properties.get("altids"))),
        linked_rights=_text(_named(properties.get("rightsinfo")), "linkedrights"),
        urgency=_urgency(properties.get("urgency")),
        associations=tuple(_associations(properties.get("associations"))),
    )


def _named(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        return {}
    lowered = ((name.lower(), member) for name, member in value.items())
    return {_NAMES.get(name, name): member for name, member in lowered}


def _wordings(properties: Mapping[str, Any], name: str) -> Iterator[Wording]:
    """What ninjs 2 has in a list (`bodies`), and ninjs 1 under names that begin alike (`body_xhtml`)."""
    plural = "bodies" if name == "body" else f"{name}s"
    for one in _objects(properties.get(plural)):
        yield Wording(_text(one, "value"), last_part(_text(one, "role")), _text(one, "contenttype").lower())
    for key, text in properties.items():
        first, _line, suffix = key.partition("_")
        if first == name and isinstance(text, str):
            *roles, last = suffix.split("_")
            if last in _KINDS:
                yield Wording(text, last_part("_".join(roles)), _KINDS[last])
            else:
                yield Wording(text, last_part(suffix))


def _concept(told: Mapping[str, Any]) -> Concept:
    """`rel`, `role` and codes of the roles that parties have in making news say how the item relates to it."""
    uri, literal = _text(told, "uri"), _text(told, "literal")
    scheme, code = _text(told, "scheme"), _text(told, "code")
    roles = [last_part(_text(told, "rel")), last_part(_text(told, "role"))]
    if "contentprodpartyrole" in scheme:
        roles, scheme, code = [*roles, last_part(code)], "", ""
    name = _text(told, "name") or (literal if " " in literal else "")
    whole = code_of_uri(uri) if uri else code_of_scheme(scheme, code) or (literal if literal != name else "")
    return Concept(name, whole, tuple(filter(None, roles)), uri)


def _renditions(value: Any) -> Iterator[Rendition]:
    for name, one in _members(value):
        size = (one.get("width"), one.get("height"))
        pixels = [float(side) for side in size if isinstance(side, int | float) and 0 < side < 1e6]
        kind = (_text(one, "contenttype") or _text(one, "mimetype")).lower()
        yield Rendition(
            name.lower(), _text(one, "href").strip(), kind, pixels[0] * pixels[1] if len(pixels) == 2 else 0
        )


def _altids(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        yield from ((last_part(role), text) for role, text in value.items() if isinstance(text, str))
    for one in _objects(value):
        yield last_part(_text(one, "role")), _text(one, "value")


def _associations(value: Any) -> Iterator[tuple[str, Document]]:
    for name, one in _members(value):
        yield name.lower(), document_of(one)


def _members(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The members of what is an object of named ones in ninjs 1 and a list of ones with a name from 2 on."""
    if isinstance(value, dict):
        yield from ((name, _named(one)) for name, one in value.items() if isinstance(one, dict))
    for one in _objects(value):
        yield _text(one, "name"), one


def _objects(value: Any) -> list[dict[str, Any]]:
    return [_named(one) for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(told: Mapping[str, Any], name: str) -> str:
    text = told.get(name)
    return text if isinstance(text, str) else ""


def _urgency(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) and value in range(1, 10) else None
