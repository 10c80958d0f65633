"""Whether an XML document is what its vocabulary allows, and if not, which element or attribute is wrong first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _

from articles.importing.iptc.content_models import FOREIGN, ContentModel, content_model
from articles.importing.iptc.xml_document import FRAME, Element, children, name_of, namespace_of
from articles.importing.iptc.xml_values import expected, holds

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ALWAYS = "{http://www.w3.org/2001/XMLSchema-instance}"


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not hold: in which element, in the line its tag ends in, and what is expected."""

    path: str
    line: int
    expected: str


@dataclass(frozen=True)
class _Type:
    """What an element of one type may be: the types of its attributes, and what is within it.

    `content` is None where any element may be, at most one where it `holds_one`; `words` the type of the words where it
    holds only these, empty else. One that `is_closed` takes no attributes of other namespaces, one that `is_open` takes
    any without one.
    """

    attributes: Mapping[str, str]
    required: tuple[str, ...]
    content: ContentModel | None
    words: str = ""
    is_mixed: bool = False
    is_closed: bool = False
    is_open: bool = False
    holds_one: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """The elements of a namespace with their types, in the notation that `g2_types` tells about."""

    namespace: str
    elements: Mapping[str, str]
    types: Mapping[str, tuple[str, str]]
    groups: Mapping[str, str]
    namespaces: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _read(self) -> dict[str, _Type]:
        return {name: _type(attributes, content, self.groups) for name, (attributes, content) in self.types.items()}

    def faults(self, root: Element, *, knows_all: bool = True) -> Iterator[Fault]:
        """What does not hold in `root` and within it. Unless `knows_all`, names that are not known here are let be."""
        seen: set[str] = set()
        todo: list[tuple[Element, str | None]] = [(root, self._kind(root))]
        while todo:
            element, kind = todo.pop()
            yield from _language_faults(element)
            what = self._read[kind] if kind else None
            if what is not None:
                yield from _attribute_faults(element, what, seen, knows_all=knows_all)
                yield from self._faults_within(element, what, knows_all=knows_all)
            if what is None or not what.words:
                model = what.content if what else None
                todo += [(one, self._kind(one, model)) for one in reversed(list(children(element)))]

    def _kind(self, element: Element, model: ContentModel | None = None) -> str | None:
        """The type of an element, by the `model` it stands in; None of one that this vocabulary does not have."""
        if not self._is_own(element):
            return None
        name = name_of(element)
        return (model.types.get(name) if model else None) or self.elements.get(name)

    def _is_own(self, element: Element) -> bool:
        return namespace_of(element) == self.namespace

    def _faults_within(self, element: Element, what: _Type, *, knows_all: bool) -> Iterator[Fault]:
        if what.words:
            yield from _word_faults(element, what)
        elif what.content is None:
            yield from _any_faults(element, what)
        else:
            yield from self._content_faults(element, what.content, is_mixed=what.is_mixed, knows_all=knows_all)

    def _content_faults(
        self, element: Element, model: ContentModel, *, is_mixed: bool, knows_all: bool
    ) -> Iterator[Fault]:
        if not is_mixed and (text := _loose_text(element)):
            yield _fault(element, _("no words between its elements, such as “%(text)s”") % {"text": text[:40]})
        held = [one for one in children(element) if knows_all or self._is_known(one)]
        names = [self._name_in_model(one) for one in held]
        wrong = model.misplaced(names)
        if wrong is None:
            return
        wanted = ", ".join(wrong.expected) or _("nothing more")
        if wrong.at < len(held):
            what = _("%(wanted)s, not <%(name)s>") % {"wanted": wanted, "name": name_of(held[wrong.at])}
            yield Fault(path_of(element), held[wrong.at].sourceline or 0, what)
        else:
            yield _fault(element, _("%(wanted)s as well") % {"wanted": wanted})

    def _name_in_model(self, element: Element) -> str:
        if self._is_own(element):
            return name_of(element)
        namespace = namespace_of(element)
        if not namespace:
            return f"{name_of(element)} "  # fits nowhere
        return FOREIGN + self.namespaces.get(namespace, "")

    def _is_known(self, element: Element) -> bool:
        return not self._is_own(element) or name_of(element) in self._names

    @cached_property
    def _names(self) -> set[str]:
        models = (kind.content for kind in self._read.values() if kind.content)
        return {*self.elements, *(name for model in models for name in model.names)}


