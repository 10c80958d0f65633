import pytest

from articles.importing.page.headlines import headline_of
from tests.importing.page.pages import ld, told_of

SITE = '<meta property="og:site_name" content="The Harbour Courier">'


def headline(head="", h1="Ferry sails", site=SITE):
    return headline_of(told_of(head=site + head, above=f"<h1>{h1}</h1>" if h1 else ""))


def og(title):
    return f'<meta property="og:title" content="{title}">'


@pytest.mark.parametrize(
    "title",
    [
        "Ferry sails | The Harbour Courier",
        "Ferry sails – The Harbour Courier",
        "Ferry sails : The Harbour Courier",
        "Ferry sails - courier.example",
        "Ferry sails - 28.9.2024 - The Harbour Courier",
        "The Harbour Courier: Ferry sails",
        "Ferry sails",
        "Ferry sails | Sea | The Harbour Courier",
    ],
)
def test_the_name_of_the_site_is_no_part_of_it(title):
    assert headline(og(title)) == "Ferry sails"


@pytest.mark.parametrize("title", ["Ferry - or bridge?", "Ferry: who pays", "Day | night", "Ferry-port plan"])
def test_other_strokes_are_part_of_it(title):
    assert headline(og(title), h1="Another") == title


def test_open_graph_is_believed_before_schema_org_and_that_before_the_heading():
    told = ld('{"@type": "NewsArticle", "headline": "Told"}')
    assert [headline(og("Shared") + told), headline(told), headline()] == ["Shared", "Told", "Ferry sails"]


def test_one_that_was_cut_short_is_made_whole():
    assert headline(og("Ferry sails with …"), h1="Ferry sails with two deckhands") == "Ferry sails with two deckhands"


def test_a_title_that_is_only_the_site_s_name_is_none():
    assert headline(og("The Harbour Courier")) == "Ferry sails"


def test_without_all_else_the_title_is_one_as_far_as_the_page_shows_it():
    told = told_of("<div>Möwen öffnen Türen</div>", "", above="", attributes="")
    told.page.root.find(".//title").text = "Möwen öffnen Türen_Tiere_Hafenbote"
    assert headline_of(told) == "Möwen öffnen Türen"


def test_entities_told_twice_are_resolved():
    assert headline(ld('{"@type": "NewsArticle", "headline": "Gull&amp;#39;s &quot;door&quot;"}')) == 'Gull\'s "door"'
