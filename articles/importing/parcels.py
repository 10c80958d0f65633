"""What lies at the paths an import is pointed at: files, and the files of folders, each read within the limit."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from articles.importing.errors import BadInput

CHUNK = 1 << 20


@dataclass(frozen=True)
class Parcel:
    """One file as it arrived; of one over the limit only size and hash were read."""

    name: str
    size: int = 0
    sha256: str = ""
    received: bytes | None = None
    problem: BadInput | None = None


def parcels(paths: Iterable[str], *, limit: int) -> Iterator[Parcel]:
    """Each file at `paths`, folders in the order of their file names. What cannot be opened is a problem, not an end."""
    for name in paths:
        path = Path(name)
        if path.is_dir():
            for inside in sorted(path.rglob("*")):
                if inside.is_file() and not any(part.startswith(".") for part in inside.relative_to(path).parts):
                    yield parcel(inside, limit=limit)
        else:
            yield parcel(path, limit=limit)


def parcel(path: Path, *, limit: int) -> Parcel:
    """The file at `path`, read in pieces so that a huge one is hashed without being held."""
    digest, kept, size = hashlib.sha256(), bytearray(), 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
                if size <= limit:
                    kept += chunk
    except FileNotFoundError:
        return Parcel(str(path), problem=BadInput("not-found", "there is no such file"))
    except OSError as error:
        return Parcel(str(path), problem=BadInput("unreadable", error.strerror or "it cannot be opened"))
    if size > limit:
        problem = BadInput("too-large", f"{size} bytes; the limit is {limit}")
        return Parcel(str(path), size, digest.hexdigest(), None, problem)
    return Parcel(str(path), size, digest.hexdigest(), bytes(kept))
