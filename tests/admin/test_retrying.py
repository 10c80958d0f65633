"""What was refused is tried again from the screens: one receipt, in another encoding too, or several at once."""

import pytest
from django.test import override_settings
from django.urls import reverse

from articles import likeness
from articles.desk import receiving
from articles.importing import steps
from articles.importing.errors import BadInput
from articles.models import Article, Receipt, Verdict
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_receipt_changelist")


def url(page, receipt):
    """The address of a screen of one receipt."""
    return reverse(f"admin:articles_receipt_{page}", args=[receipt.pk])


CYRILLIC = "Паром опоздал\n\nНа час.\n\nПаром опоздал\nВсе ждали на пристани.".encode("cp1251")


@pytest.fixture
def refused(arrive):
    """A receipt in quarantine that the right encoding opens."""
    arrive(CYRILLIC)
    return Receipt.objects.get()


def tried(page, **told):
    """The page after *Try again*."""
    (form,) = (each for each in page.tree.forms if each.get("action", "").endswith("/retry/"))
    return page.seat.post(form.get("action"), **{**dict(form.form_values()), **told})


def test_what_was_refused_is_tried_again_in_another_encoding(ed, seat, refused):
    page = tried(seat(ed).open(url("change", refused)), encoding="cp1251")
    article = Article.objects.get()
    assert article.headline == "Паром опоздал"
    assert page.messages == ["It could be read: Паром опоздал. 2 clean-ups."]
    assert page.texts("//section[@class='outcome']//span") == ["draft made"]
    assert [decision.by.user for decision in article.decisions.all()] == [ed]
    assert Receipt.objects.count() == 1


def test_what_is_refused_again_says_why(ed, seat, refused):
    page = tried(seat(ed).open(url("change", refused)))
    assert page.messages == ["Refused again: 0xcf cannot be read as utf-8. Name the right encoding with --encoding."]
    page = tried(page, encoding="klingon")
    assert (len(page.messages), page.messages[0].startswith("Refused again: ")) == (1, True)
    assert Article.objects.count() == 0
    page = tried(page, encoding="x" * 41)
    assert page.messages == ["Ensure this value has at most 40 characters (it has 41)."]


def test_several_are_tried_again_at_once(ed, seat, arrive):
    arrive(CYRILLIC, b"")
    with override_settings(IMPORT_LIMIT_BYTES=1000):
        arrive(b"Gulls queue\n\n" + b"They wait for the light to turn green. " * 40)
    story = Receipt.objects.get(size__gt=1000)
    numbers = list(Receipt.objects.exclude(pk=story.pk).values_list("pk", flat=True))
    page = seat(ed).post(LIST, action="retry_selected", _selected_action=numbers)
    assert page.messages == ["2 were refused again."]
    page = seat(ed).post(LIST, action="retry_selected", _selected_action=[story.pk])
    assert page.messages == ["Nothing to try: what was refused and kept can be read again, nothing else."]


def test_a_fix_opens_several_at_once(ed, seat, arrive, monkeypatch):
    gulls = "Gulls queue\n\n" + "They wait for the light to turn green. " * 40
    monkeypatch.setattr(steps, "STEPS", (refuse,))
    arrive(gulls.encode(), gulls.replace("Gulls", "Terns").replace("light", "bell").encode())
    monkeypatch.undo()
    numbers = list(Receipt.objects.values_list("pk", flat=True))
    page = seat(ed).post(LIST, action="retry_selected", _selected_action=numbers)
    assert page.messages == ["2 items could be read."]
    assert [article.headline for article in Article.objects.order_by("pk")] == ["Gulls queue", "Terns queue"]


def refuse(_story):
    """A step with a mistake in it."""
    raise BadInput("malformed", "A mistake of ours.")


def judged(by, name, step, outcome, received=b"Gulls queue"):
    """A receipt with this last verdict."""
    batch = receiving.open_batch(by=by, origin=name)
    (receipt,) = receiving.receive(batch, [receiving.Arrival(name, name, 11, received)])
    receiving.judge([Verdict(receipt=receipt, step=step, outcome=outcome)])
    return receipt


def test_a_try_is_offered_where_it_may_change_something_to_whoever_may_import(rita, pat, ed, seat, refused):
    story = judged(ed, "two.txt", "decide", "unchanged")
    lost = judged(ed, "three.txt", "too-large", "refused", None)
    withdrawn = judged(ed, "four.txt", "withdrawn", "refused")

    def offered(user, receipt):
        return len(seat(user).open(url("change", receipt)).tree.xpath("//form[contains(@action, '/retry/')]"))

    assert [offered(user, refused) for user in (rita, pat, ed)] == [0, 0, 1]
    assert [offered(ed, receipt) for receipt in (story, lost, withdrawn)] == [0, 0, 0]
    actions = [seat(user).open(LIST).texts("//select[@name='action']/option[@value!='']") for user in (rita, ed)]
    assert actions == [[], ["Try again"]]


def test_who_may_not_import_tries_nothing(rita, nora, seat, refused):
    where = url("retry", refused)
    page = seat(rita).post(where, encoding="cp1251")
    assert page.messages == ["Your role does not include importing. Ask an editor."]
    assert seat(nora).post(where, encoding="cp1251").status == 403
    seat(rita).post(LIST, action="retry_selected", _selected_action=[refused.pk])
    assert Article.objects.count() == 0


def test_a_try_is_pressed_never_followed(ed, seat, refused):
    assert seat(ed).client.get(url("retry", refused)).status_code == 405


def test_while_it_is_tried_only_the_desk_and_the_index_of_likeness_write(ed, seat, refused):
    someone = seat(ed)
    with watched() as writes:
        someone.client.post(url("retry", refused), {"encoding": "cp1251"})
    outside = [sql for sql in writes.outside if likeness.SHINGLES not in sql]
    assert (outside, Article.objects.count()) == ([], 1)
