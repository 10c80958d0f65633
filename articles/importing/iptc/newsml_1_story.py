"""What a NewsML 1 item says about a story, as a Story. http://iptc.org/standards/newsml-1/

What is said near the text goes before what is said of the item as a whole.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from articles.importing.iptc.completing import completed, topics_once
from articles.importing.iptc.credits import credits_of
from articles.importing.iptc.newscodes import last_part
from articles.importing.iptc.newsml_1_components import Content, contents_of, in_role, main_text, text_of
from articles.importing.iptc.newsml_1_pictures import with_pictures
from articles.importing.iptc.origins import origins_of
from articles.importing.iptc.parties import Party
from articles.importing.iptc.release import Release
from articles.importing.iptc.xml_document import (
    Document,
    Element,
    attribute,
    child,
    children,
    language_of,
    within,
    words,
)
from articles.importing.moments import moment
from articles.importing.story import Story, StoryCredit, StoryTopic
from articles.text.clean import plain

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?=$|:)", re.IGNORECASE)
_CODE = re.compile(r"\d{8}", re.ASCII)
_LEVELS = ("SubjectQualifier", "SubjectDetail", "SubjectMatter", "Subject")  # the most exact first
_NAMED = {"organization", "organisation", "fullname", "name"}
_TITLED = {"position", "title", "jobtitle"}


@dataclass(frozen=True)
class _Item:
    """A NewsItem: its parts, and the components around its main text from the innermost outwards."""

    element: Element
    document: Document
    components: tuple[Element, ...]

    def nearest(self, *path: str) -> Element | None:
        """The element at `path` in the nearest component that has it."""
        return next((found for one in self.components if (found := child(one, *path)) is not None), None)

    def line(self, name: str) -> str:
        """The words of the nearest line of news of this name."""
        told = (words(one) for component in self.components for one in children(child(component, "NewsLines"), name))
        return next(filter(None, told), "")

    def all(self, *path: str) -> Iterator[Element]:
        """Every element at `path` in all the components."""
        *holder, name = path
        for component in self.components:
            yield from children(child(component, *holder), name)


def story_of(element: Element, document: Document, message: Mapping[str, Any]) -> Story:
    """The story of a `NewsItem`; `message` is what the NewsEnvelope of its file says."""
    contents = contents_of(element)
    main = main_text(contents)
    item = _Item(element, document, main.components if main else tuple(children(element, "NewsComponent")))
    management = child(element, "NewsManagement")
    supplier = _supplier(item, message)
    revised = _time(management, "ThisRevisionCreated")
    story = Story(
        item.line("HeadLine") or in_role(contents, "headline"),
        dek=item.line("SubHeadLine") or in_role(contents, "subheadline", "abstract", "summary"),
        kicker=item.line("SeriesLine"),
        credits=_credits(item),
        origins=origins_of(_sources(item), supplier, "newsml-1:Source"),
        dateline=item.line("DateLine") or _place(item),
        published=_time(management, "FirstCreated") or revised,
        updated=revised,
        language=attribute(item.nearest("DescriptiveMetadata", "Language"), "FormalName") or language_of(element),
        topics=topics_once(_topics(item)),
        slugline=item.line("SlugLine") or words(child(element, "Identification", "NameLabel")),
        supplier=supplier.name,
        supplier_domain=supplier.domain,
        supplier_id=_identity(element),
        version=words(child(element, "Identification", "NewsIdentifier", "RevisionId")),
        ednote="\n".join(dict.fromkeys(_notes(item))),
        rights="\n".join(dict.fromkeys(_rights(item))),
        priority=_priority(management, message),
    )
    text = text_of(main, document.start_of) if main else Story("")
    whole = completed(_release(management).of(story), text)
    return with_pictures(whole, _beside(contents, main), item.line("CreditLine"))


def nature_of(element: Element) -> str:
    """What the content of an item is, by IPTC's word; empty where it has none."""
    natures = [one.nature for one in contents_of(element) if attribute(one.item, "Href") or one.role == "main"]
    return next(filter(None, natures), "")


def _beside(contents: list[Content], main: Content | None) -> list[Content]:
    return [one for one in contents if main is None or one.item is not main.item]


def _identity(element: Element) -> str:
    """The id that all revisions share: `urn:newsml:provider:date:item`, of RFC 3085 without the revision."""
    told = child(element, "Identification", "NewsIdentifier")
    parts = [words(child(told, name)) for name in ("ProviderId", "DateId", "NewsItemId")]
    return ":".join(["urn:newsml", *parts]) if all(parts) else words(child(told, "PublicIdentifier"))


def _supplier(item: _Item, message: Mapping[str, Any]) -> Party:
    """The provider, else who sent it, known by the host that item ids begin with."""
    provider = item.nearest("AdministrativeMetadata", "Provider", "Party")
    host = _HOST.match(words(child(item.element, "Identification", "NewsIdentifier", "ProviderId")))
    name = _party(provider).name if provider is not None else str(message.get("sender") or "")
    return Party(name or (host[0] if host else ""), uri=f"http://{host[0]}" if host else "")


