import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.sniffing import XmlRoot, xml_root

ATOM = '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\n \t",
        '<?xml version="1.0"?>',
        "<!-- <rss> --><?go <html> ?>",
        '<!DOCTYPE feed PUBLIC "-//>//" "x" [<!ENTITY a "<rss>"> <!-- ]> -->]>\n',
        '\ufeff<?xml version="1.0"?>',
        'Notice: tide\n<?xml version="1.0"?>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_the_root_is_found_behind_whatever_may_stand_before_it(before, encoding):
    root = xml_root((before + ATOM + "<title/>").encode(encoding))
    assert (root.name, root.namespace) == ("feed", "http://www.w3.org/2005/Atom")
    assert root.attributes == {"xml:lang": "en"}


def test_namespaces_are_told_by_prefix_and_values_without_entities():
    root = xml_root(b"<a:RDF xmlns:a='http://rdf.example/#' xmlns=\"http://rss.example/?a&amp;b\" version=2>")
    assert root == XmlRoot(
        "RDF",
        "http://rdf.example/#",
        {"a": "http://rdf.example/#", "": "http://rss.example/?a&b"},
        {"version": "2"},
        "a",
        0,
        84,
    )


def test_utf_16_needs_no_mark():
    assert xml_root('<?xml version="1.0" encoding="utf-16"?><rss/>'.encode("utf-16-be")).name == "rss"


@pytest.mark.parametrize("head", [b"", b"   ", b"{}", b"Tide turns\n\n<rss>", b"1 < 2", b"<", b"<!-- <rss>", b"<1>"])
def test_what_does_not_begin_like_xml_has_no_root(head):
    assert xml_root(head) is None


def test_html_has_a_root_too():
    assert xml_root(b"<!DOCTYPE html>\n<HTML lang=en><head>").name == "HTML"


def test_a_tag_cut_off_shows_what_is_there():
    assert xml_root(b'<rss version="2.0" xmlns:wp="http://wordpress.org/exp').attributes == {"version": "2.0"}


@given(st.binary(max_size=200))
def test_any_bytes_have_a_root_or_none(head):
    assert xml_root(head) is None or xml_root(head).name
