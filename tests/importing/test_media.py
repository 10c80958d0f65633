"""Media that comes along with stories: what it is, and where it is found."""

import io
import os
import struct
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from articles.importing.errors import BadInput
from articles.importing.media import NOTHING, Beside, kind_of
from articles.importing.parcels import parcels
from articles.importing.unpacking import HEAD, Archive
from tests.importing.packing import JPEG, PNG, flagged, link, zipped


def drawn(format):
    file = io.BytesIO()
    Image.new("RGB", (9, 9)).save(file, format)
    return file.getvalue()


@pytest.mark.parametrize(
    ("format", "kind"),
    [
        ("JPEG", "JPEG"),
        ("PNG", "PNG"),
        ("GIF", "GIF"),
        ("WEBP", "WebP"),
        ("TIFF", "TIFF"),
        ("BMP", "BMP"),
        ("ICO", "icon"),
        ("AVIF", "MP4, HEIF or AVIF"),
        ("JPEG2000", "JPEG 2000 or XL"),
        ("PDF", "PDF"),
    ],
)
def test_what_was_drawn_is_known(format, kind):
    assert kind_of(drawn(format)[:HEAD]) == kind


@pytest.mark.parametrize(
    ("begin", "kind"),
    [
        (b"ID3\x04\0\0\0\0", "MP3"),
        (b"\xff\xfb\x90\x64\0\0\0\0", "MP3"),
        (b"\xff\xf1\x50\x80\0", "AAC"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "WAVE"),
        (b"RIFF\x24\0\0\0AVI LIST", "AVI"),
        (b"FORM\0\0\0\x2eAIFFCOMM", "AIFF"),
        (b"fLaC\0\0\0\x22", "FLAC"),
        (b"OggS\0\x02", "Ogg"),
        (b"\0\0\0\x18ftypmp42", "MP4, HEIF or AVIF"),
        (b"\0\0\0\x18ftypheic", "MP4, HEIF or AVIF"),
        (b"\x1aE\xdf\xa3\x9f", "WebM or Matroska"),
        (b"\0\0\x01\xba\x44", "MPEG"),
        (b"MThd\0\0\0\x06", "MIDI"),
        (b"8BPS\0\x01", "Photoshop"),
        (b"%PDF-1.4", "PDF"),
        (b"%!PS-Adobe-3.0", "PostScript"),
        (b"\xef\xbb\xbf<!-- pier --><svg>", "SVG"),
        (
            b'<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "b">]><!----><s:svg xmlns:s="http://www.w3.org/2000/svg"/>',
            "SVG",
        ),
    ],
)
def test_what_cannot_be_drawn_here_is_known_too(begin, kind):
    assert kind_of(begin) == kind


@pytest.mark.parametrize(
    "begin",
    [
        "Tide turns",
        "GIF89 is a format",
        "BMW builds a pier in Marrowby, and nobody knows why",
        "RIFF raff on the quay",
        "ID3 tags",
        "OggS",
        "II*",
        "<p><svg/>",
        "<html><svg/></html>",
        "<rss/>",
        "<svgs/>",
        "<!-- <svg> -->",
        "<!---->" * 500,
        "Now &lt;svg>",
        "явление в порту".encode("cp1251"),
        "ясный день".encode("cp1251"),
        "Tide".encode("utf-16"),
        b"\0",
        b"",
        b"PK\x03\x04",
    ],
)
def test_what_may_be_a_story_is_no_media(begin):
    assert kind_of(begin if isinstance(begin, bytes) else begin.encode()) == ""


@given(st.binary(max_size=100), st.sampled_from([b"", b"<", b"<?xml", b"\xff\xfe<\0", b"<!DOCTYPE svg ["]))
def test_any_bytes_are_of_some_kind_or_none(received, begin):
    assert isinstance(kind_of(begin + received), str)


# Beside


def in_folder(tmp_path, files, at=""):
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return Beside.in_folder(str(tmp_path), at)


def in_archive(_tmp_path, files, at=""):
    return Beside.in_archive(Archive(io.BytesIO(zipped(*files.items()))), at)


PLACES = pytest.mark.parametrize("beside", [in_folder, in_archive])


def code_of(beside, name, limit=100):
    with pytest.raises(BadInput) as caught:
        beside.read(name, limit=limit)
    return caught.value.code


@PLACES
@pytest.mark.parametrize("folder", ["", "uploads/", "wp-content/uploads/"])
@pytest.mark.parametrize(
    "name",
    [
        "2019/05/pier.png",
        "uploads/2019/05/pier.png",
        "/wp-content/uploads/2019/05/pier.png",
        "./2019/./05/pier.png",
        "https://marrowby.example/blog/wp-content/uploads/2019/05/pier.png?w=300#top",
        "2019/05/pier%2Epng",
    ],
)
def test_a_file_is_found_by_its_path_under_uploads_or_above(tmp_path, beside, folder, name):
    found = beside(tmp_path, {f"{folder}2019/05/pier.png": PNG, "x": b"Tide"})
    assert found.read(name, limit=100) == PNG


