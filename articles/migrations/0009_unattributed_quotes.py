from django.db import migrations, models
from django.db.models import Q, deletion


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0008_second_approval"),
        ("bylines", "0003_policy_and_sources"),
    ]

    operations = [
        migrations.AlterField(
            model_name="citation",
            name="source",
            field=models.ForeignKey(
                blank=True,
                help_text="Who said it. Only a suggestion may leave it open.",
                null=True,
                on_delete=deletion.PROTECT,
                related_name="citations",
                to="bylines.source",
                verbose_name="source",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=Q(("state", "confirmed"), _negated=True) | Q(("source__isnull", False)),
                name="citation_confirmed_has_source",
            ),
        ),
    ]
