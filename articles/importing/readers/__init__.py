"""One reader a format. A new one is a new file here and one line in READERS."""

from collections.abc import Callable

from articles.importing.decoding import Decoded
from articles.importing.readers import wire
from articles.importing.story import Story

READERS: dict[str, Callable[[Decoded], Story]] = {
    "wire": wire.read,
}


def detect(_decoded: Decoded) -> str:
    """The name of the format of what was received. Text that is nothing more special is plain-text wire copy."""
    return "wire"
