"""Receipts: what arrived and what was made of it, to look at and never to touch."""

import hashlib
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles import clock
from articles.desk import receiving
from articles.models import ImportBatch, Receipt, Verdict
from tests.admin.arrivals import BASIN, item
from tests.admin.weights import queries
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_receipt_changelist")
BYTES = b"US details plans\n\nBody"
NOON = datetime(2031, 7, 1, 10, tzinfo=UTC)


def url(page, receipt):
    """The address of a screen of one receipt."""
    return reverse(f"admin:articles_receipt_{page}", args=[receipt.pk])


@pytest.fixture
def receive(ed):
    """Receives a file, with what the steps made of it."""

    def arrives(name, received=BYTES, *, article=None, verdicts=None, format="wire", envelope=None):
        given = verdicts or [Verdict(step="headline", outcome="cleaned", reason="Repeated", before="A A", after="A")]
        with clock.set_to(NOON):
            batch = receiving.open_batch(by=ed, origin=f"wire/{name}")
            sha256 = hashlib.sha256(name.encode()).hexdigest()
            size = len(received) if received is not None else 99
            arrival = receiving.Arrival(name, sha256, size, received, format, envelope or {})
            (receipt,) = receiving.receive(batch, [arrival])
            for verdict in given:
                verdict.receipt, verdict.article = receipt, article
            receiving.judge(given)
        return receipt

    return arrives


def test_the_list_says_what_became_of_each(rita, seat, receive, make_story):
    receive("one.txt", verdicts=[Verdict(step="encoding", outcome="refused", reason="The file is empty.")])
    cleaned = Verdict(step="headline", outcome="cleaned", reason="Repeated")
    receive("two.txt", article=make_story(), verdicts=[cleaned, Verdict(step="draft", outcome="created")])
    page = seat(rita).open(LIST)
    cells = [
        page.texts(f"//*[contains(@class, 'field-{name}')]") for name in ("name", "outcome", "reason", "how_large")
    ]
    assert [[cell.strip("-–") for cell in row] for row in zip(*cells, strict=True)] == [
        ["two.txt", "draft made", "To the story", "22 bytes"],
        ["one.txt", "refused", "The file is empty.", "22 bytes"],
    ]


def test_a_receipt_shows_the_bytes_and_every_step(rita, seat, receive, make_story):
    cleaned = Verdict(step="headline", outcome="cleaned", reason="Repeated", before="A A", after="A")
    steps = [cleaned, Verdict(step="draft", outcome="created")]
    receipt = receive("one.txt", "“Ünï” <b>bold</b>\n".encode(), article=make_story(), verdicts=steps)
    page = seat(rita).open(url("change", receipt))
    assert page.status == 200
    (text,) = page.tree.xpath("//*[contains(@class, 'field-as_text')]//pre")
    assert (text.text_content().strip(), len(text)) == ("“Ünï” <b>bold</b>", 0)
    whole = " ".join(page.texts("//div[@id='content']"))
    said = ["one.txt", receipt.sha256, "headline", "cleaned", "Repeated", "A A", "Harbour wall holds through the storm"]
    assert [each for each in said if each in whole] == said


@pytest.mark.parametrize(
    ("received", "shown"),
    [
        (None, "Over the limit: not kept."),
        (b"\x81\x8d", "\ufffd\ufffd"),
        (b"\x93Tide\x94", "“Tide”"),
        (b"\xff\xfea\x00", "a"),
        (b"", ""),
    ],
)
def test_what_is_no_text_or_was_not_kept_shows_too(received, shown, rita, seat, receive):
    receipt = receive("odd.bin", received)
    page = seat(rita).open(url("change", receipt))
    (said,) = page.texts("//*[contains(@class, 'field-as_text')]/*[self::pre or self::p]")
    assert (page.status, said) == (200, shown)


def test_receipts_are_found_by_name_and_hash(rita, seat, receive):
    receive("one.txt")
    other = receive("two.txt")
    for query in ("two", other.sha256):
        assert seat(rita).open(f"{LIST}?q={query}").texts("//*[contains(@class, 'field-name')]") == ["two.txt"]


