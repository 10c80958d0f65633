"""The database itself refuses to change the record, to break its chain, and to show two prints at once."""

import datetime

import pytest
from cryptography.fernet import Fernet
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction

from articles import desk, guards
from articles.desk import sources
from articles.models import Citation, Decision, ImportBatch, PublishedArticle, Receipt, Revision, Verdict
from bylines.models import Source

pytestmark = pytest.mark.django_db

FROZEN = [frozen.table for frozen in guards.FROZEN]

CHANGES = {
    "sqlite": [
        "UPDATE {table} SET {column} = {column}",
        "DELETE FROM {table}",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "INSERT OR IGNORE INTO {table} SELECT * FROM {table}",
    ],
    "postgresql": [
        "UPDATE {table} SET {column} = {column}",
        "DELETE FROM {table}",
        "TRUNCATE {table} CASCADE",
    ],
}[connection.vendor]

NOON = datetime.datetime(2024, 9, 28, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def record(make_story, rita, ed, pat, mara, settings):
    """A corrected story, an import, an unnamed source: one row or more in every table of the record."""
    settings.SOURCE_KEYS = [Fernet.generate_key().decode()]
    official = Source(kind="unnamed", name="an official", reason="Afraid")
    sources.save_source(official, by=ed, identity="Ludmila Quistgaard")
    unsigned = make_story(citations=[Citation(source=official)])
    sources.approve_unnamed(unsigned, official, by=mara, why="Ed and I met her.")
    sources.look(official, by=mara, why="The lawyer asks")
    story = make_story(status="live")
    desk.revise(story, by=rita, seen=story.version, words={"dek": "It held, but for one stone."})
    desk.submit(story, by=rita, seen=story.version)
    desk.approve(story, by=ed, seen=story.version)
    desk.correct(story, by=pat, seen=story.version, kind="correction", note="One stone fell.")
    batch = ImportBatch.objects.create(by=story.revisions.first().by, origin="wire/")
    receipt = Receipt.objects.create(batch=batch, name="wall.txt", sha256="0" * 64, size=14)
    Verdict.objects.create(receipt=receipt, step="draft", outcome=Verdict.Outcome.CREATED, article=story)
    with connection.cursor() as cursor:
        for table in FROZEN:
            cursor.execute(f"SELECT COUNT(*) FROM {table}")
            assert cursor.fetchone() > (0,)
    return story


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.partition(" {table}")[0])
@pytest.mark.parametrize("table", FROZEN)
def test_the_record_refuses_change(record, table, change):
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, table)
        if connection.vendor == "postgresql":  # it truncates nothing while keys are still to be checked
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(IntegrityError, match=f"{table} is append-only|must follow"), transaction.atomic():
            cursor.execute(change.format(table=table, column=columns[-1].name))


def following(revision, **other):
    """The revision that would rightly follow `revision`, but for what is `other`."""
    right = {
        "article_id": revision.article_id,
        "number": revision.number + 1,
        "previous_hash": revision.hash,
        "content_hash": "0" * 64,
        "hash": "0" * 64,
        "by_id": revision.by_id,
        "when": revision.when,
        "kind": Revision.Kind.EDIT,
    }
    return Revision(**{**right, **other})


def test_a_revision_follows_the_last_one(make_story):
    last = make_story().revisions.get()
    following(last).save(force_insert=True)
    assert Revision.objects.count() == 2


@pytest.mark.parametrize("other", [{"number": 3}, {"number": 1}, {"previous_hash": ""}, {"previous_hash": "f" * 64}])
def test_a_revision_that_does_not_follow_the_last_one_is_refused(make_story, other):
    last = make_story().revisions.get()
    refusal = "A revision must follow the last one, by number and by hash|append-only"
    with pytest.raises(IntegrityError, match=refusal), transaction.atomic():
        following(last, **other).save(force_insert=True)


@pytest.mark.parametrize("key", ["id", "hash"])
def test_a_revision_does_not_take_the_place_of_an_old_one(make_story, key):
    last = make_story().revisions.get()
    usurper = following(last, **{key: getattr(last, key)})
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Revision.objects.bulk_create(
            [usurper], update_conflicts=True, unique_fields=[key], update_fields=["content_hash"]
        )


def test_a_first_revision_follows_nothing(make_story):
    last = make_story().revisions.get()
    other_story = make_story("Ferry runs again")
    with pytest.raises(IntegrityError, match="must follow the last one"), transaction.atomic():
        following(last, article_id=other_story.pk).save(force_insert=True)


def window(opens, closes, *, article=1):
    """A print that readers hold from `opens` to `closes` (None is open)."""
    return PublishedArticle.objects.create(
        article_number=article,
        revision_number=1,
        visible_from=opens,
        visible_until=closes,
        first_published=opens,
        path="/2024/09/28/wall/",
        headline="Harbour wall holds",
        body="",
        language="en",
        direction="ltr",
    )


@pytest.mark.parametrize(
    ("opens", "closes"),
    [
        (NOON, NOON + HOUR),  # the same
        (NOON - HOUR, None),  # around it
        (NOON - HOUR, NOON + HOUR / 2),  # over its beginning
        (NOON + HOUR / 2, NOON + 2 * HOUR),  # over its end
        (NOON + HOUR / 4, NOON + HOUR / 2),  # within it
    ],
)
def test_windows_of_one_story_never_overlap(opens, closes):
    window(NOON, NOON + HOUR)
    with pytest.raises(IntegrityError), transaction.atomic():
        window(opens, closes)


def test_windows_may_touch_and_those_of_two_stories_may_overlap():
    window(NOON, NOON + HOUR)
    window(NOON - HOUR, NOON)
    window(NOON + HOUR, None)
    window(NOON, NOON + HOUR, article=2)
    assert PublishedArticle.objects.count() == 4


def test_a_window_is_not_moved_over_another():
    window(NOON, NOON + HOUR)
    later = window(NOON + HOUR, None)
    with pytest.raises(IntegrityError), transaction.atomic():
        PublishedArticle.objects.filter(pk=later.pk).update(visible_from=NOON)


def test_no_guard_is_missing_after_migrations():
    assert guards.missing(connection) == []


@pytest.mark.django_db(transaction=True)
def test_guards_are_back_after_a_table_was_remade(make_story):
    make_story()
    why = Decision._meta.get_field("why")
    shorter = models.CharField(max_length=500, blank=True)
    shorter.set_attributes_from_name("why")
    with connection.schema_editor() as editor:
        editor.alter_field(Decision, why, shorter)
    with connection.schema_editor() as editor:
        editor.alter_field(Decision, shorter, why)
    lost = [f"articles_decision_no_{act}" for act in ("delete", "replace", "update")]
    assert guards.missing(connection) == (lost if connection.vendor == "sqlite" else [])
    call_command("migrate", verbosity=0)
    assert guards.missing(connection) == []
    with pytest.raises(IntegrityError, match="append-only"):
        Decision.objects.update(why="")
