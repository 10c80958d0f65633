"""The blocks of plain-text wire copy."""

import pytest

from articles.importing.errors import BadInput
from articles.importing.readers import detect
from articles.importing.readers.reader import Head
from articles.importing.readers.wire import read
from articles.importing.story import Block, Step
from tests.importing.conftest import wire_item

LONG = (
    "The harbour was closed on Monday, and ships were told to wait outside until the storm had passed. All of them did."
)


def story_of(text):
    return read(wire_item(text.encode("utf-8")))


def blocks_of(text):
    return [block.text for block in story_of(text).blocks]


def refused(text):
    with pytest.raises(BadInput) as caught:
        story_of(text)
    return caught.value.code, caught.value.line, caught.value.byte


def test_text_that_is_nothing_more_special_is_wire_copy():
    assert detect(Head("story", b"Tide turns")).name == "wire"


def test_a_block_knows_where_it_began():
    assert story_of("\n Tide turns\n\n\tLate\nagain\n\nToday").blocks == (
        Block("p", "Late again", 15),
        Block("p", "Today", 27),
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_any_line_end_will_do(end):
    text = end.join(["", "", "Tide turns", "", "It rained. The harbour was", "closed.", "", "", "Still is."])
    assert story_of(text).headline == "Tide turns"
    assert blocks_of(text) == ["It rained. The harbour was closed.", "Still is."]


def test_no_break_spaces_and_tabs_within_words_are_kept_apart():
    assert blocks_of("Tide turns\n\nAt\u00a09 a.m.,\tsharp") == ["At\u00a09 a.m., sharp"]


def test_a_wrapped_headline_is_one():
    headline = "Tide turns two hours late and\nnobody knows why"
    text = f"{headline}\n\nTeaser.\n\n{headline}\nText."
    assert story_of(text).headline == "Tide turns two hours late and nobody knows why"
    assert blocks_of(text) == ["Teaser.", "Tide turns two hours late and nobody knows why", "Text."]


def test_a_teaser_right_under_the_headline_is_a_block():
    assert blocks_of("Tide turns\nIt was two hours late.\n\nText.") == ["It was two hours late.", "Text."]


def test_headline_again_bold_line_and_text_need_no_blank_lines_between():
    assert blocks_of("Tide turns\n\nTIDE TURNS\n**Why now?**\nText that\ngoes on") == [
        "TIDE TURNS",
        "**Why now?**",
        "Text that goes on",
    ]


def test_lines_wider_than_anybody_wraps_are_paragraphs():
    assert blocks_of(f"Tide turns\n{LONG} {LONG}\n{LONG}\nWhat came of it\n{LONG}") == [
        f"{LONG} {LONG}",
        LONG,
        "What came of it",
        LONG,
    ]


def test_a_short_line_that_ends_a_sentence_ends_its_paragraph():
    text = "Tide turns\n\nThe harbour was closed on Monday, and ships\nwere told to wait.\n"
    text += "All of them did, says the harbour master, who\nknows."
    assert blocks_of(text) == [
        "The harbour was closed on Monday, and ships were told to wait.",
        "All of them did, says the harbour master, who knows.",
    ]


def test_a_signoff_needs_no_blank_line_however_full_the_line_before():
    assert blocks_of("Tide turns\n\nThe harbour was closed on Monday.\nAda Finch for Tidewater Times\n\n") == [
        "The harbour was closed on Monday.",
        "Ada Finch for Tidewater Times",
    ]


def test_lines_that_told_the_encoding_are_a_step():
    text = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nTide turns\n\nIt rained."
    assert story_of(text).headline == "Tide turns"
    assert story_of(text).steps == (
        Step("encoding-declaration", "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8", ""),
    )


def test_a_headline_may_look_like_a_declaration():
    assert story_of("Content-makers: what they earn\n\nLittle.").headline == "Content-makers: what they earn"


@pytest.mark.parametrize(
    "headline",
    [
        "Will the U.S. leave Iraq? Mr. Smith goes to Washington, D.C.",
        "He won. Now what?",
        "“Nobody moves the piano.”",
        "T" * 300,
        "潮の変わり目",
    ],
)
def test_headlines_are_taken_as_they_are(headline):
    assert story_of(f"{headline}\n\nText.").headline == headline


def test_a_headline_that_comes_again_may_be_as_long_as_a_sentence():
    assert story_of(f"{LONG}\n\nTeaser.\n\n{LONG}\nText.").headline == LONG


@pytest.mark.parametrize(
    ("text", "line", "byte"),
    [
        (f"\r\n{LONG} {LONG}\r\n\r\nText.", 2, 2),
        ("It rained on Monday. Ships waited.\n\nText.", 1, 0),
        ("The harbour was closed on Monday after a\nstorm.\n\nText.", 1, 0),
        (f"{'é' * 301}\n\nText.", 1, 0),
        ("\n\n* * *\n\nText.", 3, 2),
        ("<!DOCTYPE html>\n<p>Tide turns", 1, 0),
        ("{\\rtf1\\ansi Tide turns}\n\nText", 1, 0),
        ("Content-Type: text/plain; charset=utf-8\n\n", 1, 0),
    ],
)
def test_what_begins_without_a_headline_is_refused_by_line_and_byte(text, line, byte):
    assert refused(text) == ("no-headline", line, byte)
