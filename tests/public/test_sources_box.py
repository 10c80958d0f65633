"""The *Sources* box of a story, the numbers that lead to it, and whose copy the story is."""

import re

import pytest
from playwright.sync_api import Page, expect

from articles import desk
from articles.desk.sources import approve_unnamed
from articles.models import Citation, Claim, Credit, Origin, PublishedArticle
from bylines.models import Author, Organisation, Source

pytestmark = pytest.mark.django_db

STORY = "/2026/05/04/story-1/"
ENTRY = "//section[@id='sources']/ol/li"


def said(key, words):
    return f'<mark data-citation="{key}">{words}</mark>'


@pytest.fixture
def wire(db):
    return Organisation.objects.create(name="Meridian Wire", slug="meridian", kind="wire", label="state-affiliated")


@pytest.fixture
def hobday(db):
    port = Organisation.objects.create(name="The Port", slug="port", kind="institution")
    return Source.objects.create(name="Lennart Hobday", slug="hobday", title="chief", affiliation=port)


@pytest.fixture
def box(read, make_story, mara, pat):
    """The page of a live story with these citations; a senior answers for the sources that are not named."""

    def open_(*citations, body="", **words):
        lines = [f"<p>“{said(one.key, 'It held')}.”</p>" for one in citations if one.key]
        story = make_story(status="approved", citations=citations, body=body or "\n".join(lines) or "<p>x</p>", **words)
        for source in Source.objects.filter(kind="unnamed", citations__article=story):
            approve_unnamed(story, source, by=mara, why="I know them.")
        desk.publish(story, by=pat, seen=1)
        return read(STORY)

    return open_


def test_a_story_without_sources_has_no_box(box):
    assert box().all("//section[@id='sources']") == []


def test_an_entry_says_who_spoke_where_and_to_whom(box, hobday, wire):
    page = box(
        Citation(key="a", source=hobday, channel="press briefing", url="https://port.example/briefing"),
        Citation(key="b", source=hobday, title="then chief", channel="interview", via=wire),
    )
    assert page.all(f"{ENTRY}/p") == ["Lennart Hobday, chief, The Port", "Lennart Hobday, then chief, The Port"]
    assert page.all(f"{ENTRY}/ul[@class='source-how']") == [
        "Press briefing first-hand", "Interview via Meridian Wire state-affiliated",
    ]  # fmt: skip
    assert page.all(f"{ENTRY}//a[not(starts-with(@href, '#'))]/@href") == [
        "/source/hobday/", "/organisation/port/", "https://port.example/briefing",
        "/source/hobday/", "/organisation/port/", "/organisation/meridian/",
    ]  # fmt: skip
    assert page.all(f"{ENTRY}//a[@rel]/@rel") == ["external noopener"]


def test_numbers_lead_there_and_the_passages_back(box, hobday):
    page = box(Citation(key="a", source=hobday), Citation(key="b", source=hobday), Citation(key="c", source=hobday))
    numbers = "//div[@class='story-body']//sup/a"
    assert page.all(f"{numbers}/@href") == ["#source-1"] * 3
    assert page.all(f"{numbers}/@aria-label") == ["source 1"] * 3
    back = page.all(f"{ENTRY}//ul[@class='passages']//a/@href")
    assert back == [f"#{anchor}" for anchor in page.all(f"{numbers}/@id")] == ["#cited-1", "#cited-1-2", "#cited-1-3"]
    assert page.all(f"{ENTRY}/@id") == ["source-1"]


def test_a_paraphrase_is_told_apart_from_a_quote(box, hobday):
    page = box(
        Citation(key="a", source=hobday), Citation(key="b", source=hobday, kind="paraphrase"),
        body=f"<p>“{said('a', 'It held,')}” he said. {said('b', 'Silt came')}.</p>",
    )  # fmt: skip
    assert page.all(f"{ENTRY}//ul[@class='passages']/li") == ["It held", "Silt came in our words"]
    assert page.all(f"{ENTRY}//q") == ["It held"]


