"""What the desk refused is said on the form it came from, shown again with everything that was typed."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from articles import desk


class RefusableForm(forms.ModelForm):
    """A form that the desk may refuse although it is valid."""

    refusal: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        """Adds what the desk refused the first time round."""
        cleaned = super().clean()
        for sentence in self.refusal:
            self.add_error(None, sentence)
        return cleaned


class ShowsRefusals:
    """A screen whose `save_model` or `save_related` calls a verb; stands before `ModelAdmin` among the bases."""

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, carrying what the desk refused the first time round."""
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = tuple(getattr(request, "refusal", ()))
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The form; when the desk refuses, nothing was written and the form is shown again."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except desk.Refused as refused:
            request.refusal = refused.sentences
            beside = self.beside_refusal(request, object_id, refused)
            return super().changeform_view(request, object_id, form_url, {**(extra_context or {}), **beside})

    def beside_refusal(self, request: HttpRequest, object_id: str | None, refused: desk.Refused) -> dict[str, Any]:
        """What else the form shows with the refusal."""
        return {}
