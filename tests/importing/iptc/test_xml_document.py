import pytest

from articles.importing.errors import BadInput
from articles.importing.iptc.xml_document import document, tree_of, words
from articles.importing.story import Step, Story
from tests.importing.iptc.answers import item

BOMB = (
    "<!DOCTYPE a ["
    + '<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
OUTSIDE = '<!DOCTYPE a SYSTEM "http://dtd.example/a.dtd">'


def refusal(received, **envelope):
    with pytest.raises(BadInput) as caught:
        document(item(received, **envelope))
    return caught.value.code, caught.value.line


@pytest.mark.parametrize(
    ("received", "refused"),
    [
        (f"{BOMB}<a>&a9;</a>", ("unsafe", 1)),
        (f'{BOMB}<a b="&a9;"/>', ("unsafe", 1)),
        (f'{BOMB}<a b="&a0;"/>', ("unsafe", 1)),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>', ("unsafe", 2)),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a b="&x;"/>', ("malformed", 2)),
        ('<!DOCTYPE a [<!ENTITY % p "<!ENTITY x \'boo\'>"> %p;]>\n<a b="&x;"/>', ("unsafe", 2)),
        (f"{OUTSIDE}\n<a>&house;</a>", ("unsafe", 2)),
        (f'{OUTSIDE}\n<a\nb="&house;">&amp;</a>', ("unsafe", 3)),
        ("<a>&nbsp;</a>", ("malformed", 1)),
        ("<a>" * 300 + "</a>" * 300, ("unsafe", 1)),
        ("<a " + " ".join(f"b{n}='c'" for n in range(301)) + "/>", ("unsafe", None)),
        ("<a>\n<b>\n</a>", ("malformed", 3)),
        ("words", ("malformed", 1)),
        ("<a>\x00</a>", ("binary", 1)),
        ("", ("empty", None)),
    ],
)
def test_what_is_unsafe_or_broken_is_refused(received, refused):
    assert refusal(received) == refused


def test_a_doctype_alone_is_no_reason_and_html_characters_are_understood_with_it():
    root = document(item(f'{OUTSIDE}<a b="caf&eacute;">a&nbsp;b &mdash; &amp; &lt;</a>')).root
    assert (words(root), root.get("b")) == ("a\u00a0b — & <", "café")


def test_entities_that_nobody_uses_do_no_harm():
    assert words(document(item('<!DOCTYPE a [<!ENTITY x SYSTEM "http://a.example/">]><a>fine</a>')).root) == "fine"


def test_the_namespaces_of_the_envelope_are_in_force():
    root = document(item("<x:a>\n<b/></x:a>", namespaces={"": "urn:d", "x": "urn:x"})).root
    assert (root.tag, root[0].tag, root[0].sourceline) == ("{urn:x}a", "{urn:d}b", 2)


@pytest.mark.parametrize("received", ["<a/><b/>", "</frame><frame>", "words", "<a/>&house;"])
def test_a_part_that_is_not_one_element_is_refused(received):
    assert refusal(received, namespaces={"x": "urn:x"})[0] in ("malformed", "unsafe")


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16", "utf-8"])
def test_the_encoding_that_is_declared_counts(encoding):
    received = f'<?xml version="1.0" encoding="{encoding}"?><a>café</a>'.encode(encoding)
    assert words(document(item(received)).root) == "café"


def test_what_was_done_to_the_letters_is_told():
    found = document(item('<?xml version="1.0"?><a>café</a>'.encode("cp1252")))
    assert [step.name for step in found.told(Story("", steps=(Step("later", "", ""),))).steps] == [
        "read-as-cp1252",
        "later",
    ]


def test_comments_and_instructions_are_no_words():
    assert words(document(item("<a>one<!-- no --><?no no?> two</a>")).root) == "one two"


def test_where_an_element_stands_in_the_text():
    found = document(item("<a>\n<b\n x='1'/>\n<c/></a>"))
    assert [found.decoded.text[found.start_of(one) :].split("\n")[0] for one in found.root] == ["<b", "<c/></a>"]


def test_xml_within_text_is_a_tree_or_nothing():
    assert tree_of("<a/>").tag == "a"
    assert [tree_of(text) for text in ("<a>", "", "words", f"{BOMB}<a>&a9;</a>")] == [None] * 4
