"""How far the desk has come with a story, where the story stands for readers, and which verb leads where.

Two machines, because one field for both is where other systems break: `Status` is about the working copy,
`Standing` about what readers hold. MOVES is the whole table; nothing else in the house decides it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(TextChoices):
    """How far the desk has come with the working copy."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    APPROVED = "approved", _("Approved")
    SPIKED = "spiked", _("Spiked")


class Standing(TextChoices):
    """Where a story stands for readers. Never stored: derived from the windows of its prints."""

    NEVER = "never", _("Not published")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Live")
    RETRACTED = "retracted", _("Retracted")
    UNPUBLISHED = "unpublished", _("Unpublished")
    KILLED = "killed", _("Killed")


class Verb(TextChoices):
    """Everything the desk can do to a story. Each is a function of that name in `articles.desk`."""

    START = "start", _("Start")
    ENTER_ARCHIVE = "enter_archive", _("Enter archive")
    REVISE = "revise", _("Save")
    ASSIGN = "assign", _("Assign")
    SUBMIT = "submit", _("Submit for review")
    REQUEST_CHANGES = "request_changes", _("Request changes")
    APPROVE = "approve", _("Approve")
    SECOND_APPROVE = "second_approve", _("Approve as second")
    WITHDRAW_APPROVAL = "withdraw_approval", _("Withdraw approval")
    PUBLISH = "publish", _("Publish")
    SCHEDULE = "schedule", _("Schedule")
    UNSCHEDULE = "unschedule", _("Unschedule")
    EMBARGO = "embargo", _("Embargo")
    LIFT_EMBARGO = "lift_embargo", _("Lift embargo")
    HOLD = "hold", pgettext_lazy("verb", "Hold")
    RELEASE_HOLD = "release_hold", _("Release hold")
    CORRECT = "correct", _("Update or correct")
    UNPUBLISH = "unpublish", _("Unpublish")
    KILL = "kill", pgettext_lazy("verb", "Kill")
    SPIKE = "spike", pgettext_lazy("verb", "Spike")
    UNSPIKE = "unspike", _("Unspike")
    RESTORE_REVISION = "restore_revision", _("Restore")
    REPRINT = "reprint", _("Reprint")


@dataclass(frozen=True)
class Move:
    """Where a verb may start, by the status of the working copy and the standing for readers, and where it leads."""

    leads: Mapping[Status, Status]
    standings: frozenset[Standing]
    reason: bool = False


EVERYWHERE = frozenset(Standing)
ALIVE = EVERYWHERE - {Standing.KILLED}
PUBLIC = frozenset({Standing.PUBLISHED, Standing.RETRACTED})
NOT_PUBLIC = ALIVE - PUBLIC

WORKING = (Status.DRAFT, Status.IN_REVIEW, Status.APPROVED)


def _stays(*statuses: Status) -> dict[Status, Status]:
    return {status: status for status in statuses}


# An edit voids the approval of the working copy: nobody's name stands under words they never saw.
EDITED = {Status.DRAFT: Status.DRAFT, Status.IN_REVIEW: Status.IN_REVIEW, Status.APPROVED: Status.DRAFT}

MOVES: dict[Verb, Move] = {
    Verb.REVISE: Move(EDITED, ALIVE),
    Verb.RESTORE_REVISION: Move(EDITED, ALIVE),
    Verb.ASSIGN: Move(_stays(*WORKING), ALIVE),
    Verb.SUBMIT: Move({Status.DRAFT: Status.IN_REVIEW}, ALIVE),
    Verb.REQUEST_CHANGES: Move({Status.IN_REVIEW: Status.DRAFT}, ALIVE, reason=True),
    Verb.APPROVE: Move({Status.IN_REVIEW: Status.APPROVED}, ALIVE),
    Verb.SECOND_APPROVE: Move(_stays(Status.APPROVED), ALIVE),
    Verb.WITHDRAW_APPROVAL: Move({Status.APPROVED: Status.IN_REVIEW}, ALIVE, reason=True),
    Verb.PUBLISH: Move(_stays(Status.APPROVED), NOT_PUBLIC),
    Verb.SCHEDULE: Move(_stays(Status.APPROVED), ALIVE - {Standing.RETRACTED}),
    Verb.UNSCHEDULE: Move(_stays(*WORKING), ALIVE),
    Verb.EMBARGO: Move(_stays(*WORKING), NOT_PUBLIC),
    Verb.LIFT_EMBARGO: Move(_stays(*WORKING), NOT_PUBLIC, reason=True),
    Verb.HOLD: Move(_stays(*WORKING), ALIVE, reason=True),
    Verb.RELEASE_HOLD: Move(_stays(*Status), ALIVE, reason=True),
    Verb.CORRECT: Move(_stays(*WORKING), PUBLIC),
    Verb.UNPUBLISH: Move(_stays(*WORKING), PUBLIC, reason=True),
    Verb.KILL: Move(dict.fromkeys(Status, Status.SPIKED), ALIVE - {Standing.NEVER}, reason=True),
    Verb.SPIKE: Move(dict.fromkeys(WORKING, Status.SPIKED), frozenset({Standing.NEVER, Standing.UNPUBLISHED}), True),
    Verb.UNSPIKE: Move({Status.SPIKED: Status.DRAFT}, ALIVE),
    Verb.REPRINT: Move(_stays(*WORKING), PUBLIC, reason=True),
}


