"""Receipts: what arrived and what was made of it, to look at and never to touch."""

import hashlib
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles import clock
from articles.desk import receiving
from articles.models import ImportBatch, Receipt, Verdict
from tests.admin.weights import queries
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_receipt_changelist")
NOON = datetime(2031, 7, 1, 10, tzinfo=UTC)


def url(page, receipt):
    """The address of a screen of one receipt."""
    return reverse(f"admin:articles_receipt_{page}", args=[receipt.pk])


@pytest.fixture
def receive(ed):
    """Receives a file, with what the steps made of it."""

    def arrives(name, received=b"US details plans\n\nBody", *, article=None, verdicts=None):
        given = verdicts or [Verdict(step="headline", outcome="cleaned", reason="Repeated", before="A A", after="A")]
        with clock.set_to(NOON):
            batch = receiving.open_batch(by=ed, origin=f"wire/{name}")
            sha256 = hashlib.sha256(name.encode()).hexdigest()
            size = len(received) if received is not None else 99
            receipt = receiving.receive(batch, name=name, sha256=sha256, size=size, received=received)
            receiving.judge(receipt, given, article=article)
        return receipt

    return arrives


def test_the_list_says_what_became_of_each(rita, seat, receive, make_story):
    receive("one.txt", verdicts=[Verdict(step="encoding", outcome="refused", reason="The file is empty.")])
    cleaned = Verdict(step="headline", outcome="cleaned", reason="Repeated")
    receive("two.txt", article=make_story(), verdicts=[cleaned, Verdict(step="draft", outcome="created")])
    page = seat(rita).open(LIST)
    cells = [page.texts(f"//*[contains(@class, 'field-{name}')]") for name in ("name", "outcome", "reason", "size")]
    assert [[cell.strip("-–") for cell in row] for row in zip(*cells, strict=True)] == [
        ["two.txt", "draft made", "", "22"],
        ["one.txt", "refused", "The file is empty.", "22"],
    ]


def test_a_receipt_shows_the_bytes_and_every_step(rita, seat, receive, make_story):
    cleaned = Verdict(step="headline", outcome="cleaned", reason="Repeated", before="A A", after="A")
    steps = [cleaned, Verdict(step="draft", outcome="created")]
    receipt = receive("one.txt", "“Ünï” <b>bold</b>\n".encode(), article=make_story(), verdicts=steps)
    page = seat(rita).open(url("change", receipt))
    assert page.status == 200
    (text,) = page.tree.xpath("//*[contains(@class, 'field-as_text')]//pre")
    assert (text.text_content().strip(), len(text)) == ("“Ünï” <b>bold</b>", 0)
    whole = " ".join(page.texts("//div[@id='content-main']"))
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
    (said,) = page.texts("//*[contains(@class, 'field-as_text')]//*[contains(@class, 'readonly')]")
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
