"""The roles in PostgreSQL: readers cannot read a word before its minute, the app can only add to the record."""

import datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from articles import clock, desk
from articles.models import Credit, PublishedArticle, Section
from bylines.models import Author
from tests.conftest import figure

pytestmark = pytest.mark.django_db
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's")


@pytest.fixture
def roles():
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE reading; CREATE ROLE working")
    call_command("grant_roles", app="working", readers="reading")


def as_role(role, sql, path="public"):
    """What `role` gets for `sql`; the connection is itself again afterwards, whatever happened."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}; SET LOCAL search_path = {path}")
        cursor.execute(sql)
        rows = cursor.fetchall() if cursor.description else []
        cursor.execute("RESET ROLE; SET LOCAL search_path = public")
        return rows


@on_postgresql
def test_readers_see_what_is_visible_now_and_nothing_else(roles, pat, make_story):
    with clock.set_to(timezone.now() - datetime.timedelta(hours=1)):
        make_story("Out", status="live")
        desk.kill(make_story("Killed", status="live"), by=pat, why="Forged")
    coming = make_story("Coming", status="approved")
    desk.schedule(coming, by=pat, seen=1, at=timezone.now() + datetime.timedelta(hours=1))
    make_story("Draft")
    read = "SELECT headline FROM articles_publishedarticle"
    assert as_role("reading", read, "readers") == [("Out",)]
    assert as_role("reading", "SELECT status FROM articles_address ORDER BY status", "readers") == [(200,), (410,)]
    assert as_role("reading", "SELECT count(*) FROM articles_search_prints", "readers") == [(1,)]


@on_postgresql
def test_readers_see_which_pictures_are_shown_now(roles, pat, make_story, make_picture):
    out, coming = make_picture(), make_picture()
    with clock.set_to(timezone.now() - datetime.timedelta(hours=1)):
        make_story("Out", status="live", body=figure(out, "It held"))
    later = make_story("Coming", status="approved", body=figure(coming, "It will"))
    desk.schedule(later, by=pat, seen=1, at=timezone.now() + datetime.timedelta(hours=1))
    assert as_role("reading", "SELECT sha256 FROM articles_publishedpicture", "readers") == [(out.sha256,)]


@on_postgresql
@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM public.articles_article",
        "SELECT * FROM public.articles_publishedarticle",
        "SELECT * FROM public.auth_user",
        "SELECT * FROM articles_revisionwords",
        "SELECT * FROM public.articles_picture",
        "DELETE FROM articles_publishedarticle",
        "UPDATE articles_publishedarticle SET headline = 'x'",
    ],
)
def test_readers_cannot_reach_the_desk_by_sql(sql, roles, make_story):
    make_story(status="live")
    with pytest.raises(DatabaseError):
        as_role("reading", sql, "readers")


@on_postgresql
def test_every_page_answers_to_the_readers_role(roles, client, make_story, make_picture, rita):
    section = Section.objects.create(name="City", slug="city")
    credit = Credit(author=Author.objects.create(name="Ada", slug="ada"))
    with clock.set_to(timezone.now() - datetime.timedelta(hours=1)):
        picture = make_picture()
        make_story("Out", status="live", section=section, credits=[credit], body=figure(picture, "It held"))
    pages = [
        "/",
        "/section/city/",
        "/author/ada/",
        "/search/?q=out",
        "/corrections/",
        "/feed.xml",
        "/sitemap.xml",
        "/robots.txt",
        "/section/city/feed.xml",
        PublishedArticle.objects.get().path,
        f"/pictures/{picture.sha256}-640.jpg",
        "/2026/01/01/nothing/",
    ]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE reading; SET LOCAL search_path = readers")
        answers = {page: client.get(page).status_code for page in pages}
        cursor.execute("RESET ROLE; SET LOCAL search_path = public")
    assert set(answers.items()) == {(page, 200) for page in pages[:-1]} | {(pages[-1], 404)}


@on_postgresql
def test_the_app_works_and_only_adds_to_the_record(roles, make_story):
    make_story(status="live")
    assert as_role("working", "UPDATE articles_article SET kicker = 'x' RETURNING kicker") == [("x",)]
    for sql in ("UPDATE articles_revision SET why = 'x'", "DELETE FROM articles_decision", "TRUNCATE articles_receipt"):
        with pytest.raises(DatabaseError, match="permission denied"):
            as_role("working", sql)
    with pytest.raises(DatabaseError, match="must be owner"):
        as_role("working", "DROP TRIGGER articles_revision_chain ON articles_revision")


def test_what_cannot_be_granted_is_said():
    if connection.vendor == "postgresql":
        message, options = "Name a role", {}
    else:
        message, options = "Roles are PostgreSQL's", {"app": "working"}
    with pytest.raises(CommandError, match=message):
        call_command("grant_roles", **options)
