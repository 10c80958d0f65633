import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from articles.importing.errors import BadInput
from articles.importing.feeds.repairing import balanced, referring, require_no_entities, undeclared


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("AT&T &amp; gulls", "AT&amp;T &amp; gulls"),
        ("caf&eacute; &nbsp;", "café \xa0"),
        ("&tide; &#8217; &#x110000;&#0;", "&amp;tide; &#8217; "),
        ("<![CDATA[a & b &eacute;]]>", "<![CDATA[a & b &eacute;]]>"),
        ("&LT; &AMP;", "&lt; &amp;"),
    ],
)
def test_references_that_xml_does_not_know_become_characters(text, mended):
    assert referring(text) == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("<a><b>x</a>", "<a><b>x</b></a>"),
        ("<a>x</b></a>", "<a>x</a>"),
        ("<a>1 < 2</A>", "<a>1 &lt; 2</a>"),
        ("<a><br/><![CDATA[</a>]]>", "<a><br/><![CDATA[</a>]]></a>"),
        ("<a x='>'>", "<a x='>'></a>"),
    ],
)
def test_every_element_that_begins_ends(text, mended):
    assert balanced(text) == mended


def test_prefixes_without_a_namespace_get_one():
    assert undeclared('<dc:date/><x:y a:b="c" xmlns:a="urn:a"/>', {}) == {
        "dc": "http://purl.org/dc/elements/1.1/",
        "x": "urn:undeclared:x",
    }


def test_an_entity_of_the_feeds_own_is_unsafe_where_it_is_used():
    require_no_entities("&amp; &eacute; <![CDATA[&bomb;]]>")
    with pytest.raises(BadInput) as refusal:
        require_no_entities("a\n&bomb;")
    assert (refusal.value.code, refusal.value.line) == ("unsafe", 2)


@given(st.lists(st.sampled_from("<a> </a> <b> </b> <c/> & &x; < > é 1 <![CDATA[ ]]> <!-- -->".split())).map(" ".join))
def test_what_is_mended_can_be_read(text):
    parser = etree.XMLParser(recover=True, resolve_entities=False)
    assert etree.fromstring(balanced(f"<root>{referring(text)}"), parser).tag == "root"
