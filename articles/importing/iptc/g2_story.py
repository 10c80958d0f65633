"""What a NewsML-G2 news item says about a story, as a Story."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from articles.importing.iptc.beside import placed
from articles.importing.iptc.completing import completed, topics_once
from articles.importing.iptc.credits import credits_of
from articles.importing.iptc.g2_concepts import Concepts, concepts_of, is_of
from articles.importing.iptc.g2_content import content_of, is_right_to_left, language_of_content, picture_of
from articles.importing.iptc.newscodes import CANONICAL, last_part
from articles.importing.iptc.origins import origins_of
from articles.importing.iptc.parties import Party, host_of
from articles.importing.iptc.release import Release
from articles.importing.iptc.wordings import Wording, chosen, dek_of, headline_of, kicker_of
from articles.importing.iptc.xml_document import (
    Document,
    Element,
    attribute,
    child,
    children,
    inner_text,
    language_of,
    name_of,
    words,
)
from articles.importing.moments import moment
from articles.importing.story import OriginClaim, Story, StoryCredit, StoryTopic
from articles.text.clean import plain_lines


def story_of(item: Element, document: Document, message: Mapping[str, Any]) -> Story:
    """The story of a `newsItem`; `message` is what the header of the newsMessage around it says."""
    language = _language(item)
    concepts = concepts_of(item, language)
    about, management = child(item, "contentMeta"), child(item, "itemMeta")
    supplier = _supplier(management, concepts, message)
    headlines, descriptions = _wordings(about, concepts, "headline"), _wordings(about, concepts, "description")
    created = _time(child(management, "versionCreated"))
    canonical = [*_links(management, concepts), *_published_at(about, concepts)]
    others = filter(_is_address, map(words, children(management, "altRep")))
    story = Story(
        headline_of(headlines),
        dek=dek_of(descriptions, headlines),
        kicker=kicker_of(headlines),
        credits=_credits(about, concepts),
        origins=_origins(about, concepts, supplier, document),
        dateline=_dateline(about, concepts),
        published=_time(child(management, "firstCreated")) or _time(child(about, "contentCreated")) or created,
        updated=created,
        language=language,
        direction="rtl" if is_right_to_left(item) else "ltr",
        topics=topics_once(_topics(about, concepts)),
        address=canonical[0] if canonical else "",
        addresses=(*canonical[1:], *others),
        slugline=_ranked(about, "slugline", concepts),
        supplier=supplier.name,
        supplier_domain=supplier.domain or ("" if supplier.name else host_of(attribute(item, "guid"))),
        supplier_id=attribute(item, "guid"),
        version=attribute(item, "version") or "1",
        ednote="\n".join(filter(None, (_lines(note) for note in children(management, "edNote")))),
        rights="\n".join(dict.fromkeys(_rights(item, concepts))),
        priority=_priority(about, message),
    )
    whole = completed(_release(management, concepts, message).of(story), content_of(item, document.start_of))
    picture = picture_of(item, caption=chosen(descriptions, ("caption",)), credit=words(child(about, "creditline")))
    titled = replace(whole, headline=whole.headline or _ranked(management, "title", concepts))
    return placed(titled, [picture], picture.key) if picture else titled


def _language(item: Element) -> str:
    """The language of the content: as its metadata, the content itself or the item say."""
    told = [attribute(one, "tag") for one in children(child(item, "contentMeta"), "language")]
    return next(filter(None, [*told, language_of_content(item), language_of(item)]), "")


def _supplier(management: Element | None, concepts: Concepts, message: Mapping[str, Any]) -> Party:
    provider = child(management, "provider")
    party = concepts.party(provider) if provider is not None else Party("")
    name = party.name or party.domain or str(message.get("sender") or "")
    return Party(name, uri=party.uri)


def _wordings(about: Element | None, concepts: Concepts, name: str) -> list[Wording]:
    """Headlines or descriptions, those in the item's language first, the highest in rank first."""
    told = sorted(children(about, name), key=_rank)
    mine = [one for one in told if is_of(one, concepts.language)]
    return [
        Wording(words(one), last_part(next(iter(concepts.codes(one, "role")), "")), "text/plain")
        for one in mine or told
    ]


def _ranked(element: Element | None, name: str, concepts: Concepts) -> str:
    """The words of the first of these children, by language and rank."""
    return next(filter(None, (one.text for one in _wordings(element, concepts, name))), "")


