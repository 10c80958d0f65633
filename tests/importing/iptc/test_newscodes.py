import pytest

from articles.importing.iptc.newscodes import code_of_qcode, code_of_scheme, code_of_uri, last_part

MEDIATOPIC = "http://cv.iptc.org/newscodes/mediatopic/"


@pytest.mark.parametrize(
    ("uri", "code"),
    [
        (f"{MEDIATOPIC}20000002", "medtop:20000002"),
        ("https://cv.iptc.org/newscodes/subjectcode/04000000/", "subj:04000000"),
        ("http://cv.iptc.org/newscodes/pubstatusg2/usable", "stat:usable"),
        ("http://cv.iptc.org/newscodes/genre/Current", "genre:Current"),
        ("http://www.wikidata.org/entity/Q1", "wd:Q1"),
        ("https://a.example/topic#1", "https://a.example/topic#1"),
        ("", ""),
    ],
)
def test_the_code_of_a_uri(uri, code):
    assert code_of_uri(uri) == code


@pytest.mark.parametrize(
    ("qcode", "code"),
    [
        ("medtop:20000002", "medtop:20000002"),
        ("mediatopic:20000002", "medtop:20000002"),
        ("mt:20000002", "medtop:20000002"),
        ("stat:usable", "https://a.example/usable"),
        ("geo:a:b", "geo:a:b"),
        ("bare", "bare"),
    ],
)
def test_the_code_of_a_qcode(qcode, code):
    assert code_of_qcode(qcode, {"mt": MEDIATOPIC, "stat": "https://a.example/"}) == code


@pytest.mark.parametrize(
    ("scheme", "code", "whole"),
    [
        (MEDIATOPIC, "20000002", "medtop:20000002"),
        (MEDIATOPIC[:-1], "20000002", "medtop:20000002"),
        ("medtop", "20000002", "medtop:20000002"),
        ("medtop", "medtop:20000002", "medtop:20000002"),
        ("", "medtop:20000002", "medtop:20000002"),
        (MEDIATOPIC, f"{MEDIATOPIC}20000002", "medtop:20000002"),
        ("http://www.wikidata.org/entity/", "Q1", "wd:Q1"),
        ("", "bare", "bare"),
        ("medtop", "", ""),
    ],
)
def test_the_code_of_a_scheme_and_a_code(scheme, code, whole):
    assert code_of_scheme(scheme, code) == whole


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("drol:summary", "summary"),
        ("http://cv.iptc.org/newscodes/contentprodpartyrole/mediaOffice", "mediaoffice"),
        ("Graphic Artist", "graphicartist"),
        ("sub-editor", "subeditor"),
        ("a:", "a"),
        ("", ""),
    ],
)
def test_the_last_part_of_a_code(code, said):
    assert last_part(code) == said
