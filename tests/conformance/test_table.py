"""The table itself: it must not call met what is not."""

from tests.conformance.table import ALL, Row, is_met, lines_of


def a_row(right, **targets):
    row = Row("wires", {name.replace("_", " "): least for name, least in targets.items()}, files=1, stories=4)
    row.count("headline", right, of=4)
    return row


def test_a_share_below_its_target_is_missed_and_one_at_it_is_met():
    assert (a_row(3, headline=0.76).missed(), a_row(3, headline=0.75).missed()) == (["headline"], [])


def test_a_field_that_was_never_compared_is_missed():
    assert a_row(4, byline=0.1).missed() == ["byline"]


def test_what_holds_for_all_fields_holds_for_those_without_a_target_of_their_own():
    row = Row("wires", {ALL: 1.0, "date": 0.5}, files=1)
    row.count("headline", 1, of=2)
    row.count("date", 1, of=2)
    assert row.missed() == ["headline"]


def test_work_that_takes_longer_is_missed():
    row = Row("wires", {"ms a story": 2}, files=1)
    row.time("ms a story", 10, of=4)
    assert row.missed() == ["ms a story"]


def test_a_corpus_that_is_not_there_misses_nothing_and_says_so():
    row = Row("wires", {"headline": 1.0})
    assert row.missed() == []
    assert list(lines_of([row]))[-1] == "Nothing was measured: the corpora are not on this machine."


def test_a_crash_is_never_met():
    row = a_row(4)
    assert is_met([row])
    row.crashes.append("ferry.txt: KeyError")
    assert (is_met([row]), list(lines_of([row]))[-1]) == (False, "CRASH in wires: ferry.txt: KeyError")


def test_a_line_tells_field_share_answers_and_target():
    (line,) = [line for line in lines_of([a_row(3, headline=0.9)]) if "0.750" in line]
    assert line.split() == ["wires", "1", "4", "0", "0", "headline", "0.750", "4", "≥", "0.900", "NOT", "MET"]
