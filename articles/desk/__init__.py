"""Verbs: the only place that writes. Each is one transaction, leaves its decision, and explains a refusal.

Every verb takes the article first, then `by=` (the account), `seen=` (the version that person was looking at, None
where no words are judged), `why=` for the record, and a time where time matters.
"""

from articles.desk.archiving import enter_archive
from articles.desk.correcting import correct
from articles.desk.drafting import Change, Draft, restore_revision, revise, revise_batch, start, start_batch
from articles.desk.publishing import (
    embargo,
    hold,
    kill,
    lift_embargo,
    publish,
    release_hold,
    reprint,
    schedule,
    unpublish,
    unschedule,
)
from articles.desk.refusals import Refused, Stale
from articles.desk.review import (
    approve,
    assign,
    request_changes,
    second_approve,
    spike,
    submit,
    unspike,
    withdraw_approval,
)
from articles.desk.tasks import settle_task
from articles.desk.undoing import undo_import
from articles.desk.updating import settle_update

__all__ = [
    "Change",
    "Draft",
    "Refused",
    "Stale",
    "approve",
    "assign",
    "correct",
    "embargo",
    "enter_archive",
    "hold",
    "kill",
    "lift_embargo",
    "publish",
    "release_hold",
    "reprint",
    "request_changes",
    "restore_revision",
    "revise",
    "revise_batch",
    "schedule",
    "second_approve",
    "settle_task",
    "settle_update",
    "spike",
    "start",
    "start_batch",
    "submit",
    "undo_import",
    "unpublish",
    "unschedule",
    "unspike",
    "withdraw_approval",
]
