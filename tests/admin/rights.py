"""Rights by the piece, for somebody who holds no role."""

from django.contrib.auth.models import Permission


def may(user, *verbs):
    """Gives somebody these verbs and no role."""
    user.user_permissions.set(Permission.objects.filter(codename__in=[f"{verb}_article" for verb in verbs]))
