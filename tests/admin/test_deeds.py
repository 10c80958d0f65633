"""Verbs and times as somebody tells of them."""

from datetime import UTC, datetime, timedelta

import pytest

from articles import clock
from articles.admin.deeds import DEEDS, ago, deed
from articles.states import Verb

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)


def test_every_verb_has_its_deed():
    assert set(DEEDS) == set(Verb)
    assert deed("request_changes") == "Changes requested"


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1\xa0minute ago"),
        (timedelta(hours=5, minutes=40), "5\xa0hours ago"),
        (timedelta(days=6, hours=23), "6\xa0days ago"),
        (timedelta(days=7), "3 March 2026"),
    ],
)
def test_a_time_is_told_in_one_unit_and_after_a_week_as_a_day(before, told):
    with clock.set_to(NOW):
        assert ago(NOW - before) == told
