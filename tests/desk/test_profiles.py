"""People and places of the paper, and what readers see of them."""

import datetime

import pytest

from articles import desk
from articles.desk import profiles, publicity
from articles.models import Credit, Origin, PublishedArticle, PublishedProfile, Section
from bylines.models import Author, Organisation, Source

pytestmark = pytest.mark.django_db


def test_a_profile_without_address_gets_one_from_its_name(ed):
    for name in ("Ada Lovelace", "Ada Lovelace"):
        profiles.save_profile(Author(name=name), by=ed)
    assert list(Author.objects.order_by("pk").values_list("slug", flat=True)) == ["ada-lovelace", "ada-lovelace-2"]


def test_readers_see_an_edit_of_a_profile_and_prints_keep_their_names(ed, make_story):
    ada = Author.objects.create(name="Ada Byron", slug="ada", bio="She counts.")
    make_story(status="live", credits=[Credit(author=ada)])
    ada.name, ada.bio = "Ada Lovelace", "She counts <b>well</b>."
    profiles.save_profile(ada, by=ed)
    profile = PublishedProfile.objects.get(slug="ada")
    assert (profile.name, profile.about) == ("Ada Lovelace", "<p>She counts &lt;b&gt;well&lt;/b&gt;.</p>")
    assert PublishedArticle.objects.get().byline == "Ada Byron"


def test_a_profile_readers_do_not_know_stays_with_the_desk(ed):
    profiles.save_profile(Section(name="City"), by=ed)
    assert PublishedProfile.objects.count() == 0


def test_reporters_do_not_edit_profiles(rita):
    with pytest.raises(desk.Refused, match="does not include editing profiles"):
        profiles.save_profile(Author(name="Ada"), by=rita)


# Domains


def test_domains_are_kept_in_one_spelling_each_once(ed):
    tide = Organisation(name="Tidewire", domains=["https://www.Tidewire.example/x", "tidewire.example", "tide.example"])
    profiles.save_profile(tide, by=ed)
    assert Organisation.objects.get().domains == ["tidewire.example", "tide.example"]


def test_two_organisations_cannot_claim_one_domain(ed):
    profiles.save_profile(Organisation(name="Tidewire", domains=["tidewire.example", "tide.example"]), by=ed)
    other = Organisation(name="Tide", domains=["www.tide.example", "sport.tidewire.example"])
    with pytest.raises(desk.Refused) as refused:
        profiles.save_profile(other, by=ed)
    assert refused.value.sentences == [
        "tide.example is a domain of Tidewire already. Take it away there first, or leave it out here."
    ]
    assert Organisation.objects.count() == 1
    other.domains.remove("tide.example")
    profiles.save_profile(other, by=ed)
    profiles.save_profile(other, by=ed)
    assert Organisation.objects.get(name="Tide").domains == ["sport.tidewire.example"]


# What a print carries


def printed(number=1, **carried):
    """A print of story `number` that carries these, as the record would make it."""
    when = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)
    return PublishedArticle.objects.create(
        article_number=number, revision_number=1, visible_from=when, first_published=when, path="/x/", **carried
    )


def links_of(print_):
    told = print_.links.values_list("profile__kind", "profile__slug", "is_origin")
    return sorted(told)


def origin(slug):
    return {"slug": slug, "organisation": slug, "role": "syndicated_from", "label": "syndicated from", "url": ""}


def cited(slug, via=""):
    return {"slug": slug, "via_slug": via}


@pytest.fixture
def outlets(db):
    for slug in ("one", "two", "three"):
        Organisation.objects.create(name=slug.capitalize(), slug=slug)


def test_a_print_is_tied_to_whose_copy_it_is_who_relayed_words_and_who_said_them(outlets):
    Source.objects.create(name="Jan Pilot", slug="pilot", title="Pilot", url="https://pilot.example/")
    print_ = printed(origins=[origin("one")], citations=[cited("pilot", "two"), cited("pilot"), cited("", "one")])
    publicity.link(print_)
    assert links_of(print_) == [
        ("organisation", "one", True),
        ("organisation", "two", False),
        ("source", "pilot", False),
    ]
    profile = PublishedProfile.objects.get(kind="source")
    assert (profile.name, profile.title, profile.homepage) == ("Jan Pilot", "Pilot", "https://pilot.example/")


def test_a_source_of_the_name_of_an_outlet_makes_nobody_an_origin(outlets):
    Source.objects.create(name="One", slug="one", kind="organisation")
    print_ = printed(origins=[origin("one")], citations=[cited("one")])
    publicity.link(print_)
    assert links_of(print_) == [("organisation", "one", True), ("source", "one", False)]


@pytest.mark.parametrize("hidden", [{"kind": "unnamed"}, {"state": "suggested"}])
def test_whoever_is_not_named_or_not_accepted_has_no_page(hidden):
    Source.objects.create(name="A port official", slug="official", **hidden)
    print_ = printed(citations=[cited("official")])
    publicity.link(print_)
    assert (links_of(print_), PublishedProfile.objects.count()) == ([], 0)


def test_a_source_that_is_named_no_longer_loses_its_page(ed):
    pilot = Source.objects.create(name="Jan Pilot", slug="pilot")
    publicity.link(printed(citations=[cited("pilot")]))
    assert PublishedProfile.objects.count() == 1
    pilot.kind, pilot.name = "unnamed", "a port official"
    profiles.save_profile(pilot, by=ed)
    assert PublishedProfile.objects.count() == 0


def test_a_print_of_before_citations_named_who_relayed_them_can_be_put_again():
    publicity.link(printed(citations=[{"slug": ""}]))
    assert PublishedProfile.objects.count() == 0


def test_thirty_profiles_cost_as_many_queries_as_one_of_each(django_assert_num_queries):
    for number in range(30):
        Organisation.objects.create(name=f"Org {number}", slug=f"org-{number}")
        Source.objects.create(name=f"Source {number}", slug=f"source-{number}")
    one = printed(origins=[origin("org-0")], citations=[cited("source-0")])
    many = printed(
        2,
        origins=[origin(f"org-{number}") for number in range(30)],
        citations=[cited(f"source-{number}") for number in range(30)],
    )
    with django_assert_num_queries(4):
        publicity.link(one)
    with django_assert_num_queries(4):
        publicity.link(many)
    assert many.links.count() == 60


# The policy of an organisation

SAID = ("label", "credit_line", "indexing", "ai_mining", "in_feeds")


def test_a_print_brings_the_policy_of_its_outlet_along_and_saving_shows_it_at_once(ed, make_story):
    strict = {"label": "state-affiliated", "credit_line": "Courtesy of Tidewire", "indexing": "noindex"}
    tide = Organisation.objects.create(name="Tidewire", slug="tidewire", ai_mining="reserved", **strict)
    make_story(status="live", origins=[Origin(organisation=tide, state="confirmed")])
    told = PublishedProfile.objects.filter(kind="organisation").values_list(*SAID)
    assert told.get() == ("state-affiliated", "Courtesy of Tidewire", "noindex", "reserved", True)
    prints = list(PublishedArticle.objects.values())
    tide.label, tide.credit_line, tide.indexing, tide.ai_mining, tide.surfaces = "", "", "index", "house", "site"
    profiles.save_profile(tide, by=ed)
    assert told.get() == ("", "", "", "", False)
    assert list(PublishedArticle.objects.values()) == prints
