"""What agencies sent in NewsML-G2 and NewsML 1.2, NITF within: each field against what the XML says at its place."""

import io
from datetime import datetime

import pytest
from lxml import etree

from articles.importing.errors import BadInput
from articles.importing.readers import newsml_1, newsml_g2
from articles.importing.readers.reader import HEAD_BYTES, Head, Source
from articles.importing.story import Story
from tests.conformance.corpora import corpus
from tests.conformance.table import ALL
from tests.importing.iptc.answers import outcome

TARGETS = {ALL: 1.0}
READERS = (newsml_g2.READER, newsml_1.READER)
PICTURES = {"AFP_751HA.xml", "DV2209430.xml"}


@pytest.fixture(scope="module")
def files(row):
    found = {}
    for path in sorted(corpus("newsml-agencies").glob("*")):
        received = path.read_bytes()
        reader = next((one for one in READERS if one.recognises(Head(path.name, received[:HEAD_BYTES]))), None)
        items = reader.split(Source(path.name, io.BytesIO(received), 10_000_000)) if reader else ()
        found[path.name] = (received, [(item, outcome(reader, item)) for item in items])
        row.files += 1
        row.stories += sum(isinstance(one, Story) for _item, one in found[path.name][1])
        row.refused += sum(isinstance(one, BadInput) for _item, one in found[path.name][1])
    return found


def test_what_is_no_xml_is_recognised_by_none(files):
    assert [name for name, (_received, items) in files.items() if not items] == ["invalid.file"]


def test_every_item_is_its_exact_bytes(files):
    for received, items in files.values():
        assert [received.count(item.received) for item, _found in items] == [1] * len(items)


def test_a_picture_alone_is_named_so(files):
    assert [[found.code for _item, found in files[name][1]] for name in PICTURES] == [["unsupported"], ["unsupported"]]


def test_a_message_gives_its_text_and_names_the_rest(files):
    (_received, items) = next(told for name, told in files.items() if "SYRIA" in name)
    kinds = [found.code if isinstance(found, BadInput) else "story" for _item, found in items]
    assert kinds == ["unsupported", "story", "unsupported"]


def test_every_field_of_a_story_is_what_the_xml_says(files, row):
    for received, items in files.values():
        for item, story in items:
            if isinstance(story, Story):
                compare = _compare_g2 if item.format == "newsml-g2" else _compare_1
                compare(row, story, _element(received, item))
    assert row.missed() == []


def _element(received, item):
    """The element of an item, found in its file without the reader."""
    root = etree.fromstring(received)
    local = {etree.QName(one).localname: one for one in root.iter(etree.Element)}
    name = "newsItem" if "newsItem" in local else "NewsItem"
    return next(
        one for one in root.iter("{*}" + name) if _said(one)[:200] == _said(etree.fromstring(_framed(item)))[:200]
    )


def _framed(item):
    declared = " ".join(
        f'xmlns{":" if key else ""}{key}="{uri}"' for key, uri in item.envelope.get("namespaces", {}).items()
    )
    return f"<frame {declared}>".encode() + item.received + b"</frame>"


def _said(element):
    return " ".join("".join(element.itertext()).split())


def _first(element, path):
    found = element.find(path)
    return "" if found is None else _said(found)


def _compare_g2(row, story, element):
    row.count("headline", story.headline == _first(element, ".//{*}headline"))
    row.count("id", story.supplier_id == element.get("guid"))
    row.count("version", story.version == element.get("version"))
    row.count("language", story.language == element.find(".//{*}language").get("tag"))
    row.count("dateline", story.dateline == _first(element, ".//{*}dateline"))
    row.count("slugline", story.slugline == _first(element, ".//{*}slugline"))
    row.count("updated", story.updated == datetime.fromisoformat(_first(element, ".//{*}versionCreated")))
    row.count("priority", str(story.priority) == _first(element, ".//{*}urgency"))
    row.count("rights", story.rights == _first(element, ".//{*}copyrightNotice"))
    paragraphs = [_said(one) for one in element.iter("{http://www.w3.org/1999/xhtml}p")]
    row.count("text", [block.text for block in story.blocks] == paragraphs)


def _compare_1(row, story, element):
    row.count("headline", story.headline == _first(element, ".//HeadLine"))
    row.count("dek", story.dek == _first(element, ".//SubHeadLine"))
    ids = [_first(element, f".//{name}") for name in ("ProviderId", "DateId", "NewsItemId")]
    row.count("id", story.supplier_id == ":".join(["urn:newsml", *ids]))
    row.count("version", story.version == _first(element, ".//RevisionId"))
    row.count("language", story.language == element.find(".//Language").get("FormalName"))
    row.count("updated", story.updated == datetime.fromisoformat(_first(element, ".//ThisRevisionCreated")))
    row.count("priority", str(story.priority) == element.find(".//Urgency").get("FormalName"))
    row.count("rights", story.rights == _first(element, ".//CopyrightLine"))
    row.count("supplier", story.supplier == element.find(".//Provider/Party").get("FormalName"))
    codes = [f"subj:{one.get('FormalName')}" for one in element.iterfind(".//SubjectCode/*")]
    row.count(
        "topics", [one.code for one in story.topics][: len(codes)] == codes and all(one.name for one in story.topics)
    )
    paragraphs = [_said(one) for one in element.iterfind(".//body.content/p")]
    row.count("text", [block.text for block in story.blocks] == paragraphs)
