"""What a story says as plain values, to lay beside the answer of a sample."""

import dataclasses
import io
import json
from pathlib import Path

from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.item import item_of
from articles.importing.readers.reader import Source

DATA = Path(__file__).resolve().parents[2] / "data"
LIMIT = 1_000_000


def told(story):
    """The fields of a story that say something; blocks as the HTML they are."""
    values = {field.name: getattr(story, field.name) for field in dataclasses.fields(story)}
    values["blocks"] = [block.html or f"<{block.kind}>{block.text}</{block.kind}>" for block in story.blocks]
    plain = json.loads(json.dumps(values, default=_plain))
    return {name: _without_empty(value) for name, value in plain.items() if value not in ("", [], None, 0)}


def answers_of(reader, name):
    """What the reader makes of the sample `name`, an answer an item: the story, or the code it is refused with."""
    received = (DATA / name).read_bytes()
    return [_answer(reader, item) for item in reader.split(Source(name, io.BytesIO(received), LIMIT))]


def kept(name):
    """The answer that lies beside the sample `name`."""
    return json.loads((DATA / name).with_suffix(".answer.json").read_text(encoding="utf-8"))


def item(received, **envelope):
    """An item of these bytes, or of this text in UTF-8."""
    received = received if isinstance(received, bytes) else received.encode()
    return item_of("sample", "sample", received, envelope=envelope, limit=LIMIT)


def refusal(reader, received, **envelope):
    """The code, the line and the reason with which the reader refuses; None where it does not."""
    found = outcome(reader, item(received, **envelope))
    return (found.code, found.line, found.reason) if isinstance(found, BadInput) else None


def outcomes(reader, received):
    """What becomes of a file: for each item the story or what is wrong with it, at last what is wrong with the file."""
    found = []
    try:
        for one in reader.split(Source("sample", io.BytesIO(received), LIMIT)):
            found.append(outcome(reader, one))
    except BadInput as problem:
        found.append(problem)
    return found


def spliced(received, data):
    """`received` with a few of its bytes replaced by any others."""
    start = data.draw(st.integers(0, len(received)))
    end = data.draw(st.integers(start, min(len(received), start + 40)))
    return received[:start] + data.draw(st.binary(max_size=8)) + received[end:]


def outcome(reader, one):
    """The story of an item, or what is wrong with it."""
    try:
        return reader.read(one)
    except BadInput as problem:
        return problem


def _answer(reader, one):
    found = outcome(reader, one)
    return found.code if isinstance(found, BadInput) else told(found)


def _plain(value):
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return value.isoformat()


def _without_empty(value):
    if isinstance(value, list):
        return [_without_empty(one) for one in value]
    if isinstance(value, dict):
        return {name: one for name, one in value.items() if one not in ("", None, False, 0)}
    return value
