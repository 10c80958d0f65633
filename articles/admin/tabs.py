"""The tabs over the list of stories: links to the queues people ask for all day, made of the list's own filters."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin import waiting
from articles.states import Standing, Status

TABS: tuple[tuple[object, dict[str, str], object], ...] = (
    (_("Waiting for me"), {"waiting": "any"}, _("Nothing is waiting for you.")),
    (_("Drafts"), {"status__exact": Status.DRAFT}, _("Nobody is drafting anything.")),
    (_("To review"), {"status__exact": Status.IN_REVIEW}, _("Nothing waits for review.")),
    (_("Approved"), {"waiting": waiting.READY}, _("Nothing that is approved waits to be published.")),
    (_("Scheduled"), {"standing": Standing.SCHEDULED}, _("Nothing is scheduled.")),
    (_("Live"), {"standing": Standing.PUBLISHED}, _("Readers have no story yet.")),
    (_("All"), {}, _("There are no stories yet.")),
)

BESIDE = frozenset({"q", "p", "o", "e", "all"})
"""Parameters that choose no other stories than the tab does: search, page, order."""


@dataclass(frozen=True)
class Tab:
    """One queue to look at."""

    label: str
    url: str
    current: bool


def tabs(request: HttpRequest) -> list[Tab]:
    """The tabs, the one that is open marked."""
    chosen = _chosen(request)
    return [Tab(str(label), f"?{urlencode(params)}", params == chosen) for label, params, _empty in TABS]


def empty(request: HttpRequest) -> str:
    """What a list without stories says."""
    if request.GET.get("q"):
        return str(_("No story here has these words. Try fewer of them, or search in all stories."))
    chosen = _chosen(request)
    found = (sentence for _label, params, sentence in TABS if params == chosen)
    return str(next(found, _("No story matches. Take a filter away to see more.")))


def _chosen(request: HttpRequest) -> dict[str, str]:
    return {name: value for name, value in request.GET.items() if name not in BESIDE}
