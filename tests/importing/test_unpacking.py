"""gzip and zip, from friends and from enemies."""

import gzip
import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing import unpacking
from articles.importing.errors import BadInput
from articles.importing.unpacking import HEAD, Archive, gunzipped
from tests.importing.packing import called, flagged, gzipped, link, overlapping, sized, zipped


def gunzip(packed):
    return b"".join(gunzipped(io.BytesIO(packed)))


def unzipped(packed):
    """Name and content of each member; of one with a problem its code. Of what is no archive the code."""
    try:
        archive = Archive(io.BytesIO(packed))
        return [(member.name, content(archive, member)) for member in archive.members()]
    except BadInput as problem:
        return problem.code


def content(archive, member):
    try:
        return b"".join(archive.chunks(member))
    except BadInput as problem:
        return problem.code


# gzip


def test_members_follow_each_other_and_what_follows_them_is_left_out():
    assert gunzip(gzipped(b"Ti", b"", b"de")) == b"Tide"
    assert gunzip(gzipped(b"Tide") + b"\0" * 200_000 + gzipped(b"s")) == b"Tides"
    assert gunzip(gzipped(b"Tide") + b"\0\x1fgarbage") == b"Tide"
    assert gunzip(gzipped(b"x" * 1_000_000)) == b"x" * 1_000_000


@given(st.lists(st.binary(max_size=70_000), min_size=1, max_size=3), st.integers(0, 9))
def test_whatever_gzip_packs_comes_out(contents, level):
    packed = b"".join(gzip.compress(content, level) for content in contents)
    assert gunzip(packed) == b"".join(contents)


@pytest.mark.parametrize("cut", [3, 12, -9, -1])
def test_a_file_that_ends_too_early_is_malformed(cut):
    with pytest.raises(BadInput, match="malformed: Its end is missing"):
        gunzip(gzipped(b"Tide turns")[:cut])


@pytest.mark.parametrize("place", [2, 3, 12, -8, -4])
def test_a_broken_file_is_malformed(place):
    packed = bytearray(gzipped(b"Tide turns"))
    packed[place] ^= 0xE1
    with pytest.raises(BadInput, match="malformed"):
        gunzip(bytes(packed))


def test_a_bomb_goes_off_in_small_pieces():
    engine = zlib.compressobj(9, wbits=31)
    bomb = b"".join(engine.compress(bytes(1 << 20)) for _megabyte in range(64)) + engine.flush()
    assert (len(bomb) < 1 << 17, max(map(len, gunzipped(io.BytesIO(bomb))))) == (True, unpacking.PIECE)


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_gzip_or_a_named_error(received, packed):
    try:
        gunzip(b"\x1f\x8b\x08\0" + received if packed else received)
    except BadInput as problem:
        code = problem.code
    else:
        code = ""
    assert code in {"", "malformed"}


# zip


def test_names_are_utf_8_or_cp437():
    assert unzipped(zipped(("fähre.txt", b"Tide"))) == [("fähre.txt", b"Tide")]
    assert unzipped(called("fähre.txt".encode())) == [("fähre.txt", b"Tide")]
    assert unzipped(called("fähre.txt".encode("cp437"))) == [("fähre.txt", b"Tide")]
    assert unzipped(flagged(called(b"f\x84hre.txt"), flags=0x800)) == "malformed"


def test_of_two_files_of_one_name_both_come_and_the_last_is_found():
    with pytest.warns(UserWarning, match="Duplicate name"):
        packed = zipped(("a.txt", b"Ebb"), ("a.txt", b"Tide"))
    assert unzipped(packed) == [("a.txt", b"Ebb"), ("a.txt", b"Tide")]
    archive = Archive(io.BytesIO(packed))
    assert content(archive, archive.find("a.txt")) == b"Tide"


@pytest.mark.parametrize(
    "name",
    [
        b"../../etc/passwd",
        b"in/../../a.txt",
        b"..",
        b"/etc/passwd",
        b"C:\\a.txt",
        b"c:/a.txt",
        b"in\\a.txt",
        b"..\\a.txt",
        b"//host/a.txt",
        b"a\0.txt",
    ],
)
def test_a_name_that_could_lead_elsewhere_is_unsafe(name):
    assert unzipped(called(name)) == [(name.decode(), "unsafe")]


def test_a_name_that_begins_where_it_is_is_plain():
    assert unzipped(zipped(("./in/a.txt", b"Tide"), ("in/./b.txt", b"Ebb"))) == [
        ("in/a.txt", b"Tide"),
        ("in/./b.txt", b"Ebb"),
    ]


