"""The verbs as buttons: which fields each asks for, and the one way from a button to the desk."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from articles import desk
from articles.desk import rights
from articles.models import Article, Correction, Decision
from articles.states import JUDGES_WORDS, MOVES, Standing, Status, Verb

DANGEROUS = frozenset({Verb.UNPUBLISH, Verb.KILL, Verb.SPIKE, Verb.HOLD})

HINTS = {
    Verb.UNPUBLISH: _("Readers lose it now. Its address answers 404 until it is published again."),
    Verb.KILL: _("Gone from every surface for good; its address answers 410. There is no way back."),
    Verb.HOLD: _("Readers lose it now, and nothing of it goes out until the hold is released."),
    Verb.SPIKE: _("Off the desk. It can be unspiked later."),
}
"""What a dangerous verb does, said before it is done."""


def _of_our_time(moment: datetime.datetime) -> None:
    """At both ends of the calendar a minute of the house's zone is none in UTC."""
    if not 1900 < moment.year < 3000:
        raise forms.ValidationError(_("Choose a day of our own time."))


def _moment(label: Any, *, required: bool = True) -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, required=required, widget=widget, validators=[_of_our_time])


class WhyForm(forms.Form):
    """What every verb may be told, and some must."""

    why = forms.CharField(label=_("Why"), required=False, widget=forms.Textarea(attrs={"rows": 2}))


class ReasonForm(WhyForm):
    """A verb that asks for its reason."""

    why = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}))


class ScheduleForm(WhyForm):
    """When readers get it, in the house's zone."""

    at = _moment(_("Goes out at"))
    field_order = ("at", "why")


class EmbargoForm(WhyForm):
    """Until when readers must not have it, in the house's zone."""

    until = _moment(_("Until"))
    field_order = ("until", "why")


class CorrectForm(forms.Form):
    """What readers are told of a change."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Correction.Kind.choices, initial=Correction.Kind.CORRECTION)
    note = forms.CharField(
        label=_("Note for readers"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed for all but a typo."),
    )
    passage = forms.CharField(label=_("The words as they were"), required=False)


class AssignForm(forms.Form):
    """Whose turn it is, and by when."""

    to = forms.ModelChoiceField(label=_("To"), queryset=None, required=False, empty_label=_("nobody"))
    due = _moment(_("Due"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = staff()
        self.fields["to"].label_from_instance = called


FORMS: dict[Verb, type[forms.Form]] = {
    Verb.SCHEDULE: ScheduleForm,
    Verb.EMBARGO: EmbargoForm,
    Verb.CORRECT: CorrectForm,
    Verb.ASSIGN: AssignForm,
}

PRIMARY = {
    Status.DRAFT: (Verb.SUBMIT,),
    Status.IN_REVIEW: (Verb.APPROVE, Verb.REQUEST_CHANGES),
    Status.APPROVED: (Verb.SECOND_APPROVE, Verb.PUBLISH, Verb.CORRECT, Verb.SCHEDULE),
    Status.SPIKED: (Verb.UNSPIKE,),
}
"""The verbs a working copy of this status is waiting for."""


@dataclass(frozen=True)
class Button:
    """A verb to press, with the form it asks for."""

    verb: Verb
    form: forms.Form
    primary: bool
    dangerous: bool
    asks: bool = field(default=False)
    hint: str = ""


def staff() -> QuerySet:
    """Everybody a story can be assigned to."""
    return get_user_model().objects.filter(is_active=True, is_staff=True).order_by("first_name", "username")


def called(user: rights.User) -> str:
    """What colleagues call `user`."""
    return user.get_full_name() or user.get_username()


def form_for(verb: Verb, *args: Any, **kwargs: Any) -> forms.Form:
    """The form of `verb`, its ids told apart from those of the other verbs on the page."""
    default = ReasonForm if MOVES[verb].reason else WhyForm
    return FORMS.get(verb, default)(*args, auto_id=f"id_{verb}_%s", label_suffix="", **kwargs)


def buttons(article: Article, verbs: list[Verb], standing: Standing) -> list[Button]:
    """The buttons for `verbs`, the ones the story waits for first."""
    wanted = PRIMARY[Status(article.status)]
    found = []
    for verb in verbs:
        initial = {"to": article.assignee_id, "due": article.due} if verb == Verb.ASSIGN else {}
        form = form_for(verb, initial=initial)
        asks = MOVES[verb].reason or verb in FORMS
        found.append(Button(verb, form, verb in wanted, verb in DANGEROUS, asks, HINTS.get(verb, "")))
    order = {verb: place for place, verb in enumerate(wanted)}
    return sorted(found, key=lambda button: (order.get(button.verb, len(order)), button.dangerous))


def press(verb: Verb, article: Article, *, by: rights.User, seen: int | None, told: dict[str, Any]) -> Decision:
    """Calls the desk's verb with what its form was told. Raises `Refused` as the verb does."""
    return getattr(desk, verb)(article, by=by, seen=seen if verb in JUDGES_WORDS else None, **told)
