"""A screen to look at only."""

from django.http import HttpRequest


class ReadOnly:
    """Permissions of a screen that only shows; stands before `ModelAdmin` among the bases."""

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody may."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody may."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody may."""
        return False
