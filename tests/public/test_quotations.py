"""What a story cites, as machines read it."""

import json

import pytest

from articles.models.published import PublishedArticle
from articles.public.quotations import cited

SAID = {
    "number": 1, "key": "a", "kind": "quote", "source": "Lennart Hobday", "slug": "hobday", "source_kind": "person",
    "reason": "", "title": "chief", "affiliation": "The Port", "affiliation_slug": "port", "quote": "It held,",
    "channel": "press briefing", "via": "", "via_slug": "", "url": "",
}  # fmt: skip
HOBDAY = {
    "@type": "Person",
    "name": "Lennart Hobday",
    "url": "https://x/source/hobday/",
    "jobTitle": "chief",
    "affiliation": {"@type": "Organization", "name": "The Port", "url": "https://x/organisation/port/"},
}


def told(*citations, **columns):
    return cited(PublishedArticle(citations=citations, **columns), lambda path: f"https://x{path}")


def test_words_of_somebody_are_a_quotation():
    assert told({**SAID, "url": "https://port.example/1"}) == [
        {"@type": "Quotation", "text": "It held", "spokenByCharacter": HOBDAY, "url": "https://port.example/1"}
    ]


def test_who_relayed_them_published_them():
    (one,) = told({**SAID, "via": "Meridian Wire", "via_slug": "meridian"})
    assert one["publisher"] == {
        "@type": "Organization", "name": "Meridian Wire", "url": "https://x/organisation/meridian/",
    }  # fmt: skip


def test_what_is_told_in_our_words_is_no_quotation():
    assert told({**SAID, "kind": "paraphrase"}) == [
        {"@type": "CreativeWork", "name": "Press briefing", "creator": HOBDAY}
    ]


@pytest.mark.parametrize("kind", ["document", "statement", "broadcast", "post", "data_set"])
def test_a_work_is_cited_and_its_words_are_part_of_it(kind):
    work = {**SAID, "source": "Report", "source_kind": kind, "url": "https://port.example/report"}
    cited_work = {"@type": "CreativeWork", "name": "Report", "url": "https://port.example/report"}
    assert told({**work, "kind": "paraphrase"}) == [cited_work]
    assert told(work) == [{"@type": "Quotation", "text": "It held", "isPartOf": cited_work}]


def test_an_organisation_that_speaks_is_one():
    itself = {**SAID, "source": "The Port", "source_kind": "organisation", "slug": ""}
    (one,) = told(itself)
    assert one["spokenByCharacter"] == {
        "@type": "Organization", "name": "The Port", "url": "https://x/organisation/port/",
    }  # fmt: skip


def test_of_an_unnamed_source_there_is_the_description():
    nobody = {**SAID, "source": "an official", "source_kind": "unnamed", "reason": "Not allowed to."}
    assert told(nobody) == [
        {
            "@type": "Quotation",
            "text": "It held",
            "spokenByCharacter": {"@type": "Person", "description": "an official"},
        }
    ]


def test_the_same_is_told_once():
    paraphrase = {**SAID, "kind": "paraphrase"}
    assert len(told(paraphrase, {**paraphrase, "quote": "Silt came"}, SAID, SAID)) == 2


def test_words_of_a_retracted_story_are_not_passed_on():
    assert told(SAID, retracted=True) == []


def test_an_address_that_no_story_may_link_to_is_not_told():
    assert "javascript" not in json.dumps(told({**SAID, "url": "javascript:alert(1)"}))
