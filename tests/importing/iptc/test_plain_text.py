import pytest

from articles.importing.iptc.plain_text import blocks_of_text


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\nTwo.", ["One.", "Two."]),
        ("One line\nwrapped.\n\nTwo.\n", ["One line wrapped.", "Two."]),
        ("   One line\nwrapped.\n   Two.", ["One line wrapped.", "Two."]),
        ("\tOne.\r\n\tTwo\r\nwrapped.", ["One.", "Two wrapped."]),
        ("Headed\n  set in\nwrapped", ["Headed", "set in wrapped"]),
        ("\n\n", []),
        ("", []),
        ("1 < 2 & 3", ["1 < 2 & 3"]),
    ],
)
def test_paragraphs(text, paragraphs):
    assert [block.text for block in blocks_of_text(text)] == paragraphs
