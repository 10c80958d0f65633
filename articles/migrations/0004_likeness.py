"""The table of `articles/likeness.py`, in the words of each engine; no model stands for it."""

from django.db import migrations

TABLE = "articles_shingles"


def make(apps, schema_editor):
    # The key is what is asked for; with it as the table itself, SQLite keeps one tree instead of two.
    end = "" if schema_editor.connection.vendor == "postgresql" else " WITHOUT ROWID"
    schema_editor.execute(
        f"CREATE TABLE {TABLE} (hash bigint NOT NULL, article_id bigint NOT NULL, PRIMARY KEY (hash, article_id)){end}"
    )
    schema_editor.execute(f"CREATE INDEX {TABLE}_article ON {TABLE} (article_id)")


def drop(apps, schema_editor):
    schema_editor.execute(f"DROP TABLE {TABLE}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_deliveries")]

    operations = [migrations.RunPython(make, drop)]
