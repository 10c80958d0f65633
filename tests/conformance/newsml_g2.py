"""What the conformance tests of NewsML-G2 share: its XML Schema as the judge, and documents with a thing made wrong."""

import copy
from functools import cache

from lxml import etree

from articles.importing.iptc.g2_elements import NAMESPACE
from tests.conformance.corpora import corpus

NAR = f"{{{NAMESPACE}}}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
VALUES = [
    "",
    "x",
    "a:b",
    "5",
    "0",
    "-1",
    "101",
    "true",
    "rtl",
    "2024-02-30",
    "2024-02-29",
    "2024-02-29T10:00:00Z",
    "a b",
]


@cache
def schema():
    """The schema of a news item, as IPTC publishes it."""
    return etree.XMLSchema(file=str(corpus("schemas") / "newsml-g2" / "NewsML-G2_2.35-spec-NewsItem-Power.xsd"))


def news_items(folder):
    """The news items in the XML files of a corpus, each a tree of its own, with the name of its file."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    for path in sorted(corpus(folder).glob("*")):
        try:
            root = etree.parse(path, parser).getroot()
        except etree.XMLSyntaxError:
            continue
        for found in root.iter(f"{NAR}newsItem"):
            yield path.name, etree.fromstring(etree.tostring(found))


def mutants(root):
    """The tree with one thing of it changed, over and over: an element taken out, told twice, renamed, put last or made
    to hold something else; an attribute taken out, given a value, or one that there is not.
    """
    for number, element in enumerate(root.iter(etree.Element)):
        for change in (_changes_of_root if element is root else _changes)(number):
            mutant = copy.deepcopy(root)
            change(list(mutant.iter(etree.Element))[number])
            yield mutant


def _changes_of_root(number):
    yield from _inside(number)


def _changes(number):
    yield lambda one: one.getparent().remove(one)
    yield lambda one: one.addnext(copy.deepcopy(one))
    yield lambda one: one.getparent().append(one)
    yield lambda one: setattr(one, "tag", NAR + ("note", "subject", "title", "urgency", "weather")[number % 5])
    yield from _inside(number)


def _inside(number):
    value = VALUES[number % len(VALUES)]
    yield lambda one: setattr(one, "text", f"{one.text or ''}{value}")
    yield lambda one: one.append(etree.Element(NAR + ("name", "bag", "weather")[number % 3]))
    yield lambda one: one.insert(0, etree.Element(("{urn:other}thing", "thing")[number % 2]))
    yield lambda one: one.set(("id", "qcode", "role", "colour", "version", LANG)[number % 6], value)
    yield lambda one: [one.set(name, value) for name in list(one.attrib)[number % 3 :][:1]]
    yield lambda one: [one.attrib.pop(name) for name in list(one.attrib)[number % 3 :][:1]]
