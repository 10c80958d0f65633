import io
import json

from articles.importing.body import body_of
from articles.importing.errors import BadInput
from articles.importing.readers.reader import Source
from articles.text.clean import clean

LIMIT = 1_000_000


def taken(reader, received, name="file", limit=LIMIT, encoding=None):
    """The items of a file, and what is wrong with the file itself."""
    items = []
    received = received.encode() if isinstance(received, str) else received
    try:
        items.extend(reader.split(Source(name, io.BytesIO(received), limit, encoding)))
    except BadInput as problem:
        return items, problem
    return items, None


def readings(reader, received, **how):
    """What the items of a file read as: stories, or what is wrong, by the item's place."""
    items, problem = taken(reader, received, **how)
    return {item.name.rpartition("#")[2]: reading(reader, item) for item in items}, problem


def reading(reader, item):
    try:
        return reader.read(item)
    except BadInput as problem:
        return problem


def the_story(reader, received, **how):
    found, _problem = readings(reader, received, **how)
    (story,) = found.values()
    return story


def refusal(reader, received, **how):
    """Code, line and byte of what is wrong with the only item."""
    problem = the_story(reader, received, **how)
    return problem.code, problem.line, problem.byte


def told(reading):
    """What a story tells, as an answer beside a sample has it; or what is wrong."""
    if isinstance(reading, BadInput):
        return str(reading)
    plain = json.loads(json.dumps(_fields(reading), default=str, ensure_ascii=False))
    values = {name: value for name, value in plain.items() if value not in ("", [], None, 0)}
    return values | {"body": clean(body_of(reading.blocks)).split("\n")}


def _fields(value):
    if isinstance(value, tuple):
        return [_fields(one) for one in value]
    slots = getattr(value, "__dataclass_fields__", {})
    if not slots:
        return value
    told = {name: _fields(getattr(value, name)) for name in slots if name not in ("blocks", "key")}
    return {name: inner for name, inner in told.items() if inner not in ("", None)}
