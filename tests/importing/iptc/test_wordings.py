import pytest

from articles.importing.iptc.wordings import Wording, dek_of, headline_of, kicker_of


@pytest.mark.parametrize(
    ("wording", "line"),
    [
        (Wording("a  < b\n"), "a < b"),
        (Wording("<p>a <b>b</b></p>"), "a b"),
        (Wording("<p>a</p>", kind="text/plain"), "<p>a</p>"),
        (Wording("a &amp; b", kind="application/xhtml+xml"), "a & b"),
    ],
)
def test_a_wording_as_one_line(wording, line):
    assert wording.line == line


def test_roles_tell_headline_kicker_and_dek_apart():
    headlines = [Wording("Sub", "sub"), Wording("Kicker", "kicker"), Wording("Print", "print"), Wording("Main", "main")]
    assert (headline_of(headlines), kicker_of(headlines), dek_of([], headlines)) == ("Main", "Kicker", "Sub")


def test_a_headline_of_an_unknown_role_is_better_than_none():
    assert headline_of([Wording("Sub", "sub"), Wording("For phones", "mobile")]) == "For phones"
    assert headline_of([Wording("Sub", "sub")]) == ""


def test_a_summary_is_the_dek_and_a_caption_is_none():
    assert dek_of([Wording("Caption", "caption"), Wording("Plain"), Wording("Summary", "summary")], []) == "Summary"
    assert dek_of([Wording("Caption", "caption")], []) == ""


def test_plain_text_goes_before_markup_and_empty_words_are_none():
    descriptions = [Wording(" "), Wording("<p>Markup</p>"), Wording("Plain")]
    assert dek_of(descriptions, []) == "Plain"
