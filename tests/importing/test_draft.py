"""From a story to the desk's draft: people and outlets found or made, origins with the bytes that say so."""

import pytest
from django.test import override_settings

from articles.desk import rights
from articles.importing.decoding import Decoded
from articles.importing.draft import draft_of, evidence_span
from articles.importing.reading import Reading
from articles.importing.story import Block, OriginClaim, Story, StoryCredit
from articles.models import Receipt
from bylines.models import Author, Organisation

pytestmark = pytest.mark.django_db

TEXT = "Tide turns\n\nRead more at RT.com\n\nAda Finch for The Engine"


def claim(organisation, evidence="Read more at RT.com", **more):
    return OriginClaim("syndicated_from", organisation, evidence, 0, "pointer-to-origin", **more)


def draft(packed=b"", **story):
    receipt = Receipt(packed=packed)
    words = {"headline": "Tide turns", "blocks": (Block("p", "It was late."),), **story}
    return draft_of(Reading(Story(**words), Decoded(TEXT, TEXT.encode())), receipt, by=rights.system())


def origins(*claims, **more):
    return [(origin.organisation.name, origin.url) for origin in draft(origins=claims, **more).rows.origins]


def test_the_words_are_those_of_the_story_and_no_date_is_invented():
    with override_settings(HOUSE_LANGUAGE="de"):
        assert draft(dek="Late.", direction="rtl").words == {
            "headline": "Tide turns",
            "dek": "Late.",
            "body": "<p>It was late.</p>",
            "language": "de",
            "direction": "rtl",
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


@pytest.mark.parametrize(
    ("text", "evidence", "bytes_"),
    [
        ("É. Read\r\n more at\tRT.com", "Read more at RT.com", b"Read\r\n more at\tRT.com"),
        ("Read more at 朝日\n新聞", "Read more at 朝日新聞", "Read more at 朝日\n新聞".encode()),
        ("Read more (at) R*T", "Read more (at) R*T", b"Read more (at) R*T"),
    ],
)
def test_evidence_is_found_across_the_lines_it_was_wrapped_in(text, evidence, bytes_):
    start, end = evidence_span(Decoded(text, text.encode()), claim("RT.com", evidence))
    assert text.encode()[start:end] == bytes_
