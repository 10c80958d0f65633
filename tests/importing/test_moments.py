"""Times as suppliers write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.moments import moment

TWO = datetime.timezone(datetime.timedelta(hours=2))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2024-09-28T10:11:12+02:00", "2024-09-28T10:11:12+02:00"),
        ("2024-09-28T10:11:12Z", "2024-09-28T10:11:12+00:00"),
        ("20240928T101112+0200", "2024-09-28T10:11:12+02:00"),
        ("2024-09-28 10:11:12", "2024-09-28T10:11:12+00:00"),
        ("2024-09-28 10:11:12 +0200", "2024-09-28T10:11:12+02:00"),
        ("2024-09-28 10:11 UTC", "2024-09-28T10:11:00+00:00"),
        ("2024-09-28", "2024-09-28T00:00:00+00:00"),
        ("2024-09", "2024-09-01T00:00:00+00:00"),
        ("2024", "2024-01-01T00:00:00+00:00"),
        ("Sat, 28 Sep 2024 10:11:12 GMT", "2024-09-28T10:11:12+00:00"),
        ("Sat, 28 Sept 2024 10:11:12 +0200", "2024-09-28T10:11:12+02:00"),
        ("Sat, 28 Sep 24 10:11:12 EST", "2024-09-28T10:11:12-05:00"),
    ],
)
def test_a_time_keeps_the_offset_it_was_said_with(text, told):
    found = moment(text)
    assert found is not None
    assert found.isoformat() == told


def test_a_time_without_offset_is_in_the_zone_handed_in():
    assert moment("2024-09-28 10:11", TWO) == datetime.datetime(2024, 9, 28, 10, 11, tzinfo=TWO)


@pytest.mark.parametrize("text", ["", "yesterday", "0000-00-00 00:00:00", "2024-13-01", "28/09/2024", "0001-01-01"])
def test_what_is_no_time_or_none_of_the_calendar_is_none(text):
    assert moment(text, TWO) is None


@given(st.text(max_size=40))
def test_any_text_is_an_aware_time_or_none(text):
    found = moment(text)
    assert found is None or found.tzinfo is not None