def test_links_and_pipes_are_unsafe_and_folders_nothing():
    pipe = zipfile.ZipInfo("pipe")
    pipe.external_attr = 0o010644 << 16
    folder = zipfile.ZipInfo("folder")
    folder.external_attr = 0o040755 << 16
    packed = zipped(link("a.txt", "/etc/passwd"), (pipe, b""), (folder, b""), ("in/", b""))
    assert unzipped(packed) == [("a.txt", "unsafe"), ("pipe", "unsafe")]


def test_what_cannot_be_unpacked_is_said_and_the_others_come():
    locked = flagged(zipped(("a.txt", b"Tide")), flags=1)
    assert unzipped(locked) == [("a.txt", "unsupported")]
    assert unzipped(flagged(zipped(("a.txt", b"Tide")), method=93)) == [("a.txt", "unsupported")]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", b"Tide", zipfile.ZIP_LZMA)
        archive.writestr("b.txt", b"Tide", zipfile.ZIP_STORED)
    assert unzipped(file.getvalue()) == [("a.txt", "unsupported"), ("b.txt", b"Tide")]


@pytest.mark.parametrize("size", [0, 3, 5, 2**31, 2**32 - 2])
def test_a_size_that_lies_is_not_believed(size):
    assert unzipped(sized(zipped(("a.txt", b"Tide")), size)) == [("a.txt", "malformed")]


def test_members_that_share_bytes_are_a_bomb():
    assert unzipped(overlapping()) == "unsafe"


def test_an_archive_without_a_sound_directory_is_malformed():
    packed = zipped(("a.txt", b"Tide"))
    assert unzipped(packed[:-10]) == "malformed"
    assert unzipped(packed.replace(b"PK\x01\x02", b"PK\x01\x03")) == "malformed"
    assert unzipped(packed[:30]) == "malformed"
    assert unzipped(packed.replace(b"PK\x03\x04", b"PK\x03\x05")) == [("a.txt", "malformed")]


def test_a_directory_longer_than_the_file_is_not_made_room_for():
    packed = bytearray(zipped(("a.txt", b"Tide")))
    end = packed.find(b"PK\x05\x06")
    struct.pack_into("<LL", packed, end + 12, 0xFFFF_FFF0, 0)
    assert unzipped(bytes(packed)) == "malformed"


@pytest.mark.parametrize(("limit", "most"), [("MOST_MEMBERS", 1), ("LARGEST_DIRECTORY", 90)])
def test_a_list_of_members_that_would_fill_the_memory_is_not_read(monkeypatch, limit, most):
    packed = zipped(("a.txt", b"Tide"), ("b.txt", b"Tide"))
    assert len(unzipped(packed)) == 2
    monkeypatch.setattr(unpacking, limit, most)
    assert unzipped(packed) == "too-large"


def test_an_archive_with_nothing_in_it_is_empty():
    assert unzipped(zipped()) == "empty"
    assert unzipped(zipped(("in/", b""), ("__MACOSX/a", b"Tide"), (".a", b""))) == "empty"


@pytest.mark.parametrize("name", ["[Content_Types].xml", "mimetype"])
def test_a_document_of_an_office_program_is_no_archive(name):
    assert unzipped(zipped((name, b""), ("content.xml", b"Tide"))) == "unsupported"


def test_a_bomb_goes_off_in_small_pieces_here_too():
    archive = Archive(io.BytesIO(zipped(("a.txt", bytes(1 << 26)))))
    (bomb,) = archive.members()
    sizes = list(map(len, archive.chunks(bomb)))
    assert (sizes[0], max(sizes), sum(sizes)) == (HEAD, unpacking.PIECE, 1 << 26)


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\\/:"), min_size=1, max_size=9)


@given(st.dictionaries(NAMES.map("a{}".format), st.binary(max_size=9000), min_size=1, max_size=4))
def test_whatever_zip_packs_comes_out(files):
    assert unzipped(zipped(*files.items())) == sorted(files.items())


@given(st.binary(max_size=300), st.binary(max_size=40), st.booleans())
def test_any_bytes_are_an_archive_or_a_named_error(received, end, ends):
    found = unzipped(b"PK\x03\x04" + received + (b"PK\x05\x06" + end.ljust(18, b"\0") if ends else b""))
    assert found in ("malformed", "empty", "unsafe", "unsupported", "too-large") or isinstance(found, list)


SOUND = zipped(("a.txt", b"Tide turns\n" * 9), ("in/b.html", b"<p>Ebb"), ("fähre.txt", b"x" * 300))


@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_an_archive_with_any_bytes_changed_is_read_or_a_named_error(changes):
    packed = bytearray(SOUND)
    for place, value in changes:
        packed[place] = value
    found = unzipped(bytes(packed))
    codes = {found} if isinstance(found, str) else {what for _name, what in found if isinstance(what, str)}
    assert codes <= {"malformed", "empty", "unsafe", "unsupported", "too-large"}
