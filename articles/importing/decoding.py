"""From bytes to text, without guessing: as told, by byte order mark, as declared, strict UTF-8, cp1252 last.

Statistical guessing gets short legacy text wrong; cp1252 refuses just five byte values, so that it is taken only when
the result shows no sign of being something else read wrongly.
"""

import codecs
import re
from dataclasses import dataclass

from articles.importing.errors import BadInput
from articles.importing.story import Step

# The longer marks first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"\A\s*(?:<\?xml[^>]*\bencoding\s*=\s*[\"']?|content-type:[^\n]*\bcharset\s*=\s*[\"']?)([A-Za-z0-9._:-]+)",
    re.IGNORECASE,
)
_MOJIBAKE = re.compile("â€|Ã[\u0080-\u00bf]|Ã©|Â[\u00a0-\u00bf]|ï»¿")
_CONTROLS = frozenset(range(32)) - {0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B}


@dataclass(frozen=True)
class Decoded:
    """Text, and how it was got: `mark` is the length of the byte order mark that stood before it."""

    text: str
    encoding: str
    mark: int = 0
    step: Step | None = None

    def byte_at(self, position: int) -> int:
        """Which byte of what was received the character at `position` begins with."""
        return self.mark + len(self.text[:position].encode(self.encoding))


def decode(received: bytes, encoding: str | None = None) -> Decoded:
    """`received` as text. Raises `BadInput` (empty, binary, encoding), naming line and byte."""
    if not received.strip():
        raise BadInput("empty", "there is nothing in it")
    if encoding:
        return _marked(received, encoding) or Decoded(_strict(received, encoding), encoding)
    for mark, name in _MARKS:
        if received.startswith(mark):
            return _not_blank(Decoded(_strict(received[len(mark) :], name), name, len(mark)))
    _refuse_binary(received)
    declared = _DECLARED.match(received[:1024])
    if declared:
        name = declared[1].decode("ascii")
        return Decoded(_strict(received, name), name)
    try:
        return _not_blank(Decoded(received.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError as error:
        return _legacy(received, error)


def _marked(received: bytes, encoding: str) -> Decoded | None:
    """What was told, when a byte order mark says the same: the mark is no part of the text."""
    for mark, name in _MARKS:
        if received.startswith(mark) and _same(name, encoding):
            return Decoded(_strict(received[len(mark) :], name), name, len(mark))
    return None


def _same(name: str, encoding: str) -> bool:
    try:
        told = codecs.lookup(encoding).name
    except LookupError:
        return False
    return codecs.lookup(name).name.startswith(told)


def _strict(received: bytes, encoding: str) -> str:
    try:
        return received.decode(encoding)
    except (LookupError, AssertionError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise _undecodable(received, error, encoding) from error
        raise BadInput("encoding", f"{encoding!r} is not a text encoding known here") from error


def _legacy(received: bytes, error: UnicodeDecodeError) -> Decoded:
    """cp1252, when no byte is undefined there and the result does not look like something else read wrongly."""
    try:
        text = received.decode("cp1252")
    except UnicodeDecodeError as undefined:
        raise _undecodable(received, undefined, "UTF-8 or cp1252") from error
    if _MOJIBAKE.search(text):
        raise _undecodable(received, error, "UTF-8 (and as cp1252 it would be garbled)") from error
    line = _line_of(received, error.start)
    return Decoded(text, "cp1252", step=Step("read-as-cp1252", f"byte {error.start}, line {line}", "cp1252"))


def _undecodable(received: bytes, error: UnicodeDecodeError, encoding: str) -> BadInput:
    value = f"0x{received[error.start]:02x}" if error.start < len(received) else "the end"
    return BadInput(
        "encoding",
        f"{value} cannot be read as {encoding}; name the right one with --encoding",
        line=_line_of(received, error.start),
        byte=error.start,
    )


def _refuse_binary(received: bytes) -> None:
    for position, value in enumerate(received):
        if value in _CONTROLS:
            raise BadInput(
                "binary",
                f"0x{value:02x} does not occur in text",
                line=_line_of(received, position),
                byte=position,
            )


def _line_of(received: bytes, position: int) -> int:
    return received.count(b"\n", 0, position) + 1


def _not_blank(decoded: Decoded) -> Decoded:
    if not decoded.text.strip():
        raise BadInput("empty", "there is nothing in it but white space")
    return decoded
