"""From an item to a story, or to what is wrong with it. Pure: nothing but the item is asked, so any process may."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils.translation import gettext as _

from articles.importing.errors import BadInput
from articles.importing.evidence import Span, end_of, spans
from articles.importing.item import Item, whole
from articles.importing.readers import READERS, detect
from articles.importing.readers.reader import HEAD_BYTES, Head, Reader, Source
from articles.importing.steps import clean_up
from articles.importing.story import PubStatus, Signal, Story
from articles.text.canonical import sha256
from articles.text.fingerprint import Fingerprint
from articles.text.terms import Terms, terms_of_copy

AUTO = "auto"

WHOLE_FILE = {"whole": "file"}
"""In an envelope: these bytes are no item, but a file of items that is broken from some place on."""

FEW = 40
"""Words of a body (of Chinese and Japanese characters) that two stories may share by chance."""

_HEADINGS = {"h2", "h3"}


@dataclass(frozen=True, slots=True)
class Reading:
    """The story that an item reads like, cleaned up, with what it is compared by.

    `words_hash` is the same for the same words in whatever punctuation of white space; `sketch` is what near-duplicates
    share, `terms` what its draft is found by; all are empty for a withdrawal without words. `spans` say where each
    origin claim's evidence stands.
    """

    story: Story
    spans: tuple[Span | None, ...] = ()
    words_hash: str = ""
    sketch: tuple[int, ...] = ()
    terms: Terms = b""


def items_of(source: Source, format: str = AUTO) -> Iterator[Item]:
    """The items of a file, taken apart in `format` (a name in READERS, or AUTO). Where the file is broken from some
    place on, the last item is the whole file with that problem, so that nothing of it is lost.
    """
    head = Head(source.name, source.stream.read(HEAD_BYTES))
    source.stream.seek(0)
    reader = detect(head) if format == AUTO else READERS[format]
    try:
        yield from reader.split(source)
    except BadInput as problem:
        source.stream.seek(0)
        file = whole(source.name, reader.name, source.stream, envelope=source.told(), limit=source.limit)
        yield replace(file, envelope={**file.envelope, **WHOLE_FILE}, problem=file.problem or problem)


def read(item: Item) -> Reading | BadInput:
    """Reads one item, by the reader that took it out of its file."""
    if item.problem:
        return item.problem
    try:
        story = clean_up(_reader(item).read(item))
        if story.pub_status == PubStatus.CANCELED or story.signal == Signal.KILL:
            return Reading(story)
        _require_words(story, item)
    except BadInput as problem:
        return problem
    body = Fingerprint("\n".join(block.text for block in story.blocks))
    found_by = terms_of_copy(story, body, settings.HOUSE_LANGUAGE)
    return Reading(story, spans(item, story.origins), *_likeness(story, body), found_by)


def _likeness(story: Story, body: Fingerprint) -> tuple[str, tuple[int, ...]]:
    """What the story is compared by. A few words may well be those of another story ("More to follow."), so that they
    are compared with their headline, and never as near-duplicates.
    """
    folded = b" ".join(body.words)
    if len(body.words) < FEW:
        return sha256(b"\n".join([b" ".join(Fingerprint(story.headline).words), folded])), ()
    return sha256(folded), tuple(body.sketch)


def _reader(item: Item) -> Reader:
    try:
        return READERS[item.format]
    except KeyError:
        reason = _("There is no reader for the format “%(name)s” any longer. Import the file again.")
        raise BadInput("unsupported", reason % {"name": item.format}) from None


def _require_words(story: Story, item: Item) -> None:
    if not any(block.kind not in _HEADINGS and any(map(str.isalnum, block.text)) for block in story.blocks):
        reason = _("No paragraph is left under headline and teaser. Ask for the whole story.")
        raise BadInput("no-body", reason, **end_of(item))
    if not story.headline:
        raise BadInput("no-headline", _("It has no headline. Write one above it, then import it again."))
