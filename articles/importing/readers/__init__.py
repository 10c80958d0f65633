"""One reader a format. A new one is a new file here and one line in READERS."""

from articles.importing.readers import (
    csv_table,
    feed,
    json_feed,
    json_lines,
    markdown,
    newsml_1,
    newsml_g2,
    ninjs,
    nitf,
    page,
    wire,
    wxr,
)
from articles.importing.readers.reader import Head, Reader

READERS: dict[str, Reader] = {
    reader.name: reader
    for reader in (
        wxr.READER,
        feed.READER,
        newsml_g2.READER,
        newsml_1.READER,
        nitf.READER,
        json_feed.READER,
        ninjs.READER,
        json_lines.READER,
        page.READER,
        markdown.READER,
        csv_table.READER,
        wire.READER,  # last: text that is nothing more special is plain-text wire copy
    )
}
"""The readers by name, in the order in which they are asked whether they recognise a file."""


def detect(head: Head) -> Reader:
    """The first reader that recognises the file that begins so; its first bytes decide, its name only in doubt."""
    return next(reader for reader in READERS.values() if reader.recognises(head))
