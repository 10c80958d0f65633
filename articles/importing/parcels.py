"""What an import is pointed at, opened: files, folders, archives, standard input, addresses on the web.

Files are handed on one by one, each a stream to be read and sought. A file on disk is read where it lies; whatever
else is kept in a temporary file while it is looked at, and no longer.
"""

import logging
import os
import re
import stat
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from articles.importing.addresses import is_address, without_credentials
from articles.importing.errors import BadInput
from articles.importing.fetching import fetcher
from articles.importing.media import NOTHING, Beside, kind_of
from articles.importing.readers.reader import Source
from articles.importing.spooling import Allowance, head_of, pieces, spool
from articles.importing.unpacking import (
    HEAD,
    Archive,
    Member,
    gunzipped,
    is_gzip,
    is_other_archive,
    is_passed_over,
    is_zip,
)

STDIN = "-"
LONGEST_NAME = 500  # characters, as a receipt may carry; of a longer path the end tells more
DEEPEST = 2  # an archive may hold archives, and those none

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_MARK = re.compile(rb"\xef\xbb\xbf|\xfe\xff|\xff\xfe|\0\0\xfe\xff")

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Parcel:
    """One file, ready to be taken apart, or the problem with it. `beside` finds the media that came with it."""

    name: str
    source: Source | None
    problem: BadInput | None = None
    beside: Beside = field(default=NOTHING, repr=False)


def parcels(
    paths: Iterable[str],
    *,
    limit: int,
    unpacked: int,
    encoding: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Parcel]:
    """Each file at `paths`, its stream open until the next is asked for.

    A path is a file, a folder, an http or https address, or `-` for `stdin` (None: the process's own). Of a folder come
    all files but hidden ones, in the order of their names, then its folders'. What is packed by gzip or zip is
    unpacked, also in folders, and archives in archives once. `limit` is the most bytes an item may have, `unpacked`
    the most that any one file, archive, body or standard input may come to when it is unpacked; `encoding` is what
    was told of all.

    What cannot be opened is a problem of its own, not an end. Media beside stories is passed over, and counted in
    the log; where there is nothing else it is a problem.
    """
    for path in paths:
        opening = _Opening(limit, unpacked, encoding)
        others = 0
        for parcel in opening.at(path, stdin):
            others += 1
            yield parcel
        if opening.media and others:
            logger.info("%s: media beside the stories: %s.", said(path), opening.kinds())
        elif opening.media:
            reason = _("Nothing is in it but media (%(kinds)s). Import the text that it belongs to.")
            yield Parcel(said(path), None, BadInput("binary", reason % {"kinds": opening.kinds()}))


def said(path: str | Path) -> str:
    """A path as it can be printed and kept: file names are bytes, not always text, and may hold control characters.

    Of an address no credentials are said.
    """
    name = without_credentials(_CONTROLS.sub("\ufffd", os.fsencode(path).decode("utf-8", errors="replace")))
    return name if len(name) <= LONGEST_NAME else f"…{name[1 - LONGEST_NAME :]}"


