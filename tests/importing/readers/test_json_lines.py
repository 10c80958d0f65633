import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.readers import json_lines
from articles.importing.readers.reader import Head
from articles.importing.story import Story
from tests.importing.taking import readings, taken, the_story, told

READER = json_lines.READER
TABLES = Path(__file__).resolve().parents[2] / "data" / "tables"
SAMPLES = sorted(TABLES.glob("*.jsonl"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_file_reads_as_its_answer_says(sample):
    found, problem = readings(READER, sample.read_bytes(), name=sample.name)
    answer = json.loads(sample.with_name(f"{sample.name}.json").read_text(encoding="utf-8"))
    assert {"items": {place: told(one) for place, one in found.items()}, "problem": str(problem or "")} == answer


def test_an_item_is_the_bytes_of_its_line():
    items, _problem = taken(READER, '\ufeff{"headline": "A"} \r\n\r\n {"headline": "B"}\n')
    assert [(item.name, item.received) for item in items] == [
        ("file#1", b'{"headline": "A"} '),
        ("file#3", b' {"headline": "B"}'),
    ]


def test_a_list_of_objects_is_read_member_by_member():
    found, problem = readings(READER, '[{"headline": "A"},\n{"headline": "B", "priority": 0}]')
    assert (found["1"].headline, found["2"].code, found["2"].line, problem) == ("A", "malformed", 1, None)


def test_a_list_that_breaks_off_gives_what_stands_before():
    found, problem = readings(READER, '[{"headline": "A"}, {"headline": "B')
    assert ([one.headline for one in found.values()], problem.code) == (["A"], "malformed")


def test_a_line_over_the_limit_is_named_and_not_held():
    items, _problem = taken(READER, '{"headline": "%s"}\n{"headline": "B"}' % ("A" * 500), limit=100)
    assert [(item.received is None, item.problem and item.problem.code) for item in items] == [
        (True, "too-large"),
        (False, None),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"priority": 10}, "priority"),
        ({"published": "soon"}, "published"),
        ({"language": "English, please"}, "language"),
        ({"pub_status": "maybe"}, "pub_status"),
        ({"credits": [{"name": "Ada", "role": "poet"}]}, "credits"),
        ({"credits": [{"nme": "Ada"}]}, "credits"),
        ({"pictures": [{"alt": "no address"}]}, "pictures"),
        ({"origins": [{"role": "written_for"}]}, "origins"),
        ({"kicker": ["A"]}, "kicker"),
        ({"dek": True}, "dek"),
    ],
)
def test_a_wrong_value_is_refused_with_line_and_column(row, reason):
    found, _problem = readings(READER, "\n" + json.dumps({"headline": "A", **row}))
    problem = found["2"]
    assert (problem.code, problem.line, f"“{reason}”" in problem.reason) == ("malformed", 2, True)


def test_what_is_null_or_empty_is_not_there():
    assert the_story(READER, '{"headline": "A", "priority": null, "topics": [], "published": ""}').steps == ()


@pytest.mark.parametrize("line", ["[" * 100_000, '{"headline":' + "[" * 100_000, '{"headline": 1e999}', "7", '"A"'])
def test_hostile_lines_are_refused(line):
    found, _problem = readings(READER, '{"headline": "A"}\n' + line)
    assert (found["2"].code, found["2"].line) == ("malformed", 2)


@pytest.mark.parametrize(
    ("name", "received", "is_ours"),
    [
        ("x", b'{"headline": "A", "body": "B"}\n{"head', True),
        ("x", b'[{"headline": "A", "body": "B"}]', True),
        ("x", b'{"title": "A"}', False),
        ("x", b'{"headline": "A", "uri": "x"}', False),
        ("x.jsonl", b'{"title": "A"}', True),
        ("x", b"Headline", False),
    ],
)
def test_json_lines_are_known_by_their_columns_or_name(name, received, is_ours):
    assert READER.recognises(Head(name, received)) is is_ours


@given(st.binary(max_size=200))
def test_any_bytes_read_as_stories_or_are_refused_by_name(received):
    found, _problem = readings(READER, received)
    assert all(isinstance(one, Story | BadInput) for one in found.values())


JSON = st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text(), lambda inner: st.lists(inner))


@given(st.dictionaries(st.sampled_from(["headline", "body", "topics", "credits", "pictures", "published", "x"]), JSON))
def test_any_object_reads_as_a_story_or_is_refused_by_name(row):
    assert isinstance(the_story(READER, json.dumps({"headline": "A", **row})), Story | BadInput)
