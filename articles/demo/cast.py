"""The people of the demo: Rita reports, Ed edits, Pat publishes, Mara manages, and Nora may not."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser, Group

PASSWORD = "newsroom"


@dataclass(frozen=True)
class Member:
    """Somebody who can log in."""

    username: str
    first_name: str
    last_name: str
    role: str
    is_superuser: bool = False


CAST = (
    Member("rita", "Rita", "Marsh", "Reporter"),
    Member("ed", "Ed", "Lindqvist", "Editor"),
    Member("pat", "Pat", "Oduya", "Publisher"),
    Member("mara", "Mara", "Keel", "Managing editor"),
    Member("nora", "Nora", "Vane", ""),
    Member("admin", "Ada", "Quayle", "", is_superuser=True),
)


def hire() -> dict[str, AbstractBaseUser]:
    """Everybody by user name, made when missing; somebody already there is left as they are."""
    return {member.username: _account(member) for member in CAST}


def _account(member: Member) -> AbstractBaseUser:
    users = get_user_model().objects
    held = users.filter(username=member.username).first()
    if held:
        return held
    user = users.create_user(
        member.username,
        email=f"{member.username}@harbourcourier.example",
        password=PASSWORD,
        first_name=member.first_name,
        last_name=member.last_name,
        is_staff=True,
        is_superuser=member.is_superuser,
    )
    if member.role:
        user.groups.add(Group.objects.get(name=member.role))
    return user
