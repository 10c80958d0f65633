"""Imports: what became of all that came in one call, and the way back."""

import pytest
from django.urls import reverse

from articles import desk, likeness
from articles.models import Article, ImportBatch
from tests.admin.arrivals import PARAGRAPHS, item
from tests.admin.rights import may
from tests.admin.screen import article_url
from tests.admin.weights import queries
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_importbatch_changelist")
RECEIPTS = reverse("admin:articles_receipt_changelist")
LONG = tuple(f"{paragraph} {paragraph}" for paragraph in PARAGRAPHS)


def url(page, batch):
    """The address of a screen of one import."""
    return reverse(f"admin:articles_importbatch_{page}", args=[batch.pk])


def gulls(number):
    """An item like no other."""
    words = " ".join(f"gull{number}x{word} waits" for word in range(60))
    return item(uri=f"urn:newsml:meridian.example:{number}", headline=f"Gull {number} queues", paragraphs=[words])


@pytest.fixture
def batch(arrive, ed):
    """Two drafts, the copy of one of them from another outlet, and a file that was refused."""
    arrive(gulls(1), gulls(2), {**gulls(1), "uri": "urn:newsml:wave.example:1"}, b"", by=ed)
    return ImportBatch.objects.get()


def tallies(page):
    """What became of the items, as pills say it."""
    return page.texts("//span[contains(@class, 'pill outcome-')]")


def undone(page, why="The wrong folder"):
    """The page after *Undo this import*."""
    return page.seat.post(page.response.request["PATH_INFO"], why=why)


# What became of it


def test_the_list_counts_what_became_of_each(rita, seat, arrive, batch):
    arrive(gulls(3))
    page = seat(rita).open(LIST)
    cells = page.texts("//td[contains(@class, 'field-outcomes')]")
    assert cells == ["draft made 1", "draft made 2 held already 1 refused 1"]
    assert page.texts("//td[contains(@class, 'field-by')]") == ["Newsroom software", "Ed Eklund"]
    assert page.texts("//td[contains(@class, 'field-origin_line')]")[1].endswith("0.json +3")


def test_a_count_leads_to_the_receipts_it_counts(rita, seat, arrive, batch):
    arrive(gulls(3))
    someone = seat(rita)
    (found,) = someone.open(LIST).tree.xpath("//a[contains(@href, 'duplicate')]/@href")
    names = someone.open(found).texts("//th[contains(@class, 'field-name')]")
    assert [name.rpartition("/")[2] for name in names] == ["2.json"]


def test_an_import_shows_its_receipts(rita, seat, batch):
    page = seat(rita).open(url("change", batch))
    assert [name.rpartition("/")[2] for name in page.texts("//ul[@class='receipts']//a[@class='name']")] == [
        "0.json", "1.json", "2.json", "3.txt",
    ]  # fmt: skip
    assert tallies(page)[:3] == ["draft made 2", "held already 1", "refused 1"]
    assert page.texts("//ul[@class='receipts']/li")[3].endswith("There is nothing in it. Ask for it to be sent again.")
    assert page.texts("//pre")[0].split()[0].endswith("0.json")


def test_of_a_large_import_the_first_receipts_are_shown(rita, seat, arrive, monkeypatch):
    monkeypatch.setattr("articles.admin.batches.SHOWN", 2)
    arrive(gulls(1), gulls(2), gulls(3))
    page = seat(rita).open(url("change", ImportBatch.objects.get()))
    assert len(page.tree.xpath("//ul[@class='receipts']/li")) == 2
    (everything,) = page.tree.xpath("//section//p/a/@href")
    assert len(seat(rita).open(everything).texts("//th[contains(@class, 'field-name')]")) == 3


@pytest.mark.parametrize("page", ["list", "change", "undo"])
def test_thirty_items_cost_what_one_does(page, ed, seat, arrive):
    someone = seat(ed)
    arrive(gulls(0))
    where = LIST if page == "list" else url(page, ImportBatch.objects.get())
    one = queries(someone, where)
    arrive(*map(gulls, range(1, 31)))
    if page == "list":
        for number in range(31, 60):
            arrive(gulls(number))
    else:
        where = url(page, ImportBatch.objects.first())
    assert queries(someone, where) == one


# The way back


