"""articles/desk/embedded.py: what a picture file says of itself."""

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from articles.desk.embedded import Words, words_in
from articles.desk.imaging import opened
from tests.photographs import photograph

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def packet(*properties, attributes=""):
    """XMP as programs write it."""
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{RDF}"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        f'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" {attributes}>{"".join(properties)}'
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def in_languages(name, words):
    default = f'<rdf:li xml:lang="x-default">{words}</rdf:li><rdf:li xml:lang="de">Anderes</rdf:li>'
    return f"<{name}><rdf:Alt>{default}</rdf:Alt></{name}>"


EVERYTHING = packet(
    in_languages("dc:description", "The wall held"),
    in_languages("dc:rights", "© Northline Press"),
    in_languages("Iptc4xmpCore:AltTextAccessibility", "A wall in fog"),
    "<dc:creator><rdf:Seq><rdf:li>Ada Moss</rdf:li></rdf:Seq></dc:creator>",
    attributes='photoshop:Credit="Northline Press"',
)
SAID = Words("A wall in fog", "The wall held", "Ada Moss/Northline Press", "© Northline Press")


def iim(*records):
    """IPTC's records in a Photoshop resource, as a JPEG carries them."""
    told = b"".join(
        b"\x1c" + bytes([group, number]) + len(value).to_bytes(2, "big") + value for group, number, value in records
    )
    resource = b"8BIM\x04\x04\0\0" + len(told).to_bytes(4, "big") + told + b"\0" * (len(told) % 2)
    segment = b"Photoshop 3.0\0" + resource
    jpeg = photograph()
    return jpeg[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + jpeg[2:]


def told(received):
    return words_in(opened(received))


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_xmp_is_read_in_every_kind_of_file(kind):
    assert told(photograph(kind=kind, xmp=EVERYTHING)) == SAID


def test_xmp_is_read_in_a_png():
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", EVERYTHING.decode())
    assert told(photograph(kind="PNG", pnginfo=info)) == SAID


def test_plain_properties_are_read_as_well():
    said = packet("<dc:description>The wall</dc:description><photoshop:Credit>Courier</photoshop:Credit>")
    assert told(photograph(xmp=said)) == Words(caption="The wall", credit="Courier")


def test_the_old_records_are_read_in_the_encoding_they_name_or_seem_to_have():
    utf8 = iim((1, 90, b"\x1b%G"), (2, 120, "Mauer hält".encode()), (2, 80, b"Ada Moss"), (2, 116, "© Ada".encode()))
    assert told(utf8) == Words(caption="Mauer hält", credit="Ada Moss", rights="© Ada")
    assert told(iim((2, 120, "Mauer hält".encode("cp1252")))) == Words(caption="Mauer hält")
    assert told(iim((2, 80, b"Ada"), (2, 80, b"Ben"), (2, 110, b"Courier"))) == Words(credit="Ada, Ben/Courier")


def test_what_cameras_note_is_the_last_to_be_asked_and_their_own_name_is_no_caption():
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x8298] = "OLYMPUS DIGITAL CAMERA", "Ada Moss", "© Ada Moss".encode()
    assert told(photograph(exif=exif)) == Words(credit="Ada Moss", rights="© Ada Moss")
    assert told(photograph(exif=exif, xmp=EVERYTHING)) == SAID


def test_a_credit_that_names_its_creator_names_them_once():
    creator = "<dc:creator><rdf:Seq><rdf:li>Ada Moss</rdf:li></rdf:Seq></dc:creator>"
    assert (
        told(photograph(xmp=packet(creator, attributes='photoshop:Credit="Photo: Ada Moss"'))).credit
        == "Photo: Ada Moss"
    )


@pytest.mark.parametrize(
    "xmp",
    [
        b"",
        b"not XML",
        b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><x>&b;</x>",
        b"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>",
        packet(in_languages("dc:description", "")),
        b"<a>" * 20_000,
    ],
)
def test_what_cannot_be_read_says_nothing(xmp):
    assert told(photograph(xmp=xmp)) == Words()


def test_a_file_that_says_nothing_says_nothing():
    assert told(photograph()) == Words()
    assert told(iim((2, 120, b""))) == Words()


def test_words_are_plain_and_of_one_line():
    said = told(photograph(xmp=packet(in_languages("dc:description", "One\n two &lt;b&gt;\u202e"))))
    assert said.caption == "One two <b>"