def _sources(item: _Item) -> list[Party]:
    """Sources, and creators that are organisations."""
    return [
        replace(_party(party), roles=(role,), start=item.document.start_of(party))
        for name, role in (("Source", "source"), ("Creator", "creator"))
        for holder in item.all("AdministrativeMetadata", name)
        for party in children(holder, "Party")
    ]


def _credits(item: _Item) -> tuple[StoryCredit, ...]:
    makers = [
        replace(_party(party), roles=(*_roles(party), role) if role == "contributor" else ())
        for name, role in (("Creator", ""), ("Contributor", "contributor"))
        for holder in item.all("AdministrativeMetadata", name)
        for party in children(holder, "Party")
    ]
    title = item.line("ByLineTitle")
    lines = [words(one) for one in item.all("NewsLines", "ByLine")]
    return credits_of(lines, makers, title=title)


def _party(party: Element) -> Party:
    """Somebody by their formal name, or by a fuller one that is given."""
    told = {last_part(attribute(one, "FormalName")): attribute(one, "Value") for one in children(party, "Property")}
    formal = plain(attribute(party, "FormalName"))
    name = next((told[one] for one in _NAMED if told.get(one)), formal)
    title = next((told[one] for one in _TITLED if told.get(one)), "")
    return Party(name, title=title, evidence=name)


def _roles(party: Element) -> tuple[str, ...]:
    told = (attribute(one, "Value") for one in children(party, "Property") if attribute(one, "FormalName") == "Role")
    return tuple(map(last_part, told))


def _place(item: _Item) -> str:
    """The town it comes from, where one is told."""
    for location in item.all("DescriptiveMetadata", "Location"):
        for one in children(location, "Property"):
            if attribute(location, "HowPresent") == "Origin" and attribute(one, "FormalName") == "City":
                return attribute(one, "Value")
    return ""


def _time(management: Element | None, name: str) -> Any:
    return moment(words(child(management, name)))


def _topics(item: _Item) -> Iterator[StoryTopic]:
    for subject in item.all("DescriptiveMetadata", "SubjectCode"):
        told = [one for name in _LEVELS for one in children(subject, name)]
        if told:
            yield StoryTopic("", _code(attribute(told[0], "FormalName"), attribute(told[0], "Scheme")))
    known = {attribute(one, "Duid"): one for one in within(item.element, "Topic")}
    for occurrence in item.all("DescriptiveMetadata", "TopicOccurrence"):
        topic = known.get(attribute(occurrence, "Topic").removeprefix("#"))
        yield StoryTopic(words(child(topic, "Description")) or attribute(child(topic, "FormalName"), "FormalName"))
    for line in item.all("NewsLines", "KeywordLine"):
        yield from (StoryTopic(word.strip()) for word in re.split("[;,]", words(line)))
    for name in ("DescriptiveMetadata", "Metadata"):
        for component in item.components:
            for holder in children(component, name):
                for one in children(holder, "Property"):
                    if "keyword" in attribute(one, "FormalName").lower():
                        yield StoryTopic(attribute(one, "Value"))


def _code(number: str, scheme: str) -> str:
    if _CODE.fullmatch(number):
        return f"{'medtop' if number.startswith('2') else 'subj'}:{number}"
    return f"{scheme}:{number}" if scheme else number


def _notes(item: _Item) -> Iterator[str]:
    """Lines of a kind of their own, which are mostly for editors; addresses among them are for neither."""
    for line in item.all("NewsLines", "NewsLine"):
        kind = attribute(child(line, "NewsLineType"), "FormalName")
        for text in map(words, children(line, "NewsLineText")):
            if text and not text.startswith(("http://", "https://")):
                yield text if last_part(kind) in ("advisoryline", "ednote", "") else f"{kind}: {text}"


def _rights(item: _Item) -> Iterator[str]:
    for name in ("CopyrightLine", "RightsLine"):
        yield from filter(None, map(words, item.all("NewsLines", name)))
    for copyright in item.all("RightsMetadata", "Copyright"):
        told = (words(child(copyright, name)) for name in ("CopyrightDate", "CopyrightHolder"))
        yield " ".join(["©", *filter(None, told)])
    for usage in item.all("RightsMetadata", "UsageRights"):
        yield ", ".join(filter(None, map(words, children(usage))))


def _priority(management: Element | None, message: Mapping[str, Any]) -> int | None:
    told = attribute(child(management, "Urgency"), "FormalName") or str(message.get("priority") or "")
    return int(told) if told in set("123456789") else None


def _release(management: Element | None) -> Release:
    """The status; one that will become usable at a time told is embargoed until then."""
    status = attribute(child(management, "Status"), "FormalName")
    future = attribute(child(management, "StatusWillBe", "FutureStatus"), "FormalName")
    at = words(child(management, "StatusWillBe", "DateAndTime"))
    signals = tuple(attribute(one, "FormalName") for one in children(management, "Instruction"))
    until = at if last_part(future) == "usable" and last_part(status) != "usable" else ""
    if until and last_part(status) in ("embargoed", "withheld"):
        return Release("usable", signals, until)
    return Release(status, signals)