def test_undoing_says_beforehand_what_it_does(ed, seat, arrive, batch):
    desk.revise(Article.objects.get(headline="Gull 2 queues"), by=ed, seen=1, words={"dek": "It waits."})
    page = seat(ed).open(seat(ed).open(url("change", batch)).tree.xpath("//a[contains(@href, '/undo/')]/@href")[0])
    assert page.texts("//ul[@class='becomes']/li") == [
        "1 draft that nobody has touched will be spiked.",
        "1 copy from another outlet will count as never received.",
        "1 story stays, for somebody has worked on it. Gull 2 queues Draft",
    ]
    assert Article.objects.filter(status="spiked").count() == 0


def test_an_import_is_undone_and_says_what_was_spiked_and_kept(ed, seat, batch):
    worked_on = Article.objects.get(headline="Gull 2 queues")
    desk.revise(worked_on, by=ed, seen=1, words={"dek": "It waits."})
    page = undone(seat(ed).open(url("undo", batch)))
    assert page.response.redirect_chain == [(url("change", batch), 302)]
    assert page.messages == [
        "1 draft was spiked.",
        "1 story stays, for somebody has worked on it: “Gull 2 queues”",
    ]
    assert tallies(page)[:3] == ["draft made 1", "refused 1", "undone 2"]
    spiked = Article.objects.get(status="spiked")
    decision = spiked.decisions.last()
    assert (spiked.headline, decision.verb, decision.by.user, decision.why) == (
        "Gull 1 queues", "spike", ed, "The wrong folder",
    )  # fmt: skip


@pytest.mark.parametrize("why", ["", "  "])
def test_undoing_asks_why(why, ed, seat, batch):
    page = undone(seat(ed).open(url("undo", batch)), why)
    assert (page.status, page.errors) == (200, ["This field is required."])
    assert Article.objects.filter(status="spiked").count() == 0


def test_where_nothing_is_left_to_undo_the_way_back_is_gone(ed, seat, arrive):
    arrive(gulls(1), by=ed)
    batch = ImportBatch.objects.get()
    page = undone(seat(ed).open(url("undo", batch)))
    assert page.tree.xpath("//a[contains(@href, '/undo/')]") == []
    assert undone(seat(ed).open(url("undo", batch))).messages == ["There was no untouched draft to spike."]


def test_many_that_stay_are_named_in_part(ed, seat, arrive):
    arrive(*map(gulls, range(7)), by=ed)
    for article in Article.objects.all():
        desk.revise(article, by=ed, seen=1, words={"dek": "It waits."})
    page = undone(seat(ed).open(url("undo", ImportBatch.objects.get())))
    names = ", ".join(f"“Gull {number} queues”" for number in range(5))
    assert page.messages == [
        "There was no untouched draft to spike.",
        f"7 stories stay, for somebody has worked on them: {names}, …",
    ]


def test_the_same_files_imported_again_make_the_drafts_anew(ed, seat, arrive, batch):
    undone(seat(ed).open(url("undo", batch)))
    (again,) = arrive(gulls(1))
    assert (again.outcome, Article.objects.filter(headline="Gull 1 queues").count()) == ("created", 2)


# Who may


def test_whoever_may_import_and_spike_may_undo(rita, pat, ed, mara, nora, seat, batch):
    offered = [
        len(seat(user).open(url("change", batch)).tree.xpath("//a[contains(@href, '/undo/')]"))
        for user in (rita, pat, ed, mara)
    ]
    assert offered == [0, 0, 1, 1]
    may(nora, "import", "view")
    for user in (rita, pat, nora):
        someone = seat(user)
        assert (someone.open(url("undo", batch)).status, someone.post(url("undo", batch), why="x").status) == (403, 403)
    assert Article.objects.filter(status="spiked").count() == 0


def test_while_an_import_is_undone_only_the_desk_writes(ed, seat, batch):
    page = seat(ed).open(url("undo", batch))
    with watched() as writes:
        undone(page)
    outside = [sql for sql in writes.outside if likeness.SHINGLES not in sql]
    assert (outside, Article.objects.filter(status="spiked").count()) == ([], 2)


def test_what_was_undone_is_still_among_the_spiked(ed, seat, batch):
    undone(seat(ed).open(url("undo", batch)))
    page = seat(ed).open(article_url("changelist", status__exact="spiked"))
    assert page.texts("//a[@class='headline']") == ["Gull 2 queues", "Gull 1 queues"]
