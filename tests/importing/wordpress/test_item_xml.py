import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.wordpress.item_xml import item_xml
from articles.importing.wordpress.post import post_of


def fields(received, encoding="", **namespaces):
    found = item_xml(received if isinstance(received, bytes) else received.encode(), encoding, namespaces)
    return post_of(found.element).fields


def steps(received):
    return [step.name for step in item_xml(received.encode()).steps]


def refusal(received):
    with pytest.raises(BadInput) as refused:
        item_xml(received)
    return refused.value.code, refused.value.line, refused.value.byte


def outcome(received):
    try:
        item_xml(received)
    except BadInput as problem:
        return problem.code
    return "read"


@pytest.mark.parametrize(
    ("inside", "title"),
    [
        ("Fish & chips", "Fish & chips"),
        ("Fish &amp; chips &mdash; late&nbsp;", "Fish & chips — late\xa0"),
        ("A &unknown; word", "A &unknown; word"),
        ("Bold <b>words", "Bold <b>words"),
        ("<![CDATA[A <![CDATA[ b ]]> c]]>", "A <![CDATA[ b ]]> c"),
        ("<![CDATA[A ]]]]><![CDATA[> b & <i>]]>", "A ]]> b & <i>"),
        ("A\x08 b", "A  b"),
        ("A &#8; b &#x0;", "A  b �"),
    ],
)
def test_what_wordpress_reads_all_the_same_is_read(inside, title):
    assert fields(f"<item><title>{inside}</title><wp:status>x</wp:status></item>")["title"] == title


def test_what_was_mended_is_told():
    assert steps("<item><title>Fish &amp; chips</title></item>") == []
    assert steps("<item><title>Fish & chips</title></item>") == ["xml-mended"]
    assert steps("<item><title>Fish\x0b</title></item>") == ["control-characters"]


def test_any_version_of_the_namespace_means_the_same():
    for space in ("http://wordpress.org/export/1.0/", "https://wordpress.org/export/1.2/"):
        assert fields("<item><w:status>x</w:status></item>", w=space) == {"wp:status": "x"}


def test_a_prefix_that_means_something_else_is_not_wordpress():
    told = fields('<item><wp:status>x</wp:status><a:b xmlns:a="urn:a">y</a:b></item>', wp="http://other.example/")
    assert told == {"http://other.example/:status": "x", "urn:a:b": "y"}


def test_prefixes_that_were_never_declared_mean_what_they_usually_do():
    assert fields("<item><wp:status>x</wp:status><foo:bar>y</foo:bar></item>") == {
        "wp:status": "x",
        "urn:undeclared:foo:bar": "y",
    }


def test_a_namespace_without_a_sound_name_is_no_reason_to_refuse():
    assert fields('<item xmlns:u="http://ä.example/ü/"><title>A</title></item>') == {"title": "A"}


def test_words_around_comments_and_tags_are_all_told():
    assert fields("<item><title>a<!--:en-->b<i>c</i>d<![CDATA[e]]></title></item>") == {"title": "abcde"}


@pytest.mark.parametrize(
    ("received", "refused"),
    [
        (b"<item>\n<title>A</title>\n<wp:comment></item>", ("malformed", 3, 43)),
        ("<item><title>ä</title>\n<wp:x>ü</item>".encode(), ("malformed", 2, 39)),
        (b"<item>" * 300 + b"</item>" * 300, ("malformed", 1, 1535)),
        (b"words", ("malformed", 1, 0)),
        (b"", ("empty", None, None)),
        (b"<item><title>caf\xe9 caf\xc3\xa9</title></item>", ("encoding", 1, 16)),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(received, refused):
    assert refusal(received) == refused


@pytest.mark.parametrize("part", ["<title>", "&", "<![CDATA[", "<title><b></title>", "<wp:"])
def test_what_is_broken_costs_no_more_than_its_length(part):
    received = f"<item>{part * 20_000}</item>".encode()
    assert outcome(received) in ("read", "malformed")


@given(st.text(st.sampled_from("<>&;![]CDATA/-'\"= \nab:#x0"), max_size=80))
def test_a_title_of_any_letters_is_read_whole_in_cdata(words):
    received = f"<item><title><![CDATA[{words.replace(']]>', '')}]]></title></item>"
    assert fields(received)["title"] == words.replace("]]>", "")
