"""What NITF 3.x says about a story, as a Story: for a file of NITF, and for NITF within NewsML or ninjs."""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from articles.importing.iptc.completing import topics_once
from articles.importing.iptc.credits import credits_of
from articles.importing.iptc.nitf_body import body_of
from articles.importing.iptc.origins import origins_of
from articles.importing.iptc.parties import Party, host_of
from articles.importing.iptc.release import Release
from articles.importing.iptc.xml_document import (
    Element,
    attribute,
    child,
    children,
    language_of,
    name_of,
    within,
    words,
)
from articles.importing.moments import moment
from articles.importing.story import OriginClaim, Story, StoryCredit, StoryTopic
from bylines.names import parse_byline
from bylines.words import ROLES

_WITHOUT_T = re.compile(r"(\d{8})(\d{6}(?:Z|[+-]\d{2}:?\d{2})?)", re.ASCII)
_STAMP = re.compile(r"[\dTZ+:-]{8,}", re.ASCII)
_CODE = re.compile(r"\d{8}", re.ASCII)
_SPOKEN_OF = ("person", "org", "location", "event", "object.title", "classifier")


@dataclass(frozen=True)
class _Parts:
    """The parts of a document that tell something, each None where it is not there."""

    nitf: Element
    docdata: Element | None
    pubdata: Element | None
    head: Element | None
    contents: tuple[Element, ...]
    end: Element | None


def story_of(nitf: Element, start_of: Callable[[Element], int] = lambda _element: 0) -> Story:
    """The story told by a `nitf` element. `start_of` says where an element stands in what was received."""
    parts = _parts(nitf)
    headline, dek = _headline_and_dek(parts)
    notes = [note for note in children(parts.head, "note") if attribute(note, "noteclass") != "cpyrt"]
    body = body_of(parts.contents, before=notes, after=list(children(parts.end, "tagline", "bibliography")))
    supplier = _supplier(parts)
    issued = _time(child(parts.docdata, "date.issue"))
    story = Story(
        headline,
        dek=dek,
        kicker=_series(parts),
        blocks=body.blocks,
        credits=_credits(parts),
        origins=_origins(parts, supplier, start_of),
        pictures=tuple(body.pictures),
        dateline=_dateline(parts.head),
        published=issued or _published(parts),
        updated=_revised(parts),
        language=attribute(nitf, "baselang") or language_of(nitf),
        section=attribute(parts.pubdata, "position.section"),
        topics=topics_once(_topics(parts)),
        slugline=attribute(child(parts.docdata, "du-key"), "key"),
        address=_address(attribute(parts.pubdata, "ex-ref")),
        supplier=supplier.name,
        supplier_domain=supplier.domain,
        supplier_id=_identity(parts),
        version=attribute(child(parts.docdata, "du-key"), "version"),
        ednote="\n".join(dict.fromkeys((*_messages(parts), *body.notes))),
        rights="\n".join(dict.fromkeys(_rights(parts))),
        priority=_urgency(parts),
    )
    return _release(parts, issued).of(story)


def _parts(nitf: Element) -> _Parts:
    body = child(nitf, "body")
    return _Parts(
        nitf,
        child(nitf, "head", "docdata"),
        child(nitf, "head", "pubdata"),
        child(body, "body.head"),
        tuple(children(body, "body.content")),
        child(body, "body.end"),
    )


def _headline_and_dek(parts: _Parts) -> tuple[str, str]:
    """The main headline, else the title of the document; and its subordinate ones, else the abstract."""
    hedline = child(parts.head, "hedline")
    headline = words(child(hedline, "hl1")) or words(child(parts.nitf, "head", "title"))
    below = dict.fromkeys(filter(None, map(words, children(hedline, "hl2"))))
    abstract = " ".join(filter(None, map(words, children(parts.head, "abstract"))))
    return headline, " – ".join(below) or abstract


def _series(parts: _Parts) -> str:
    told = (child(parts.docdata, "series"), child(parts.head, "series"))
    return next(filter(None, (attribute(one, "series.name") for one in told)), "")


