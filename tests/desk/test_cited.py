"""From the citations of the record to those of the print."""

import pytest

from articles import desk
from articles.desk.cited import citations
from articles.desk.sources import approve_unnamed
from articles.models import Citation, PublishedArticle
from bylines.models import Organisation, Source

pytestmark = pytest.mark.django_db


def said(key, words):
    return f'<mark data-citation="{key}">{words}</mark>'


BODY = (
    f"<p>“{said('k1', 'It held,')}” he said. {said('k2', 'Silt lies there')}.</p>\n<p>“{said('k3', 'All of it')}”</p>"
)


@pytest.fixture
def port(db):
    return Organisation.objects.create(name="The Port", slug="port", kind="institution")


@pytest.fixture
def hobday(port):
    return Source.objects.create(name="Lennart Hobday", slug="hobday", title="chief", affiliation=port)


@pytest.fixture
def report(db):
    return Source.objects.create(kind="document", name="Report", slug="report", url="https://port.example/report")


@pytest.fixture
def printed(make_story, mara, pat):
    """The print of a live story with these citations; a senior answers for the sources that are not named."""

    def print_(*rows):
        story = make_story(status="approved", body=BODY, citations=rows)
        for source in Source.objects.filter(kind="unnamed", citations__article=story):
            approve_unnamed(story, source, by=mara, why="I know them.")
        desk.publish(story, by=pat, seen=1)
        return PublishedArticle.objects.get()

    return print_


def told(print_, *names):
    return [tuple(one[name] for name in names) for one in print_.citations]


def test_they_come_in_the_order_of_their_marks_with_those_without_one_last(printed, hobday, report):
    print_ = printed(
        Citation(source=hobday, channel="letter"),
        Citation(key="k3", source=hobday, channel="briefing"),
        Citation(key="k2", source=report, kind="paraphrase"),
        Citation(key="k1", source=hobday, channel="briefing"),
    )
    assert told(print_, "number", "key", "source", "kind") == [
        (1, "k1", "Lennart Hobday", "quote"),
        (2, "k2", "Report", "paraphrase"),
        (1, "k3", "Lennart Hobday", "quote"),
        (3, "", "Lennart Hobday", "quote"),
    ]
    assert [print_.body.count(f'href="#source-{number}"') for number in (1, 2, 3)] == [2, 1, 0]


def test_everything_is_told_of_a_named_source(printed, hobday, port):
    wire = Organisation.objects.create(name="Meridian Wire", slug="meridian", kind="wire")
    url = "https://meridian.example/1"
    print_ = printed(Citation(key="k1", source=hobday, title="acting chief", channel="briefing", via=wire, url=url))
    assert print_.citations == [
        {
            "number": 1,
            "key": "k1",
            "kind": "quote",
            "source": "Lennart Hobday",
            "slug": "hobday",
            "source_kind": "person",
            "reason": "",
            "title": "acting chief",
            "affiliation": "The Port",
            "affiliation_slug": "port",
            "quote": "It held,",
            "channel": "briefing",
            "via": "Meridian Wire",
            "via_slug": "meridian",
            "url": url,
        }
    ]


def test_of_an_unnamed_source_only_the_description_and_the_reason_are_told(printed, port):
    nobody = Source.objects.create(
        kind="unnamed", name="a person close to the board", slug="secret-slug", title="Secretary", affiliation=port,
        url="https://secret.example/", reason="They could lose their post.",
    )  # fmt: skip
    print_ = printed(Citation(key="k1", source=nobody, title="Secretary", url="https://secret.example/me"))
    assert told(print_, "source", "reason", "source_kind") == [
        ("a person close to the board", "They could lose their post.", "unnamed")
    ]
    assert told(print_, "slug", "title", "affiliation", "affiliation_slug", "url") == [("", "", "", "", "")]
    assert "ecret" not in str(print_.citations) + print_.body


