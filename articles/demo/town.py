"""The places and names of the demo: sections, organisations, authors and topics, written by the desk's own verb."""

from typing import Any
from urllib.parse import urlsplit

from articles.desk import profiles, rights
from articles.models import Section, Topic
from bylines.models import Author, Organisation


def build(plan: dict[str, Any], *, by: rights.User) -> None:
    """Makes what is missing of the town in `plan` (see `newsroom.json`)."""
    for section in plan["sections"]:
        _make(Section, by=by, **section)
    for organisation in plan["organisations"]:
        host = urlsplit(organisation["homepage"]).hostname
        _make(Organisation, by=by, domains=[host], **organisation)
    for author in plan["authors"]:
        _make(Author, by=by, **author)


def topics_named(names: list[str], *, by: rights.User) -> list[Topic]:
    """The topics of these names, made when missing."""
    return [_make(Topic, by=by, name=name) for name in names]


def _make(model: type[Any], *, by: rights.User, name: str, **columns: Any) -> Any:
    held = model.objects.filter(name=name).first()
    if held:
        return held
    noun = model(name=name, **columns)
    profiles.save_profile(noun, by=by)
    return noun
