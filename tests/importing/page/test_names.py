import pytest

from articles.importing.page.names import named
from articles.importing.story import StoryCredit
from tests.importing.page.pages import told_of

SITE = '<meta property="og:site_name" content="The Harbour Courier">'


def read(line, language="en"):
    told = told_of(head=SITE, attributes=f'lang="{language}"')
    return [(one.name or one.organisation or one.wording, one.title) for one in named(line, told, person=True)]


def both(line, language="en"):
    return [name for name, _title in read(line, language)] == ["Ada Finch", "Tom Brake"]


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Finch and Tom Brake", "Ada Finch/Tom Brake", "Ada Finch + Tom Brake", "Ada Finch; Tom Brake",
        "Ada Finch • Tom Brake", "Von Ada Finch und Tom Brake", "Ada Finch et Tom Brake", "Ada Finch og Tom Brake",
        "Ada Finch och Tom Brake", "Ada Finch ve Tom Brake", "Ada Finch dan Tom Brake", "Ada Finch és Tom Brake",
        "Ada Finch и Tom Brake", "Ada Finch και Tom Brake", "Tekst: Ada Finch, Tom Brake",
    ],
)  # fmt: skip
def test_two_names_are_told_apart(line):
    assert both(line)


@pytest.mark.parametrize(
    ("line", "language"),
    [("Ada Finch en Tom Brake", "nl"), ("Ada Finch i Tom Brake", "pl"), ("Ada Finch ja Tom Brake", "fi")],
)
def test_a_word_that_may_be_part_of_a_name_parts_them_only_in_the_language_it_belongs_to(line, language):
    assert (both(line, language), both(line, "de")) == (True, False)


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Ada Finch, Editor and Tom Brake, Chief Reporter", [("Ada Finch", "Editor"), ("Tom Brake", "Chief Reporter")]),
        ("Ada Finch Transport Correspondent", [("Ada Finch", "Transport Correspondent")]),
        ("Courier Transport Correspondent", [("Courier Transport Correspondent", "")]),
        ("Our Own Correspondent", [("Our Own Correspondent", "")]),
    ],
)  # fmt: skip
def test_a_role_goes_with_the_name_before_it(line, credits):
    assert read(line) == credits


@pytest.mark.parametrize(
    "line",
    [
        "From Ada Finch in Paris", "Ada Finch, in Marrowby", "Ada Finch en Nueva York", "Ada Finch | Marrowby",
        "Ada Finch, Harbour Courier", "Ada Finch, special to the Courier", "Text: Ada Finch, Foto: Tom Brake",
        "Ada Finch | Photos: Tom Brake", "Finch, Ada", "By: Ada Finch ada@courier.example", "Written by Ada Finch",
        "Skrevet av Ada Finch", "Écrit par Ada Finch", "Autorka: Ada Finch", "Συντάκτης: Ada Finch", "Автор: Ada Finch",
    ],
)  # fmt: skip
def test_what_is_no_name_is_taken_off(line):
    assert [name for name, _title in read(line)] == ["Ada Finch"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("홍길동 기자", "홍길동"),
        ("山田太郎記者", "山田太郎"),
        ("本报记者 张三", "张三"),
        ("王小明／台北報導", "王小明"),
    ],
)
def test_what_reporters_are_called_in_east_asia_is_no_part_of_their_names(line, name):
    assert read(line) == [(name, "")]


@pytest.mark.parametrize("line", ["Redacción", "Rédaction", "Web Desk", "Agencias", "Contributor", "Team Courier"])
def test_an_office_is_nobody_s_name(line):
    told = told_of(head=SITE)
    assert named(line, told, person=True) == [StoryCredit("", wording=line)]


def test_an_agency_beside_a_name_is_credited_too():
    assert [name for name, _title in read("Ada Finch avec AFP")] == ["Ada Finch", "AFP"]
    assert [name for name, _title in read("AFP, Ada Finch")] == ["AFP", "Ada Finch"]
    assert named("Ada Finch - AP", told_of()) == [StoryCredit("Ada Finch", organisation="AP")]


@pytest.mark.parametrize("line", ["", "-", "admin", "1234", "Why now?", "Photo. Ada went there. It rained."])
def test_other_lines_name_nobody(line):
    assert named(line, told_of()) == []
