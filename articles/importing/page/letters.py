"""The text of a page's bytes, by the rules of the HTML standard for naming an encoding, and without guessing.

A byte that fits nowhere is no reason to refuse a page as long as it stands in a script; in a word of the story it is.
"""

import codecs
import re
from dataclasses import dataclass

from articles.importing.decoding import decode
from articles.importing.errors import BadInput
from articles.importing.story import Step

REPLACEMENT = "\ufffd"

_DECLARED_WITHIN = 1 << 16  # bytes; the standard asks for 1,024, saved pages put other things first
_NO_ACCIDENT = 6  # bytes that continue a letter of UTF-8
_DECLARED = re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*[\"']\s*([\w.:-]+)", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = bytes({*range(0x09), *range(0x0E, 0x20)} | {0x0B})
_SHIFTING = "iso2022"  # in these encodings an escape is part of the letters

# What a label means to a browser, where Python takes it for less.
_MEANS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
# Labels of the standard that Python does not know.
_LABELS = {
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "x-x-big5": "big5hkscs",
    "x-euc-jp": "euc_jp",
    "windows-874": "cp874",
    "windows-949": "cp949",
    "ks_c_5601-1989": "cp949",
    "iso-8859-8-i": "iso8859-8",
    "x-mac-roman": "mac-roman",
    "x-user-defined": "cp1252",
}


@dataclass(frozen=True)
class Letters:
    """The text of a page. Where bytes were unreadable, REPLACEMENT stands for them and `damage` says where."""

    text: str
    damage: BadInput | None = None
    steps: tuple[Step, ...] = ()


def letters_of(received: bytes, told: str | None = None) -> Letters:
    """The text of `received`: as `told`, by byte order mark, as declared, as UTF-8, as cp1252.

    Raises `BadInput` (empty, binary, encoding): what was told is kept to the letter, what is declared is not.
    """
    if told or received.startswith(_MARKS):
        decoded = decode(received, told)
        return Letters(decoded.text, steps=decoded.steps)
    declared = _declared(received)
    if declared != "utf-8" and _is_surely_utf8(received):
        declared = "utf-8"
    received = received.translate(None, _CONTROLS if not declared.startswith(_SHIFTING) else b"\x00")
    try:
        decoded = decode(received, declared or None)
    except BadInput as problem:
        if problem.code != "encoding":
            raise
        return _read_all_the_same(received, declared or "utf-8", problem)
    return Letters(decoded.text, steps=decoded.steps)


def _declared(received: bytes) -> str:
    """The encoding that the page names, as a browser would take it; empty where it names none that is known."""
    head = received[:_DECLARED_WITHIN]
    found = _XML.match(head) or _DECLARED.search(head)
    return _meaning(found[1].decode("ascii", "replace")) if found else ""


def _meaning(label: str) -> str:
    label = label.lower()
    if label in _LABELS:
        return _LABELS[label]
    try:
        name = codecs.lookup(label).name
        if name.startswith(("utf-16", "utf-32", "utf-7")):
            return "utf-8"  # the declaration could not be read if that were true; a browser takes it so
        b"a".decode(name)
    except (LookupError, ValueError):
        return ""  # also what Python calls an encoding but is none of text, such as rot13
    return _MEANS.get(name, name)


def _is_surely_utf8(received: bytes) -> bool:
    """Whether so many letters of several bytes fit that it is no accident: who saves a page often turns it into UTF-8.

    What the page says of itself then still names the encoding it was sent in.
    """
    try:
        letters = len(received.decode("utf-8"))
    except UnicodeDecodeError:
        return False
    return len(received) - letters >= _NO_ACCIDENT


def _read_all_the_same(received: bytes, encoding: str, problem: BadInput) -> Letters:
    """The text with REPLACEMENT for what is no letter."""
    return Letters(received.decode(encoding, "replace"), problem)
