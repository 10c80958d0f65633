"""Both search indexes filled anew with terms of our own, instead of what each engine made of a text.

On SQLite a term is now kept as it is, in one column; on PostgreSQL without its places, which nothing asks for.
"""

from django.conf import settings
from django.db import migrations

from articles.text.fingerprint import Fingerprint
from articles.text.numbering import without_numbers
from articles.text.summary import words
from articles.text.terms import terms

PRINTS, ARTICLES = "articles_search_prints", "articles_search_articles"
CHUNK = 500


def made_anew(apps, schema_editor):
    empty(schema_editor)
    for print_ in apps.get_model("articles", "PublishedArticle").objects.iterator(CHUNK):
        lines = (print_.headline, print_.dek, print_.kicker, print_.byline)
        put(schema_editor, PRINTS, print_.pk, (*lines, words(without_numbers(print_.body))))
    for article in apps.get_model("articles", "Article").objects.iterator(CHUNK):
        lines = (article.headline, article.dek, article.kicker, article.slugline)
        put(schema_editor, ARTICLES, article.pk, (*lines, words(article.body)))


def empty(schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"TRUNCATE {PRINTS}, {ARTICLES}")
    else:
        shape(
            schema_editor, """words, detail=none, tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'" """
        )


def as_before(apps, schema_editor):
    """What PostgreSQL holds now was always allowed. SQLite's desk finds a story again when it is saved."""
    if schema_editor.connection.vendor != "postgresql":
        shape(schema_editor, "headline, dek, body, tokenize='porter unicode61 remove_diacritics 2'")


def shape(schema_editor, columns):
    for table in (PRINTS, ARTICLES):
        schema_editor.execute(f"DROP TABLE {table}")
        schema_editor.execute(f"CREATE VIRTUAL TABLE {table} USING fts5({columns})")


def put(schema_editor, table, pk, texts):
    found = terms(Fingerprint("\n".join(texts)).words, settings.HOUSE_LANGUAGE)
    with schema_editor.connection.cursor() as cursor:
        if schema_editor.connection.vendor == "postgresql":
            cursor.execute(
                f"INSERT INTO {table} (id, words) VALUES (%s, array_to_tsvector(%s::text[]))",
                [pk, found.decode().split()],
            )
        else:
            cursor.execute(f"INSERT INTO {table} (rowid, words) VALUES (%s, %s)", [pk, found.decode()])


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_rights_to_sources")]

    operations = [migrations.RunPython(made_anew, as_before)]
