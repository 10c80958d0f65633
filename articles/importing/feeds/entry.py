"""One entry of a feed, read alone with what its feed says around it: what its elements tell, not yet a story."""

import datetime
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from articles.importing.feeds.addresses import joined, web
from articles.importing.feeds.frame import Frame
from articles.importing.feeds.media import Attached, attached_to
from articles.importing.feeds.parsing import listed, parsed, time_of, told, words_of
from articles.importing.feeds.people import names_in
from articles.importing.feeds.repairing import require_no_entities
from articles.importing.feeds.tree import DC, children, is_media, name_of, namespace_of, tree_of, words
from articles.importing.feeds.wording import HTML, XHTML, Words, guessed, headline_of
from articles.importing.moments import moment

NAMES = ("item", "entry")
"""The local names of entries."""
MOST = 500  # elements of one name that are read of an entry; others only stay in the bytes

_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_PLACE = re.compile(r"https?:|/", re.IGNORECASE)
_PRISM = "http://prismstandard.org/namespaces/"
_SPARE = frozenset({DC, "http://www.itunes.com/dtds/podcast-1.0.dtd"})
_BODIES = frozenset({"abstract", "body", "content", "description", "encoded", "fullitem", "summary"})
_WRITERS = frozenset({"author", "creator"})
_CONTRIBUTORS = frozenset({"contributor"})
_DETAILS = ("summary_detail", "title_detail")
_READ = _BODIES | frozenset(
    "category copyright created date guid id issued keywords language license link modified origlink pubdate published "
    "rights source subject subtitle title updated".split()
)
_ABOUT_ENTRY = frozenset({"category", "keywords"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry tells. `held` is what feedparser makes of it; `attached` what comes with it besides words.

    `id` is by what the feed knows it, as told; `writers` and `contributors` are people as they are told; `dated` is the
    date of Dublin Core; `issued` and `section` are PRISM's.
    """

    frame: Frame
    held: Any
    id: str = ""
    attached: Sequence[Attached] = ()
    writers: Sequence[str] = ()
    contributors: Sequence[str] = ()
    dated: str = ""
    issued: str = ""
    section: str = ""

    def told(self, name: str) -> str:
        """The words under the name that feedparser gives an element."""
        return told(self.held, name).strip()

    def listed(self, name: str) -> list[Any]:
        """What is listed under the name that feedparser gives it."""
        return listed(self.held, name)

    def line(self, name: str) -> str:
        """The line under a name, such as its title, as plain text."""
        words = words_of(self.held, name)
        return headline_of(words if self.frame.says_types else guessed(words))

    @property
    def teasers(self) -> list[Words]:
        """Its description or summary, and its subtitle. A summary of no type is the full text again, by feedparser."""
        said = [name for name in ("summary", "subtitle") if dict.get(self.held, f"{name}_detail")]
        return [words for name in said if (words := words_of(self.held, name)).text]

    @property
    def contents(self) -> list[Words]:
        """Its full texts. What is no text, such as a picture in letters, is none."""
        found = [Words(told(one, "value"), told(one, "type"), told(one, "base")) for one in self.listed("content")]
        return [words for words in found if words.type in (HTML, XHTML) or words.type.startswith("text/")]

    @property
    def elsewhere(self) -> list[Attached]:
        """The full texts that do not stand here."""
        outside = [one for one in self.listed("content") if told(one, "src")]
        return [Attached(joined(told(one, "base"), told(one, "src")), told(one, "type")) for one in outside]

    @property
    def source(self) -> Any:
        """The feed it was first in, as feedparser tells it."""
        return dict.get(self.held, "source") or {}

    @property
    def inherited_authors(self) -> list[str]:
        """In Atom, the authors that hold for an entry without any."""
        if not self.frame.is_atom:
            return []
        return [told(one, "name") for one in listed(self.source, "authors")] or list(self.frame.authors)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where it stands on the web, the publisher's own address before those that count clicks."""
        alternates = [told(one, "href") for one in self.listed("links") if told(one, "rel") == "alternate"]
        is_link = bool(dict.get(self.held, "guidislink"))  # feedparser then tells it as the link, whatever it is
        permanent = joined(self.frame.base, self.id) if is_link and _PLACE.match(self.id) else ""
        known = [self.told("feedburner_origlink"), "" if is_link else self.told("link"), *alternates, permanent]
        return tuple(dict.fromkeys(filter(None, map(web, known))))

    @property
    def times(self) -> tuple[datetime.datetime | None, datetime.datetime | None]:
        """When it was published and when last changed. A date of Dublin Core alone says the first."""
        updated = time_of(self.held, "updated")
        published = time_of(self.held, "published") or moment(self.issued) or time_of(self.held, "created")
        dated = moment(self.dated)
        if dated and published is None:
            return dated, updated if updated != dated else None
        return published, updated

    @property
    def language(self) -> str:
        """In what language it is, as a BCP 47 tag."""
        details = [*self.listed("content"), *(dict.get(self.held, name) or {} for name in _DETAILS)]
        said = [self.told("language"), *(told(one, "language") for one in details), self.frame.language]
        return _tag(next(filter(None, said), ""))

    @property
    def rights(self) -> str:
        """Under what rights it is; where it says nothing, those of the feed it was first in, or of its own."""
        own, source = self.line("rights"), words_of(self.source, "rights")
        return own or headline_of(source if self.frame.says_types else guessed(source)) or self.frame.rights


def entry_in(text: str, frame: Frame) -> Entry:
    """The entry that is `text`, in a feed of which `frame` is told. Raises `BadInput` (malformed, unsafe)."""
    if frame.declares_entities:
        require_no_entities(text)
    root = tree_of(text, frame.within, namespaces=frame.namespaces)
    element = next((one for one in root.iter(etree.Element) if name_of(one) in NAMES), root)
    attached = attached_to(element, joined(frame.base, element.get(_XML_BASE) or ""))
    entry = Entry(
        frame,
        {},
        _id(element),
        attached if _bodies(element) else [replace(one, caption="") for one in attached],
        names_in(element, _WRITERS),
        names_in(element, _CONTRIBUTORS),
        words(next(children(element, "date", DC), None)),
        _prism(element, "publicationdate") or _prism(element, "coverdate"),
        _prism(element, "section"),
    )
    _leave_out(element)
    entries = parsed(root, frame.base).entries
    return replace(entry, held=entries[0] if entries else {})


def _id(entry: etree._Element) -> str:
    """The guid or id of an entry, or what it says in RDF that it is about."""
    named = [one for one in entry if name_of(one) in ("guid", "id") and not is_media(one)]
    return next(filter(None, map(words, named)), "") or (entry.get(_ABOUT) or "").strip()


def _bodies(entry: etree._Element) -> list[etree._Element]:
    """The elements that hold the words of an entry, those of Media RSS not among them."""
    return [one for one in entry if name_of(one) in _BODIES and not is_media(one) and _says(one)]


def _says(element: etree._Element) -> bool:
    return any(text.strip() for text in element.itertext()) or bool(element.get("src"))


def _leave_out(entry: etree._Element) -> None:
    """Takes out what is not read, and what would pass for the words of an entry that has others: Media RSS is about
    what is attached, and iTunes and Dublin Core say a second time what it is about. Where there are no others, they
    stand for them.
    """
    media = [one for one in entry.iter(etree.Element) if is_media(one)]
    kept = [one for one in media if name_of(one) in _ABOUT_ENTRY]
    if not any(name_of(one) == "title" and not is_media(one) and _says(one) for one in entry):
        kept += [one for one in media if name_of(one) == "title"][:1]
    bodies = _bodies(entry)
    if not bodies:
        kept += [one for one in media if name_of(one) == "description" and _says(one)][:1]
    again = [one for one in bodies if namespace_of(one) in _SPARE]
    spare = set(again[1:] if len(again) == len(bodies) else again)
    counted: Counter[str] = Counter()
    for element in list(entry):
        name = name_of(element)
        counted[name] += 1
        if is_media(element) or name not in _READ or element in spare or counted[name] > MOST:
            entry.remove(element)
    entry.extend(kept[:MOST])


def _prism(entry: etree._Element, name: str) -> str:
    found = (one for one in children(entry, name) if namespace_of(one).startswith(_PRISM))
    return words(next(found, None))


def _tag(language: str) -> str:
    """A language as BCP 47 writes it: `en-GB` for `en_gb`."""
    first, *others = language.strip().replace("_", "-").split("-")
    cased = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in others]
    return "-".join([first.lower(), *cased])