def _credits(parts: _Parts) -> tuple[StoryCredit, ...]:
    """Everybody named in a byline; one that says the same names in another order ("Doe, Jane") says nothing new."""
    credits: list[StoryCredit] = []
    told: set[frozenset[str]] = set()
    blocks = [block for content in parts.contents for block in children(content, "block")]
    bylines = list(children(parts.head, "byline")) or list(children(blocks[0] if blocks else None, "byline"))
    for byline in bylines:
        names = frozenset(re.findall(r"\w+", (_words_but(byline, "byttl") or words(byline)).casefold())) - {"by"}
        if names not in told:
            told.add(names)
            credits += _byline(byline)
    return tuple(dict.fromkeys(credits))


def _byline(byline: Element) -> tuple[StoryCredit, ...]:
    called = child(byline, "byttl")
    title = words(called)
    organisation = words(child(called, "org"))
    if not organisation and _is_organisation(title):
        organisation, title = title, ""
    people = [_person(one) for one in children(byline, "person")]
    line = _words_but(byline, "byttl").strip(" ,;")
    if people:
        titled = [replace(one, title=one.title or title, organisation=organisation) for one in people]
        return credits_of((), titled)
    if not line:
        return credits_of([organisation or title])
    found = credits_of([line], title="" if title == organisation else title)
    return tuple(replace(one, organisation=one.organisation or organisation) for one in found)


def _person(person: Element) -> Party:
    function = child(person, "function")
    return Party(_words_but(person, "function", "alt-code"), kind="person", title=words(function))


def _is_organisation(title: str) -> bool:
    told = parse_byline(title) if title else None
    return bool(told and told.organisation and not told.people) and title.split()[-1].casefold() not in ROLES


def _words_but(element: Element, *names: str) -> str:
    """The words in an element without those of children of these names."""
    said = [element.text or ""]
    for one in element:
        said += ["" if name_of(one) in names else words(one), one.tail or ""]
    return " ".join("".join(said).split())


def _supplier(parts: _Parts) -> Party:
    """Who delivers it: the distributor, else where the document is registered, else the last on its way."""
    last = list(children(child(parts.docdata, "del-list"), "from-src"))[-1:]
    told = (
        words(child(parts.head, "distributor")),
        attribute(child(parts.docdata, "doc-id"), "regsrc"),
        *(attribute(one, "src-name") for one in last),
    )
    return Party(next(filter(None, told), ""))


def _origins(parts: _Parts, supplier: Party, start_of: Callable[[Element], int]) -> tuple[OriginClaim, ...]:
    if parts.pubdata is None:
        return ()
    name, address = attribute(parts.pubdata, "name"), attribute(parts.pubdata, "ex-ref")
    start = start_of(parts.pubdata)
    published = Party(name, ("publisher",), kind="organisation", uri=address, evidence=name, start=start)
    return origins_of([published], supplier, "nitf:pubdata") if name else ()


def _dateline(head: Element | None) -> str:
    """The first dateline as it is printed; a time stamp in it is for machines."""
    for dateline in children(head, "dateline"):
        stamps = [one for one in children(dateline, "story.date") if _STAMP.fullmatch(words(one))]
        said = _words_but(dateline, "story.date") if stamps else words(dateline)
        if said.strip(" ,"):
            return said.strip(" ,")
    return ""


def _published(parts: _Parts) -> datetime.datetime | None:
    printed = moment(_iso(attribute(parts.pubdata, "date.publication")))
    return printed or _time(child(parts.head, "dateline", "story.date"))


def _revised(parts: _Parts) -> datetime.datetime | None:
    """When it was last revised."""
    times = (_time(one) for one in children(child(parts.nitf, "head"), "revision-history"))
    return max((time for time in times if time), default=None)


def _time(element: Element | None) -> datetime.datetime | None:
    return moment(_iso(attribute(element, "norm"))) if element is not None else None


