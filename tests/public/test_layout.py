"""Where stories stand on the front page."""

import pytest

from articles.models.published import PublishedArticle, PublishedProfile
from articles.public.layout import lay_out, opening

SECTIONS = [PublishedProfile(name="City", slug="city"), PublishedProfile(name="Harbour", slug="harbour")]


def prints(*sections):
    return [PublishedArticle(headline=str(number), section_slug=slug) for number, slug in enumerate(sections, 1)]


def heads(found):
    return [print_.headline for print_ in found]


def test_no_story_leads_an_empty_page():
    layout = lay_out([], SECTIONS)
    assert (layout.lead, layout.beside, layout.across, layout.blocks) == (None, [], [], [])


@pytest.mark.parametrize(
    ("number", "beside", "across"),
    [(1, [], []), (2, ["2"], []), (4, ["2", "3", "4"], []), (5, ["2", "3"], ["4", "5"]), (9, ["2", "3"], ["4", "5"])],
)
def test_both_sides_are_used_from_five_stories_on(number, beside, across):
    layout = lay_out(prints(*["city"] * number), SECTIONS)
    assert (layout.lead.headline, heads(layout.beside), heads(layout.across)) == ("1", beside, across)


def test_the_rest_stands_by_section_in_their_order_and_the_homeless_last():
    layout = lay_out(prints(*["city"] * 5, "", "harbour", "city", "closed", "harbour"), SECTIONS)
    assert [(block.name, heads(block.stories)) for block in layout.blocks] == [
        ("City", ["8"]),
        ("Harbour", ["7", "10"]),
        ("", ["6", "9"]),
    ]


def test_an_opening_is_whole_paragraphs_until_the_last_is_cut():
    body = "<h2>Head</h2>\n<p>One <em>two</em> &amp; three.</p>\n<ul>\n<li>no</li>\n</ul>\n" + f"<p>{'four ' * 60}</p>"
    assert opening(body, 150) == ["One two & three.", ("four " * 26).strip() + "…"]


def test_an_opening_passes_over_pictures_and_their_captions():
    figure = "<figure>\n<picture><img></picture>\n<figcaption>\n<p>no</p>\n<p>no</p>\n</figcaption>\n</figure>"
    assert opening(f"{figure}\n<p>One.</p>\n<figure>\n{figure}\n</figure>\n<p>Two.</p>") == ["One.", "Two."]


def test_an_opening_of_nothing_is_nothing():
    assert opening("") == []
