import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.tables.cells import cells, delimiter_of
from articles.importing.tables.rows import Lines, Rows

LIMIT = 10_000


class Dripping(io.BytesIO):
    """A stream that gives a few bytes at a time, whatever it is asked for."""

    def __init__(self, received, step):
        super().__init__(received)
        self.step = step

    def read(self, size=-1):
        return super().read(min(size, self.step))


TABLES = st.lists(st.lists(st.text(st.sampled_from('ab"\n\r ,;\té\U0001d11e'), max_size=6), min_size=2), min_size=1)


@given(TABLES, st.sampled_from(",;\t|"), st.sampled_from(["utf-8", "utf-16-le"]), st.integers(1, 9))
def test_rows_are_those_of_the_csv_module_and_bytes_of_the_file(table, delimiter, encoding, step):
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(table)
    received = file.getvalue().encode(encoding)
    rows = Rows(Dripping(received, step), delimiter, limit=LIMIT, encoding=encoding)
    found = []
    for row in rows:
        assert received[row.byte : row.byte + row.size] == row.received
        found.append([cell.text for cell in cells(row.received.decode(encoding), delimiter)])
    written = csv.reader(io.StringIO(file.getvalue(), newline=""), delimiter=delimiter)
    assert [row for row in found if "".join(row).split()] == [row for row in written if "".join(row).split()]


@given(st.lists(st.sampled_from(["a", " ", "", "\r", "é"])), st.integers(1, 5))
def test_lines_with_words_are_given_as_they_stand(parts, step):
    received = "\n".join(parts).encode()
    lines = [(line.line, line.received) for line in Lines(Dripping(received, step), limit=LIMIT)]
    assert lines == [(n, part.encode()) for n, part in enumerate(parts, 1) if part.strip(" \r")]


def test_a_quote_that_never_closes_is_told_with_its_place():
    rows = Rows(io.BytesIO(b'a,b\nc,"d\n' + b"e\n" * 50_000), ",", limit=LIMIT)
    assert [(row.line, row.received is None) for row in rows] == [(1, False), (2, True)]
    assert (rows.unclosed.line, rows.unclosed.byte) == (2, 6)


@pytest.mark.parametrize("received", [b'"' * 300_001, b'a,"' + b'""' * 200_000, b" " * 500_000, b"\n" * 500_000])
def test_what_is_over_the_limit_is_never_held(received):
    rows = Rows(io.BytesIO(received), ",", limit=LIMIT)
    assert all(row.received is None for row in rows)


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [
        ("headline,body", ","),
        ("headline;body,with", ";"),
        ("Headline\tBody", "\t"),
        ('"headline"|"body"', "|"),
        ("headline", ","),
        ("x;y;z", ";"),
    ],
)
def test_the_delimiter_is_the_one_that_gives_most_names(header, delimiter):
    assert delimiter_of(header, frozenset({"headline", "body"})) == delimiter


def test_a_cell_knows_where_it_began():
    assert [(cell.text, cell.start) for cell in cells('a,"b,""c""",d', ",")] == [("a", 0), ('b,"c"', 2), ("d", 12)]