def test_where_an_unnamed_source_was_published_by_somebody_else_may_be_looked_up(printed):
    nobody = Source.objects.create(kind="unnamed", name="an official", slug="an-official", reason="Not allowed.")
    wire = Organisation.objects.create(name="Meridian Wire", slug="meridian", kind="wire")
    print_ = printed(Citation(key="k1", source=nobody, via=wire, url="https://meridian.example/1"))
    assert told(print_, "via", "url") == [("Meridian Wire", "https://meridian.example/1")]


@pytest.mark.parametrize(
    ("one", "other", "numbers"),
    [
        ({}, {}, [1, 1]),
        ({"channel": "Briefing"}, {"channel": "briefing"}, [1, 1]),
        ({"channel": "briefing"}, {"channel": "letter"}, [1, 2]),
        ({"title": "chief"}, {"title": "former chief"}, [1, 2]),
        ({"url": "https://a.example/"}, {}, [1, 1]),
        ({}, {"url": "https://a.example/"}, [1, 1]),
        ({"url": "https://a.example/"}, {"url": "https://b.example/"}, [1, 2]),
    ],
)
def test_one_number_is_one_source_on_one_occasion(one, other, numbers, printed, hobday):
    print_ = printed(Citation(key="k1", source=hobday, **one), Citation(key="k2", source=hobday, **other))
    assert [citation["number"] for citation in print_.citations] == numbers


def test_two_sources_of_one_description_stay_two(printed):
    both = [
        Source.objects.create(kind="unnamed", name="an official", slug=f"o{number}", reason="Not allowed.")
        for number in (1, 2)
    ]
    print_ = printed(Citation(key="k1", source=both[0]), Citation(key="k2", source=both[1]))
    assert told(print_, "number", "source") == [(1, "an official"), (2, "an official")]


def test_what_was_said_to_our_own_paper_came_by_nobody(printed, hobday):
    house = Organisation.objects.create(name="The Harbour Courier", slug="courier", kind="own_house")
    assert told(printed(Citation(key="k1", source=hobday, via=house)), "via", "via_slug") == [("", "")]


def test_an_organisation_that_speaks_for_itself_has_one_page(printed, port):
    itself = Source.objects.create(kind="organisation", name="The Port", slug="the-port", affiliation=port)
    assert told(printed(Citation(key="k1", source=itself)), "slug", "affiliation_slug") == [("", "port")]


def test_only_what_a_person_confirmed_is_told_or_numbered(printed, hobday, report):
    print_ = printed(
        Citation(key="k1", source=hobday, state="rejected"), Citation(key="k2", source=report, kind="paraphrase")
    )
    assert told(print_, "number", "key") == [(1, "k2")]
    assert print_.body.count('class="cited"') == 1


def test_an_address_of_the_document_itself_is_told_where_the_citation_has_none(printed, report):
    print_ = printed(Citation(key="k2", source=report, kind="paraphrase"))
    assert told(print_, "url") == [("https://port.example/report",)]


def test_a_reprint_tells_todays_name(printed, hobday, mara):
    printed(Citation(key="k1", source=hobday))
    Source.objects.update(name="Lennart Hobday-Veitch")
    desk.reprint(Citation.objects.get().article, by=mara, why="He married")
    assert told(PublishedArticle.objects.latest("pk"), "number", "source") == [(1, "Lennart Hobday-Veitch")]


def test_an_older_revision_says_less_and_is_told_all_the_same():
    source = {"id": 1, "kind": "person", "name": "Hobday", "slug": "hobday", "title": "chief", "affiliation": None}
    row = {"key": "", "source": source, "quote": "It held", "channel": "", "via": None, "url": "", "state": "confirmed"}
    (one,) = citations({"body": "<p>It held</p>", "citations": [row]})
    assert (one["number"], one["kind"], one["title"], one["affiliation"], one["reason"]) == (
        1,
        "quote",
        "chief",
        "",
        "",
    )
    (one,) = citations({"body": "", "citations": [{**row, "quote": ""}]})
    assert one["kind"] == "paraphrase"
