"""Gives what is new about sources to the groups that exist, once: what a newsroom takes from them later stays taken.

A new newsroom has no groups yet; `articles.apps.lay_foundation` makes them with everything they hold. Tasks may say that
a source was withdrawn.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

NEW = {
    "read_identity": ("Can read who an unnamed source is", ["Managing editor"]),
    "approve_unnamed": ("Can approve that a story rests on an unnamed source", ["Managing editor"]),
    "withdraw_source": (
        "Can withdraw a source from all stories that rest on it",
        ["Managing editor", "Publisher"],
    ),
}


def give(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Ties each permission to the groups of these names."""
    using = editor.connection.alias
    groups = apps.get_model("auth", "Group").objects.using(using)
    article = (
        apps.get_model("contenttypes", "ContentType").objects.using(using).filter(app_label="articles", model="article")
    )
    if not (article.exists() and groups.exists()):
        return
    # The stock receiver makes permissions after the last migration; it finds these and leaves them.
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for codename, (name, roles) in NEW.items():
        permission, _made = permissions.get_or_create(
            content_type=article.get(), codename=codename, defaults={"name": name}
        )
        for group in groups.filter(name__in=roles):
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0009_unattributed_quotes"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="task", name="task_kind_is_known"),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["kill", "correction", "update", "embargo", "source"])),
                name="task_kind_is_known",
            ),
        ),
        migrations.RunPython(give, migrations.RunPython.noop),
    ]