def test_a_source_without_a_passage_is_named_too(box, hobday):
    page = box(Citation(source=hobday, channel="interview"))
    assert page.all(ENTRY) == ["Lennart Hobday, chief, The Port Interview first-hand"]


def test_of_an_unnamed_source_there_is_the_description_and_the_reason(box):
    nobody = Source.objects.create(kind="unnamed", name="an official", slug="an-official", reason="Not allowed to.")
    page = box(Citation(key="a", source=nobody, channel="conversation"))
    assert page.all(f"{ENTRY}/p") == ["An official", "Why they are not named: Not allowed to."]
    assert page.all(f"{ENTRY}//a/@href") == ["#cited-1"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [("document", "Document"), ("data_set", "Data set"), ("statement", "Statement"), ("post", "Post")],
)
def test_a_document_leads_to_itself(kind, words, box):
    source = Source.objects.create(kind=kind, name="Soundings", slug="soundings")
    page = box(Citation(key="a", source=source, url="https://port.example/soundings"))
    assert page.all(f"{ENTRY}/ul[@class='source-how']/li") == [words, "first-hand"]
    assert page.all(f"{ENTRY}/ul[@class='source-how']//a/@href") == ["https://port.example/soundings"]


def test_an_address_that_no_story_may_link_to_is_no_link(box, hobday):
    page = box(Citation(key="a", source=hobday, channel="interview", url="javascript:alert(1)"))
    assert page.all(f"{ENTRY}/ul[@class='source-how']//a") == []


def test_many_passages_of_one_source_are_folded(box, hobday):
    page = box(*(Citation(key=f"k{number}", source=hobday) for number in range(6)))
    assert len(page.all(f"{ENTRY}/ul[@class='passages']/li")) == 3
    assert page.all(f"{ENTRY}/details/summary") == ["3 more passages"]
    assert page.all(f"{ENTRY}/details//a/@href") == ["#cited-1-4", "#cited-1-5", "#cited-1-6"]


def test_one_passage_more_is_not_worth_folding(box, hobday):
    page = box(*(Citation(key=f"k{number}", source=hobday) for number in range(4)))
    assert (len(page.all(f"{ENTRY}/ul[@class='passages']/li")), page.all(f"{ENTRY}/details")) == (4, [])


def test_the_copy_of_others_is_said_to_be_theirs_and_nothing_in_it_first_hand(box, hobday, wire):
    origin = Origin(organisation=wire, url="https://meridian.example/1", state=Claim.CONFIRMED)
    page = box(Citation(key="a", source=hobday, channel="interview"), origins=[origin])
    assert page.all("//p[@class='origin']") == ["Syndicated from Meridian Wire state-affiliated"]
    assert page.all("//section[@aria-labelledby='origins-head']//li") == [
        "Syndicated from Meridian Wire state-affiliated · the original"
    ]
    assert page.all(f"{ENTRY}/ul[@class='source-how']") == ["Interview"]


def test_what_the_byline_says_of_an_outlet_is_not_said_again_but_for_its_label(box, wire):
    ada = Author.objects.create(name="Ada", slug="ada")
    tides = Organisation.objects.create(name="Tides", slug="tides")
    page = box(
        credits=[Credit(author=ada, organisation=wire), Credit(organisation=tides)],
        origins=[
            Origin(organisation=wire, role="written_for", state=Claim.CONFIRMED),
            Origin(organisation=tides, role="distributed_by", state=Claim.CONFIRMED),
        ],
    )
    assert page.all("//p[@class='origin']") == ["Meridian Wire state-affiliated"]


