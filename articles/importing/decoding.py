"""From bytes to text, without guessing: as told, by byte order mark, as declared, strict UTF-8, cp1252 last.

Statistical guessing gets short legacy text wrong; cp1252 refuses just five byte values, so that it is taken only when
the result shows no sign of being something else read wrongly.
"""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles.importing import mojibake
from articles.importing.errors import BadInput
from articles.importing.story import Step
from articles.text.characters import is_blank

# The longer marks first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Codecs that expect a mark, and what they mean where there is none.
_WITHOUT_MARK = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_DECLARED = re.compile(
    rb"\A\s*(?:<\?xml\s[^>]*?\bencoding\s*=\s*[\"']?"
    rb"|(?:(?:mime-version|content-[\w-]+):[^\n]*\n)*?content-type:[^\n]*?\bcharset\s*=\s*[\"']?)([\w.:-]+)",
    re.IGNORECASE,
)
# Tabs, line ends, backspaces and the end mark of old systems are text.
_BINARY = bytes(code for code in range(32) if code not in b"\b\t\n\v\f\r\x1a")
_BINARY_BYTE = re.compile(b"[%b]" % _BINARY)
_LATIN_1 = "iso8859-1"
_CONTROLS_OF_LATIN_1 = re.compile("[\x80-\x9f]")
_LINE_END = re.compile("\r\n?|\n")
_SHOWN = 200  # characters before and after the one in question


@dataclass(frozen=True)
class Decoded:
    """Text, and the bytes it was: `mark` is the length of the byte order mark that stood before it."""

    text: str
    received: bytes = field(repr=False)
    encoding: str = "utf-8"
    mark: int = 0
    steps: tuple[Step, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """First byte, and the byte after the last, of the characters from `start` to `end`.

        None in the few encodings that shift between states, where no such bytes stand for themselves.
        """
        try:
            first, last = (self.mark + len(self.text[:at].encode(self.encoding)) for at in (start, end))
            exact = self.received[first:last].decode(self.encoding) == self.text[start:end]
        except UnicodeError:
            return None
        return (first, last) if exact else None

    def place(self, position: int) -> dict[str, int | None]:
        """Line and byte of a character, as a `BadInput` names them."""
        span = self.span(position, position)
        return {"line": _line(self.text[:position]), "byte": span[0] if span else None}


def decode(received: bytes, encoding: str | None = None) -> Decoded:
    """`received` as text, in `encoding` if one is told. Raises `BadInput` (empty, binary, encoding)."""
    if not received.strip():
        raise BadInput("empty", _("There is nothing in it. Ask for it to be sent again."))
    mark, marked = next(((mark, name) for mark, name in _MARKS if received.startswith(mark)), (b"", ""))
    if encoding:
        told = _codec(encoding)
        if marked.startswith(told.removesuffix("-sig")):
            return _read(received, marked, len(mark))
        return _read(received, told)
    if mark:
        return _read(received, marked, len(mark))
    if (binary := _first_binary(received)) is not None:
        place = {"line": _line_of(received, "ascii", binary), "byte": binary}
        raise _binary(f"0x{received[binary]:02x}", place)
    declared = _declared(received)
    if declared:
        return _read(received, declared)
    try:
        received.decode("utf-8")
    except UnicodeDecodeError as error:
        return _read_as_cp1252(received, "utf-8", error.start)
    return _read(received, "utf-8")


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError) as error:
        raise _unknown(name) from error


def _declared(received: bytes) -> str:
    """The encoding that the text itself names. In one of two or four bytes a letter its name could not be read."""
    found = _DECLARED.match(received[:1024])
    name = _codec(found[1].decode("ascii")) if found else ""
    return "" if name.startswith(("utf-16", "utf-32")) else name


