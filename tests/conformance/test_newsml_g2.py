"""IPTC's listings of NewsML-G2: valid ones are read or named as what they are, wrong ones are malformed.

IPTC's XML Schema is the judge, of the listings and of each with one thing after the other made wrong.
"""

import io

import pytest
from lxml import etree

from articles.importing.iptc.g2_elements import NAMESPACE, VOCABULARY
from articles.importing.readers import newsml_g2
from articles.importing.readers.reader import HEAD_BYTES, Head, Source
from articles.importing.story import Story
from tests.conformance.corpora import corpus
from tests.conformance.newsml_g2 import LANG, mutants, news_items, schema
from tests.importing.iptc.answers import outcome

TARGETS = {"recognised": 1.0, "as it is": 1.0, "invalid found wrong": 0.99, "valid found right": 1.0}
OTHERS = {"packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"}
EVERY = 3  # of the mutants one in so many is judged
LENIENT = ("anyURI", "IRIType", "QName", "strict wildcard", "content type is empty", "roleuri", LANG)
"""Where our tables take what the schema does not: addresses of any shape, what other schemas would have to know, white
space in an element that holds nothing, a slip of the schema's own (roleruri), a language where none is looked for."""


@pytest.fixture(scope="module")
def outcomes(row):
    found = []
    for path in sorted(corpus("newsml-g2").glob("*.xml")):
        received = path.read_bytes()
        row.files += 1
        for item in newsml_g2.split(Source(path.name, io.BytesIO(received), 10_000_000)):
            found.append((path.name, item, outcome(newsml_g2.READER, item)))
    row.stories = sum(isinstance(one, Story) for _name, _item, one in found)
    row.refused = len(found) - row.stories
    return found


def test_every_file_is_recognised(row):
    for path in sorted(corpus("newsml-g2").glob("*.xml")):
        root = etree.parse(path).getroot()
        recognised = newsml_g2.recognises(Head(path.name, path.read_bytes()[:HEAD_BYTES]))
        row.count("recognised", recognised == (etree.QName(root).namespace == NAMESPACE))
    assert row.share("recognised") == row.target("recognised")


def test_every_item_is_what_it_is(outcomes, row):
    wrong = []
    for name, item, found in outcomes:
        kind, is_valid = _judged(item)
        if isinstance(found, Story):
            is_right = kind == "newsItem" and is_valid
        elif kind in OTHERS:
            is_right = found.code == "unsupported"
        else:
            is_right = (found.code in ("no-body", "unsupported")) if is_valid else found.code == "malformed"
        row.count("as it is", is_right)
        wrong += [] if is_right else [(name, str(found))]
    assert wrong == []


def test_the_tables_and_the_schema_agree_on_documents_made_wrong(row):
    wrong = []
    for folder in ("newsml-g2", "newsml-agencies", "newsml-agencies2"):
        for name, root in news_items(folder):
            for number, mutant in enumerate(mutants(root)):
                if number % EVERY:
                    continue
                mutant = etree.fromstring(etree.tostring(mutant))
                is_valid, faults = schema().validate(mutant), list(VOCABULARY.faults(mutant))
                row.count("invalid found wrong", is_valid or bool(faults))
                row.count("valid found right", not is_valid or not faults)
                if is_valid == bool(faults):
                    said = str(schema().error_log.last_error)
                    if is_valid or not any(known in said for known in LENIENT):
                        wrong.append((name, faults[:1], said))
    assert wrong == []


def _judged(item):
    """The name of an item, and whether the schema takes it."""
    text = item.received
    namespaces = item.envelope.get("namespaces")
    if namespaces:
        declared = " ".join(f'xmlns{":" if key else ""}{key}="{uri}"' for key, uri in namespaces.items())
        root = etree.fromstring(f"<frame {declared}>".encode() + text + b"</frame>")[0]
    else:
        root = etree.fromstring(text)
    root = etree.fromstring(etree.tostring(root))
    return etree.QName(root).localname, schema().validate(root)