def _rank(element: Element) -> int:
    told = attribute(element, "rank")
    return int(told) if told.isdecimal() and len(told) < 9 else 0


def _credits(about: Element | None, concepts: Concepts) -> tuple[StoryCredit, ...]:
    """Whom the bylines name, then creators and contributors."""
    makers = [
        concepts.party(one, role="creator" if name_of(one) == "creator" else "contributor")
        for one in children(about, "creator", "contributor")
    ]
    lines = [words(one) for one in children(about, "by") if is_of(one, concepts.language)]
    return credits_of(lines, makers)


def _origins(about: Element | None, concepts: Concepts, supplier: Party, document: Document) -> tuple[OriginClaim, ...]:
    """Sources, and the organisations that made it, save the supplier itself."""
    sources = [concepts.party(one, start=document.start_of(one)) for one in children(about, "infoSource")]
    makers = [concepts.party(one, role="creator", start=document.start_of(one)) for one in children(about, "creator")]
    claims = (
        *origins_of(sources, supplier, "newsml-g2:infoSource"),
        *origins_of(makers, supplier, "newsml-g2:creator"),
    )
    once: dict[str, OriginClaim] = {}
    for claim in claims:
        once.setdefault(claim.organisation.casefold(), claim)
    return tuple(once.values())


def _dateline(about: Element | None, concepts: Concepts) -> str:
    places = map(concepts.name, children(about, "located"))
    return _ranked(about, "dateline", concepts) or next(filter(None, places), "")


def _time(element: Element | None) -> datetime.datetime | None:
    return moment(words(element)) if element is not None else None


def _topics(about: Element | None, concepts: Concepts) -> Iterator[StoryTopic]:
    """Subjects, of a composed one its main concept, or else its parts; then keywords."""
    for subject in children(about, "subject"):
        main = child(subject, "mainConcept")
        concept = main if main is not None else subject
        parts = list(children(child(subject, "bag"), "bit")) if not concepts.code(concept) else []
        for one in parts or [concept]:
            yield StoryTopic(concepts.name(one), concepts.best_code(one))
    for keyword in children(about, "keyword"):
        yield StoryTopic(words(keyword))


def _rights(item: Element, concepts: Concepts) -> Iterator[str]:
    for rights in children(item, "rightsInfo"):
        notices = [_lines(one) for one in children(rights, "copyrightNotice")]
        holder = child(rights, "copyrightHolder")
        name = concepts.name(holder) or attribute(holder, "uri")
        if name and not any(name in notice for notice in notices):
            yield f"© {name}"
        yield from filter(None, notices)
        yield from filter(None, (_lines(one) for one in children(rights, "usageTerms")))


def _priority(about: Element | None, message: Mapping[str, Any]) -> int | None:
    """The urgency of the story, else the priority of the message it came in."""
    told = words(child(about, "urgency")) or str(message.get("priority") or "")
    return int(told) if told in set("123456789") else None


def _links(management: Element | None, concepts: Concepts) -> Iterator[str]:
    """The addresses that links give as where it is published."""
    told = (attribute(one, "href") for one in children(management, "link") if _is_canonical(one, concepts, "rel"))
    yield from filter(_is_address, told)


def _published_at(about: Element | None, concepts: Concepts) -> Iterator[str]:
    """The addresses that are other identifiers of it."""
    told = (words(one) for one in children(about, "altId") if _is_canonical(one, concepts, "role", "type"))
    yield from filter(_is_address, told)


def _is_canonical(element: Element, concepts: Concepts, *names: str) -> bool:
    return any(last_part(concepts.code(element, name)) in CANONICAL for name in names)


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))


def _release(management: Element | None, concepts: Concepts, message: Mapping[str, Any]) -> Release:
    signals = [concepts.code(one) for one in children(management, "signal")]
    embargoed = child(management, "embargoed")
    return Release(
        concepts.code(child(management, "pubStatus")),
        (*signals, *map(str, message.get("signals") or ())),
        None if embargoed is None else words(embargoed),
    )


def _lines(element: Element) -> str:
    """The words of a block, its breaks kept."""
    lines = [element.text or ""]
    for one in element:
        if name_of(one) == "br":
            lines.append("")
        lines[-1] += ("" if name_of(one) == "br" else inner_text(one)) + (one.tail or "")
    return plain_lines("\n".join(" ".join(line.split()) for line in lines))
