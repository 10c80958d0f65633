import pytest

from articles.importing.iptc.release import Release, heaviest, signal_of, status_of, strictest
from articles.importing.story import PubStatus, Signal, Step, Story


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("", PubStatus.USABLE),
        ("stat:usable", PubStatus.USABLE),
        ("Usable", PubStatus.USABLE),
        ("http://cv.iptc.org/newscodes/pubstatusg2/withheld", PubStatus.WITHHELD),
        ("stat:cancelled", PubStatus.CANCELED),
        ("house:ready", PubStatus.WITHHELD),
    ],
)
def test_a_status_that_is_unknown_is_no_leave(code, status):
    assert status_of(code) == status


@pytest.mark.parametrize(
    ("code", "signal"),
    [
        ("sig:update", Signal.UPDATE),
        ("sig:correction", Signal.CORRECTION),
        ("x:Mandatory-Kill", Signal.KILL),
        ("sig:atomic", Signal.NONE),
        ("", Signal.NONE),
    ],
)
def test_signals(code, signal):
    assert signal_of(code) == signal


def test_the_heaviest_and_the_strictest_count():
    assert heaviest([Signal.UPDATE, Signal.KILL, Signal.CORRECTION]) == Signal.KILL
    assert heaviest([]) == Signal.NONE
    assert strictest(PubStatus.USABLE, PubStatus.CANCELED, PubStatus.WITHHELD) == PubStatus.CANCELED


def test_what_is_canceled_kills_what_came_before():
    assert Release("stat:canceled").of(Story("")).signal == Signal.KILL


def test_an_unknown_status_is_told_to_the_desk():
    assert Release("house:ready").of(Story("", ednote="A note.")).ednote == "A note.\nStatus: house:ready"


def test_an_embargo_without_zone_is_read_in_utc_and_shown():
    story = Release(embargo="2024-09-28T18:00:00").of(Story(""))
    assert story.embargo.isoformat() == "2024-09-28T18:00:00+00:00"
    assert story.steps == (Step("embargo-without-zone", "2024-09-28T18:00:00", "2024-09-28T18:00:00+00:00"),)


def test_an_embargo_with_a_zone_keeps_it():
    story = Release(embargo="2024-09-28T18:00:00+02:00").of(Story(""))
    assert (story.embargo.isoformat(), story.steps) == ("2024-09-28T18:00:00+02:00", ())


def test_an_embargo_without_time_withholds():
    story = Release(embargo="").of(Story(""))
    assert (story.pub_status, story.ednote) == (PubStatus.WITHHELD, "Embargoed: no time is told")
