"""What an import is pointed at, and all that can be wrong with it."""

import io
import logging
import os
import socket

import pytest

from articles.importing.errors import BadInput
from articles.importing.parcels import LONGEST_NAME, parcels, said
from tests.importing.packing import JPEG, PNG, gzipped, nested, zipped
from tests.importing.web import page, serving

SVG = b'<?xml version="1.0"?><!-- a pier --><svg xmlns="http://www.w3.org/2000/svg"/>'


def opened(*paths, **how):
    """Name and content of each parcel; of one with a problem its code."""
    found = parcels(map(str, paths), **{"limit": 100, "unpacked": 10_000, **how})
    return [(one.name, one.problem.code if one.problem else one.source.stream.read()) for one in found]


def within(tmp_path, *paths, **how):
    return [(os.path.relpath(name, tmp_path), content) for name, content in opened(*(paths or [tmp_path]), **how)]


def problem_of(*paths, **how):
    (one,) = parcels(map(str, paths), **{"limit": 100, "unpacked": 10_000, **how})
    return one.name, one.problem.code, one.problem.reason


# Files and folders


def test_a_file_is_handed_on_where_it_lies(file, tmp_path):
    path = file(b"Tide")
    (one,) = parcels([path], limit=4, unpacked=0, encoding="cp1251")
    source = one.source
    assert (one.name, one.problem, source.name, source.limit, source.encoding) == (path, None, path, 4, "cp1251")
    assert (source.path, source.address, source.stream.name) == (path, "", path)


def test_a_stream_is_open_until_the_next_is_asked_for(tmp_path):
    for name in "ab":
        (tmp_path / name).write_text("Tide")
    found = parcels([str(tmp_path)], limit=100, unpacked=100)
    first, second = next(found).source.stream, next(found).source.stream
    assert (first.closed, second.closed) == (True, False)
    found.close()
    assert second.closed


