"""The stage itself: the engine asked for, readers' connection, and a record that is guarded again after each flush."""

import os

import environ
import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import DatabaseError, connection, connections, transaction

from articles import guards, search
from articles.models import Decision, Person, PublishedArticle
from articles.states import ROLES, SYSTEM
from tests import plugin

POSTGRES = "postgres://newsroom@db.example.org/newsroom"


@pytest.mark.parametrize(
    ("engine", "given", "url"),
    [
        (None, "", "sqlite:///not-opened.sqlite3"),
        (None, "sqlite:///var/newsroom.sqlite3", "sqlite:///not-opened.sqlite3"),
        (None, POSTGRES, POSTGRES),
        ("sqlite", POSTGRES, "sqlite:///not-opened.sqlite3"),
        ("postgresql", POSTGRES, POSTGRES),
        ("postgresql", "", plugin.OWN_CLUSTER),
        ("postgresql", "sqlite:///var/newsroom.sqlite3", plugin.OWN_CLUSTER),
    ],
)
def test_the_engine_asked_for_wins_over_database_url(engine, given, url):
    assert plugin.database_url(engine, given) == url


def test_tests_run_on_the_engine_of_the_url():
    scheme = os.environ["DATABASE_URL"].partition(":")[0]
    assert connection.vendor == ("sqlite" if scheme == "sqlite" else "postgresql")


def test_readers_see_what_a_test_has_not_committed(make_story):
    make_story(status="live")
    assert PublishedArticle.objects.using("readers").count() == 1


@pytest.mark.django_db(transaction=True)
def test_readers_have_a_connection_of_their_own_that_cannot_write(make_story):
    story = make_story(status="live")
    held = PublishedArticle.objects.using("readers").filter(article_number=story.pk)
    assert connections["readers"] is not connection
    assert held.count() == 1
    with pytest.raises(DatabaseError, match=r"read-?only"), transaction.atomic(using="readers"):
        held.update(headline="Harbour wall fell")


@pytest.mark.django_db(transaction=True)
def test_a_flush_empties_the_record_and_lays_the_foundation_again(make_story):
    make_story(status="live")
    call_command("flush", interactive=False, verbosity=0)
    assert not Decision.objects.exists()
    assert not User.objects.exclude(username=SYSTEM).exists()
    assert Person.objects.get().user.username == SYSTEM
    assert set(Group.objects.values_list("name", flat=True)) == set(ROLES)
    assert guards.missing(connection) == []
    with connection.cursor() as cursor:
        for table in (search.READERS, search.DESK):
            cursor.execute(f"SELECT COUNT(*) FROM {table}")
            assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_guards_and_roles_are_there_for_the_test_after_a_flush():
    """Runs alone as well as after others: what it asks for must hold before and after any test that commits."""
    assert guards.missing(connection) == []
    assert Group.objects.get(name="Reporter").permissions.filter(codename="submit_article").exists()


def test_only_the_database_is_taken_from_the_environment():
    given = {"PATH": "/bin", "GATE_WARNS": "four_eyes", "NEWSROOM_NAME": "Mine", "DATABASE_URL": POSTGRES}
    assert plugin.environment(given, None) == {"PATH": "/bin", **plugin.ENVIRONMENT, "DATABASE_URL": POSTGRES}


def test_no_env_file_is_read(tmp_path):
    (tmp_path / ".env").write_text("HOUSE_LANGUAGE=de\n")
    environ.Env.read_env(tmp_path / ".env")
    assert "HOUSE_LANGUAGE" not in os.environ
    assert settings.NEWSROOM_NAME == "The Harbour Courier"


def test_a_missing_tool_skips_with_a_line_that_says_how_to_get_it(monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt-get install tool"):
        plugin.lacking("apt-get install tool")


def test_a_missing_tool_fails_where_ci_is_true(monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="apt-get install tool"):
        plugin.lacking("apt-get install tool")


@pytest.mark.django_db(transaction=True)
def test_the_cast_signs_in_through_the_door_of_the_admin(page, sign_in, ed):
    sign_in(page, ed)
    assert page.locator("#content").count() == 1
