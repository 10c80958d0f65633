"""What is typed of an organisation: names and domains one a line, its policy, the minute its licence ends."""

import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from articles.admin.refusal import RefusableForm
from articles.text.clean import plain
from bylines.domains import domain_of, is_public_suffix

_HOUSE_SAYS = {
    "allowed": _("Of its own stories the house says that mining is allowed."),
    "reserved": _("Of its own stories the house says that mining is reserved."),
}


class Line(forms.CharField):
    """One line of plain words."""

    def to_python(self, value: Any) -> str:
        """White space folded, nothing in it that a page could not print."""
        return plain(super().to_python(value) or "")


class Lines(forms.CharField):
    """Several words or names, typed one a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        """A list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        """Lines as a list, the empty ones left out, each once."""
        lines = map(plain, super().to_python(value).splitlines())
        return list(dict.fromkeys(filter(None, lines)))


class Domains(Lines):
    """Domains, typed one a line; of an address typed in full its host is taken."""

    def to_python(self, value: Any) -> list[str]:
        """The domains in one spelling. Raises ValidationError for each line that names none, or no outlet’s own."""
        typed = super().to_python(value)
        wrong = [sentence for line in typed if (sentence := _wrong(line))]
        if wrong:
            raise forms.ValidationError(wrong)
        return list(dict.fromkeys(map(domain_of, typed)))


def _wrong(line: str) -> str:
    domain = domain_of(line)
    if not domain:
        return _now("“%(line)s” is no domain. Type it as in courier.example.") % {"line": line}
    if is_public_suffix(domain):
        return _now("Anybody can have a site under %(domain)s. Type the whole of the outlet’s own.") % {
            "domain": domain
        }
    return ""


def _of_our_time(moment: datetime.datetime) -> None:
    """At both ends of the calendar a minute of the house's zone is none in UTC."""
    if not 1900 < moment.year < 3000:
        raise forms.ValidationError(_now("Choose a day of our own time."))


class OrganisationForm(RefusableForm):
    """What is known of an organisation, and its policy."""

    licensed_until = forms.DateTimeField(
        label=_("Until when"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        validators=[_of_our_time],
        help_text=_(
            "From that minute (%(zone)s) on readers no longer have its copy, on no page and in no feed. A later "
            "minute gives back what nobody took down meanwhile."
        )
        % {"zone": settings.HOUSE_TIME_ZONE},
    )
    domains = Domains(
        label=_("Domains"),
        required=False,
        help_text=_(
            "One a line. What is under a domain belongs to it: “edition.courier.example” to “courier.example”."
        ),
    )
    other_names = Lines(label=_("Other names"), required=False, help_text=_("Other spellings, one a line."))

    class Meta:
        field_classes = {"label": Line, "credit_line": Line, "territory": Line}
        labels = {"publishing": _("Allowed")}
        help_texts = {
            "indexing": _(
                "The original is at the address of the confirmed origin. Where none is known, our page is not indexed."
            ),
            "ai_mining": _HOUSE_SAYS[settings.AI_MINING],
        }