def test_a_folder_is_gone_through_by_name_without_what_is_hidden(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt", "sub/.git/d.txt", "__MACOSX/e.txt", "Thumbs.db"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    assert within(tmp_path) == [("a.txt", b"a.txt"), ("b.txt", b"b.txt"), ("sub/c.txt", b"sub/c.txt")]


def test_links_are_followed_and_never_in_circles(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.txt").write_text("Tide")
    (tmp_path / "in" / "there").symlink_to(tmp_path / "out")
    (tmp_path / "out" / "back").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "lost").symlink_to(tmp_path / "gone")
    assert within(tmp_path, tmp_path / "in") == [("in/lost", "not-found"), ("in/there/a.txt", b"Tide")]


def test_what_is_no_file_is_said_and_does_not_end_the_rest(tmp_path, file):
    file("Tide", name="a.txt")
    os.mkfifo(tmp_path / "pipe")
    paths = [tmp_path / "gone.txt", tmp_path / "pipe", tmp_path / "a.txt" / "b", "/" + "x" * 5000, tmp_path / "a.txt"]
    assert [content for _name, content in opened(*paths)] == [
        "not-found",
        "unreadable",
        "unreadable",
        "unreadable",
        b"Tide",
    ]


def test_a_path_no_system_allows_is_unreadable():
    assert problem_of("a\0b") == ("a\ufffdb", "unreadable", "It cannot be read: no file can have this name.")


def test_a_folder_that_cannot_be_opened_is_said(tmp_path):
    here = os.open(tmp_path, os.O_RDONLY)
    for _deeper in range(20):  # until the path is longer than the system opens
        os.mkdir("x" * 250, dir_fd=here)
        above, here = here, os.open("x" * 250, os.O_RDONLY, dir_fd=here)
        os.close(above)
    os.close(here)
    assert problem_of(tmp_path)[1:] == ("unreadable", "It cannot be read: File name too long.")


def test_a_socket_in_a_folder_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("door")
        assert within(tmp_path) == [("door", "unreadable")]


def test_an_empty_folder_holds_nothing(tmp_path):
    assert opened(tmp_path) == []


# What is packed


def test_what_is_packed_is_known_by_its_bytes(tmp_path, file):
    file(gzipped(b"Ti", b"de"), name="a.txt")
    file(b"Tide", name="b.gz")
    file(b"Tide", name="c.zip")
    file(zipped(("x.txt", b"Tide")), name="d")
    assert within(tmp_path) == [("a.txt", b"Tide"), ("b.gz", b"Tide"), ("c.zip", b"Tide"), ("d/x.txt", b"Tide")]


def test_of_an_archive_each_file_comes_as_of_a_folder(tmp_path, file):
    names = ("2019/b.html", "b.txt", "a.txt", "2019/", "__MACOSX/a.txt", ".hidden", "2019/.git/a", "2019/a.html")
    path = file(zipped(*((name, name.encode()) for name in names)), name="export.zip")
    assert within(tmp_path, path) == [
        ("export.zip/a.txt", b"a.txt"),
        ("export.zip/b.txt", b"b.txt"),
        ("export.zip/2019/a.html", b"2019/a.html"),
        ("export.zip/2019/b.html", b"2019/b.html"),
    ]


def test_an_archive_may_lie_in_an_archive_once(file):
    assert opened(file(nested(2), name="a.zip"))[0][1] == b"Tide"
    path = file(nested(3), name="b.zip")
    assert problem_of(path) == (
        f"{path}/in.zip/in.zip",
        "unsupported",
        "It is packed more than twice over. Unpack what it lies in and import that.",
    )
    assert opened(file(gzipped(gzipped(b"Tide")), name="c.gz"))[0][1] == b"Tide"
    assert opened(file(zipped(("a.gz", gzipped(b"Tide"))), name="d.zip"))[0][1] == b"Tide"


@pytest.mark.parametrize(
    "begin",
    [
        b"7z\xbc\xaf\x27\x1c",
        b"Rar!\x1a\x07\0",
        b"\xfd7zXZ\0",
        b"BZh91AY&SY",
        b"\x28\xb5\x2f\xfd",
        b"a.txt".ljust(257, b"\0") + b"ustar\0",
    ],
)
def test_what_is_packed_otherwise_is_named(file, begin):
    assert problem_of(file(begin))[1:] == (
        "unsupported",
        "It is packed in a way not known here. Unpack it and import the folder.",
    )


def test_one_bad_member_does_not_end_the_others(file, tmp_path):
    path = file(zipped(("../a.txt", b"Tide"), ("b.txt", b"Tide"), ("c.zip", b"PK\x03\x04")), name="a.zip")
    found = [(name.removeprefix(f"{path}/"), content) for name, content in opened(path)]
    assert found == [("b.txt", b"Tide"), ("c.zip", "malformed"), ("../a.txt", "unsafe")]


def test_beyond_what_one_file_may_come_to_the_rest_of_it_is_not_read(tmp_path, file):
    inner = zipped(("c.txt", b"x" * 20), ("d.txt", b"x"))
    file(zipped(("a.txt", b"x" * 60), ("b.zip", inner), ("e.txt", b"x")), name="a.zip")
    file(gzipped(b"x" * 100), name="b.gz")
    file(gzipped(b"x" * 101), name="c.gz")
    assert within(tmp_path, unpacked=60 + len(inner)) == [
        ("a.zip/a.txt", b"x" * 60),
        ("a.zip/b.zip/c.txt", "too-large"),
        ("b.gz", b"x" * 100),
        ("c.gz", b"x" * 101),
    ]
    assert within(tmp_path, tmp_path / "c.gz", unpacked=100) == [("c.gz", "too-large")]


def test_nothing_is_left_open_or_on_disk(file, tmp_path, monkeypatch):
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    path = file(zipped(("a.txt", b"x" * 3_000_000), ("b.txt", b"x")), name="a.zip")
    before = os.listdir("/dev/fd")
    found = parcels([path], limit=100, unpacked=4_000_000)
    assert (next(found).name, os.listdir(place)) == (f"{path}/a.txt", [])
    assert len(os.listdir("/dev/fd")) == len(before) + 2
    found.close()
    assert len(os.listdir("/dev/fd")) == len(before)


# Media


def test_media_beside_stories_is_passed_over_with_one_line(tmp_path, file, caplog):
    caplog.set_level(logging.INFO)
    file(zipped(("wp-content/uploads/b.png", PNG), ("export.xml", b"<rss/>"), ("c.svg", SVG)), name="a.zip")
    file(JPEG, name="pier.jpg")
    file(PNG, name="story.txt")
    assert within(tmp_path) == [("a.zip/export.xml", b"<rss/>")]
    assert caplog.messages == [f"{tmp_path}: media beside the stories: 2 PNG, 1 SVG, 1 JPEG."]


def test_where_there_is_nothing_but_media_that_is_said(tmp_path, file):
    path = file(b"%PDF-1.7\n", name="minutes.pdf")
    reason = "Nothing is in it but media (1 PDF). Import the text that it belongs to."
    assert problem_of(path) == (path, "binary", reason)
    file(gzipped(PNG), name="pier.gz")
    assert problem_of(tmp_path)[:2] == (str(tmp_path), "binary")


def test_media_is_found_beside_the_file_that_shows_it(tmp_path, file):
    (tmp_path / "posts").mkdir()
    (tmp_path / "pictures").mkdir()
    file(b"Tide", name="posts/a.md")
    file(PNG, name="pictures/pier.png")
    file(zipped(("2019/a.md", b"Tide"), ("2019/pier.jpg", JPEG)), name="z.zip")
    asked = iter(["pier.jpg", "../pictures/pier.png"])
    assert [one.beside.read(next(asked), limit=99) for one in at(tmp_path)] == [JPEG, PNG]
    (alone,) = at(tmp_path / "posts" / "a.md")
    with pytest.raises(BadInput, match="not-found"):
        alone.beside.read("pictures/pier.png", limit=99)


def at(path):
    return parcels([str(path)], limit=100, unpacked=10_000)


# Standard input and the web


def test_standard_input_is_read_once_and_can_be_sought():
    (one,) = parcels(["-"], limit=100, unpacked=4, stdin=io.BytesIO(b"Tide"))
    assert (one.name, one.source.path, one.problem) == ("-", "", None)
    assert opened("-", stdin=io.BytesIO(zipped(("a.txt", b"Tide")))) == [("-/a.txt", b"Tide")]
    assert opened("-", stdin=io.BytesIO(b"Tides"), unpacked=4) == [("-", "too-large")]


def test_a_process_without_standard_input_says_so(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    assert problem_of("-") == ("-", "unreadable", "It cannot be read: there is no standard input.")


@pytest.fixture
def site(settings):
    settings.IMPORT_ALLOWED_HOSTS = ["127.0.0.1"]
    with serving() as site:
        yield site


def test_an_address_is_fetched_and_shown_without_credentials(site):
    site.pages = {"/a": page(status=302, Location="/b"), "/b": page(b"Tide", Content_Type="text/plain; charset=cp1251")}
    url = site.url("/a")
    found = parcels([url.replace("//", "//ada:secret@")], limit=100, unpacked=100)
    one = next(found)
    assert (one.name, one.source.address, one.source.encoding) == (url, site.url("/b"), "cp1251")
    assert (one.source.stream.read(), one.source.path) == (b"Tide", "")


@pytest.mark.parametrize(
    ("received", "told", "encoding"),
    [(b"Tide", None, "cp1251"), (b"Tide", "utf-8", "utf-8"), (b"\xef\xbb\xbfTide", None, None)],
)
def test_a_charset_yields_to_what_was_told_and_to_a_byte_order_mark(site, received, told, encoding):
    site.pages["/"] = page(received, Content_Type='text/plain; charset="windows-1251"')
    (one,) = parcels([site.url("/")], limit=100, unpacked=100, encoding=told)
    assert one.source.encoding == encoding


def test_what_is_fetched_is_unpacked_like_a_file(site):
    site.pages["/a"] = page(zipped(("a.txt", b"Tide")), Content_Type="application/zip; charset=cp1251")
    (one,) = parcels([site.url("/a")], limit=100, unpacked=1000)
    assert (one.name, one.source.encoding, one.source.address) == (site.url("/a/a.txt"), None, "")


def test_an_address_that_cannot_be_had_is_a_problem_and_not_an_end(site, file):
    site.pages["/b"] = page(b"Tide")
    urls = [site.url("/a"), "ftp://127.0.0.1/", site.url("/", host="localhost"), site.url("/b")]
    assert [content for _name, content in opened(*urls)] == ["not-found", "unsupported", "unsafe", b"Tide"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("in/tide.txt", "in/tide.txt"),
        (os.fsdecode(b"caf\xe9.txt"), "caf\ufffd.txt"),
        ("in\n\x1b[2J", "in\ufffd\ufffd[2J"),
        ("x" * 600, "…" + "x" * (LONGEST_NAME - 1)),
        ("https://ada:secret@marrowby.example/feed", "https://marrowby.example/feed"),
        ("https://ada:secret@" + "x" * 600, "…" + "x" * (LONGEST_NAME - 1)),
    ],
)
def test_a_name_can_be_printed_and_kept(path, name):
    assert said(path) == name
