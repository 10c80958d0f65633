"""Accounts of staff: never deleted, only deactivated, because the record knows them."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest

User = get_user_model()
admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(UserAdmin):
    """The stock screen of accounts, without a way to delete one."""

    actions = None

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody may: take *active* away instead."""
        return False
