import pytest

from articles.importing.page.origins import origins_of, rights_of
from articles.importing.page.topics import kicker_of, section_of, topics_of
from articles.importing.story import OriginClaim, StoryTopic
from tests.importing.page.pages import ADDRESS, ld, meta, told_of

SITE = '<meta property="og:site_name" content="The Harbour Courier">'


def story(facts):
    return ld(f'{{"@type": "NewsArticle", "headline": "Ferry sails", {facts}}}')


def test_of_several_articles_the_one_with_the_page_s_headline_is_the_story():
    others = ld('[{"@type": "NewsArticle", "headline": "Another", "author": "A"}, {"@type": "Review", "name": "x"}]')
    assert told_of(head=others + story('"articleSection": "Sea"')).story["articleSection"] == "Sea"


def test_of_several_articles_none_of_which_has_the_headline_it_is_the_one_at_the_address_of_the_page():
    here = (
        '"headline": "For search engines", "mainEntityOfPage": {"@id": "http://www.courier.example/2024/09/28/ferry/"}'
    )
    other = ld(
        '{"@type": "NewsArticle", "headline": "Another", "author": "A", "datePublished": "2024", "articleBody": "x"}'
    )
    assert told_of(head=other + ld(f'{{"@type": "NewsArticle", {here}}}')).story["headline"] == "For search engines"


def test_the_canonical_address_is_that_of_the_story():
    head = '<link rel="canonical" href="/2024/09/28/canonical"><link rel="amphtml" href="/amp/1">'
    told = told_of(head=head + meta(og__url="https://courier.example/"))
    assert told.address == "https://courier.example/2024/09/28/canonical"
    assert told.addresses == (ADDRESS, "https://courier.example/", "https://courier.example/amp/1")


def test_a_canonical_address_that_is_the_front_page_is_not_believed():
    told = told_of(head='<link rel="canonical" href="https://courier.example/">')
    assert told.address == ADDRESS


def test_a_page_saved_without_its_address_may_name_it():
    told = told_of(head='<link rel="canonical" href="https://courier.example/a/b">', address="")
    assert told.page.address("../img/1.jpg") == "https://courier.example/img/1.jpg"


def test_the_house_goes_by_many_names():
    told = told_of(head=SITE + story('"publisher": {"name": "Harbour Courier Ltd"}'))
    names = ["the harbour courier", "Harbour Courier Ltd", "courier.example", "Courier", "Tidewater Times", ""]
    assert [told.is_house(name) for name in names] == [True, True, True, True, False, False]


def test_the_section_is_told_or_the_last_breadcrumb():
    crumbs = ld(
        '{"@type": "BreadcrumbList", "itemListElement": [{"name": "Courier"}, {"name": "News"}, '
        '{"item": {"name": "Sea"}}, {"name": "Ferry sails"}]}'
    )
    assert section_of(told_of(head=story('"articleSection": ["Land", "News"]') + crumbs)) == "Land"
    assert section_of(told_of(head=crumbs)) == "Sea"


def test_topics_are_told_once_with_the_codes_they_have():
    facts = (
        '"about": [{"name": "Sea transport", "sameAs": "http://cv.iptc.org/newscodes/mediatopic/20000296"}],'
        '"keywords": ["ferries, sea transport", {"name": "work"}]'
    )
    assert topics_of(told_of(head=story(facts) + meta(keywords="seo, words"))) == (
        StoryTopic("Sea transport", "medtop:20000296"),
        StoryTopic("ferries"),
        StoryTopic("work"),
    )
    assert topics_of(told_of(head=meta(keywords="ferries;work"))) == (StoryTopic("ferries"), StoryTopic("work"))


@pytest.mark.parametrize(
    "above",
    [
        '<p class="kicker">Island traffic</p><h1>Ferry sails</h1>',
        '<h1><span class="eyebrow">Island traffic</span> Ferry sails</h1>',
    ],
)
def test_a_kicker_stands_in_or_before_the_headline(above):
    assert kicker_of(told_of(above=above), "Ferry sails") == "Island traffic"


def test_no_kicker_is_made_of_other_lines():
    assert kicker_of(told_of(above="<p>Sea</p><h1>Ferry sails</h1>"), "Ferry sails") == ""


def test_whoever_else_is_named_as_the_source_is_claimed():
    facts = (
        '"sourceOrganization": {"name": "Tidewater Wire", "url": "https://www.tidewater.example/"},'
        '"isBasedOn": "https://engine.example/2024/ferry", "copyrightHolder": {"name": "The Harbour Courier"}'
    )
    assert origins_of(told_of(head=SITE + story(facts))) == (
        OriginClaim(
            "syndicated_from", "engine.example", "https://engine.example/2024/ferry", 0, "schema:isBasedOn",
            "engine.example", "https://engine.example/2024/ferry",
        ),
        OriginClaim(
            "syndicated_from", "Tidewater Wire", "Tidewater Wire", 0, "schema:sourceOrganization", "tidewater.example"
        ),
    )  # fmt: skip


def test_the_own_page_is_no_source():
    head = SITE + f'<meta name="original-source" content="{ADDRESS}"><meta name="dc.source" content="courier.example">'
    assert origins_of(told_of(head=head)) == ()


@pytest.mark.parametrize(
    ("head", "rights"),
    [
        (story('"copyrightNotice": "© 2024 Courier"'), "© 2024 Courier"),
        (story('"license": "https://licence.example/by"'), "https://licence.example/by"),
        (meta(copyright="Courier"), "Courier"),
        ('<link rel="license" href="https://licence.example/by">', "https://licence.example/by"),
        ("", ""),
    ],
)
def test_rights_are_kept_as_told(head, rights):
    assert rights_of(told_of(head=head)) == rights
