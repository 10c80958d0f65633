import pytest

from articles.importing.markdown.times import time_told


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("2019-05-03", "2019-05-03T00:00:00+00:00"),
        ("2019-5-3 9:00:00 -4", "2019-05-03T09:00:00-04:00"),
        ("2019-05-03 09:00 +0100", "2019-05-03T09:00:00+01:00"),
        ("2019-05-03t09:00:00.5-05:00", "2019-05-03T09:00:00-05:00"),
        ("2019-05-03T09:00Z", "2019-05-03T09:00:00+00:00"),
        ("May 3, 2019", "2019-05-03T00:00:00+00:00"),
        ("3rd  Sept. 2019", "2019-09-03T00:00:00+00:00"),
        ("Fri, 03 May 2019 09:00:00 +0100", "2019-05-03T09:00:00+01:00"),
    ],
)
def test_times_are_read_as_hands_write_them(words, time):
    assert time_told(words).isoformat() == time


@pytest.mark.parametrize("words", ["", "3/4/2019", "2019-13-45", "next spring", "Foo 3, 2019", "2019-05-03 09:00 -99"])
def test_what_says_no_time_or_two_is_none(words):
    assert time_told(words) is None
