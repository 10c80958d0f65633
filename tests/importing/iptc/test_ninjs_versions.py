import pytest

from articles.importing.iptc.ninjs_versions import SHAPES, fault, told_version


@pytest.mark.parametrize(
    ("document", "version"),
    [
        ({"$standard": {"name": "ninjs", "version": "1.4"}}, "1.4"),
        ({"standard": {"schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"}}, "3.0"),
        ({"standard": {"version": "three", "schema": "ninjs-schema_2.1.json#"}}, "2.1"),
        ({"standard": {"version": 2.1}}, ""),
        ({"standard": "2.1"}, ""),
        ({}, ""),
    ],
)
def test_a_document_names_its_version(document, version):
    assert told_version(document) == version


@pytest.mark.parametrize("version", SHAPES)
def test_every_version_takes_a_bare_address_and_nothing_less(version):
    assert fault({"uri": "x"}, version) is None
    assert fault({}, version).path == ("uri",)


@pytest.mark.parametrize(
    ("document", "first"),
    [
        ({"urgency": 1}, "1.1"),
        ({"type": "component"}, "1.2"),
        ({"headline_main": "x"}, "1.3"),
        ({"rightsinfo": {"linkedrights": "x"}}, "1.4"),
        ({"subject": [{"relevance": 100}]}, "1.5"),
        ({"digitalsourcetype": {"name": "x"}}, "1.6"),
    ],
)
def test_a_property_belongs_to_a_version_and_those_after_it(document, first):
    versions = ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]
    takes = [version for version in versions if fault({"uri": "x", **document}, version) is None]
    assert takes == versions[versions.index(first) :]


@pytest.mark.parametrize(
    "document",
    [
        {"headline": "x", "body_text": "y"},
        {"headlines": [{"value": "x"}], "pubstatus": "usable"},
        {"headlines": [{"value": "x"}], "pubStatus": "usable"},
        {"associations": {"a": {"uri": "y"}}},
        {"associations": [{"name": "a", "anything": 1}]},
        {"eventDetails": {"dates": {"startDate": "x"}}},
    ],
)
def test_where_no_version_is_named_any_will_do(document):
    assert fault({"uri": "x", **document}) is None


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ({"headline": 1}, ("headline",)),
        ({"headlines": [{"role": "main"}]}, ("headlines", 0, "value")),
        ({"pubStatus": "usable", "versionCreated": 1}, ("versionCreated",)),
        ({"pubStatus": "usable", "urgency": 0}, ("urgency",)),
        ({"versionCreated": "x", "associations": [{"uri": "y"}]}, ("associations", 0, "name")),
        ({"versionCreated": "x", "eventDetails": {"dates": {}}}, ("eventDetails", "dates")),
        ({"person": [{"contactinfo": [{"value": "x", "address": {}}]}]}, ("person", 0, "contactinfo", 0)),
    ],
)
def test_what_is_wrong_is_told_of_the_generation_it_looks_like(document, path):
    assert fault({"uri": "x", **document}).path == path


def test_of_an_unknown_version_nothing_is_too_much_and_all_else_is_asked():
    assert fault({"uri": "x", "mood": "calm"}, "3.7") is None
    assert fault({"uri": "x", "headlines": "calm"}, "3.7").path == ("headlines",)
