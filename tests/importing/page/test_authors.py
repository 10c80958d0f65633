import pytest

from articles.importing.page.authors import credits_of
from articles.importing.story import StoryCredit
from tests.importing.page.pages import PARAGRAPHS, ld, meta, told_of

SITE = '<meta property="og:site_name" content="The Harbour Courier">'


def credited(head="", body="", **parts):
    return [
        (one.name, one.organisation, one.wording, one.title) for one in credits_of(told_of(body, SITE + head, **parts))
    ]


def people(*names):
    return [(name, "", "", "") for name in names]


@pytest.mark.parametrize(
    ("told", "credits"),
    [
        ("Ada Finch", people("Ada Finch")),
        ("By Ada Finch", people("Ada Finch")),
        ("Ada Finch and Alan Reed", people("Ada Finch", "Alan Reed")),
        ("Ada Finch | Alan Reed", people("Ada Finch", "Alan Reed")),
        ("Von Jule Kranz und Sten Orrin", people("Jule Kranz", "Sten Orrin")),
        ("Par Léa Morin (AFP)", [("Léa Morin", "AFP", "", "")]),
        ("Ada Finch, Tidewater Times", [("Ada Finch", "Tidewater Times", "", "")]),
        ("Ada Finch for The Engine", [("Ada Finch", "The Engine", "", "")]),
        ("Ada Finch in Marrowby", people("Ada Finch")),
        ("Ada Finch, ada@courier.example", people("Ada Finch")),
        ("Ada Finch @adafinch", people("Ada Finch")),
        ("Ada Finch, political editor", [("Ada Finch", "", "", "political editor")]),
        ("Reuters", [("", "Reuters", "", "")]),
        ("Staff reporter", [("", "", "Staff reporter", "")]),
        ("The Harbour Courier", [("", "The Harbour Courier", "", "")]),
        ("courier.example", [("", "courier.example", "", "")]),
        ("مها النجار", people("مها النجار")),
        ("岬 洋子", people("岬 洋子")),
        ("admin", []),
        ("105092", []),
        ("https://social.example/ada", []),
    ],
)
def test_a_name_is_cleaned_of_what_stands_around_it(told, credits):
    assert credited(meta(author=told)) == credits


def test_schema_org_tells_title_and_employer():
    author = '{"@type": "Person", "name": "Ada Finch", "jobTitle": "Editor", "worksFor": {"name": "Tidewater Wire"}}'
    assert credited(ld(f'{{"@type": "NewsArticle", "headline": "x", "author": {author}}}')) == [
        ("Ada Finch", "Tidewater Wire", "", "Editor")
    ]


def test_a_single_word_is_a_name_where_a_person_is_told():
    author = '{"@type": "Person", "name": "新間"}'
    assert credited(ld(f'{{"@type": "NewsArticle", "headline": "x", "author": {author}}}')) == people("新間")


def test_people_and_agencies_stand_together_but_the_house_gives_way():
    told = '["Ada Finch", {"@type": "Organization", "name": "AP"}, "The Harbour Courier"]'
    assert credited(ld(f'{{"@type": "NewsArticle", "headline": "x", "author": {told}}}')) == [
        *people("Ada Finch"),
        ("", "AP", "", ""),
    ]


def test_where_only_the_house_is_told_the_visible_byline_is_read():
    body = f'<div class="byline">By <a>Ada Finch</a></div>{PARAGRAPHS}'
    assert credited(meta(author="The Harbour Courier"), body) == people("Ada Finch")
    assert credited(meta(author="The Harbour Courier")) == [("", "The Harbour Courier", "", "")]


@pytest.mark.parametrize(
    "byline",
    [
        '<a rel="author" href="/f">Ada Finch</a>',
        '<span class="post-author">Ada Finch</span>',
        "<p>By Ada Finch</p>",
        "<p>Autorin: Ada Finch</p>",
        "<p><strong>Ada Finch</strong></p>",
    ],
)
def test_a_byline_is_seen_where_nothing_is_told(byline):
    assert credited(body=byline + PARAGRAPHS) == people("Ada Finch")


@pytest.mark.parametrize(
    "line",
    ['<a class="author">Follow</a>', '<p class="byline">2 May 2024</p>', "<p>By the way</p>", "<p><b>Why now</b></p>"],
)
def test_other_lines_near_the_headline_are_nobody(line):
    assert credited(body=line + PARAGRAPHS) == []


def test_roles_other_than_writing_are_kept():
    told = '{"@type": "NewsArticle", "headline": "x", "author": "Ada Finch", "translator": {"name": "Ina Vries"}}'
    assert credits_of(told_of(head=ld(told)))[1] == StoryCredit("Ina Vries", role="translator")
    assert credits_of(told_of(f"{PARAGRAPHS}<p>(责编：牛镛、岳弘)</p>")) == (
        StoryCredit("牛镛", role="editor"),
        StoryCredit("岳弘", role="editor"),
    )
