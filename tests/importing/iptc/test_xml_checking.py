import pytest
from lxml import etree

from articles.importing.iptc.xml_checking import Vocabulary

URN = "urn:x"
BOOK = Vocabulary(
    URN,
    elements={"book": "Book", "title": "Title", "note": "Note"},
    types={
        "Book": ("common isbn!", "title chapter:Chapter* note? ~*"),
        "Chapter": ("closed number=positive", "title"),
        "Title": ("common", "=line"),
        "Note": ("open", "#(title | ~)*"),
    },
    groups={"common": "id=id kind"},
)


def faults(inside, attributes='isbn="1"', **how):
    root = etree.fromstring(f'<book xmlns="{URN}" xmlns:o="urn:o" {attributes}>{inside}</book>')
    return [(fault.path, fault.expected) for fault in BOOK.faults(root, **how)]


@pytest.mark.parametrize(
    "inside",
    [
        "<title>A</title>",
        '<title id="a">A</title><chapter number="1"><title/></chapter><note>Words <title/> and <o:b/></note>',
        '<title/><o:c x="y"/>',
        '<title o:mood="calm"/><note anything="goes"/>',
        "<title/><o:c><title>Inside</title></o:c>",
    ],
)
def test_what_is_right(inside):
    assert faults(inside) == []


@pytest.mark.parametrize(
    ("inside", "path", "expected"),
    [
        ("", "book", "title as well"),
        ("<chapter/>", "book", "title, not <chapter>"),
        ("<title/><note/><note/>", "book", "nothing more, not <note>"),
        ("<title/>words", "book", "no words between its elements, such as “words”"),
        ("<title>a\nb</title>", "book/title", "words on one line"),
        ("<title><note/></title>", "book/title", "words only, no elements"),
        ('<title/><chapter number="0"><title/></chapter>', "book/chapter", "a whole number from 1 in number"),
        ('<title/><chapter o:mood="calm"><title/></chapter>', "book/chapter", "no attribute {urn:o}mood"),
        ('<title colour="red"/>', "book/title", "no attribute colour"),
        ('<title id="1"/>', "book/title", "a name of letters and digits that begins with a letter in id"),
        ('<title id="a"/><note><title id="a"/></note>', "book/note/title", "an id that no other element has, not a"),
        ('<title xml:lang="en_GB"/>', "book/title", "a language such as en-GB in xml:lang"),
        ("<title/><o:c><title>a\nb</title></o:c>", "book/c/title", "words on one line"),
        ('<title/><x xmlns=""/>', "book", "chapter, note, not <x>"),
    ],
)
def test_what_is_wrong_is_told_by_its_path(inside, path, expected):
    assert faults(inside)[0] == (path, expected)


def test_an_attribute_that_is_missing():
    assert faults("<title/>", attributes="") == [("book", "the attribute isbn")]


def test_who_does_not_know_all_lets_unknown_names_be():
    inside = '<title colour="red"/><weather/>'
    assert faults(inside, knows_all=False) == []
    assert len(faults(inside)) == 2


def test_a_fault_knows_its_line():
    root = etree.fromstring(f'<book xmlns="{URN}" isbn="1">\n<title/>\n<chapter number="x"><title/></chapter></book>')
    assert [fault.line for fault in BOOK.faults(root)] == [3]