@PLACES
def test_a_path_keeps_its_folders(tmp_path, beside):
    found = beside(tmp_path, {"2020/01/pier.png": PNG, "pier.png": PNG, "x": b"Tide"})
    assert code_of(found, "2019/05/pier.png") == "not-found"


@PLACES
def test_a_file_is_looked_for_from_the_storys_own_folder_first(tmp_path, beside):
    found = beside(tmp_path, {"posts/pier.png": PNG, "pier.png": JPEG, "img/gull.jpg": JPEG}, "posts")
    assert found.read("pier.png", limit=100) == PNG
    assert found.read("/img/gull.jpg", limit=100) == JPEG
    assert found.read("../img/gull.jpg", limit=100) == JPEG


@PLACES
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_found_however_its_letters_are_put_together(tmp_path, beside, form):
    found = beside(tmp_path, {unicodedata.normalize(form, "Fähre am Pier.png"): PNG})
    assert found.read("Fähre am Pier.png", limit=100) == PNG
    assert found.read("https://marrowby.example/F%C3%A4hre%20am%20Pier.png", limit=100) == PNG


@PLACES
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../secret.png", "unsafe"),
        ("in/../../secret.png", "unsafe"),
        ("%2e%2e/secret.png", "not-found"),
        ("..\\secret.png", "unsafe"),
        ("a\0.png", "unsafe"),
        ("", "unsafe"),
        (".", "unsafe"),
        ("http://[/", "unsafe"),
        ("/etc/passwd", "not-found"),
        ("in", "not-found"),
        ("x" * 5000, "not-found"),
        ("\ud800", "not-found"),
        ("in/notes.txt", "unsupported"),
        ("in/empty.png", "unsupported"),
        ("in/large.png", "too-large"),
    ],
)
def test_what_is_not_to_be_had_is_named(tmp_path, beside, name, code):
    (tmp_path / "secret.png").write_bytes(PNG)
    (tmp_path / "export").mkdir()
    files = {"in/notes.txt": b"Tide", "in/empty.png": b"", "in/large.png": PNG + bytes(100)}
    assert code_of(beside(tmp_path / "export", files), name) == code


def test_a_file_over_the_limit_is_not_held():
    asked = []

    def endless(path):
        asked.append(path)
        while True:
            yield PNG

    assert code_of(Beside(endless), "pier.png") == "too-large"
    assert asked == ["pier.png"]


def test_links_lead_within_the_folder_only(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "pier.png").write_bytes(PNG)
    beside = in_folder(tmp_path / "export", {"in/gull.png": PNG})
    for name, to in {
        "gull.png": "in/gull.png",
        "pier.png": "../outside/pier.png",
        "out": "../outside",
        "a": "a",
    }.items():
        (tmp_path / "export" / name).symlink_to(to)
    assert beside.read("gull.png", limit=100) == PNG
    assert code_of(beside, "pier.png") == "unsafe"
    assert code_of(beside, "out/pier.png") == "unsafe"
    assert code_of(beside, "a") == "not-found"


def test_a_folder_may_itself_be_reached_by_a_link(tmp_path):
    in_folder(tmp_path / "export", {"pier.png": PNG})
    (tmp_path / "link").symlink_to("export")
    assert Beside.in_folder(str(tmp_path / "link")).read("pier.png", limit=100) == PNG


def test_only_files_are_read(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    assert code_of(in_folder(tmp_path, {}), "pipe.png") == "not-found"


def test_of_an_archive_nothing_is_read_that_would_not_be_unpacked():
    locked = flagged(zipped(("pier.png", PNG)), flags=1)
    assert code_of(Beside.in_archive(Archive(io.BytesIO(locked))), "pier.png") == "unsupported"
    linked = Beside.in_archive(Archive(io.BytesIO(zipped(link("pier.png", "/etc/passwd")))))
    assert code_of(linked, "pier.png") == "unsafe"
    torn = bytearray(zipped(("pier.png", PNG)))
    struct.pack_into("<L", torn, torn.find(b"PK\x01\x02") + 16, 0)
    assert code_of(Beside.in_archive(Archive(io.BytesIO(bytes(torn)))), "pier.png") == "malformed"


def test_where_nothing_came_along_nothing_is_found():
    assert code_of(NOTHING, "pier.png") == "not-found"


@given(st.text(max_size=40), st.sampled_from(["", "../", "http://", "uploads/", "/"]))
def test_any_name_is_looked_for_inside_only(name, begin):
    def find(path):
        assert not path.startswith(("/", "../"))
        assert path not in ("", ".", "..")

    assert code_of(Beside(find, "posts"), begin + name) in {"unsafe", "not-found"}


def test_media_in_an_archive_on_disk_is_found_after_its_stories_were_read(tmp_path):
    export = tmp_path / "export.zip"
    export.write_bytes(zipped(("posts/a.txt", b"Tide"), ("posts/pier.png", PNG)))
    besides = [parcel.beside for parcel in parcels([str(export)], limit=100, unpacked=10_000)]
    assert [beside.read("pier.png", limit=100) for beside in besides] == [PNG]
    (late,) = [parcel.beside for parcel in parcels([str(export)], limit=100, unpacked=10_000)]
    export.unlink()
    assert code_of(late, "pier.png") == "unreadable"