def path_of(element: Element) -> str:
    """The way to an element by the names of those around it: `newsItem/itemMeta/provider`."""
    names = [name_of(one) for one in (element, *element.iterancestors()) if name_of(one) != FRAME]
    return "/".join(reversed(names))


def _type(attributes: str, content: str, groups: Mapping[str, str]) -> _Type:
    kinds: dict[str, str] = {}
    required: list[str] = []
    todo = attributes.split()[::-1]
    while todo:
        token = todo.pop()
        if token in groups:
            todo += groups[token].split()[::-1]
        elif token not in ("closed", "open"):
            name, _equals, kind = token.partition("=")
            required += [name[:-1]] if name.endswith("!") else []
            kinds[name.rstrip("!")] = kind or ("uri" if name.rstrip("!").endswith(("uri", "href")) else "text")
    has_model = not content.startswith(("=", "any"))
    return _Type(
        kinds,
        tuple(required),
        content=content_model(content.removeprefix("#")) if has_model else None,
        words=content[1:] if content.startswith("=") else "",
        is_mixed=content.startswith("#"),
        is_closed="closed" in attributes.split(),
        is_open="open" in attributes.split(),
        holds_one=content == "any?",
    )


def _attribute_faults(element: Element, what: _Type, seen: set[str], *, knows_all: bool) -> Iterator[Fault]:
    for name in what.required:
        if name not in element.attrib:
            yield _fault(element, _("the attribute %(name)s") % {"name": name})
    for key, value in element.attrib.items():
        name = str(key)
        if name.startswith("{"):
            if what.is_closed and not name.startswith(_ALWAYS):
                yield _fault(element, _("no attribute %(name)s") % {"name": name})
            continue
        kind = what.attributes.get(name)
        if kind is None:
            if knows_all and not what.is_open:
                yield _fault(element, _("no attribute %(name)s") % {"name": name})
        elif kind == "id":
            yield from _id_faults(element, name, str(value), seen)
        elif not holds(kind, str(value)):
            yield _fault(element, _("%(what)s in %(name)s") % {"what": expected(kind), "name": name})


def _language_faults(element: Element) -> Iterator[Fault]:
    told = element.get(_LANG)
    if told and not holds("language", told):
        yield _fault(element, _("%(what)s in xml:lang") % {"what": expected("language")})


def _id_faults(element: Element, name: str, value: str, seen: set[str]) -> Iterator[Fault]:
    if not holds("name", value):
        yield _fault(element, _("%(what)s in %(name)s") % {"what": expected("name"), "name": name})
    if value.strip() in seen:
        yield _fault(
            element, _("an %(name)s that no other element has, not %(value)s") % {"name": name, "value": value}
        )
    seen.add(value.strip())


def _any_faults(element: Element, what: _Type) -> Iterator[Fault]:
    if text := _loose_text(element):
        yield _fault(element, _("no words between its elements, such as “%(text)s”") % {"text": text[:40]})
    if what.holds_one and len(list(children(element))) > 1:
        yield _fault(element, _("one element only"))


def _word_faults(element: Element, what: _Type) -> Iterator[Fault]:
    if next(children(element), None) is not None:
        yield _fault(element, _("words only, no elements"))
    elif not holds(what.words, element.text or ""):
        yield _fault(element, expected(what.words))


def _loose_text(element: Element) -> str:
    told = [element.text, *(one.tail for one in element)]
    return next((text.strip() for text in told if text and text.strip()), "")


def _fault(element: Element, what: str) -> Fault:
    return Fault(path_of(element), element.sourceline or 0, what)
