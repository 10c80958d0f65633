"""Choosers that know by name what a row holds already, so that no row costs a query to be shown."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model


class HeldSelect(AutocompleteSelect):
    """Search and choose; what is chosen already is named without asking the database where the row knows it."""

    held: Model | None = None

    def optgroups(self, name: str, value: list[str], attr: Any = None) -> list[Any]:
        """The options of the box before anybody searches: the one that is held."""
        chosen = [one for one in value if one not in self.choices.field.empty_values]
        if chosen and (self.held is None or chosen != [str(self.held.pk)]):
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        if chosen:
            label = self.choices.field.label_from_instance(self.held)
            options.append(self.create_option(name, self.held.pk, label, {chosen[0]}, len(options)))
        return [(None, options, 0)]


class HoldingForm(forms.ModelForm):
    """The form of a row: its choosers know what was read together with the row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        read = self.instance._state.fields_cache
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, HeldSelect):
                widget.held = read.get(name)
