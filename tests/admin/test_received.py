"""What arrived of a story, on its form: each delivery, the copy of several outlets as one origin, and the receipts."""

import json

import pytest
from django.urls import reverse

from articles.models import Article, Delivery, Receipt
from tests.admin.arrivals import BASIN, PARAGRAPHS, bring_in, item
from tests.admin.screen import article_url
from tests.admin.weights import queries

pytestmark = pytest.mark.django_db

LONG = tuple(f"{paragraph} {paragraph}" for paragraph in PARAGRAPHS)


def copy(supplier, **told):
    """The same copy, from another outlet."""
    return item(uri=f"urn:newsml:{supplier}.example:1", supplier=supplier, paragraphs=LONG, **told)


@pytest.fixture
def story(arrive):
    """A story from the wire."""
    (made,) = arrive(item(paragraphs=LONG))
    return Article.objects.get(pk=made.article)


def rows(page):
    """What the section says, a delivery each."""
    return page.texts("//details[@id='received']//li")


def said_in(text, *words):
    """Those of `words` that a text has not."""
    return [word for word in words if word not in text]


def test_every_delivery_is_told_the_latest_on_top(rita, seat, arrive, story):
    arrive(item(2, paragraphs=(*LONG, "A diver was slightly hurt.")))
    page = seat(rita).open_story(story)
    newer, first = rows(page)
    assert said_in(first, "Meridian Wire", "the story itself", "taken", BASIN, "version 1", "priority 3") == []
    assert said_in(newer, "a newer version", "version 2", "Rights: Not for sale on Skerrin.", "just now") == []
    links = page.tree.xpath("//details[@id='received']//li//a/@href")
    assert links == [
        reverse("admin:articles_receipt_change", args=[receipt.pk]) for receipt in Receipt.objects.order_by("-pk")
    ]
    (summary,) = page.texts("//details[@id='received']/summary")
    assert (summary, page.tree.xpath("//details[@id='received']/@open")) == (
        "Received Meridian Wire, version 2, just now", [],
    )  # fmt: skip


def test_several_outlets_that_brought_the_same_copy_are_one_origin(rita, seat, arrive, story):
    arrive(copy("Wave"), copy("Tidewater Wire"), copy("Northline Press"), copy("Wave", headline="Once more"))
    (summary,) = seat(rita).open_story(story).texts("//details[@id='received']/summary")
    assert summary.endswith("One origin, four outlets: Meridian Wire, Wave, Tidewater Wire, Northline Press.")


def test_an_outlet_that_brings_it_twice_is_still_one(rita, seat, arrive, story):
    arrive(item(uri="urn:newsml:meridian.example:again", paragraphs=LONG))
    (summary,) = seat(rita).open_story(story).texts("//details[@id='received']/summary")
    assert summary.endswith("One origin, which reached us more than once: Meridian Wire.")


def test_what_its_supplier_has_withdrawn_says_so(rita, seat, arrive, story):
    arrive(item(2, paragraphs=LONG, pubstatus="canceled"))
    page = seat(rita).open_story(story)
    assert said_in(rows(page)[0], "withdrawn by its supplier", "cancelled", "version 2") == []
    assert "#received" in page.tree.xpath("//details[contains(@class, 'lacking')]//a/@href")


def test_where_the_copy_names_nobody_the_file_does(rita, seat, arrive):
    (made,) = arrive(b"Gulls queue\n\nThey wait for the light to turn green.")
    page = seat(rita).open(article_url("change", made.article))
    assert rows(page)[0].startswith("0.txt the story itself")


def test_a_story_of_our_own_was_not_received(rita, seat, make_story):
    page = seat(rita).open_story(make_story())
    assert page.tree.xpath("//*[@id='received' or @id='update-waits' or contains(@class, 'task')]") == []
    assert page.status == seat(rita).open(article_url("add")).status == 200


def test_whoever_may_only_read_sees_what_arrived(pat, seat, story):
    assert len(rows(seat(pat).open_story(story))) == 1


def test_what_a_supplier_says_is_shown_as_words(rita, seat, arrive):
    (made,) = arrive(
        item(usageterms="<script>alert(1)</script>", infosource=[{"name": "<b>Wire</b>", "rel": "provider"}])
    )
    page = seat(rita).open(article_url("change", made.article))
    assert page.tree.xpath("//details[@id='received']//*[self::b[text()='Wire'] or self::script]") == []
    assert "<script>alert(1)</script>" in rows(page)[0]


def test_thirty_deliveries_cost_what_one_does(rita, seat, tmp_path, story):
    someone, where = seat(rita), article_url("change", story.pk)
    bring_in(tmp_path, copy("Outlet 0"))
    one = queries(someone, where)
    bring_in(tmp_path, *(copy(f"Outlet {number}") for number in range(1, 30)))
    assert (Delivery.objects.count(), queries(someone, where)) == (31, one)


def test_the_words_received_are_not_read_for_the_form(rita, seat, disputed, django_assert_num_queries):
    someone, where = seat(rita), article_url("change", disputed.pk)
    with django_assert_num_queries(queries(someone, where)) as captured:
        someone.open(where)
    asked = [query["sql"] for query in captured.captured_queries]
    assert [sql for sql in asked if '"articles_delivery"."content"' in sql or '"packed"' in sql] == []
    assert json.loads(disputed.deliveries.last().content)["headline"] == "Inner basin of Marrowby closes until May"