def test_thirty_rows_cost_what_one_does(rita, seat, receive, make_story):
    story, someone = make_story(), seat(rita)
    receive("0.txt", article=story)
    one = queries(someone, LIST)
    for number in range(1, 30):
        receive(f"{number}.txt", article=story)
    assert (len(someone.open(LIST).texts("//th[contains(@class, 'field-name')]")), queries(someone, LIST)) == (30, one)


def test_thirty_steps_cost_what_one_does(rita, seat, receive, make_story):
    def steps(count):
        return [Verdict(step=f"step-{number}", outcome="created") for number in range(count)]

    someone, story = seat(rita), make_story()
    one = queries(someone, url("change", receive("one.txt", verdicts=steps(1), article=story)))
    assert queries(someone, url("change", receive("thirty.txt", verdicts=steps(30), article=story))) == one


def test_thirty_imports_cost_what_one_does(mara, ed, rita, seat, receive):
    someone, where = seat(rita), reverse("admin:articles_importbatch_changelist")
    receive("0.txt")
    one = queries(someone, where)
    for number in range(1, 30):
        receiving.open_batch(by=mara if number % 2 else ed, origin=f"wire/{number}")
    assert (ImportBatch.objects.count(), queries(someone, where)) == (30, one)


def test_the_bytes_are_not_read_for_the_list(rita, seat, receive, django_assert_num_queries):
    receive("one.txt")
    someone = seat(rita)
    someone.open(LIST)
    with django_assert_num_queries(queries(someone, LIST)) as captured:
        someone.open(LIST)
    assert [query["sql"] for query in captured.captured_queries if '"packed"' in query["sql"]] == []


@pytest.mark.parametrize("name", ["receipt", "importbatch"])
def test_nobody_adds_changes_or_deletes(name, receive, seat):
    receipt = receive("one.txt")
    boss = seat(User.objects.create_superuser("boss"))
    kept = receipt.pk if name == "receipt" else receipt.batch_id
    pages = [reverse(f"admin:articles_{name}_add")]
    pages += [reverse(f"admin:articles_{name}_{page}", args=[kept]) for page in ("change", "delete")]
    with watched() as writes:
        answers = [boss.post(page, name="changed", post="yes").status for page in pages]
        boss.post(LIST, action="delete_selected", _selected_action=kept, post="yes")
    assert (answers, writes.inside, writes.outside) == ([403, 403, 403], [], [])
    assert (Receipt.objects.get().name, ImportBatch.objects.count()) == ("one.txt", 1)


def test_who_has_no_role_sees_no_receipts(nora, rita, pat, seat, receive):
    receipt = receive("one.txt")
    for where in (LIST, url("change", receipt), reverse("admin:articles_importbatch_changelist")):
        assert [seat(user).open(where).status for user in (nora, rita, pat)] == [403, 200, 200]


# What became of it


@pytest.fixture
def every_end(receive, make_story):
    """A receipt for every way it can end."""
    story = make_story()
    ends = [outcome for outcome in Verdict.Outcome if outcome != Verdict.Outcome.CLEANED]
    return {
        outcome: receive(
            f"{outcome}.txt",
            article=None if outcome == "refused" else story,
            verdicts=[Verdict(step="decide", outcome="refused"), Verdict(step="decide", outcome=outcome)],
        )
        for outcome in ends
    }


@pytest.mark.parametrize("outcome", ["refused", "duplicate", "conflict", "undone", "created", "revised", "unchanged"])
def test_the_list_is_filtered_by_what_became_of_it_at_last(outcome, rita, seat, every_end):
    page = seat(rita).open(f"{LIST}?outcome={outcome}")
    assert page.texts("//th[contains(@class, 'field-name')]") == [f"{outcome}.txt"]