def test_that_the_own_house_wrote_it_need_not_be_said(box, hobday):
    house = Organisation.objects.create(name="The Harbour Courier", slug="courier", kind="own_house")
    page = box(Citation(source=hobday), origins=[Origin(organisation=house, role="written_for", state="confirmed")])
    assert page.all("//p[@class='origin'] | //section[@aria-labelledby='origins-head']") == []
    assert page.all(f"{ENTRY}/ul[@class='source-how']") == ["first-hand"]


def test_the_credit_line_an_outlet_asks_for_stands_below_its_copy(box):
    wire = Organisation.objects.create(name="Wire", slug="wire", credit_line="© Wire. Not to be passed on.")
    page = box(origins=[Origin(organisation=wire, state=Claim.CONFIRMED)])
    assert page.classed("credit-line") == ["© Wire. Not to be passed on."]


def test_a_retracted_story_keeps_its_sources(box, read, hobday, correct):
    box(Citation(key="a", source=hobday))
    correct(Citation.objects.get().article, "retraction", "It did not hold.")
    assert read(STORY).all(f"{ENTRY}/@id") == ["source-1"]


def test_a_print_of_an_older_version_shows_what_it_says(box, read, hobday):
    box(Citation(key="a", source=hobday))
    old = {"source": "Hobday", "slug": "", "title": "", "quote": "It held", "channel": "", "via": "", "url": ""}
    PublishedArticle.objects.update(citations=[old, {**old, "source": "Veitch"}], body="<p>x</p>")
    assert read(STORY).all(ENTRY) == ["Hobday first-hand It held", "Veitch first-hand It held"]


def test_ids_are_given_once(box, hobday):
    ids = box(*(Citation(key=f"k{number}", source=hobday) for number in range(9))).all("//@id")
    assert sorted(ids) == sorted(set(ids))


def test_words_are_found_though_a_number_stands_behind_them(box, read, hobday):
    box(Citation(key="a", source=hobday, kind="paraphrase"), body=f"<p>He spoke of {said('a', 'silting')}.</p>")
    assert read("/search/?q=silting").classed("headline") == ["Harbour wall holds through the storm"]
    assert read("/").classed("opening") == ["He spoke of silting."]


# The browser


@pytest.fixture
def long_story(make_story):
    """A live story with so many words that the box is out of sight."""
    source = Source.objects.create(name="Lennart Hobday", slug="hobday")
    filler = "<p>The wall held all night, and the tide went out again.</p>\n" * 60
    body = f"<p>“{said('a', 'It held')}.”</p>\n{filler}<p>“{said('b', 'It will hold')}.”</p>"
    make_story(status="live", body=body, citations=[Citation(key="a", source=source), Citation(key="b", source=source)])


@pytest.mark.django_db(transaction=True)
def test_the_keyboard_goes_from_a_number_to_the_box_and_back(page: Page, live_server, noon, long_story):
    page.goto(live_server.url + STORY)
    number, entry = page.locator("#cited-1"), page.locator("#source-1")
    expect(entry).not_to_be_in_viewport()
    number.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#source-1$"))
    expect(entry).to_be_in_viewport()
    expect(number).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(entry.get_by_role("link", name="Lennart Hobday")).to_be_focused()
    page.keyboard.press("Tab")
    expect(entry.get_by_role("link", name="It held")).to_be_focused()
    page.keyboard.press("Enter")
    expect(number).to_be_in_viewport()
    expect(number).to_be_focused()
    expect(page.get_by_role("link", name="source 1")).to_have_count(2)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_finger_hits_a_number_anywhere_in_24_pixels(page: Page, live_server, noon, long_story, direction):
    PublishedArticle.objects.update(direction=direction)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(live_server.url + STORY)
    hit = """number => {
        const box = number.getBoundingClientRect()
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
        const at = [[0, 0], [11, 0], [-11, 0], [0, 11], [0, -11]]
        return at.map(([across, down]) => document.elementFromPoint(x + across, y + down) === number)
    }"""
    assert page.locator("#cited-1").evaluate(hit) == [True] * 5
