"""What lies at the paths an import is pointed at: files, and the files of folders, each read within the limit."""

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from articles.importing.errors import BadInput

CHUNK = 1 << 20  # bytes
LONGEST_NAME = 500  # characters, as a receipt may carry; of a longer path the end tells more

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Parcel:
    """One file as it arrived; of one over the limit only size and hash were read, of a missing one nothing."""

    name: str
    size: int = 0
    sha256: str = ""
    received: bytes | None = None
    problem: BadInput | None = None


def parcels(paths: Iterable[str], *, limit: int) -> Iterator[Parcel]:
    """Each file at `paths`; of a folder all but hidden ones, in the order of their names, then its folders'.

    What cannot be opened is a problem of its own, not an end.
    """
    for path in paths:
        if os.path.isdir(path):
            yield from _inside(path, limit)
        else:
            yield parcel(Path(path), limit=limit)


def parcel(path: Path, *, limit: int) -> Parcel:
    """The file at `path`, read in pieces so that one over `limit` bytes is hashed without being held."""
    name = said(path)
    digest, kept, size = hashlib.sha256(), bytearray(), 0
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe or a device might never end
            return Parcel(name, problem=_unreadable(_("it is neither a file nor a folder")))
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
                if size <= limit:
                    kept += chunk
    except FileNotFoundError:
        return Parcel(name, problem=BadInput("not-found", _("There is no such file. Check the path.")))
    except ValueError:  # a null character; every Python says it in other words
        return Parcel(name, problem=_unreadable(_("no file can have this name")))
    except OSError as error:
        return Parcel(name, problem=_unreadable(_reason(error)))
    if size > limit:
        reason = _("It has %(size)d bytes. Raise IMPORT_LIMIT_BYTES, which is %(limit)d, or send it in parts.")
        problem = BadInput("too-large", reason % {"size": size, "limit": limit})
        return Parcel(name, size, digest.hexdigest(), None, problem)
    return Parcel(name, size, digest.hexdigest(), bytes(kept))


def said(path: str | Path) -> str:
    """A path as it can be printed and kept: file names are bytes, not always text, and may hold control characters."""
    name = _CONTROLS.sub("\ufffd", os.fsencode(path).decode("utf-8", errors="replace"))
    return name if len(name) <= LONGEST_NAME else f"…{name[1 - LONGEST_NAME :]}"


def _inside(folder: str, limit: int) -> Iterator[Parcel]:
    closed: list[OSError] = []
    seen = {os.path.realpath(folder)}
    for place, folders, files in os.walk(folder, followlinks=True, onerror=closed.append):
        # A link may lead into the folder itself: each folder is gone through once.
        folders[:] = [name for name in _visible(folders) if _is_new(os.path.realpath(os.path.join(place, name)), seen)]
        for name in _visible(files):
            yield parcel(Path(place, name), limit=limit)
    for error in closed:
        yield Parcel(said(error.filename), problem=_unreadable(_reason(error)))


def _visible(names: list[str]) -> list[str]:
    return sorted(name for name in names if not name.startswith("."))


def _is_new(folder: str, seen: set[str]) -> bool:
    new = folder not in seen
    seen.add(folder)
    return new


def _unreadable(reason: str) -> BadInput:
    return BadInput("unreadable", _("It cannot be read: %(reason)s.") % {"reason": reason})


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
