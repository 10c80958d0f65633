"""Bytes as the record keeps them: gzipped, the same bytes always the same."""

import gzip


def packed(received: bytes) -> bytes:
    """`received`, smaller; the level is the one from which on more time saves next to nothing of news copy."""
    return gzip.compress(received, compresslevel=4, mtime=0)


def unpacked(kept: bytes) -> bytes:
    """The bytes as they were received."""
    return gzip.decompress(kept)