def _iso(norm: str) -> str:
    """NITF also writes `YYYYMMDDhhmmss`, without a T."""
    found = _WITHOUT_T.fullmatch(norm)
    return f"{found[1]}T{found[2]}" if found else norm


def _release(parts: _Parts, issued: datetime.datetime | None) -> Release:
    docdata = parts.docdata
    released = attribute(child(docdata, "date.release"), "norm")
    time = moment(_iso(released)) if released else None
    embargo = _iso(released) if released and (time is None or issued is None or time > issued) else None
    if attribute(docdata, "management-status") == "embargoed" and embargo is not None and time:
        status = ""  # until then
    else:
        status = attribute(docdata, "management-status")
    signals = [one for message in children(docdata, "ed-msg") for one in _of_message(message)]
    signals += ["correction"] if child(docdata, "correction") is not None else []
    signals += ["update"] if attribute(docdata, "management-doc-idref") else []
    signals += ["kill"] if attribute(docdata, "management-idref-status") in ("canceled", "cancelled") else []
    return Release(status, tuple(signals), embargo)


def _of_message(message: Element) -> Iterator[str]:
    """What a message to editors is about: its type, and the word it begins with ("KILL", "CORRECTS", "UPDATES")."""
    yield attribute(message, "msg-type")
    first = re.match(r"(?:eds[.:]?\s+)?(?:mandatory\s+)?(\w+)", attribute(message, "info"), re.IGNORECASE)
    if first:
        yield first[1].casefold().removesuffix("s")


def _identity(parts: _Parts) -> str:
    """The id; of what withdraws, corrects or updates another document the id of that one."""
    docdata = parts.docdata
    about = attribute(docdata, "management-doc-idref") or attribute(child(docdata, "correction"), "id-string")
    return about or attribute(child(docdata, "doc-id"), "id-string") or attribute(parts.nitf, "uno")


def _messages(parts: _Parts) -> Iterator[str]:
    """What is said to editors only."""
    for message in within(parts.nitf, "ed-msg", "correction"):
        yield from filter(None, [attribute(message, "info")])


def _rights(parts: _Parts) -> Iterator[str]:
    notes = (words(note) for note in children(parts.head, "note") if attribute(note, "noteclass") == "cpyrt")
    yield from filter(None, [*notes, words(child(parts.head, "rights"))])
    for copyright in children(parts.docdata, "doc.copyright"):
        yield " ".join(filter(None, ["©", attribute(copyright, "year"), attribute(copyright, "holder")]))
    for right in children(parts.docdata, "doc.rights"):
        told = (attribute(right, name) for name in ("owner", "agent", "type", "geography", "limitations"))
        yield ", ".join(filter(None, told))


def _urgency(parts: _Parts) -> int | None:
    told = attribute(child(parts.docdata, "urgency"), "ed-urg")
    return int(told) if told in set("123456789") else None


def _topics(parts: _Parts) -> Iterator[StoryTopic]:
    for subject in within(child(parts.nitf, "head", "tobject"), "tobject.subject"):
        names = (attribute(subject, f"tobject.subject.{name}") for name in ("detail", "matter", "type"))
        yield StoryTopic(next(filter(None, names), ""), _code(subject))
    for one in children(child(parts.docdata, "identified-content"), *_SPOKEN_OF):
        yield StoryTopic(words(one) or attribute(one, "value"))
    for keyword in children(child(parts.docdata, "key-list"), "keyword"):
        yield StoryTopic(attribute(keyword, "key"))


def _code(subject: Element) -> str:
    """Eight digits of IPTC's: Media Topics begin with a 2, where Subject Codes never did."""
    number, owner = attribute(subject, "tobject.subject.refnum"), attribute(subject, "tobject.subject.ipr")
    if not number or ":" in number:
        return number
    if owner.upper() not in ("", "IPTC"):
        return f"{owner}:{number}"
    return f"{'medtop' if number.startswith('2') else 'subj'}:{number}" if _CODE.fullmatch(number) else number


def _address(reference: str) -> str:
    return reference if host_of(reference) and reference.startswith("http") else ""
