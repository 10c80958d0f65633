"""Indexes that nothing asks for, or that begin like another, cost every row of an import and are let go."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0011_terms"),
    ]

    operations = [
        migrations.AlterField(
            model_name="decision",
            name="article",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to="articles.article",
            ),
        ),
        migrations.AlterField(
            model_name="receipt",
            name="sha256",
            field=models.CharField(max_length=64, verbose_name="SHA-256"),
        ),
        migrations.AlterField(
            model_name="revision",
            name="article",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="revisions",
                to="articles.article",
            ),
        ),
        migrations.AlterField(
            model_name="revision",
            name="content_hash",
            field=models.CharField(max_length=64),
        ),
        migrations.AlterField(
            model_name="revision",
            name="hash",
            field=models.CharField(max_length=64),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(fields=("sha256",), name="receipt_bytes_once"),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(fields=("hash",), name="revision_hash_once"),
        ),
    ]
