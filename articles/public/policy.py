"""What readers and machines are told of a story that is somebody else's copy. Pure.

The policy is the outlet's, as the desk keeps it, and is read afresh for every page: from the profiles of the
organisations a print carries. Which of them it is from, the print says itself. Told to machines:

* search engines: `noindex`, to all or to Google News, as a `meta` element and in `X-Robots-Tag`; or the address of the
  original as `rel=canonical`, which they take as advice (Google's documentation);
* miners of text: `tdm-reservation`, as a `meta` element and a header (TDM Reservation Protocol, W3C Community Group);
  `noai, noimageai` among the robots rules, which some collectors of pictures obey. No `tdmrep.json`: one file for the
  house could contradict the page of a story, and the protocol asks for one of the three.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.conf import settings
from django.http import HttpResponse

from articles.models.published import PublishedArticle, PublishedProfile
from articles.text.links import safe_href

CANONICAL, NOINDEX, NOINDEX_NEWS = "canonical", "noindex", "noindex_news"
RESERVED = "reserved"

ELSEWHERE = (CANONICAL, NOINDEX)
"""What a sitemap leaves out: pages that are not to be indexed, or name another as the one that is."""

_FIRST = "first_published_by"


@dataclass(frozen=True)
class Policy:
    """What is told with one page. `labels` stand beside the names of organisations, found by their `slug`."""

    labels: Mapping[str, str] = field(default_factory=dict)
    credit_lines: tuple[str, ...] = ()
    robots: str = ""
    """Rules for all robots, such as `noindex, noai, noimageai`."""
    googlebot_news: str = ""
    canonical: str = ""
    """The whole address of the original, where that is the page to index."""
    reserved: bool = False
    """Whether mining the text is reserved."""


def policy_of(print_: PublishedArticle, organisations: Iterable[PublishedProfile]) -> Policy:
    """What is told with `print_`, of the `organisations` it carries.

    Of several outlets whose copy it is, the strictest wins: one that asks for `noindex` wins over one that asks for the
    original to be indexed; one that reserves mining over one that allows it. Of several originals the one named is
    that of the outlet that published it first, else the first of the page. Where the outlet wants its original indexed
    and we have no address of it, our page is not indexed.
    """
    known = {one.slug: one for one in organisations}
    claims = [(origin, known[origin["slug"]]) for origin in print_.origins if origin["slug"] in known]
    outlets = list({outlet.slug: outlet for _origin, outlet in claims}.values())
    asked = {outlet.indexing for outlet in outlets}
    original = _original([origin for origin, outlet in claims if outlet.indexing == CANONICAL])
    unindexed = NOINDEX in asked or (CANONICAL in asked and not original)
    reserved = any(_reserves(outlet) for outlet in outlets) if outlets else house_reserves()
    return Policy(
        labels={slug: one.label for slug, one in known.items() if one.label},
        credit_lines=tuple(dict.fromkeys(outlet.credit_line for outlet in outlets if outlet.credit_line)),
        robots=_robots(hidden=unindexed, reserved=reserved),
        googlebot_news=NOINDEX if NOINDEX_NEWS in asked else "",
        canonical="" if unindexed else original,
        reserved=reserved,
    )


def policy_of_many(*, reserved: bool) -> Policy:
    """What is told with a list, a feed or a file that may hold anybody's copy."""
    return Policy(robots=_robots(hidden=False, reserved=reserved), reserved=reserved)


def hidden(policy: Policy) -> Policy:
    """`policy` for a page that is not to be indexed whatever stands on it, such as that of a source."""
    return replace(policy, robots=_robots(hidden=True, reserved=policy.reserved), canonical="")


def house_reserves() -> bool:
    """Whether the house reserves the mining of its own stories."""
    return settings.AI_MINING == RESERVED


def tell(response: HttpResponse, policy: Policy) -> None:
    """Says in the headers of `response` what the page says in its head, for what has none and for who reads none."""
    response["tdm-reservation"] = "1" if policy.reserved else "0"
    news = f"googlebot-news: {policy.googlebot_news}" if policy.googlebot_news else ""
    rules = ", ".join(filter(None, (policy.robots, news)))
    if rules:
        response["X-Robots-Tag"] = rules


def _original(origins: Sequence[Mapping[str, Any]]) -> str:
    """The address of the original, on the web and safe to name."""
    first = sorted(origins, key=lambda origin: origin["role"] != _FIRST)
    addresses = (safe_href(origin["url"]) or "" for origin in first)
    return next((address for address in addresses if address.startswith("http")), "")


def _reserves(outlet: PublishedProfile) -> bool:
    return outlet.ai_mining == RESERVED if outlet.ai_mining else house_reserves()


def _robots(*, hidden: bool, reserved: bool) -> str:
    rules = ([NOINDEX] if hidden else []) + (["noai", "noimageai"] if reserved else [])
    return ", ".join(rules)
