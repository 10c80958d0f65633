"""From a story to the desk's draft: people and outlets found or made, origins with the bytes that say so."""

import datetime

import pytest
from django.test import override_settings

from articles.desk import rights
from articles.importing.draft import draft_of, names_of
from articles.importing.evidence import spans
from articles.importing.reading import Reading
from articles.importing.story import Block, OriginClaim, Story, StoryCredit, StoryTopic
from articles.models import Receipt, Section, Topic
from bylines.models import Author, Organisation
from tests.importing.conftest import wire_item

pytestmark = pytest.mark.django_db

TEXT = "Tide turns\n\nRead more at RT.com\n\nAda Finch for The Engine"


def claim(organisation, evidence="Read more at RT.com", **more):
    return OriginClaim("syndicated_from", organisation, evidence, 0, "pointer-to-origin", **more)


def draft(packed=b"", **story):
    receipt = Receipt(packed=packed)
    words = {"headline": "Tide turns", "blocks": (Block("p", "It was late."),), **story}
    told = Story(**words)
    names = names_of([told], by=rights.system())
    return draft_of(Reading(told, spans(wire_item(TEXT.encode()), told.origins)), receipt, names)


def origins(*claims, **more):
    return [(origin.organisation.name, origin.url) for origin in draft(origins=claims, **more).rows.origins]


def test_the_words_are_those_of_the_story_and_no_date_is_invented():
    with override_settings(HOUSE_LANGUAGE="de"):
        assert draft(dek="Late.", direction="rtl").words == {
            "headline": "Tide turns",
            "dek": "Late.",
            "kicker": "",
            "slugline": "",
            "slug": "",
            "dateline": "",
            "body": "<p>It was late.</p>",
            "ednote": "",
            "language": "de",
            "direction": "rtl",
            "section": None,
        }


def test_an_organisation_is_made_once():
    assert origins(claim("RT.com", domain="rt.com")) == [("RT.com", "")]
    assert origins(claim("rt.com", domain="rt.com", url="https://rt.com/x")) == [("RT.com", "https://rt.com/x")]
    assert list(Organisation.objects.values_list("name", "kind")) == [("RT.com", "outlet")]


@pytest.mark.parametrize("name", ["The Engine", "THE ENGINE", "Engine", "engine.example"])
def test_an_organisation_held_is_known_by_name_other_name_or_domain(name):
    Organisation.objects.create(
        name="The Engine", slug="engine", kind="wire", other_names=["Engine"], domains=["engine.example"]
    )
    domain = name if "." in name else ""
    assert origins(claim(name, domain=domain)) == [("The Engine", "")]
    assert Organisation.objects.count() == 1


def test_what_is_written_for_the_own_house_has_a_credit_and_no_origin():
    house = Organisation.objects.create(name="The Engine", slug="engine", kind="own_house")
    rows = draft(credits=(StoryCredit("Ada Finch", "writer", "The Engine"),), origins=(claim("The Engine"),)).rows
    assert [(one.author.name, one.organisation) for one in rows.credits] == [("Ada Finch", house)]
    assert rows.origins == []


def test_one_name_is_one_author_and_staff_is_nobody():
    signed = [StoryCredit(name, "writer") for name in ("Zoë Reed", "Ada Finch", "Zoë Reed")]
    rows = draft(credits=(*signed, StoryCredit("", "writer", "", "Staff"))).rows
    assert [(one.author and one.author.name, one.wording) for one in rows.credits] == [
        ("Zoë Reed", ""),
        ("Ada Finch", ""),
        ("Zoë Reed", ""),
        (None, "Staff"),
    ]
    assert Author.objects.count() == 2


def test_evidence_is_tied_to_its_bytes_where_they_are_kept():
    (kept,) = draft(packed=b"kept", origins=(claim("RT.com"),)).rows.origins
    (lost,) = draft(packed=None, origins=(claim("RT.com"),)).rows.origins
    assert TEXT.encode()[kept.evidence_start : kept.evidence_end] == b"Read more at RT.com"
    assert (lost.evidence, lost.evidence_start, lost.evidence_end) == ("Read more at RT.com", None, None)


def test_topics_keep_their_codes_and_come_once():
    rows = draft(topics=(StoryTopic("Ports", "medtop:20000001"), StoryTopic("Ports", "medtop:20000001"))).rows
    assert [(topic.name, topic.code) for topic in rows.topics] == [("Ports", "medtop:20000001")]


def test_a_section_of_the_paper_is_known_and_another_becomes_a_topic():
    city = Section.objects.create(name="City", slug="city")
    assert draft(section="city").words["section"] == city
    made = draft(section="Maritime")
    assert (made.words["section"], [topic.name for topic in made.rows.topics]) == (None, ["Maritime"])
    assert (Section.objects.count(), Topic.objects.count()) == (1, 1)


def test_an_embargo_and_a_language_of_its_own_go_along():
    until = datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)
    made = draft(embargo=until, language="fr")
    assert (made.embargo, made.words["language"]) == (until, "fr")
