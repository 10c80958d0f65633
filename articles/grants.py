"""Rights in PostgreSQL for the two roles a newsroom runs with, so that a hole in the code is not a hole in the house.

The app's role may write, but only add to the record. The readers' role owns nothing and sees only views of the
published tables, cut to what is visible now: not even by SQL can it read a word before its minute.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

from articles.guards import FROZEN

SCHEMA = "readers"

_VISIBLE = (
    "visible_from <= now() AND (visible_until IS NULL OR visible_until > now()) "
    "AND (licensed_until IS NULL OR licensed_until > now())"
)
_IN_PRINT = f"IN (SELECT id FROM public.articles_publishedarticle WHERE {_VISIBLE})"

VIEWS = {
    "articles_publishedarticle": _VISIBLE,
    "articles_publishedcorrection": f"print_id {_IN_PRINT}",
    "articles_publishedlink": f"print_id {_IN_PRINT}",
    "articles_publishedpicture": f"print_id {_IN_PRINT}",
    "articles_publishedprofile": (
        f"id IN (SELECT profile_id FROM public.articles_publishedlink WHERE print_id {_IN_PRINT})"
    ),
    "articles_address": (
        f"status <> 200 OR path IN (SELECT path FROM public.articles_publishedarticle WHERE {_VISIBLE})"
    ),
    "articles_search_prints": f"id {_IN_PRINT}",
}


def grant_readers(connection: BaseDatabaseWrapper, role: str) -> None:
    """Makes the views anew and lets `role` (which must exist) read them, and nothing else."""
    quote = connection.ops.quote_name
    statements = [f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE", f"CREATE SCHEMA {SCHEMA}"]
    # security_barrier: no function of the reader's own is tried on a row before the window is.
    statements += [
        f"CREATE VIEW {SCHEMA}.{table} WITH (security_barrier) AS SELECT * FROM public.{table} WHERE {visible}"
        for table, visible in VIEWS.items()
    ]
    statements += [
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {quote(role)}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {quote(role)}",
    ]
    _run(connection, statements)


def grant_app(connection: BaseDatabaseWrapper, role: str) -> None:
    """Lets `role` (which must exist) do the newsroom's work: write everywhere, but only add to the record."""
    quote = connection.ops.quote_name
    statements = [
        f"GRANT USAGE ON SCHEMA public TO {quote(role)}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {quote(role)}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {quote(role)}",
    ]
    statements += [f"REVOKE UPDATE, DELETE, TRUNCATE ON {frozen.table} FROM {quote(role)}" for frozen in FROZEN]
    _run(connection, statements)


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
