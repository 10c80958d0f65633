import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.readers import csv_table
from articles.importing.readers.reader import Head
from articles.importing.story import Story
from tests.importing.taking import readings, taken, the_story, told

READER = csv_table.READER
TABLES = Path(__file__).resolve().parents[2] / "data" / "tables"
SAMPLES = sorted(TABLES.glob("*.csv"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_file_reads_as_its_answer_says(sample):
    found, problem = readings(READER, sample.read_bytes(), name=sample.name)
    answer = json.loads(sample.with_name(f"{sample.name}.json").read_text(encoding="utf-8"))
    assert {"items": {place: told(one) for place, one in found.items()}, "problem": str(problem or "")} == answer


def test_an_item_is_the_bytes_of_its_row_and_the_columns_are_in_its_envelope():
    items, _problem = taken(READER, 'headline;body\r\nA;"One\r\n""two"""\r\n\r\nB;C')
    assert [(item.name, item.received) for item in items] == [
        ("file#2", b'A;"One\r\n""two"""'),
        ("file#5", b"B;C"),
    ]
    assert items[0].envelope == {"columns": ["headline", "body"], "delimiter": ";"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_usual_delimiter_and_line_end_is_known(delimiter, end):
    told = the_story(READER, f"Headline{delimiter}DEK{end}A, b; c{delimiter}D{end}".replace("A, b; c", '"A, b; c"'))
    assert (told.headline, told.dek) == ("A, b; c", "D")


def test_what_excel_writes_is_read():
    assert the_story(READER, "sep=;\r\nheadline;dek\r\nA;B\r\n").dek == "B"
    assert the_story(READER, "headline\tdek\r\nÄ\tB\r\n".encode("utf-16")).headline == "Ä"
    assert the_story(READER, "\ufeffheadline,dek\r\nÄ,B\r\n").headline == "Ä"
    assert the_story(READER, "headline,dek\r\nÄ,B\r\n".encode("cp1250"), encoding="cp1250").headline == "Ä"


def test_the_line_of_a_wrong_value_is_that_of_its_cell():
    found, _problem = readings(READER, 'headline,body,priority\n"A","One\n\nTwo",ten\n')
    assert (found["2"].code, found["2"].line) == ("malformed", 4)


def test_a_quote_that_never_closes_is_named_and_what_stands_before_it_comes():
    found, problem = readings(READER, 'headline,body\nA,B\nC,"D\nE,F\n')
    assert (found["2"].headline, str(found["3"])[:23], problem) == ("A", "malformed, line 3, byte", None)


def test_a_row_over_the_limit_is_named_and_not_held():
    items, _problem = taken(READER, 'headline,body\nA,"' + "B\n" * 500 + '"\nC,D', limit=100)
    assert [(item.received is None, item.problem and item.problem.code) for item in items] == [
        (True, "too-large"),
        (False, None),
    ]


@pytest.mark.parametrize("received", ["title,body\nA,B", "headline,dek,headline\nA,B,C", ""])
def test_a_first_row_that_does_not_name_the_columns_is_refused(received):
    items, problem = taken(READER, received)
    assert (items, problem.code, problem.line) == ([], "malformed", 1)


@pytest.mark.parametrize(
    ("column", "cell", "topics"),
    [("topics", "pier; ferry|tides", ["pier", "ferry", "tides"]), ("topics", '"[""pier; old""]"', ["pier; old"])],
)
def test_lists_are_words_between_semicolons_or_bars_or_json(column, cell, topics):
    told = the_story(READER, f"headline,{column}\nA,{cell}")
    assert [topic.name for topic in told.topics] == topics


def test_a_semicolon_in_an_address_is_part_of_it():
    told = the_story(READER, "headline,addresses\nA,https://courier.example/a;b=1 | /old/\n")
    assert told.addresses == ("https://courier.example/a;b=1", "/old/")


@pytest.mark.parametrize(
    ("name", "received", "is_ours"),
    [
        ("x", b"Headline;Body\n", True),
        ("x", b"\xef\xbb\xbfheadline,supplier id\n", True),
        ("x.csv", b"a,b\n", True),
        ("x", b"headline\n\nIt is shut.", False),
        ("x", b"Pier closes, says the harbour master\n", False),
    ],
)
def test_a_table_is_known_by_its_first_row_or_name(name, received, is_ours):
    assert READER.recognises(Head(name, received)) is is_ours


CELLS = st.text(st.sampled_from("ab\"',;|\t\r\n \u00e9\U0001d11e"), max_size=12)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5), st.sampled_from(",;\t|"), st.sampled_from(["utf-8", "utf-16"]))
def test_a_table_comes_in_as_it_was_written(rows, delimiter, encoding):
    file = io.StringIO()
    table = csv.writer(file, delimiter=delimiter)
    table.writerows([("headline", "ednote"), *((f"A{first}", second) for first, second in rows)])
    found, problem = readings(READER, file.getvalue().encode(encoding))
    assert problem is None
    assert [(one.headline, one.ednote) for one in found.values()] == [
        (" ".join(f"A{first}".split()), second if second.strip() else "") for first, second in rows
    ]


@given(st.binary(max_size=200))
def test_any_bytes_read_as_stories_or_are_refused_by_name(received):
    found, _problem = readings(READER, b"headline,body,topics,pictures\n" + received)
    assert all(isinstance(one, Story | BadInput) for one in found.values())
