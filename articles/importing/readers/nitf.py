"""NITF 3.x, the News Industry Text Format: a file is one story. http://iptc.org/standards/nitf/"""

from django.utils.translation import gettext as _

from articles.importing.errors import BadInput
from articles.importing.iptc.nitf_story import story_of
from articles.importing.iptc.required import with_words
from articles.importing.iptc.xml_document import child, document, name_of
from articles.importing.item import Item
from articles.importing.readers.reader import Head, Reader, one_item
from articles.importing.sniffing import xml_root
from articles.importing.story import Story

NAME = "nitf"
NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"


def recognises(head: Head) -> bool:
    """Whether the file begins with an `nitf` element."""
    root = xml_root(head.received)
    return root is not None and root.name == "nitf" and root.namespace in ("", NAMESPACE)


def read(item: Item) -> Story:
    """The story in `item`. Raises `BadInput` with the line: malformed or unsafe where it cannot be read, no-body where
    it has no text.
    """
    found = document(item)
    if name_of(found.root) != "nitf" or child(found.root, "body") is None:
        reason = _("It is no NITF document: expected is the element nitf with a body. Ask for it to be sent again.")
        raise BadInput("malformed", reason, line=found.root.sourceline)
    return with_words(found.told(story_of(found.root, found.start_of)))


READER = Reader(NAME, recognises, one_item(NAME), read)
