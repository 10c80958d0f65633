import pytest

from articles.importing.iptc.xml_values import expected, holds

RIGHT_AND_WRONG = {
    "date": (["2024-02-29", "2024-01-01Z", "2024-01-01+14:00", "12024-01-01"], ["2023-02-29", "2024-1-1", "today"]),
    "dateTime": (
        ["2024-02-29T01:02:03Z", "2024-02-29T24:00:00", "2024-02-29T01:02:03.5-05:00", " 2024-02-29T01:02:03\n"],
        ["2024-02-30T01:02:03Z", "2024-02-29T24:00:01", "2024-02-29T1:02:03", "2024-02-29", ""],
    ),
    "dateTime|empty": (["2024-02-29T01:02:03Z", ""], [" ", "soon"]),
    "qcode": (["medtop:20000002", "a:b:c"], ["medtop", ":a", "a:", "a: b"]),
    "qcodes": (["a:b", "a:b c:d", ""], ["a:b c"]),
    "1to9": (["1", "09", "+5"], ["0", "10", "1.0", ""]),
    "0to100": (["0", "100", "-0"], ["101", "-1"]),
    "counted": (["0", "7"], ["-1", "1.5"]),
    "positive": (["1"], ["0", "-1"]),
    "decimal": (["1", "-.5", "1."], ["1e3", ".", ""]),
    "boolean": (["true", "0"], ["yes", "TRUE"]),
    "language": (["en", "en-GB"], ["en_GB", "", "abcdefghij"]),
    "line": (["a  b", ""], ["a\nb", "a\tb"]),
    "name": (["a1", "_b", "ä"], ["1a", "a b", "a:b"]),
    "duration": (["P1D", "-PT1.5S"], ["P", "PT", "1D"]),
    "uri": (["https://a.example/", "urn:a", "../b", ""], ["1a:b"]),
    "text": (["anything\n"], []),
}


@pytest.mark.parametrize("kind", RIGHT_AND_WRONG)
def test_what_a_type_takes(kind):
    right, wrong = RIGHT_AND_WRONG[kind]
    assert [value for value in right if not holds(kind, value)] == []
    assert [value for value in wrong if holds(kind, value)] == []


def test_what_is_expected_is_told_in_words():
    assert expected("dateTime|empty").startswith("a date and time such as")
    assert expected("scan") == "scan"
