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


def test_what_only_search_engines_are_shown_gives_way_to_what_schema_org_and_the_page_agree_on():
    told = ld('{"@type": "NewsArticle", "headline": "Told"}')
    shown = og("Ferry sails") + told
    assert (headline(shown, h1="Told"), headline(shown, h1="Another")) == ("Told", "Ferry sails")
    assert headline(og("Shared") + told, h1="Told") == "Shared"


def test_the_label_of_a_section_is_no_part_of_it():
    assert headline(og("Opinion | Ferry sails")) == "Ferry sails"


def test_a_line_that_is_no_heading_may_show_it():
    head = SITE + '<meta name="dc.title" content="Ferry sails">'
    told = told_of(head=head, above="<h1>The Harbour Courier</h1><b>Ferry sails</b>")
    assert (headline_of(told), told.heading.tag) == ("Ferry sails", "b")


@pytest.mark.parametrize(
    "above",
    [
        '<h1><a href="/">The Harbour Courier</a></h1><h2 id="own">Ferry sails</h2>',
        '<ol class="breadcrumb"><li><h1>Ferry sails</h1></li></ol><h2 id="own">Ferry sails</h2>',
        '<h1>Sea</h1><h1 id="own">Island: Ferry sails</h1>',
        '<h1 id="own">Ferry sails</h1><article><h1>Gulls open doors</h1></article>',
    ],
)
def test_the_heading_is_the_one_that_shows_the_headline(above):
    assert told_of(head=SITE + og("Ferry sails"), above=above).heading.get("id") == "own"
