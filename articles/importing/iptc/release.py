"""Whether and from when an item may be used, and what it is to the one sent before: status, signals, embargo.

Where it says something that cannot be understood, it is held back: an unknown status is no leave to use it, and an
embargo that cannot be read is not over.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from articles.importing.iptc.newscodes import last_part
from articles.importing.moments import moment
from articles.importing.story import PubStatus, Signal, Step, Story

_STATUSES = {
    "": PubStatus.USABLE,
    "usable": PubStatus.USABLE,
    "withheld": PubStatus.WITHHELD,
    "embargoed": PubStatus.WITHHELD,
    "canceled": PubStatus.CANCELED,
    "cancelled": PubStatus.CANCELED,
}
_SIGNALS = {
    "update": Signal.UPDATE, "updated": Signal.UPDATE, "writethru": Signal.UPDATE, "writethrough": Signal.UPDATE,
    "correction": Signal.CORRECTION, "correct": Signal.CORRECTION, "corrected": Signal.CORRECTION,
    "corrective": Signal.CORRECTION, "rectify": Signal.CORRECTION, "kill": Signal.KILL, "mandatorykill": Signal.KILL,
    "elimination": Signal.KILL, "withdrawal": Signal.KILL, "withdrawn": Signal.KILL,
}  # fmt: skip
_SOMEWHERE_ELSE = datetime.timezone(datetime.timedelta(hours=1))
_WEIGHT = (Signal.NONE, Signal.UPDATE, Signal.CORRECTION, Signal.KILL)
_STRICTNESS = (PubStatus.USABLE, PubStatus.WITHHELD, PubStatus.CANCELED)


@dataclass(frozen=True, slots=True)
class Release:
    """What an item says of its use: a code of its status, codes of what it is to the one before, and until when it is
    embargoed (None where it is not, empty where no time is told).
    """

    status: str = ""
    signals: tuple[str, ...] = ()
    embargo: str | None = None

    def of(self, story: Story) -> Story:
        """`story`, to be used as this says."""
        status, signal = status_of(self.status), heaviest(map(signal_of, self.signals))
        notes = [] if last_part(self.status) in _STATUSES else [_("Status: %(words)s") % {"words": self.status}]
        story = replace(story, pub_status=strictest(story.pub_status, status), signal=heaviest([story.signal, signal]))
        if self.embargo is not None:
            story = _embargoed(story, self.embargo.strip())
        if story.pub_status == PubStatus.CANCELED:
            story = replace(story, signal=Signal.KILL)
        return replace(story, ednote="\n".join(filter(None, [story.ednote, *notes])))


def status_of(code: str) -> PubStatus:
    """The status that a code of any vocabulary says; one unknown here is no leave to use the item."""
    return _STATUSES.get(last_part(code), PubStatus.WITHHELD)


def signal_of(code: str) -> Signal:
    """What a code of any vocabulary says an item is to the one before; most signals say nothing of that."""
    return _SIGNALS.get(last_part(code), Signal.NONE)


def heaviest(signals: Iterable[Signal]) -> Signal:
    """The one that must not be overlooked."""
    return max(signals, key=_WEIGHT.index, default=Signal.NONE)


def strictest(*statuses: PubStatus) -> PubStatus:
    """The one that lets the item be used least."""
    return max(statuses, key=_STRICTNESS.index)


def _embargoed(story: Story, words: str) -> Story:
    until = moment(words) if words else None
    if until is None:
        note = _("Embargoed: %(words)s") % {"words": words or _("no time is told")}
        held = strictest(story.pub_status, PubStatus.WITHHELD)
        return replace(story, pub_status=held, ednote="\n".join(filter(None, [story.ednote, note])))
    zoneless = moment(words, _SOMEWHERE_ELSE) != until
    steps = (Step("embargo-without-zone", words, until.isoformat()),) if zoneless else ()
    return replace(story, embargo=until, steps=(*story.steps, *steps))
