"""What a concept in NewsML-G2 is called and by which code it is known: a subject, a party, a status, a role."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from articles.importing.iptc.newscodes import code_of_qcode, code_of_uri
from articles.importing.iptc.parties import Party, role_names
from articles.importing.iptc.xml_document import Element, attribute, child, children, language_of, words


@dataclass(frozen=True)
class Concepts:
    """The concepts of one item: `schemes` are the URIs its catalogs give to aliases, `language` the item's own.

    `asserted` are the elements that say more of a concept, by its code.
    """

    schemes: Mapping[str, str]
    language: str
    asserted: Mapping[str, Element] = field(default_factory=dict)

    def code(self, element: Element | None, name: str = "") -> str:
        """The code in an element (`qcode`, `uri`), or in one of its attributes (`role`, `roleuri`)."""
        uri = attribute(element, f"{name}uri" if name else "uri")
        if uri:
            return code_of_uri(uri)
        qcode = attribute(element, name or "qcode")
        return code_of_qcode(qcode, self.schemes) if qcode else ""

    def codes(self, element: Element, name: str) -> list[str]:
        """The codes in an attribute that may hold several."""
        qcodes = (code_of_qcode(one, self.schemes) for one in attribute(element, name).split())
        return [*qcodes, *map(code_of_uri, attribute(element, f"{name}uri").split())]

    def name(self, element: Element | None) -> str:
        """What it is called in the item's language, else in any; there, in an assertion, or by its literal."""
        if element is None:
            return ""
        asserted = self.asserted.get(self._key(element))
        said = self._said(element) or (self._said(asserted) if asserted is not None else "")
        return said or attribute(element, "literal")

    def best_code(self, element: Element) -> str:
        """Its code; that of the Media Topic which it is said to be the same as."""
        own = self.code(element)
        same = [self.code(one) for one in children(element, "sameAs")]
        return next((one for one in (own, *same) if one.startswith("medtop:")), own or next(iter(same), ""))

    def party(self, element: Element, *, role: str = "", start: int = 0) -> Party:
        """A person or organisation. `role` is what the element itself makes them."""
        uri = attribute(element, "uri")
        code = self.code(element)
        name = self.name(element)
        if not name and code and "://" not in code:
            name = code.partition(":")[2]
        roles = role_names([*self.codes(element, "role"), *attribute(element, "role").split()])
        job = self.asserted.get(self.code(element, "jobtitle"))
        affiliation = child(element, "personDetails", "affiliation")
        return Party(
            name,
            tuple(dict.fromkeys(roles)) or ((role,) if role else ()),
            kind=self._kind(element),
            title=self._said(job) if job is not None else "",
            organisation=self.name(affiliation),
            uri=uri,
            evidence=name or uri,
            start=start,
        )

    def _kind(self, element: Element) -> str:
        told = self.code(element, "type").rpartition(":")[2].lower()
        if told in ("person", "organisation"):
            return told
        if child(element, "personDetails") is not None:
            return "person"
        return "organisation" if child(element, "organisationDetails") is not None else ""

    def _said(self, element: Element) -> str:
        names = list(children(element, "name"))
        mine = [one for one in names if is_of(one, self.language)]
        return next(filter(None, map(words, [*mine, *names])), "")

    def _key(self, element: Element) -> str:
        return self.code(element) or attribute(element, "literal")


def concepts_of(item: Element, language: str) -> Concepts:
    """The concepts of a news item."""
    schemes = dict(_schemes(item))
    plain = Concepts(schemes, language)
    asserted = {plain._key(one): one for one in children(item, "assert")}
    asserted.pop("", None)
    return Concepts(schemes, language, asserted)


def is_of(element: Element, language: str) -> bool:
    """Whether words are in `language`; those that do not say are in the item's own."""
    told = language_of(element).lower().partition("-")[0]
    return not told or told == language.lower().partition("-")[0]


def _schemes(item: Element) -> Iterator[tuple[str, str]]:
    for catalog in children(item, "catalog"):
        for scheme in children(catalog, "scheme"):
            yield attribute(scheme, "alias"), attribute(scheme, "uri")
