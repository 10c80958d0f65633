"""Who an unnamed source is stands nowhere in the clear: not in a row, a file, a log, a mail or a page.

A name that nobody else has is sealed, and its source walks every road there is: cited, approved, published, corrected,
imported over, looked at, rekeyed, withdrawn, and through an error while its form was saved. Then the house is searched
from top to bottom. That the search would find it is proved with the same name put in a place where it must not be.
"""

import logging
from io import StringIO

import pytest
from cryptography.fernet import Fernet
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.log import AdminEmailHandler

from articles import desk
from articles.desk import publicity, rights
from articles.models import Article, Citation, IdentityLook, PublishedArticle, Task
from bylines.models import Source
from tests import needle
from tests.admin.arrivals import bring_in, changed, item
from tests.admin.screen import Seat, article_url

pytestmark = pytest.mark.django_db(transaction=True)

NAME = "Zwyndolin Brackermoor"
WORDS = NAME.split()
OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()
BODY = '<p>The gate was open, <mark data-citation="gate">it stood wide open</mark>.</p>'


def source_url(page, *args):
    return reverse(f"admin:bylines_source_{page}", args=args)


@pytest.fixture
def log(caplog, settings):
    """All that is logged; errors are mailed with everything they know."""
    settings.ADMINS = [("Op", "op@example.org")]
    handler = AdminEmailHandler(include_html=True)
    logging.getLogger("django.request").addHandler(handler)
    caplog.set_level(logging.DEBUG)
    yield caplog
    logging.getLogger("django.request").removeHandler(handler)


def logged(log):
    """What was logged on the walk and since."""
    return [*log.get_records("setup"), *log.records]


@pytest.fixture
def statements(caplog):
    """Every statement to the database is logged as well, with its values."""
    with caplog.at_level(logging.DEBUG, logger="django.db.backends"):
        connection.force_debug_cursor = True
        yield
        connection.force_debug_cursor = False


@pytest.fixture
def told(settings, log, statements, tmp_path, rita, ed, pat, mara, make_story, monkeypatch):
    """The walk. Returns the source, and all that commands and previews said on the way."""
    settings.SOURCE_KEYS, settings.SITE_URL = [OLD], "http://testserver"
    failed_saves(ed, monkeypatch)
    page = Seat(ed).open(f"{source_url('add')}?kind=unnamed").form
    page.type(name="a harbour official", reason="Could lose the post.", who=NAME).press()
    source = Source.objects.get()
    said = StringIO()

    story = make_story(
        "Gate open", status="approved", body=BODY, citations=[Citation(source=source, key="gate", quote="wide open")]
    )
    Seat(mara).post(source_url("approve", source.pk, story.pk), why="Ed and I met them.")
    desk.publish(story, by=pat, seen=story.version)
    desk.revise(story, by=rita, seen=story.version, words={"dek": "It was open."})
    desk.submit(story, by=rita, seen=story.version)
    desk.approve(story, by=ed, seen=story.version)
    desk.correct(story, by=pat, seen=story.version, kind="correction", note="It was open, not shut.")
    said.write(Seat(rita).client.get(article_url("preview", story.pk, story.version)).getvalue().decode())
    imported_over(tmp_path, source, rita)

    looked = Seat(mara).post(source_url("identity", source.pk), deed="look", why="The lawyer asks")
    assert NAME in looked.response.content.decode(), "the one page that may say it"
    settings.SOURCE_KEYS = [NEW, OLD]
    for command in ("rotate_source_keys", "verify_record", "rebuild_published"):
        call_command(command, stdout=said, stderr=said)
    settings.SOURCE_KEYS = [NEW]
    call_command("withdraw_source", source.slug, by="pat", why="The logbook was forged.", stdout=said, stderr=said)
    assert (IdentityLook.objects.count(), Task.objects.filter(kind="source").count()) == (1, 2)
    assert PublishedArticle.objects.filter(article_number=story.pk).count() >= 2
    connection.force_debug_cursor = False
    return source, said.getvalue()


