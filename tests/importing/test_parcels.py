"""Files and folders, and all that can be wrong with a path."""

import hashlib
import os
import socket

import pytest

from articles.importing.parcels import LONGEST_NAME, Parcel, parcels, said


def names(tmp_path, *paths, limit=100):
    found = parcels([str(path) for path in paths or (tmp_path,)], limit=limit)
    return [(os.path.relpath(one.name, tmp_path), one.problem and one.problem.code) for one in found]


def test_a_file_is_read_whole_with_its_hash(file):
    path = file(b"Tide")
    assert list(parcels([path], limit=4)) == [Parcel(path, 4, hashlib.sha256(b"Tide").hexdigest(), b"Tide")]


def test_of_a_file_over_the_limit_only_size_and_hash_are_read(file):
    (one,) = parcels([file(b"Tides")], limit=4)
    assert (one.size, one.sha256, one.received) == (5, hashlib.sha256(b"Tides").hexdigest(), None)
    assert (one.problem.code, one.problem.line, one.problem.byte) == ("too-large", None, None)
    assert one.problem.reason == "It has 5 bytes. Raise IMPORT_LIMIT_BYTES, which is 4, or send it in parts."


def test_a_folder_is_gone_through_by_name_without_what_is_hidden(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt", "sub/.git/d.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Tide")
    assert names(tmp_path) == [("a.txt", None), ("b.txt", None), ("sub/c.txt", None)]


def test_links_are_followed_and_never_in_circles(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.txt").write_text("Tide")
    (tmp_path / "in" / "there").symlink_to(tmp_path / "out")
    (tmp_path / "out" / "back").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "lost").symlink_to(tmp_path / "gone")
    assert names(tmp_path, tmp_path / "in") == [("in/lost", "not-found"), ("in/there/a.txt", None)]


def test_what_is_no_file_is_said_and_does_not_end_the_rest(tmp_path, file):
    file("Tide", name="a.txt")
    os.mkfifo(tmp_path / "pipe")
    paths = [tmp_path / "gone.txt", tmp_path / "pipe", tmp_path / "a.txt" / "b", "/" + "x" * 5000, tmp_path / "a.txt"]
    assert [code for _name, code in names(tmp_path, *paths)] == [
        "not-found",
        "unreadable",
        "unreadable",
        "unreadable",
        None,
    ]


def test_a_path_no_system_allows_is_unreadable():
    assert parcel_problem("a\0b") == ("unreadable", "It cannot be read: no file can have this name.")


def parcel_problem(path):
    (one,) = parcels([path], limit=100)
    return one.problem.code, one.problem.reason


def test_a_folder_that_cannot_be_opened_is_said(tmp_path):
    here = os.open(tmp_path, os.O_RDONLY)
    for _deeper in range(20):  # until the path is longer than the system opens
        os.mkdir("x" * 250, dir_fd=here)
        above, here = here, os.open("x" * 250, os.O_RDONLY, dir_fd=here)
        os.close(above)
    os.close(here)
    (one,) = parcels([str(tmp_path)], limit=100)
    assert (one.problem.code, one.problem.reason) == ("unreadable", "It cannot be read: File name too long.")


def test_a_socket_in_a_folder_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("door")
        assert names(tmp_path) == [("door", "unreadable")]


def test_an_empty_folder_holds_nothing(tmp_path):
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("in/tide.txt", "in/tide.txt"),
        (os.fsdecode(b"caf\xe9.txt"), "caf\ufffd.txt"),
        ("in\n\x1b[2J", "in\ufffd\ufffd[2J"),
        ("x" * 600, "…" + "x" * (LONGEST_NAME - 1)),
    ],
)
def test_a_name_can_be_printed_and_kept(path, name):
    assert said(path) == name
