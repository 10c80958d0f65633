"""What a wrong encoding leaves behind."""

import pytest

from articles.importing import mojibake


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He said â€œyes", "â€œyes"),
        ("the cafÃ© on the quay", "cafÃ©"),
        ("5Â°C", "5Â°C"),
        ("ï»¿Tide", "ï»¿Tide"),
        ("5 â‚¬", "â‚¬"),
        ("pâté à la façon d’Ålesund", ""),
        ("“VOLTO AMANHÔ", ""),
        ("Die Ã–BB", "Ã–BB"),
        ("", ""),
    ],
)
def test_the_first_garbled_word_is_found(text, word):
    assert mojibake.trace(text) == word


@pytest.mark.parametrize(
    ("received", "nearly"),
    [
        ("Паром опоздал".encode() + b"\xff", True),
        ("“It’s late”".encode() + b"\x94", True),
        ("„MENÜ“".encode("cp1252"), False),
        ("« CAFÉ»".encode("cp1252"), False),
        (b"", False),
    ],
)
def test_damaged_utf8_is_told_from_legacy_text(received, nearly):
    assert mojibake.is_nearly_utf8(received) is nearly


@pytest.mark.parametrize(
    ("text", "garbled"),
    [("cafÃ©", True), ("Ïàðîì îïîçäàë", True), ("Øl på Ærø er billigt", False), ("£5", False), ("£ ½", False)],
)
def test_what_is_garbled_is_no_language(text, garbled):
    assert mojibake.is_garbled(text) is garbled
