"""Guards in the database: the record refuses change, revisions chain without gaps, windows never overlap.

They are made after every migration when missing (Django's table remake on SQLite drops triggers silently), in the
words of each engine. They hold whoever connects and whatever the code does; lifting them takes the table's owner.
"""

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True)
class Frozen:
    """A table whose rows are never changed, and the keys a new row may not share with an old one."""

    table: str
    keys: tuple[tuple[str, ...], ...]


FROZEN = (
    Frozen("articles_revision", (("id",), ("hash",), ("article_id", "number"))),
    Frozen("articles_revisionwords", (("revision_id",),)),
    Frozen("articles_decision", (("id",),)),
    Frozen("articles_correction", (("id",), ("decision_id",))),
    Frozen("articles_receipt", (("id",), ("sha256",))),
    Frozen("articles_verdict", (("id",),)),
    Frozen("articles_identitylook", (("id",),)),
    Frozen("articles_sourceapproval", (("id",),)),
)

WINDOWS = "articles_publishedarticle"
_OVERLAP = "The windows of one article must not overlap."


def install(connection: BaseDatabaseWrapper) -> None:
    """Makes every guard that is missing on this connection's database."""
    _run(connection, _postgresql() if connection.vendor == "postgresql" else _sqlite())


def lift(connection: BaseDatabaseWrapper) -> None:
    """Takes the guards of the record away. For the tests' flush only; `install` brings them back."""
    drop = (
        "DROP TRIGGER IF EXISTS {trigger} ON {table}"
        if connection.vendor == "postgresql"
        else ("DROP TRIGGER IF EXISTS {trigger}")
    )
    _run(
        connection,
        [drop.format(trigger=trigger, table=table) for table, trigger in _names(connection.vendor)],
    )


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of guards that should be there and are not."""
    if connection.vendor == "postgresql":
        query = "SELECT tgname FROM pg_trigger UNION SELECT conname FROM pg_constraint"
        windows = {f"{WINDOWS}_windows"}
    else:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        windows = {f"{WINDOWS}_windows_insert", f"{WINDOWS}_windows_update"}
    with connection.cursor() as cursor:
        cursor.execute(query)
        held = {name for (name,) in cursor.fetchall()}
    return sorted((windows | {trigger for _table, trigger in _names(connection.vendor)}) - held)


def _names(vendor: str) -> list[tuple[str, str]]:
    acts = ("change", "truncate") if vendor == "postgresql" else ("update", "delete", "replace")
    names = [(frozen.table, f"{frozen.table}_no_{act}") for frozen in FROZEN for act in acts]
    return [*names, ("articles_revision", "articles_revision_chain")]


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _refusal(table: str) -> str:
    return f"{table} is append-only: the record cannot be changed."


def _sqlite() -> list[str]:
    statements = []
    for frozen in FROZEN:
        abort = f"SELECT RAISE(ABORT, '{_refusal(frozen.table)}')"
        held = " OR ".join(
            "EXISTS (SELECT 1 FROM {} WHERE {})".format(
                frozen.table, " AND ".join(f"{column} = NEW.{column}" for column in key)
            )
            for key in frozen.keys
        )
        for act in ("update", "delete"):
            statements.append(
                f"CREATE TRIGGER IF NOT EXISTS {frozen.table}_no_{act} BEFORE {act.upper()} ON {frozen.table} "
                f"BEGIN {abort}; END"
            )
        # INSERT OR REPLACE overwrites a row without firing a DELETE trigger.
        statements.append(
            f"CREATE TRIGGER IF NOT EXISTS {frozen.table}_no_replace BEFORE INSERT ON {frozen.table} "
            f"WHEN {held} BEGIN {abort}; END"
        )
    overlap = (
        f"EXISTS (SELECT 1 FROM {WINDOWS} other WHERE other.article_number = NEW.article_number "
        "AND other.id IS NOT NEW.id "
        "AND (other.visible_until IS NULL OR other.visible_until > NEW.visible_from) "
        "AND (NEW.visible_until IS NULL OR NEW.visible_until > other.visible_from))"
    )
    for act in ("INSERT", "UPDATE"):
        statements.append(
            f"CREATE TRIGGER IF NOT EXISTS {WINDOWS}_windows_{act.lower()} AFTER {act} ON {WINDOWS} "
            f"WHEN {overlap} BEGIN SELECT RAISE(ABORT, '{_OVERLAP}'); END"
        )
    statements.append(
        "CREATE TRIGGER IF NOT EXISTS articles_revision_chain BEFORE INSERT ON articles_revision WHEN "
        "NEW.number <> COALESCE((SELECT MAX(number) FROM articles_revision WHERE article_id = NEW.article_id), 0) + 1 "
        "OR NEW.previous_hash <> COALESCE((SELECT hash FROM articles_revision WHERE article_id = NEW.article_id "
        "ORDER BY number DESC LIMIT 1), '') "
        "BEGIN SELECT RAISE(ABORT, 'A revision must follow the last one, by number and by hash.'); END"
    )
    return statements


def _postgresql() -> list[str]:
    statements = [
        "CREATE OR REPLACE FUNCTION articles_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION '% is append-only: the record cannot be changed.', TG_TABLE_NAME "
        "USING ERRCODE = 'integrity_constraint_violation'; END $$",
        "CREATE OR REPLACE FUNCTION articles_chain_revision() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "DECLARE last record; BEGIN "
        "SELECT number, hash INTO last FROM articles_revision WHERE article_id = NEW.article_id "
        "ORDER BY number DESC LIMIT 1; "
        "IF NEW.number <> COALESCE(last.number, 0) + 1 OR NEW.previous_hash <> COALESCE(last.hash, '') THEN "
        "RAISE EXCEPTION 'A revision must follow the last one, by number and by hash.' "
        "USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$",
    ]
    for frozen in FROZEN:
        statements += [
            f"CREATE OR REPLACE TRIGGER {frozen.table}_no_change BEFORE UPDATE OR DELETE ON {frozen.table} "
            "FOR EACH ROW EXECUTE FUNCTION articles_refuse_change()",
            f"CREATE OR REPLACE TRIGGER {frozen.table}_no_truncate BEFORE TRUNCATE ON {frozen.table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION articles_refuse_change()",
        ]
    statements += [
        "CREATE OR REPLACE TRIGGER articles_revision_chain BEFORE INSERT ON articles_revision "
        "FOR EACH ROW EXECUTE FUNCTION articles_chain_revision()",
        # A range of one number stands for the number, so that no extension for mixed GiST keys is needed.
        f"DO $$ BEGIN ALTER TABLE {WINDOWS} ADD CONSTRAINT {WINDOWS}_windows EXCLUDE USING gist "
        "(int8range(article_number, article_number, '[]') WITH &&, "
        "tstzrange(visible_from, visible_until) WITH &&); "
        "EXCEPTION WHEN duplicate_table OR duplicate_object THEN NULL; END $$",
    ]
    return statements
