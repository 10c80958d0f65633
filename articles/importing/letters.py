"""In which encoding a file is, and the letters of its markup, so that tags and brackets can be found without decoding.

Markup is ASCII. In whatever encoding a file is, one byte stands here for each unit of it (of one, two or four bytes):
the ASCII letter it is, or `x`. What is found at unit n of the letters stands at byte n × width of the file.
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.importing.errors import BadInput

# The longer marks first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How a "<" at the beginning looks where there is no mark (XML 1.0, appendix F).
_FIRST = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),  # "<?xm" in EBCDIC, whose declaration then names the code page
)
_DECLARED = re.compile(r"\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*[\"']\s*([\w.:-]+)", re.ASCII)
# What the web means by these names is more than what they once were (WHATWG Encoding).
_MEANT = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "x-sjis": "cp932", "shift_jis": "cp932"}
# Encodings that shift between states: what begins and what ends the letters that are not ASCII.
_SHIFTS = {
    "iso2022": re.compile(rb"(\x1b\$\(?[@-D]|\x0e)|(\x1b\([BJ]|\x0f)"),
    "hz": re.compile(rb"(~\{)|(~\})"),
}
_LONGEST_SHIFT = 4  # bytes
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_FOREIGN = re.compile("[^\x00-\x7f]")


def encoding_of(head: bytes, told: str = "") -> tuple[str, int]:
    """The codec of a file, most likely XML, that begins with `head`, and how long its byte order mark is.

    What is `told` from outside goes first, but for a mark that says it more exactly. Empty where the file says nothing
    that is known here: XML then means UTF-8. Raises `BadInput` (encoding) where what is told does not exist.
    """
    mark, marked = next(((mark, name) for mark, name in _MARKS if head.startswith(mark)), (b"", ""))
    if told:
        name = known(told)
        if not name:
            reason = _("%(name)s is not a text encoding known here. Name another with --encoding.")
            raise BadInput("encoding", reason % {"name": repr(told)})
        return (marked, len(mark)) if marked.startswith(name.removesuffix("-sig")) else (name, 0)
    if mark:
        return marked, len(mark)
    looks = next((name for first, name in _FIRST if head.lstrip(b" \t\r\n").startswith(first)), "")
    if looks.startswith("utf"):
        return looks, 0
    declared = _DECLARED.match(head[:1024].decode(looks or "latin-1"))
    named = known(declared[1]) if declared else ""
    return ("" if named.startswith(("utf-16", "utf-32")) else named) or looks, 0


def known(name: str) -> str:
    """The name of the codec that is meant by the encoding `name`; empty where there is none for text."""
    try:
        info = codecs.lookup(_MEANT.get(name.casefold().replace("_2312", "2312"), name))
        b"".decode(info.name)  # what is no text, such as "hex", refuses here
    except (LookupError, ValueError):
        return ""
    return info.name


@dataclass(frozen=True)
class Alphabet:
    """How to see the letters of an encoding: `width` bytes are a unit, and `see` makes units of bytes.

    `see` is given the bytes in turn and gives a letter a unit, and what is left over to be given again with the next.
    """

    width: int
    see: Callable[[bytes], tuple[bytes, bytes]]


def alphabet(encoding: str) -> Alphabet:
    """How to see the letters of what is in `encoding`, a codec's name or empty for UTF-8."""
    if encoding.startswith(("utf-16", "utf-32")):
        width = 2 if encoding.startswith("utf-16") else 4
        return Alphabet(width, _wide(width, encoding if encoding[-2:] in ("le", "be") else f"{encoding}-le"))
    shifts = next((shifts for name, shifts in _SHIFTS.items() if encoding.startswith(name)), None)
    return Alphabet(1, _Shifting(shifts).see if shifts else _narrow(encoding or "utf-8"))


def _narrow(encoding: str) -> Callable[[bytes], tuple[bytes, bytes]]:
    """One byte a unit: ASCII and what holds it, EBCDIC too. No byte of a longer letter is "<" or ">" in any of them."""
    alone = (bytes([byte]).decode(encoding, "replace") for byte in range(256))
    table = bytes(ord(letter) if len(letter) == 1 and letter < "\x80" else 0x78 for letter in alone)
    return lambda received: (received.translate(table), b"")


def _wide(width: int, encoding: str) -> Callable[[bytes], tuple[bytes, bytes]]:
    """Two or four bytes a unit; of a letter that takes two units both are seen."""

    def see(received: bytes) -> tuple[bytes, bytes]:
        whole = len(received) - len(received) % width
        text = received[:whole].decode(encoding, "surrogatepass" if width == 2 else "replace")
        if width == 2:
            text = _ASTRAL.sub("xx", text)
        return _FOREIGN.sub("x", text).encode("ascii"), received[whole:]

    return see


class _Shifting:
    """One byte a unit, but only those in between the shifts are ASCII."""

    def __init__(self, shifts: re.Pattern[bytes]) -> None:
        self._shifts = shifts
        self._is_foreign = False

    def see(self, received: bytes) -> tuple[bytes, bytes]:
        cut = max(received.rfind(b"\x1b", -_LONGEST_SHIFT), received.rfind(b"~", -1))
        whole, rest = (received[:cut], received[cut:]) if cut > 0 else (received, b"")
        seen, at = bytearray(), 0
        for shift in self._shifts.finditer(whole):
            seen += self._seen(whole[at : shift.start()]) + b"x" * len(shift[0])
            self._is_foreign, at = shift[1] is not None, shift.end()
        return bytes(seen + self._seen(whole[at:])), rest

    def _seen(self, received: bytes) -> bytes:
        return b"x" * len(received) if self._is_foreign else received.translate(_ASCII)


_ASCII = bytes(byte if byte < 0x80 else 0x78 for byte in range(256))
