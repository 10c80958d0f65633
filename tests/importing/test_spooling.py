"""Bytes that come but once, kept within a limit."""

import os
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from articles.importing.errors import BadInput
from articles.importing.spooling import IN_MEMORY, Allowance, head_of, pieces, spool


def test_what_is_kept_can_be_read_and_sought():
    with spool([b"Ti", b"", b"de"], Allowance(4)) as stream:
        assert (head_of(stream, 2), stream.read(), stream.seek(1), stream.read()) == (b"Ti", b"Tide", 1, b"ide")


def test_a_byte_too_many_is_refused_with_what_to_do():
    allowance = Allowance(5)
    with spool([b"Tide"], allowance), pytest.raises(BadInput) as caught:
        spool([b"Ti"], allowance)
    assert (caught.value.code, allowance.is_spent) == ("too-large", True)
    assert caught.value.reason == (
        "It comes to more than 5 bytes in all, and the rest of it is not read. Raise IMPORT_UNPACKED_BYTES, or import "
        "it in parts."
    )


def test_nothing_is_read_beyond_the_limit():
    chunks = iter([b"x" * 10] * 10)
    with pytest.raises(BadInput):
        spool(chunks, Allowance(25))
    assert len(list(chunks)) == 7


def test_what_is_large_has_no_name_on_disk(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with spool([b"x" * (IN_MEMORY + 1)], Allowance(IN_MEMORY + 1)) as stream:
        assert (stream.fileno() > 0, os.listdir(tmp_path)) == (True, [])


@pytest.mark.parametrize("ending", [KeyboardInterrupt, BadInput, OSError])
def test_whatever_ends_it_the_file_is_closed(ending):
    before = open_files()

    def chunks():
        yield b"x" * (IN_MEMORY + 1)
        assert open_files() == before + 1
        raise ending("malformed", "")

    with pytest.raises(ending):
        spool(chunks(), Allowance(IN_MEMORY * 2))
    assert open_files() == before


def open_files():
    return len(os.listdir("/dev/fd"))


def test_a_full_disk_is_said(monkeypatch):
    disk = Path("/dev/full")
    monkeypatch.setattr("articles.importing.spooling.SpooledTemporaryFile", lambda max_size: disk.open("wb"))
    with pytest.raises(BadInput) as caught:
        spool([b"x"], Allowance(1))
    assert (caught.value.code, caught.value.reason) == (
        "unreadable",
        "It cannot be kept while it is read: No space left on device. Make room, or name a roomier folder in TMPDIR.",
    )


def test_a_stream_comes_in_pieces():
    with TemporaryFile() as file:
        file.write(b"x" * 150_000)
        file.seek(0)
        assert [len(piece) for piece in pieces(file)] == [65536, 65536, 18928]
