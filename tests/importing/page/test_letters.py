import pytest

from articles.importing.errors import BadInput
from articles.importing.page.letters import REPLACEMENT, letters_of

WORDS = "Café “Möwe”"


def declared(label, letters):
    return f'<meta http-equiv="Content-Type" content="text/html; charset={label}"><p>'.encode() + letters


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("utf-8", "utf-8", WORDS),
        ("iso-8859-1", "cp1252", WORDS),
        ("US-ASCII", "cp1252", WORDS),
        ("gb2312", "gb18030", "朱镕基"),
        ("x-sjis", "cp932", "①灯台"),
        ("shift_jis", "cp932", "①灯台"),
        ("ks_c_5601-1987", "cp949", "똠방각하"),
        ("koi8-r", "koi8-r", "Маяк"),
        ("iso-2022-jp", "iso2022_jp", "灯台"),
        ("windows-1256", "cp1256", "المنارة"),
    ],
)
def test_a_label_means_what_it_means_to_a_browser(label, codec, words):
    assert letters_of(declared(label, words.encode(codec))).text.endswith(f"<p>{words}")


@pytest.mark.parametrize("label", ["utf-16", "utf-7", "rot13", "no-such-thing"])
def test_a_label_that_cannot_be_true_is_passed_over(label):
    assert letters_of(declared(label, WORDS.encode())).text.endswith(WORDS)


def test_a_byte_order_mark_is_believed_first():
    assert letters_of(b"\xef\xbb\xbf" + declared("koi8-r", WORDS.encode())).text.endswith(WORDS)
    assert letters_of(f"<p>{WORDS}".encode("utf-16")).text == f"<p>{WORDS}"


def test_a_page_that_was_turned_into_utf8_still_names_its_old_encoding():
    words = "Günstige Grüße für größere Möwen, schön übersät"
    assert letters_of(declared("iso-8859-1", words.encode())).text.endswith(words)


def test_what_was_told_is_kept_to_the_letter():
    assert letters_of(declared("utf-8", WORDS.encode("cp1252")), "cp1252").text.endswith(WORDS)
    with pytest.raises(BadInput, match="encoding"):
        letters_of(declared("cp1252", WORDS.encode("cp1252")), "utf-8")


def test_a_byte_that_fits_nowhere_is_replaced_and_remembered():
    letters = letters_of(declared("utf-8", b"one\xfftwo"))
    assert letters.text.endswith(f"one{REPLACEMENT}two")
    assert letters.damage.byte == len(declared("utf-8", b"one"))


def test_control_characters_are_dropped_as_browsers_do():
    assert letters_of(b"<p>It\x00 was\x0b late").text == "<p>It was late"


@pytest.mark.parametrize("received", [b"", b" \n"])
def test_nothing_is_refused(received):
    with pytest.raises(BadInput, match="empty"):
        letters_of(received)