def failed_saves(ed, monkeypatch):
    """The form refused by itself and by the desk, and an error in the middle of saving it."""
    someone = Seat(ed)
    typed = {"kind": "unnamed", "name": "an official of the gate", "reason": "Afraid", "who": NAME}
    for wrong in ({"reason": ""}, {"name": f"the office of {NAME}"}):
        answer = someone.post(source_url("add"), **{**typed, **wrong})
        assert (answer.status, len(answer.errors)) == (200, 2)
    with monkeypatch.context() as broken:
        broken.setattr(publicity, "refresh", lambda noun: 1 / 0)
        someone.client.raise_request_exception = False
        assert someone.client.post(source_url("add"), typed).status_code == 500
    assert Source.objects.count() == 0


def imported_over(folder, source, rita):
    """A story of the wire that cites the source, and then a newer version of the wire's."""
    (made,) = bring_in(folder, item())
    article = Article.objects.get(pk=made.article)
    words = {"body": article.body + BODY}
    row = Citation(source=source, key="gate", quote="it stood wide open")
    desk.revise(article, by=rita, seen=article.version, words=words, citations=[row])
    bring_in(folder, item(2, paragraphs=changed(1, "Forty boats move to the outer quay.")), by=rights.system())
    assert Article.objects.get(pk=article.pk).version == 3


def staff_pages(source):
    """Where somebody of the staff begins to look."""
    own = [source_url(page, source.pk) for page in ("change", "identity", "withdraw", "history")]
    lists = [source_url("changelist") + "?q=Brackermoor", article_url("changelist") + "?q=Brackermoor"]
    picker = reverse("admin:autocomplete") + "?term=official&app_label=articles&model_name=citation&field_name=source"
    return ["/admin/", *own, *lists, picker]


def leaking_pages(source, words, staff):
    """The pages that say one of `words` to one of `staff` or to readers, and how many pages were answered in all."""
    leaks, answered = set(), 0
    staff = {user.username: Seat(user).client for user in staff}
    starts = dict.fromkeys(staff, staff_pages(source)) | {
        "readers": ["/", "/search/?q=gate", "/sitemap.xml", "/feed.xml"]
    }
    for who, client in (staff | {"readers": Client()}).items():
        for address, status, answer in needle.pages(client, starts[who]):
            answered += status == 200
            # The search box repeats what was asked.
            if needle.says(answer.replace("Brackermoor", "") if "q=Brackermoor" in answer else answer, words):
                leaks.add((who, address))
    return leaks, answered


def test_no_row_file_log_mail_or_page_says_who_it_is(told, log):
    source, said = told
    assert needle.cells(WORDS) == set()
    assert needle.dump(WORDS) == set()
    assert needle.lines(logged(log), WORDS) == []
    assert not needle.says(said, WORDS)
    mails = [(one.subject, one.body, str(getattr(one, "alternatives", ""))) for one in mail.outbox]
    assert not needle.says(mails, WORDS)
    leaks, answered = leaking_pages(source, WORDS, User.objects.filter(is_staff=True))
    assert leaks == set()
    assert answered > 100

    # All this has been where the name would stand: what was typed beside it is there.
    beside = ["an official of the gate"]
    assert any("ZeroDivisionError" in body and needle.says((body, html), beside) for _subject, body, html in mails)
    assert "django.db.backends" in {record.name for record in logged(log)}
    assert needle.says(said, ["harbour official"])


def test_the_search_finds_a_name_that_stands_in_the_clear(told, log, statements, rita):
    source, _said = told
    connection.force_debug_cursor = True
    Source.objects.filter(pk=source.pk).update(reason=f"{NAME} could lose the post.")
    connection.force_debug_cursor = False
    assert needle.cells(WORDS) == {"bylines_source.reason"}
    assert needle.dump(WORDS) != set()
    assert needle.lines(logged(log), WORDS) == ["django.db.backends"]
    leaks, _answered = leaking_pages(source, WORDS, [rita])
    assert ("rita", source_url("change", source.pk)) in leaks


def test_the_search_looks_into_what_is_packed():
    packed = needle.zlib.compress(NAME.encode())
    assert [needle.says(each, WORDS) for each in (NAME.upper(), NAME.encode("utf-16-le"), packed, b"", "Brack")] == [
        True, True, True, False, False,
    ]  # fmt: skip
