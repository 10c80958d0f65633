"""What a person makes of an update that waits: a choice for each conflict, and own words where they write some."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles.admin.conflicts import CHOICES, OWN, Conflict, Folded, body_parts, fields_in_conflict, fingerprint
from articles.admin.form import BodyWidget
from articles.admin.history import LINES, as_line
from articles.desk import merging
from articles.text.clean import clean
from articles.text.merge import Choice, Instead, settle

KEYS = {str(choice): number for number, choice in enumerate(CHOICES, start=1)}
"""The key on the keyboard that makes a choice."""


@dataclass(frozen=True)
class Row:
    """A conflict with its controls; `moved` says that the desk has changed its words since they were looked at."""

    conflict: Conflict
    choice: forms.BoundField
    own: forms.BoundField | None
    moved: bool

    @property
    def radios(self) -> list[tuple[int, Any]]:
        """Each choice with the key that makes it, the same for every conflict."""
        return [(KEYS[value], radio) for (value, _label), radio in zip(self.conflict.choices, self.choice, strict=True)]


@dataclass(frozen=True)
class Leftover:
    """Words somebody wrote for a conflict that is none any longer."""

    key: str
    label: str
    words: str

    @property
    def html(self) -> str:
        """Words for the body, safe to show."""
        return clean(self.words) if self.key.startswith("body-") else ""


class SettleForm(forms.Form):
    """A choice for each conflict of `merge`. What was typed stays typed, whatever becomes of the conflict."""

    def __init__(self, merge: merging.Merge, data: QueryDict | None = None) -> None:
        self.merge = merge
        self.parts = body_parts(merge)
        in_body = [part for part in self.parts if isinstance(part, Conflict)]
        self.conflicts = [*fields_in_conflict(merge), *in_body]
        super().__init__(data and _completed(data, self.conflicts), auto_id="id_%s", label_suffix="")
        for conflict in self.conflicts:
            self.fields[f"choice-{conflict.key}"] = _choice(conflict)
            if OWN in dict(conflict.choices):
                self.fields[f"own-{conflict.key}"] = _own(conflict)

    @cached_property
    def rows(self) -> dict[str, Row]:
        """The conflicts with their controls, by key."""
        return {conflict.key: self._row(conflict) for conflict in self.conflicts}

    @property
    def in_fields(self) -> list[Row]:
        """Those in fields."""
        return [row for row in self.rows.values() if not row.conflict.is_body]

    @property
    def in_body(self) -> list[tuple[Row | None, Folded | None]]:
        """The body from top to bottom: each part is a conflict, or blocks that need no choice."""
        return [(self.rows[part.key], None) if isinstance(part, Conflict) else (None, part) for part in self.parts]

    @property
    def unsettled(self) -> int:
        """How many conflicts nobody has chosen for."""
        return sum(1 for conflict in self.conflicts if not self._chosen(conflict))

    @cached_property
    def leftovers(self) -> list[Leftover]:
        """What was typed for conflicts that are none any longer."""
        held = {conflict.key for conflict in self.conflicts}
        keys = [name.removeprefix("own-") for name in self.data if name.startswith("own-")]
        return [
            Leftover(key, str(LINES.get(key, _("Body"))), self.data[f"own-{key}"])
            for key in keys
            if key not in held and self._is_typed(key)
        ]

    def settled(self) -> merging.Merge:
        """The merge with every conflict settled as it was chosen. Only of a valid form."""
        values = {row.conflict.name: self._value(row.conflict) for row in self.in_fields}
        choices = [self._body_choice(row.conflict) for row, _folded in self.in_body if row]
        return self.merge.settled(values, settle(self.merge.body, choices))

    @property
    def kicker(self) -> str:
        """The kicker as it would read now."""
        return self._line("kicker")

    @property
    def headline(self) -> str:
        """The headline as it would read now; empty while nobody has chosen."""
        return self._line("headline")

    @property
    def dek(self) -> str:
        """The dek as it would read now."""
        return self._line("dek")

    @property
    def bodies(self) -> str:
        """All blocks of HTML there are, whichever may be chosen, as one body."""
        sides = [side for conflict in self.conflicts if conflict.is_body for side in (conflict.ours, conflict.theirs)]
        return "\n".join(filter(None, [*sides, *(html for html, _open in self.body())]))

    def body(self) -> Iterator[tuple[str, Conflict | None]]:
        """The body as it would read now, from top to bottom: canonical HTML, or the conflict still to be settled."""
        for part in self.parts:
            if isinstance(part, Folded):
                yield "\n".join(part.html), None
            elif self._chosen(part):
                yield self._html(part), None
            else:
                yield "", part

    def _line(self, name: str) -> str:
        conflict = next((conflict for conflict in self.conflicts if conflict.name == name), None)
        if conflict is None:
            return as_line(name, self.merge.field(name).merged)
        return as_line(name, self._value(conflict)) if self._chosen(conflict) else ""

    def _row(self, conflict: Conflict) -> Row:
        seen = self.data.get(f"ours-{conflict.key}", conflict.ours_print)
        own = f"own-{conflict.key}"
        return Row(
            conflict,
            self[f"choice-{conflict.key}"],
            self[own] if own in self.fields else None,
            moved=seen != conflict.ours_print,
        )

    def _chosen(self, conflict: Conflict) -> str:
        chosen = self.data.get(f"choice-{conflict.key}", "")
        return chosen if chosen in dict(conflict.choices) else ""

    def _typed(self, conflict: Conflict) -> str:
        return self.data.get(f"own-{conflict.key}", "")

    def _is_typed(self, key: str) -> bool:
        """Whether somebody wrote these words: they chose them, or they are not those the box began with."""
        words = self.data[f"own-{key}"]
        typed = fingerprint(words) != self.data.get(f"given-{key}")
        return bool(words.strip()) and (typed or self.data.get(f"choice-{key}") == OWN)

    def _value(self, conflict: Conflict) -> Any:
        match self._chosen(conflict):
            case Choice.OURS:
                return conflict.ours
            case Choice.THEIRS:
                return conflict.theirs
            case Choice.BOTH:
                return _both(conflict)
            case _:
                return self._typed(conflict)

    def _body_choice(self, conflict: Conflict) -> Choice | Instead:
        chosen = self._chosen(conflict)
        return Instead(self._typed(conflict)) if chosen == OWN else Choice(chosen)

    def _html(self, conflict: Conflict) -> str:
        return clean(self._value(conflict))


def _completed(data: QueryDict, conflicts: list[Conflict]) -> QueryDict:
    """What was sent, with the boxes of conflicts that were not on the page then."""
    completed = data.copy()
    for conflict in conflicts:
        completed.setdefault(f"own-{conflict.key}", conflict.given)
    return completed


def _choice(conflict: Conflict) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=conflict.label,
        choices=conflict.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whose words shall stand here.")},
    )


def _own(conflict: Conflict) -> forms.CharField:
    widget = BodyWidget() if conflict.is_body else forms.Textarea(attrs={"rows": 1})
    return forms.CharField(label=_("Your words"), required=False, initial=conflict.given, widget=widget, strip=False)


def _both(conflict: Conflict) -> Any:
    if isinstance(conflict.ours, list):
        return [*conflict.ours, *(row for row in conflict.theirs if row not in conflict.ours)]
    mark = "\n" if conflict.name in ("ednote", "body") else " "
    return mark.join(filter(None, (conflict.ours, conflict.theirs)))