@dataclass
class _Opening:
    """What one path is opened to, and how many files of media, by kind, were met on the way."""

    limit: int
    unpacked: int
    encoding: str | None
    media: Counter[str] = field(default_factory=Counter)

    def kinds(self) -> str:
        return ", ".join(f"{number} {kind}" for kind, number in self.media.most_common())

    def at(self, path: str, stdin: BinaryIO | None) -> Iterator[Parcel]:
        if path == STDIN:
            yield from _with_problem(STDIN, self._stdin(stdin))
        elif is_address(path):
            yield from _with_problem(said(path), self._fetched(path))
        elif os.path.isdir(path):
            yield from self._folder(path)
        else:
            yield from self._file(path, Beside.in_folder(os.path.dirname(path) or "."))

    def _folder(self, folder: str) -> Iterator[Parcel]:
        closed: list[OSError] = []
        seen = {os.path.realpath(folder)}
        for place, folders, files in os.walk(folder, followlinks=True, onerror=closed.append):
            # A link may lead into the folder itself: each folder is gone through once.
            folders[:] = [name for name in _shown(folders) if _is_new(os.path.join(place, name), seen)]
            beside = Beside.in_folder(folder, os.path.relpath(place, folder))
            for name in _shown(files):
                yield from self._file(os.path.join(place, name), beside)
        for error in closed:
            yield Parcel(said(error.filename), None, _unreadable(_reason(error)))

    def _file(self, path: str, beside: Beside) -> Iterator[Parcel]:
        yield from _with_problem(said(path), self._on_disk(path, beside))

    def _on_disk(self, path: str, beside: Beside) -> Iterator[Parcel]:
        with _opened(path) as stream:
            source = self._source(said(path), stream, path=path)
            yield from self._apart(source, beside, Allowance(self.unpacked))

    def _stdin(self, stdin: BinaryIO | None) -> Iterator[Parcel]:
        stdin = stdin or getattr(sys.stdin, "buffer", None)
        if stdin is None:
            raise _unreadable(_("there is no standard input"))
        allowance = Allowance(self.unpacked)
        with spool(pieces(stdin), allowance) as stream:
            yield from self._apart(self._source(STDIN, stream), NOTHING, allowance)

    def _fetched(self, url: str) -> Iterator[Parcel]:
        allowance = Allowance(self.unpacked)
        fetched = fetcher().fetch(url, allowance)
        with fetched.stream as stream:
            source = self._source(said(url), stream, address=fetched.address)
            # What the text itself begins with knows better than the server, and `--encoding` better than both.
            if not _MARK.match(head_of(stream, 4)):
                source = replace(source, encoding=self.encoding or fetched.charset or None)
            yield from self._apart(source, NOTHING, allowance)

    def _source(self, name: str, stream: BinaryIO, **known: str) -> Source:
        return Source(name, stream, self.limit, self.encoding, **known)

    def _apart(self, source: Source, beside: Beside, allowance: Allowance, depth: int = 0) -> Iterator[Parcel]:
        """The parcels in what was opened, which lies in `depth` archives.

        Of an archive that does not lie on disk itself, media is found only while its parcel is open.
        """
        head = head_of(source.stream, HEAD)
        if is_other_archive(head):
            reason = _("It is packed in a way not known here. Unpack it and import the folder.")
            raise BadInput("unsupported", reason)
        if (is_gzip(head) or is_zip(head)) and depth == DEEPEST:
            reason = _("It is packed more than twice over. Unpack what it lies in and import that.")
            raise BadInput("unsupported", reason)
        if is_gzip(head):
            with spool(gunzipped(source.stream), allowance) as stream:
                yield from self._apart(replace(source, stream=stream), beside, allowance, depth + 1)
        elif is_zip(head):
            archive = Archive(source.stream)
            on_disk = depth == 0 and source.path
            within = Beside.in_archive_on_disk(source.path) if on_disk else Beside.in_archive(archive)
            for member in archive.members():
                name = said(f"{source.name}/{member.name}")
                yield from _with_problem(name, self._member(name, archive, member, within, allowance, depth + 1))
                if allowance.is_spent:
                    return
        elif kind := kind_of(head):
            self.media[kind] += 1
        else:
            yield Parcel(source.name, source, beside=beside)

    def _member(
        self, name: str, archive: Archive, member: Member, within: Beside, allowance: Allowance, depth: int
    ) -> Iterator[Parcel]:
        chunks = archive.chunks(member)
        head = next(chunks, b"")
        if kind := kind_of(head):  # seen without being unpacked
            self.media[kind] += 1
            return
        with spool(chain([head], chunks), allowance) as stream:
            beside = replace(within, at=os.path.dirname(member.name))
            yield from self._apart(self._source(name, stream), beside, allowance, depth)


def _with_problem(name: str, found: Iterator[Parcel]) -> Iterator[Parcel]:
    """The parcels `found`, and what ended them, if anything, as one more."""
    try:
        yield from found
    except BadInput as problem:
        yield Parcel(name, None, problem)
    except OSError as error:
        yield Parcel(name, None, _unreadable(_reason(error)))


def _opened(path: str) -> BinaryIO:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # a pipe or a device might never end
            raise _unreadable(_("it is neither a file nor a folder"))
        return open(path, "rb")
    except FileNotFoundError as error:
        raise BadInput("not-found", _("There is no such file. Check the path.")) from error
    except ValueError as error:  # a null character; every Python says it in other words
        raise _unreadable(_("no file can have this name")) from error


def _shown(names: list[str]) -> list[str]:
    return sorted(name for name in names if not is_passed_over(name))


def _is_new(folder: str, seen: set[str]) -> bool:
    there = os.path.realpath(folder)
    new = there not in seen
    seen.add(there)
    return new


def _unreadable(reason: str) -> BadInput:
    return BadInput("unreadable", _("It cannot be read: %(reason)s.") % {"reason": reason})


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