def test_the_quarantine_and_the_formats_are_among_the_filters(rita, seat, receive, every_end):
    receive("one.xml", format="newsml-g2")
    page = seat(rita).open(f"{LIST}?format=newsml-g2")
    choices = page.texts("//nav[@id='changelist-filter']//a")
    assert page.texts("//th[contains(@class, 'field-name')]") == ["one.xml"]
    assert choices[:4] == [
        "All", "Refused: the quarantine", "Update waits: conflicts", "Held already: duplicates",
    ]  # fmt: skip
    assert [name for name in ("Newsml-g2", "Wire") if name not in choices] == []


def test_a_word_that_is_no_outcome_filters_nothing(rita, seat, every_end):
    assert len(seat(rita).open(f"{LIST}?outcome=joke").texts("//th[contains(@class, 'field-name')]")) == 7


def test_the_words_a_step_changed_are_marked_side_by_side(rita, seat, receive):
    verdicts = [Verdict(step="bold", outcome="cleaned", before="The **old** wall", after="The old wall")]
    page = seat(rita).open(url("change", receive("one.txt", verdicts=verdicts)))
    sides = page.texts("//div[contains(@class, 'before-after')]/div")
    assert sides == ["BeforeThe **old** wall", "AfterThe old wall"]
    assert page.texts("//div[contains(@class, 'before-after')]//del") == ["**", "**"]


def test_long_texts_are_shown_without_marks(rita, seat, receive):
    verdicts = [Verdict(step="bold", outcome="cleaned", before="a " * 20_000, after="b " * 20_000)]
    page = seat(rita).open(url("change", receive("one.txt", verdicts=verdicts)))
    assert page.texts("//div[contains(@class, 'before-after')]//*[self::ins or self::del]") == []
    assert "b b b" in page.texts("//div[contains(@class, 'before-after')]")[0]


def test_a_receipt_shows_its_envelope_and_its_deliveries(rita, seat, arrive, receive):
    arrive(item(), item(uri="urn:newsml:wave.example:1", supplier="Wave"))
    first, second = Receipt.objects.order_by("pk")
    page = seat(rita).open(url("change", first))
    (delivered,) = page.texts("//section[contains(@class, 'deliveries')]")
    said = ["Meridian Wire", "the story itself", "taken", "version 1", "priority 3", "Not for sale on Skerrin.", BASIN]
    assert [each for each in said if each not in delivered] == []
    assert "Wave" in seat(rita).open(url("change", second)).texts("//section[contains(@class, 'deliveries')]")[0]
    enveloped = receive("one.xml", envelope={"title": "The <Wave>"})
    assert seat(rita).open(url("change", enveloped)).texts("//details[@class='envelope']/pre") == [
        '{ "title": "The <Wave>" }'
    ]


def test_a_receipt_shows_the_story_as_it_was_read(rita, seat, arrive, receive):
    arrive(item(paragraphs=["The <b>harbour</b> board. " * 20]))
    page = seat(rita).open(url("change", Receipt.objects.get()))
    assert page.texts("//details[contains(@class, 'read')]//h3") == ["Marrowby closes inner basin"]
    assert len(page.tree.xpath("//details[contains(@class, 'read')]//div[@class='prose']/p/strong")) == 20
    assert seat(rita).open(url("change", receive("one.txt"))).texts("//details[contains(@class, 'read')]") == []


def test_of_a_large_one_the_beginning_is_shown_and_all_of_it_is_in_the_file(rita, seat, receive):
    received = b"tide " * 50_000
    receipt = receive("one & two.txt", received)
    page = seat(rita).open(url("change", receipt))
    (shown,) = page.tree.xpath("//*[contains(@class, 'field-as_text')]//pre")
    assert (len(shown.text_content()), page.texts("//p[@class='help']")) == (100_000, ["The rest is in the file."])
    answer = seat(rita).client.get(url("bytes", receipt))
    assert (answer.content, answer.headers["Content-Type"]) == (received, "application/octet-stream")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{receipt.pk}-one-two.txt"'


def test_the_file_is_for_those_who_see_receipts(rita, nora, seat, receive):
    kept, dropped = receive("one.txt"), receive("two.txt", None)
    assert [seat(user).client.get(url("bytes", kept)).status_code for user in (rita, nora)] == [200, 403]
    assert seat(rita).client.get(url("bytes", dropped)).status_code == 404
