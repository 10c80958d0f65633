"""Lines and what they look like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.lines import Line, bold, ends_sentence, is_prose, lines_in, one_line, same_words


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028"])
def test_every_line_end_ends_a_line(end):
    assert [line.text for line in lines_in(f"Tide{end}{end}turns")] == ["Tide", "", "turns"]


def test_a_paragraph_separator_leaves_an_empty_line():
    assert [line.text for line in lines_in("Tide\u2029turns")] == ["Tide", "", "turns"]


def test_white_space_is_folded_and_no_break_spaces_are_kept():
    assert list(lines_in(" \tAt  9\u00a0a.m.\t sharp \n\u200b\n")) == [
        Line("At 9\u00a0a.m. sharp", 2),
        Line("", 21),
        Line("", 23),
    ]


@given(st.text())
def test_lines_lose_no_word_and_know_where_they_begin(text):
    lines = list(lines_in(text))
    seen = " ".join(line.text for line in lines).split()
    assert [word for word in text.split() if any(map(str.isalnum, word))] == [
        word for word in seen if any(map(str.isalnum, word))
    ]
    assert all(text[line.start :].startswith(line.text[:1]) for line in lines)


@pytest.mark.parametrize(
    ("lines", "paragraph"),
    [
        (["The tide", "turned", "late."], "The tide turned late."),
        (["渡船が", "遅れた。", "また"], "渡船が遅れた。また"),
        (["渡船", "Marrowby"], "渡船 Marrowby"),
        ([], ""),
    ],
)
def test_a_paragraph_is_joined_as_its_script_asks(lines, paragraph):
    assert one_line(lines) == paragraph


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("**Tide turns**", "Tide turns"),
        ("**5 * 4**", "5 * 4"),
        ("**Tide** turns **late**", ""),
        ("** Tide **", ""),
        ("****", ""),
        ("*Tide*", ""),
        ("Tide turns", ""),
    ],
)
def test_a_line_is_bold_as_a_whole_or_not(line, words):
    assert bold(line) == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ('Iraq "withdrawal"', "**IRAQ “withdrawal”**", True),
        ("Tide turns", "Tide turns.", True),
        ("Café—at last", "Cafe\u0301 - at\u00a0last", True),
        ("Don’t panic", "Don't panic", True),
        ("Rates rise 3.5%", "Rates rise 35%", False),
        ("C wins", "C++ wins", False),
        ("किताब", "कताब", False),
        ("—", "***", False),
        ("", "", False),
    ],
)
def test_two_lines_say_the_same_or_not(one, other, same):
    assert same_words(one, other) is same


@pytest.mark.parametrize(
    ("line", "ends"),
    [("It rained.", True), ("“Did it?”", True), ("(It did.)", True), ("雨。", True), ("It rained", False), ("", False)],
)
def test_a_sentence_ends_with_the_line_or_not(line, ends):
    assert ends_sentence(line) is ends


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The harbour was closed on Monday. Ships were told to wait until the storm had passed.", True),
        ("“We were asleep.” The harbour master said so.", True),
        (f"The harbour {'really ' * 20}was closed.", True),
        (f"港は{'本当に' * 40}閉鎖された。", True),
        ("Will the U.S. leave Iraq? Mr. Smith goes to Washington, D.C.", False),
        ("He won. Now what?", False),
        ("Gov. Hale loses her bid for mayor in the U.S.", False),
        ("It rained.", False),
        (f"Harbour {'really ' * 20}closed", False),
    ],
)
def test_prose_is_told_from_headlines(text, prose):
    assert is_prose(text) is prose
