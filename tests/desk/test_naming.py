"""People, places and subjects by the names that copy uses."""

import pytest

from articles import desk
from articles.desk import naming
from articles.models import Section, Topic
from bylines.models import Author, Organisation

pytestmark = pytest.mark.django_db


def organisation_named(name, *, by, domain=""):
    return naming.organisations_named({name: domain}, by=by)[name]


def test_an_organisation_is_known_by_its_other_names_and_domains(ed):
    engine = Organisation.objects.create(
        name="The Engine", slug="e", domains=["engine.example"], other_names=["Engine"]
    )
    assert organisation_named("Engine", by=ed) == engine
    assert organisation_named("engine.example", by=ed, domain="engine.example") == engine
    assert organisation_named("THE ENGINE", by=ed) == engine
    assert organisation_named("Other", by=ed) != engine


def test_a_name_fits_before_another_spelling_and_that_before_a_domain(ed):
    one = Organisation.objects.create(name="Tide", slug="tide", domains=["sea.example"])
    two = Organisation.objects.create(name="Sea", slug="sea", other_names=["Tide", "Wave"])
    assert organisation_named("Tide", by=ed, domain="sea.example") == one
    assert organisation_named("wave", by=ed, domain="sea.example") == two
    assert organisation_named("Ocean", by=ed, domain="SEA.example") == one


def test_a_new_outlet_is_recognised_by_its_domain_the_next_time(ed):
    made = organisation_named("RT.com", by=ed, domain="rt.com")
    assert (made.domains, organisation_named("RT", by=ed, domain="rt.com")) == (["rt.com"], made)


def test_a_host_belongs_to_the_longest_domain_that_covers_it(ed):
    tide = Organisation.objects.create(name="Tidewire", slug="tidewire", domains=["www.tidewire.example"])
    sport = Organisation.objects.create(name="Tide Sport", slug="sport", domains=["sport.tidewire.example"])
    hosts = {
        "Tide A": "tidewire.example",
        "Tide B": "www.TideWire.example",
        "Tide C": "amp.tidewire.example",
        "Tide D": "edition.tidewire.example",
        "Tide E": "m.sport.tidewire.example",
        "Tide F": "live.sport.tidewire.example",
        "https://edition.tidewire.example/": "",
    }
    found = naming.organisations_named(hosts, by=ed)
    names = {name: str(one) for name, one in found.items()}
    assert names == dict.fromkeys(hosts, "Tidewire") | {"Tide E": str(sport), "Tide F": str(sport)}
    assert Organisation.objects.count() == len({tide, sport})


@pytest.mark.parametrize(
    ("held", "host"),
    [("co.uk", "courier.co.uk"), ("blogspot.com", "ada.blogspot.com"), ("tidewire.example", "nottidewire.example")],
)
def test_what_anybody_may_have_a_site_under_covers_nobody(held, host, ed):
    other = Organisation.objects.create(name="Other", slug="other", domains=[held])
    made = organisation_named("Courier", by=ed, domain=host)
    assert (made != other, made.domains) == (True, [host])


def test_a_public_suffix_is_not_kept_as_a_domain(ed):
    assert organisation_named("Blogs", by=ed, domain="blogspot.com").domains == []


def test_authors_of_a_batch_are_found_or_made_once(ed):
    ada = Author.objects.create(name="Ada Finch", slug="ada-finch")
    found = naming.authors_named(dict.fromkeys(["ADA FINCH", "Bo Reed", "Ada Finch", "bo reed"], "editor"), by=ed)
    assert found["ADA FINCH"] == found["Ada Finch"] == ada
    assert found["Bo Reed"] == found["bo reed"]
    told = Author.objects.order_by("pk").values_list("name", "title")
    assert list(told) == [("Ada Finch", ""), ("Bo Reed", "editor")]


def test_a_batch_of_known_names_takes_one_question_a_table(ed, django_assert_num_queries):
    names = {f"Ada {number}": "" for number in range(30)}
    naming.authors_named(names, by=ed)
    naming.organisations_named(names, by=ed)
    with django_assert_num_queries(2):
        naming.authors_named(names, by=ed)
        naming.organisations_named(names, by=ed)


def test_a_topic_is_known_by_its_code_and_then_by_its_name(ed):
    tide = Topic.objects.create(name="Tides", slug="tides", code="medtop:20000001")
    port = Topic.objects.create(name="Ports", slug="ports")
    found = naming.topics_named([("Ebb and flow", "medtop:20000001"), ("ports", ""), ("Ports", "medtop:2")], by=ed)
    assert found == {("Ebb and flow", "medtop:20000001"): tide, ("ports", ""): port, ("Ports", "medtop:2"): port}


def test_topics_of_one_name_and_different_codes_are_two(ed):
    Topic.objects.create(name="Mercury", slug="mercury", code="medtop:1")
    found = naming.topics_named([("Mercury", "medtop:2"), ("Mercury", "medtop:1")], by=ed)
    assert [found["Mercury", code].code for code in ("medtop:1", "medtop:2")] == ["medtop:1", "medtop:2"]


def test_wire_copy_makes_no_sections_and_an_archive_does(ed):
    city = Section.objects.create(name="City", slug="city")
    assert naming.sections_held(["CITY", "Harbour", ""]) == {"CITY": city}
    made = naming.sections_named(["city", "Harbour"], by=ed)
    assert (made["city"], made["Harbour"].slug) == (city, "harbour")


def test_nobody_makes_names_without_the_right(rita):
    with pytest.raises(desk.Refused):
        naming.authors_named({"Ada Finch": ""}, by=rita)
