"""What was done, in the words of somebody who tells of it: a verb is pressed, then it is a deed."""

import datetime

from django.utils import formats, timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import clock
from articles.states import Verb

DEEDS: dict[Verb, object] = {
    Verb.START: gettext_lazy("Started"),
    Verb.ENTER_ARCHIVE: gettext_lazy("Brought in from the archive"),
    Verb.REVISE: gettext_lazy("Saved"),
    Verb.ASSIGN: gettext_lazy("Assigned"),
    Verb.SUBMIT: gettext_lazy("Submitted"),
    Verb.REQUEST_CHANGES: gettext_lazy("Changes requested"),
    Verb.APPROVE: gettext_lazy("Approved"),
    Verb.SECOND_APPROVE: _("approved it as second"),
    Verb.WITHDRAW_APPROVAL: gettext_lazy("Approval withdrawn"),
    Verb.PUBLISH: gettext_lazy("Published"),
    Verb.SCHEDULE: gettext_lazy("Scheduled"),
    Verb.UNSCHEDULE: gettext_lazy("Unscheduled"),
    Verb.EMBARGO: gettext_lazy("Embargoed"),
    Verb.LIFT_EMBARGO: gettext_lazy("Embargo lifted"),
    Verb.HOLD: gettext_lazy("Put on hold"),
    Verb.RELEASE_HOLD: gettext_lazy("Hold released"),
    Verb.CORRECT: gettext_lazy("Updated for readers"),
    Verb.UNPUBLISH: gettext_lazy("Unpublished"),
    Verb.KILL: gettext_lazy("Killed"),
    Verb.SPIKE: gettext_lazy("Spiked"),
    Verb.UNSPIKE: gettext_lazy("Unspiked"),
    Verb.RESTORE_REVISION: gettext_lazy("Restored"),
    Verb.REPRINT: gettext_lazy("Reprinted"),
}

RECENT = datetime.timedelta(days=7)


def deed(verb: str) -> str:
    """`verb` as it is told once it was pressed: "Approved"."""
    return str(DEEDS[Verb(verb)])


def ago(when: datetime.datetime) -> str:
    """How long ago `when` was, in one unit; after a week the day itself, in the house's zone."""
    now = clock.now()
    if now - when >= RECENT:
        return formats.date_format(timezone.localtime(when), "j F Y")
    if now - when < datetime.timedelta(minutes=1):
        return _("just now")
    return _("%(time)s ago") % {"time": timesince(when, now, depth=1)}
