"""The two indexes of `articles/search.py`, in the words of each engine; no model stands for them."""

from django.db import migrations

TABLES = ("articles_search_prints", "articles_search_articles")


def make(apps, schema_editor):
    for table in TABLES:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"CREATE TABLE {table} (id bigint PRIMARY KEY, words tsvector NOT NULL)")
            schema_editor.execute(f"CREATE INDEX {table}_words ON {table} USING gin (words)")
        else:
            schema_editor.execute(
                f"CREATE VIRTUAL TABLE {table} USING fts5(headline, dek, body, "
                "tokenize='porter unicode61 remove_diacritics 2')"
            )


def drop(apps, schema_editor):
    for table in TABLES:
        schema_editor.execute(f"DROP TABLE {table}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_nouns")]

    operations = [migrations.RunPython(make, drop)]
