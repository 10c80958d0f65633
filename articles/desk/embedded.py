"""What a picture file says of itself: IPTC's photo metadata, as XMP, as IIM records and as EXIF. Pure.

The fields are those of the IPTC Photo Metadata Standard: Description, Alt Text, Credit Line, Creator, Copyright Notice.
Where several say the same thing, XMP speaks first: it is the newest, and the only one that always says its encoding.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree
from PIL import ExifTags, Image, IptcImagePlugin

from articles.text.clean import plain

NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "core": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
LARGEST = 1_000_000  # bytes of XMP; pictures of a picture within it are no words

_UTF8 = b"\x1b%G"  # ISO 2022's way to say so, in record 1:90


@dataclass(frozen=True)
class Words:
    """What is said of a picture; empty where nothing is."""

    alt: str = ""
    caption: str = ""
    credit: str = ""
    rights: str = ""


def words_in(image: Image.Image) -> Words:
    """What the file of `image` says of it, each a line of plain text. What cannot be read says nothing."""
    said = [_said(reader, image) for reader in (_xmp, _iim, _exif)]

    def first(*names: str) -> str:
        found = (plain(words.get(name, "")) for words in said for name in names)
        return next(filter(None, found), "")

    creator, credit = first("creator"), first("credit")
    line = credit if not creator or creator.casefold() in credit.casefold() else f"{creator}/{credit}".rstrip("/")
    return Words(first("alt"), first("caption"), line, first("rights"))


def _said(reader: Callable[[Image.Image], Mapping[str, str]], image: Image.Image) -> Mapping[str, str]:
    try:
        return reader(image)
    except Exception:  # written by every camera and program there ever was; a picture is no worse for it
        return {}


def _xmp(image: Image.Image) -> dict[str, str]:
    packet = image.info.get("xmp", b"")
    packet = packet.encode() if isinstance(packet, str) else packet
    if not packet or len(packet) > LARGEST:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(packet.strip(b"\x00 \r\n\t"), parser)
    return {
        "alt": _property(root, "core:AltTextAccessibility"),
        "caption": _property(root, "dc:description"),
        "credit": _property(root, "photoshop:Credit"),
        "creator": _property(root, "dc:creator", joined_by=", "),
        "rights": _property(root, "dc:rights"),
    }


def _property(root: etree._Element, name: str, joined_by: str = "") -> str:
    """The value of a property, be it an attribute, plain text, one of several languages or a list."""
    for value in root.xpath(f".//rdf:Description/@{name}", namespaces=NAMES):
        return str(value)
    for element in root.iterfind(f".//{name}", NAMES):
        items = [item.text or "" for item in element.iterfind(".//rdf:li", NAMES)]
        if joined_by:
            return joined_by.join(items) or (element.text or "")
        return next(iter(items), element.text or "")  # of several languages the first is the default one
    return ""


def _iim(image: Image.Image) -> dict[str, str]:
    records = IptcImagePlugin.getiptcinfo(image) if image.format in ("JPEG", "MPO") else None  # type: ignore[arg-type]
    held = records or {}
    encoding = "utf-8" if _UTF8 in _values(held.get((1, 90), b"")) else ""
    return {
        "caption": _decoded(held.get((2, 120), b""), encoding),
        "credit": _decoded(held.get((2, 110), b""), encoding),
        "creator": _decoded(held.get((2, 80), b""), encoding),
        "rights": _decoded(held.get((2, 116), b""), encoding),
    }


def _values(value: bytes | list[bytes]) -> list[bytes]:
    return value if isinstance(value, list) else [value]


def _decoded(value: bytes | list[bytes], encoding: str) -> str:
    """A record in the encoding it names; most name none and are UTF-8 all the same, the old ones Windows'."""
    return ", ".join(filter(None, (_text(each, encoding) for each in _values(value))))


def _text(value: bytes, encoding: str) -> str:
    try:
        return value.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        return value.decode("cp1252", errors="replace")


def _exif(image: Image.Image) -> dict[str, str]:
    exif = image.getexif()  # not its description: there cameras write their own name
    tags = {"creator": ExifTags.Base.Artist, "rights": ExifTags.Base.Copyright}
    # Pillow takes them for Latin-1, as the standard never foresaw anything but ASCII.
    return {name: _text(str(exif.get(tag, "")).encode("latin-1", "replace"), "") for name, tag in tags.items()}
