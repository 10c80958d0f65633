from articles.importing.iptc.opened import opened
from articles.importing.iptc.xml_document import name_of


def names(head, encoding=""):
    return [name_of(one) for one in opened(head, encoding)]


def test_what_has_begun_and_not_ended():
    assert names(b'<a xmlns="urn:x"><b>words</b><c d="1">') == ["a", "c"]
    assert names('<a><b ü="1">'.encode("utf-16-le"), "utf-16-le") == ["a", "b"]


def test_what_breaks_leaves_what_came_before():
    assert names(b"<a><b></c>") == ["a", "b"]
    assert names(b"no markup") == []
    assert names(b"") == []
