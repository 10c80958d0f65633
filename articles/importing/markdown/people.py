"""Whom the front matter of a post credits, and for what."""

from collections.abc import Iterator

from articles.importing.markdown.fields import Fields
from articles.importing.markdown.hand_written_yaml import Value
from articles.importing.story import StoryCredit
from articles.text.clean import plain
from bylines.names import parse_byline

_NAMES = {
    "writer": ("authors", "author", "byline", "by", "creator", "creators", "writer", "writers"),
    "editor": ("editor", "editors"),
    "photographer": ("photographer", "photographers", "photos_by", "photography"),
    "illustrator": ("illustrator", "illustrators"),
    "translator": ("translator", "translators"),
}


def credits_of(fields: Fields) -> tuple[StoryCredit, ...]:
    """Each person once a role, in the order told. A list names one person a member, a line may name several."""
    found = [credit for role, names in _NAMES.items() for name in names for credit in _credits(fields, name, role)]
    return tuple(dict.fromkeys(found))


def _credits(fields: Fields, name: str, role: str) -> Iterator[StoryCredit]:
    value = fields.values.get(name)
    if isinstance(value, str):
        yield from credits_in(value, role)
    elif isinstance(value, dict) and not Fields.of(value).words("name", "full_name", "display_name"):
        for key, inner in value.items():  # people under the names by which the site knows them
            yield from _person(inner if isinstance(inner, dict) else key, role)
    else:
        for member in fields.each(name):
            yield from _person(member, role)


def _person(value: Value, role: str) -> Iterator[StoryCredit]:
    if isinstance(value, str):
        if plain(value):
            yield StoryCredit(plain(value), role)
    elif isinstance(value, dict):
        fields = Fields.of(value)
        if name := fields.words("name", "full_name", "display_name", "login", "id"):
            organisation = fields.words("organisation", "organization", "affiliation", "company", "for")
            yield StoryCredit(name, role, organisation, title=fields.words("title", "role", "job_title", "position"))


def credits_in(line: str, role: str = "writer") -> Iterator[StoryCredit]:
    """Who is named in a line that is a byline by intent: "Ada Finch and Jo Reed for The Courier", or just a name."""
    line = plain(line)
    byline = parse_byline(line)
    if byline and byline.people:
        for person in byline.people:
            yield StoryCredit(person, role, byline.organisation, title=byline.role)
    elif byline and byline.organisation and " " in line:
        yield StoryCredit("", role, byline.organisation)
    elif line:
        yield StoryCredit(line, role)