def _read(received: bytes, encoding: str, mark: int = 0) -> Decoded:
    encoding = _WITHOUT_MARK.get(encoding, encoding)
    try:
        text = received[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(received, encoding, mark + error.start) from error
    except (LookupError, ValueError) as error:
        raise _unknown(encoding) from error
    if encoding == _LATIN_1 and (control := _CONTROLS_OF_LATIN_1.search(text)):
        # What calls itself Latin-1 and has curly quotes is cp1252; the web reads it so, too.
        return _read_as_cp1252(received, encoding, control.start())
    return _sound(Decoded(text, received, encoding, mark, _flagged(text)))


def _read_as_cp1252(received: bytes, called: str, first: int) -> Decoded:
    """cp1252, when no byte is undefined there and the result is not garbled.

    `first` is the byte that cannot be right in what the text was `called`.
    """
    if mojibake.is_nearly_utf8(received):
        raise _undecodable(received, called, first)
    try:
        text = received.decode("cp1252")
    except UnicodeDecodeError as undefined:
        raise _undecodable(received, f"{called} or cp1252", undefined.start) from undefined
    if mojibake.is_garbled(text):
        raise _undecodable(received, called, first)
    around = slice(*_line_around(text, first))
    before = received[around].decode("utf-8", errors="backslashreplace")
    return _sound(Decoded(text, received, "cp1252", steps=(Step("read-as-cp1252", before, text[around]),)))


def _line_around(text: str, position: int) -> tuple[int, int]:
    """Where the line begins and ends that the character stands in, or as much of it as one likes to read."""
    before = _LINE_END.split(text[max(0, position - _SHOWN) : position])[-1]
    after = _LINE_END.split(text[position : position + _SHOWN])[0]
    return position - len(before), position + len(after)


def _flagged(text: str) -> tuple[Step, ...]:
    """Words that were garbled before they came here stay as they are, and are shown to whoever looks."""
    garbled = mojibake.trace(text)
    return (Step("looks-garbled", garbled, garbled),) if garbled else ()


def _sound(decoded: Decoded) -> Decoded:
    """`decoded`, if it is text. Control characters and halves of characters cannot even be kept."""
    text = decoded.text
    try:
        letters = text.encode()
    except UnicodeEncodeError as half:
        before = text[: half.start].encode(decoded.encoding)
        raise _undecodable(decoded.received, decoded.encoding, len(before)) from half
    if (binary := _first_binary(letters)) is not None:
        position = len(letters[:binary].decode())
        raise _binary(f"U+{letters[binary]:04X}", decoded.place(position))
    if is_blank(text):
        raise BadInput("empty", _("There is nothing in it but white space. Ask for it to be sent again."))
    return decoded


def _first_binary(letters: bytes) -> int | None:
    """Where the first byte stands that is no text, in ASCII or what holds it; that none does is seen at once."""
    if len(letters.translate(None, _BINARY)) == len(letters):
        return None
    found = _BINARY_BYTE.search(letters)
    return found and found.start()


def _undecodable(received: bytes, encoding: str, byte: int) -> BadInput:
    return BadInput(
        "encoding",
        _("%(value)s cannot be read as %(encoding)s. Name the right encoding with --encoding.")
        % {"value": f"0x{received[byte]:02x}" if byte < len(received) else _("The end"), "encoding": encoding},
        line=_line_of(received, encoding, byte),
        byte=byte,
    )


def _unknown(name: str) -> BadInput:
    return BadInput(
        "encoding",
        _("%(name)s is not a text encoding known here. Name another with --encoding.") % {"name": repr(name)},
    )


def _binary(value: str, place: Mapping[str, int | None]) -> BadInput:
    return BadInput(
        "binary",
        _("%(value)s does not occur in text. If it is text after all, name its encoding with --encoding.")
        % {"value": value},
        **place,
    )


def _line_of(received: bytes, encoding: str, byte: int) -> int:
    wide = encoding if encoding.startswith(("utf-16", "utf-32")) else "latin-1"
    return _line(received[:byte].decode(wide, errors="replace"))


def _line(before: str) -> int:
    return len(_LINE_END.findall(before)) + 1
