"""ninjs, News in JSON, 1.0 to 3.1. http://iptc.org/standards/ninjs/

A file is one document, or a JSON array of them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from articles.importing.decoding import Decoded, decode
from articles.importing.errors import BadInput
from articles.importing.iptc.bodies import body_of
from articles.importing.iptc.completing import completed, topics_once
from articles.importing.iptc.credits import credits_of
from articles.importing.iptc.newscodes import CANONICAL
from articles.importing.iptc.ninjs_document import Concept, Document, document_of
from articles.importing.iptc.ninjs_pictures import with_pictures
from articles.importing.iptc.ninjs_versions import fault
from articles.importing.iptc.origins import origins_of
from articles.importing.iptc.parties import Party, host_of
from articles.importing.iptc.release import Release
from articles.importing.iptc.required import with_words
from articles.importing.iptc.wordings import dek_of, headline_of, kicker_of
from articles.importing.item import Item, whole
from articles.importing.json_array import JsonArray, is_array
from articles.importing.json_text import parsed, place_of, written
from articles.importing.moments import moment
from articles.importing.readers.reader import HEAD_BYTES, Head, Reader, Source
from articles.importing.story import Step, Story, StoryTopic
from articles.text.clean import plain, plain_lines

NAME = "ninjs"

_NINJS = re.compile(rb'"uri"\s*:|iptc\.org/std/ninjs/')
_OTHERS = re.compile(rb'jsonfeed\.org/version|"@context"\s*:')
_MADE = {
    "author",
    "writer",
    "creator",
    "photographer",
    "reporter",
    "editor",
    "correspondent",
    "translator",
    "illustrator",
}
_SUPPLIES = {"provider", "contentprovider", "distributor", "supplier"}


def recognises(head: Head) -> bool:
    """Whether the file begins like JSON that has a `uri`, the one property every ninjs document must have."""
    begins = head.received.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not begins.startswith((b"{", b"[")) or _OTHERS.search(begins):
        return False
    return _NINJS.search(begins) is not None or head.name.lower().endswith(".ninjs")


def split(source: Source) -> Iterator[Item]:
    """The documents of a file. Raises `BadInput` (malformed) where an array of them breaks off."""
    head = source.stream.read(HEAD_BYTES)
    source.stream.seek(0)
    if not is_array(head, source.encoding or ""):
        yield whole(source.name, NAME, source.stream, envelope=source.told(), limit=source.limit)
        return
    array = JsonArray(source.stream, limit=source.limit, encoding=source.encoding or "")
    envelope = {**source.told(), **({"encoding": array.encoding} if array.encoding else {})}
    for number, document in enumerate(array, start=1):
        yield document.item(f"{source.name}#{number}", NAME, envelope=envelope, limit=source.limit)


def read(item: Item) -> Story:
    """The story in `item`.

    Raises `BadInput`: malformed with the path and place of what is not as ninjs has it; no-body where a valid document
    has no text, unsupported where it is something else than a story.
    """
    decoded = decode(item.content, item.envelope.get("encoding"))
    value = parsed(decoded)
    if not isinstance(value, dict):
        raise BadInput("malformed", _("It is no ninjs document: expected is an object."), **decoded.place(0))
    _require_valid(value, decoded)
    document = document_of(value)
    return _with_words(_story(document, decoded), document, decoded.steps)


def _require_valid(value: dict[str, Any], decoded: Decoded) -> None:
    wrong = fault(value)
    if wrong:
        reason = _("“%(path)s” is wrong: ninjs expects %(expected)s. Ask the supplier to mend it.")
        place = decoded.place(place_of(decoded.text, wrong.path))
        raise BadInput("malformed", reason % {"path": written(wrong.path), "expected": wrong.expected}, **place)


def _story(document: Document, decoded: Decoded) -> Story:
    told = {name: plain(text) for name, text in document.told.items()}
    start = max(0, decoded.text.lower().find('"infosource'))
    parties = [_party(one, start) for one in document.concepts["infosources"]]
    supplier = next((party for party in parties if _SUPPLIES & set(party.roles)), Party("", uri=told["uri"]))
    created = moment(told.get("versioncreated", ""))
    addresses = list(_addresses(document))
    story = Story(
        headline_of(document.headlines) or told.get("title", ""),
        dek=dek_of(document.descriptions, document.headlines),
        kicker=kicker_of(document.headlines),
        credits=credits_of([told.get("by", "")], _makers(document, parties)),
        origins=origins_of(parties, supplier, "ninjs:infosource"),
        dateline=told.get("located", ""),
        published=moment(told.get("firstcreated", "")) or moment(told.get("contentcreated", "")) or created,
        updated=created,
        language=told.get("language", "").replace("_", "-"),
        topics=topics_once(_topics(document)),
        slugline=told.get("slugline", ""),
        address=addresses[0] if addresses else "",
        addresses=tuple(addresses[1:]),
        supplier=supplier.name,
        supplier_domain=supplier.domain or ("" if supplier.name else host_of(told["uri"])),
        supplier_id=told["uri"],
        version=told.get("version", ""),
        ednote=plain_lines(document.told.get("ednote", "")),
        rights=_rights(document),
        priority=document.urgency,
    )
    status, embargo = told.get("pubstatus", ""), told.get("embargoed")
    return Release(status, embargo=embargo).of(completed(story, body_of(document.bodies)))


def _with_words(story: Story, document: Document, steps: tuple[Step, ...]) -> Story:
    kind = document.told.get("type", "")
    texts = [one.told.get("uri", "") for _name, one in document.associations if one.bodies]
    if texts and not story.blocks:
        reason = _("It is a package without a text of its own. Bring in what it holds: %(uris)s.")
        raise BadInput("unsupported", reason % {"uris": ", ".join(texts)})
    nature = kind or ("picture" if document.renditions and not document.bodies else "")
    found = with_words(story, nature)
    return replace(with_pictures(found, document), steps=(*steps, *found.steps))


def _party(concept: Concept, start: int) -> Party:
    """An information source. Without a name it is known by its host."""
    return Party(concept.name, concept.roles, uri=concept.uri, evidence=concept.name or concept.uri, start=start)


def _makers(document: Document, sources: list[Party]) -> list[Party]:
    """People who made it, where it says so of somebody among those it names."""
    people = (
        Party(one.name, one.roles, kind="person") for one in document.concepts["people"] if _MADE & set(one.roles)
    )
    return [*people, *(party for party in sources if _MADE & set(party.roles))]


def _topics(document: Document) -> Iterator[StoryTopic]:
    """What it is about; of people, places and the like not those it only mentions, nor those who made it."""
    for name in ("subjects", "people", "organisations", "places", "events", "objects"):
        for one in document.concepts[name]:
            if "mentions" not in one.roles and not _MADE & set(one.roles):
                yield StoryTopic(plain(one.name), plain(one.code))


def _addresses(document: Document) -> Iterator[str]:
    for role, value in document.altids:
        if role in CANONICAL and value.startswith(("http://", "https://")):
            yield value.strip()


def _rights(document: Document) -> str:
    told = [plain_lines(document.told.get(name, "")) for name in ("copyrightnotice", "usageterms")]
    holder = plain(document.told.get("copyrightholder", ""))
    if holder and holder not in told[0]:
        told.insert(0, f"© {holder}" if not holder.startswith(("©", "(c)", "(C)")) else holder)
    return "\n".join(filter(None, [*told, document.linked_rights]))


READER = Reader(NAME, recognises, split, read)
