"""The Content Security Policy: nothing on a screen of the admin asks for an exception."""

import re

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles import desk
from articles.desk import receiving
from articles.models import Credit, Verdict
from tests.admin.screen import Page, article_url

pytestmark = pytest.mark.django_db

SCREENS = """
    admin:index admin:password_change admin:auth_user_changelist admin:auth_user_add admin:auth_group_changelist
    admin:articles_article_changelist admin:articles_article_add admin:articles_receipt_changelist
    admin:articles_importbatch_changelist admin:articles_task_changelist admin:articles_section_changelist
    admin:articles_section_add
    admin:articles_topic_add admin:articles_picture_changelist admin:articles_picture_add
    admin:bylines_author_changelist admin:bylines_author_add admin:bylines_organisation_add admin:bylines_source_add
""".split()

DATA = ("application/json", "application/ld+json")
"""Kinds of script that a browser never runs."""


def breaches(page):
    """What on a page the policy it came with would not let run or show."""
    policy = page.response.headers["Content-Security-Policy"]
    found = re.findall(r"unsafe-\w+|\*|https?:|data:(?=[^;]*;)", policy.replace("img-src 'self' data:", ""))
    nonces = set(re.findall(r"'nonce-([^']+)'", policy))
    for element in page.tree.iter():
        if not isinstance(element.tag, str):
            continue
        inline = element.tag == "style" or (
            element.tag == "script" and not element.get("src") and element.get("type") not in DATA
        )
        if inline and element.get("nonce") not in nonces:
            found.append(f"<{element.tag}> {(element.text or '').strip()[:60]}")
        address = element.get("src") or (element.get("href") if element.tag == "link" else None) or ""
        if address and not re.match(r"(/(?!/)|data:image/)", address):
            found.append(f"<{element.tag}> {address}")
        handlers = [name for name in element.attrib if name == "style" or name.startswith("on")]
        found += [f"<{element.tag} {name}={element.get(name)!r}>" for name in handlers]
        if element.get("href", "").strip().lower().startswith("javascript:"):
            found.append(element.get("href"))
    return found


@pytest.fixture
def boss(db, seat):
    """Somebody who sees every screen there is."""
    return seat(User.objects.create_superuser("boss"))


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_keeps_to_the_policy(name, boss, make_story):
    make_story()
    page = boss.open(reverse(name))
    assert (page.status, page.response.redirect_chain, breaches(page)) == (200, [], [])


def test_the_screens_of_a_story_keep_to_it(boss, rita, make_story, ada, engine):
    story = make_story(status="live", credits=[Credit(author=ada, organisation=engine)])
    desk.revise(story, by=rita, seen=1, words={"dek": "Other"})
    screens = [article_url(name, story.pk) for name in ("change", "history", "compare")]
    for where in (*screens, article_url("preview", story.pk, 2)):
        page = boss.open(where)
        assert (where, page.status, breaches(page)) == (where, 200, [])


def test_a_form_shown_again_keeps_to_it(boss, rita, seat, make_story):
    story = make_story()
    form = seat(rita).open_story(story).form.type(headline="Mine")
    desk.revise(story, by=rita, seen=1, words={"headline": "Theirs"})
    page = form.press()
    assert (len(page.errors), breaches(page)) == (1, [])


def test_an_update_keeps_to_it(boss, disputed):
    page = boss.open(article_url("update", disputed.pk))
    for shown in (page, page.form.press(), page.form.press("_preview")):
        assert (shown.status, breaches(shown)) == (200, [])


def test_what_arrived_keeps_to_it(boss, ed):
    batch = receiving.open_batch(by=ed, origin="wire")
    (receipt,) = receiving.receive(batch, [receiving.Arrival("one.txt", "0" * 64, 18, b"<script>x</script>")])
    receiving.judge([Verdict(receipt=receipt, step="binary", outcome="refused", reason="<script>x</script>")])
    screens = {"receipt_change": receipt.pk, "importbatch_change": batch.pk, "importbatch_undo": batch.pk}
    for name, key in screens.items():
        page = boss.open(reverse(f"admin:articles_{name}", args=[key]))
        assert (name, page.status, breaches(page)) == (name, 200, [])


def test_the_doors_keep_to_it(client, boss, nora, seat):
    assert breaches(Page(None, client.get("/admin/login/"))) == []
    assert breaches(Page(None, client.post("/admin/login/", {"username": "x", "password": "y"}))) == []
    assert breaches(Page(None, boss.client.post("/admin/logout/"))) == []
    refused = seat(nora).open(article_url("changelist"))
    assert (refused.status, breaches(refused)) == (403, [])


def test_a_nonce_is_good_for_one_page(boss):
    nonces = [boss.open(article_url("add")).response.headers["Content-Security-Policy"] for _time in range(2)]
    assert ([nonce.count("'nonce-") > 0 for nonce in nonces], len(set(nonces))) == ([True, True], 2)


def test_what_is_inline_is_seen():
    class Answer:
        headers = {"Content-Security-Policy": "script-src 'self' 'nonce-abc'"}
        status_code = 200
        content = b"""<p style="color: red" onclick="x()">A</p><script>1</script><script nonce="abc">2</script>
            <script src="//elsewhere.example/x.js"></script><style nonce="old">p {}</style>
            <a href="JavaScript:x()">B</a>"""

    assert len(breaches(Page(None, Answer()))) == 6
