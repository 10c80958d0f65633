"""Bytes to text: what was told, marked or declared, strict UTF-8, cp1252 at last; and every way to say no."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.decoding import decode
from articles.importing.errors import BadInput
from articles.importing.story import Step

TEXT = "Tide turns\r\n\r\nThe “café” on the quay—at last—opened.\n"


def refused(received, encoding=None):
    """The name of the error, its line and byte."""
    with pytest.raises(BadInput) as caught:
        decode(received, encoding)
    return caught.value.code, caught.value.line, caught.value.byte


@pytest.mark.parametrize(
    ("received", "told", "encoding"),
    [
        (TEXT.encode("utf-8"), None, "utf-8"),
        (TEXT.encode("utf-8-sig"), None, "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), None, "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), None, "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), None, "utf-32-le"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), None, "utf-32-be"),
        (TEXT.encode("cp1252"), None, "cp1252"),
        (TEXT.encode("cp1252"), "windows-1252", "cp1252"),
        (TEXT.encode("utf-8"), "UTF8", "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8", "utf-8"),
        (TEXT.encode("utf-8"), "utf-8-sig", "utf-8"),
        (TEXT.encode("utf-16"), "utf-16", "utf-16-le"),
        (TEXT.encode("utf-16-le"), "utf-16", "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be", "utf-16-be"),
        (TEXT.encode("utf-7"), "utf-7", "utf-7"),
    ],
)
def test_text_is_read_in_the_encoding_it_is_in(received, told, encoding):
    decoded = decode(received, told)
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ("Content-Type: text/plain; charset=koi8-r\n\n", "koi8-r"),
        ('MIME-Version: 1.0\ncontent-type: text/plain;\tcharset="windows-1251"\n\n', "cp1251"),
        ('<?xml version="1.0" encoding="ISO-8859-5"?>\n', "iso8859-5"),
    ],
)
def test_what_the_text_declares_is_believed(declaration, encoding):
    text = f"{declaration}Паром опоздал на час\n"
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_a_declaration_that_its_own_bytes_disprove_is_not():
    text = "Content-Type: text/plain; charset=utf-16\n\nTide turns\n"
    assert decode(text.encode("utf-8")).text == text


def test_a_declaration_must_hold_for_every_byte():
    assert refused("Content-Type: text/plain; charset=ascii\n\nCafé".encode()) == ("encoding", 3, 44)


@pytest.mark.parametrize("encoding", ["no-such-code", "base64", "кои8", ""])
def test_only_encodings_of_text_are_known(encoding):
    if encoding:
        assert refused(b"Tide turns", encoding) == ("encoding", None, None)
    else:
        assert decode(b"Tide turns", encoding).encoding == "utf-8"


def test_cp1252_is_a_step_that_shows_the_line():
    decoded = decode("Tide turns\nThe “café” opened.\nIt rained.".encode("cp1252"))
    assert decoded.steps == (Step("read-as-cp1252", r"The \x93caf\xe9\x94 opened.", "The “café” opened."),)


def test_latin_1_with_curly_quotes_is_cp1252():
    decoded = decode("The “café” opened.".encode("cp1252"), "latin-1")
    assert (decoded.text, decoded.encoding) == ("The “café” opened.", "cp1252")
    assert [step.name for step in decoded.steps] == ["read-as-cp1252"]


def test_latin_1_without_is_latin_1():
    assert decode("Café".encode("latin-1"), "latin-1").encoding == "iso8859-1"


@pytest.mark.parametrize("undefined", [b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"])
def test_a_byte_undefined_in_cp1252_is_named(undefined):
    assert refused(b"Tide turns\r\n\r\nIt \x93was" + undefined + b"\x94.") == ("encoding", 3, 21)


@pytest.mark.parametrize(
    ("text", "stray", "place"),
    [
        ("The “café” opened.\nIt was a ", b"\xe9", (2, 33)),
        ("Café, naïve.\nÀ la carte, ", b"\x94", (2, 28)),
        ("Das Büro in Łódź.\n", b"\xfc", (2, 22)),
        ("Паром опоздал.\nНа час ", b"\xff", (2, 39)),
        ("渡船遅れる\n", b"\xff", (2, 16)),
        ("Sold for 5 €.\n", b"\xff", (2, 16)),
        ("Launch 🚀\n", b"\xff", (2, 12)),
    ],
)
def test_utf8_with_one_stray_byte_is_refused_and_not_garbled(text, stray, place):
    assert refused(text.encode("utf-8") + stray + b" sunny day.") == ("encoding", *place)


@given(st.lists(st.sampled_from(["Été", "“über”", "mañana…", "€5", "Øre—Å", "ÖBB", "Ñandú", "it’s"]), min_size=1))
def test_no_utf8_of_western_europe_passes_for_cp1252(words):
    with pytest.raises(BadInput, match=r"^encoding, line 1"):
        decode(" ".join([*words, "£"]).encode() + b"\xa3")


@pytest.mark.parametrize("encoding", ["cp1251", "iso8859-7", "shift_jis", "gbk", "euc-kr"])
def test_what_no_language_looks_like_in_cp1252_is_refused(encoding):
    text = {"cp1251": "Паром опять опоздал", "iso8859-7": "Το πλοίο άργησε", "euc-kr": "배가 또 늦었다"}
    received = text.get(encoding, "船又晚了一个小时").encode(encoding, "ignore")
    assert refused(received)[0] == "encoding"
    assert decode(received, encoding).encoding == codecs.lookup(encoding).name


@pytest.mark.parametrize(
    "text",
    [
        "„MENÜ“ stand am Café",
        "“VOLTO AMANHÔ, disse João",
        "Il dit : « à bientôt »",
        "Øl på Ærø er billigt",
        "£5 … ½ price",
    ],
)
def test_languages_that_cp1252_was_made_for_are_read(text):
    assert decode(text.encode("cp1252")).text == text


def test_words_garbled_before_they_came_are_kept_and_flagged():
    decoded = decode("He said â€œyesâ€\x9d to the cafÃ©.".encode())
    assert decoded.text == "He said â€œyesâ€\x9d to the cafÃ©."
    assert [(step.name, step.before == step.after) for step in decoded.steps] == [("looks-garbled", True)]


@pytest.mark.parametrize("received", [b"", b" \r\n\t\n", "\ufeff".encode("utf-16-le"), "\u00a0\u200b\n".encode()])
def test_white_space_is_empty(received):
    assert refused(received) == ("empty", None, None)


@pytest.mark.parametrize(
    ("received", "line", "byte"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 3, 8),
        (b"Tide\rturns\r\n\x00", 3, 12),
        (b"\x1f\x8b\x08\x00", 1, 0),
        ("Tide turns".encode("utf-16-le"), 1, 1),
        (b"\x1b$B", 1, 0),
        ("\ufeffTide\nturns\x00".encode("utf-16-le"), 2, 22),
    ],
)
def test_what_no_text_holds_is_binary(received, line, byte):
    assert refused(received) == ("binary", line, byte)


@pytest.mark.parametrize(
    ("received", "told", "place"),
    [
        (codecs.BOM_UTF8 + b"Tide\nca\xe9", None, (2, 10)),
        (codecs.BOM_UTF16_LE + "Tide\n\u0a0aturns".encode("utf-16-le") + b"\x00", None, (2, 24)),
        ("café".encode("cp1252"), "utf-8", (1, 3)),
        (b"+2AA-", "utf-7", (1, 0)),
    ],
)
def test_what_cannot_be_read_as_marked_or_told_is_named_by_line_and_byte(received, told, place):
    assert refused(received, told) == ("encoding", *place)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "shift_jis"])
def test_a_span_is_the_bytes_of_the_characters(encoding):
    text = "Tide turns\nThe café"[: 15 if encoding == "shift_jis" else None]
    decoded = decode(text.encode(encoding), encoding)
    start, end = decoded.span(5, 15)
    assert decoded.received[start:end].decode(decoded.encoding) == "turns\nThe "
    assert decoded.place(11) == {"line": 2, "byte": decoded.span(11, 11)[0]}


def test_an_encoding_that_shifts_has_no_spans():
    decoded = decode("潮が turns".encode("iso2022_jp"), "iso2022_jp")
    assert decoded.span(0, 1) is None