JUDGES_WORDS = frozenset(
    {
        Verb.SUBMIT,
        Verb.REQUEST_CHANGES,
        Verb.APPROVE,
        Verb.SECOND_APPROVE,
        Verb.WITHDRAW_APPROVAL,
        Verb.PUBLISH,
        Verb.SCHEDULE,
        Verb.CORRECT,
    }
)
"""Verbs refused when the words have moved on; an urgent one such as *Kill* must not wait for that."""


def possible(verb: Verb, status: Status | str, standing: Standing | str) -> bool:
    """Whether `verb` leads anywhere from this status and standing. Says nothing of rights or of the gate."""
    move = MOVES[verb]
    return Status(status) in move.leads and Standing(standing) in move.standings


_REPORTER = (Verb.START, Verb.REVISE, Verb.SUBMIT, Verb.RESTORE_REVISION)
_EDITOR = (
    *_REPORTER,
    Verb.ASSIGN,
    Verb.REQUEST_CHANGES,
    Verb.APPROVE,
    Verb.SECOND_APPROVE,
    Verb.WITHDRAW_APPROVAL,
    Verb.EMBARGO,
    Verb.SPIKE,
    Verb.UNSPIKE,
)
_PUBLISHER = (
    Verb.PUBLISH,
    Verb.SCHEDULE,
    Verb.UNSCHEDULE,
    Verb.CORRECT,
    Verb.UNPUBLISH,
    Verb.KILL,
    Verb.HOLD,
    Verb.EMBARGO,
    Verb.LIFT_EMBARGO,
    Verb.WITHDRAW_APPROVAL,
)

ROLES: dict[str, tuple[Verb, ...]] = {
    "Reporter": _REPORTER,
    "Editor": _EDITOR,
    "Publisher": _PUBLISHER,
    "Managing editor": tuple(Verb),
}
"""Who may: each role is a Django group with one permission per verb. A person may hold several roles."""

BESIDE_VERBS: dict[str, tuple[str, ...]] = {
    "Editor": ("import_article", "edit_profile"),
    "Publisher": ("withdraw_source",),
    "Managing editor": ("import_article", "edit_profile", "read_identity", "approve_unnamed", "withdraw_source"),
}
"""What a role may that is no verb on one story. Who an unnamed source is, and whether a story may rest on them, is for
managing editors alone; whoever takes stories from readers may also withdraw a source from all of them."""

RULES = frozenset(
    {
        "four_eyes", "other_eyes", "second_approval", "body", "byline", "origins", "conflict", "policy", "caution",
        "orphans", "attributed", "checked", "unnamed", "withdrawn", "hold", "embargo", "address",
        "supplier", "update", "dek", "section", "pictures",
    }
)  # fmt: skip
"""The rules of the gate by name; `articles/desk/gate.py` has the table."""

MUST_BLOCK = frozenset({"policy", "second_approval", "hold", "embargo", "address", "supplier"})
"""Rules of the gate that keep promises to others: no newsroom may have them only warn (GATE_WARNS)."""

SYSTEM = "system"
"""The account in whose name the software itself acts; it cannot log in."""

SYSTEM_MAY = (Verb.START, Verb.REVISE, Verb.EMBARGO, Verb.SPIKE, Verb.CORRECT)
"""What the software does by itself: make drafts of what arrives, keep an embargo, put aside what an import undoes, tell
readers that a source was withdrawn."""
