"""From the record to the print: what a page needs of one revision, with nothing left to look up."""

import datetime
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from articles.desk.cited import citations
from articles.models import Claim, Correction, Credit, Origin, PublishedArticle, PublishedCorrection
from articles.text.pictures import READERS, Shown, keys_in
from articles.text.render import render_body
from articles.text.summary import excerpt, word_count
from bylines.models import Organisation


def compose(
    content: dict[str, Any], *, revision_number: int, revision_hash: str, pictures_at: str = READERS
) -> PublishedArticle:
    """An unsaved print of a revision's `content`; its window, address and dates are the caller's to set.

    Pictures are shown as files under `pictures_at`. One that had no file when the words were saved is left out.
    """
    pictures = {picture["key"]: shown(picture, at=pictures_at) for picture in content["pictures"] if picture["sha256"]}
    lead = next((pictures[key] for key in keys_in(content["body"]) if key in pictures), None)
    host = urlsplit(settings.SITE_URL).hostname or ""
    cited = citations(content)
    numbers = {citation["key"]: citation["number"] for citation in cited if citation["key"]}
    section = content["section"] or {"name": "", "slug": ""}
    credits = [_credit(credit) for credit in content["credits"]]
    return PublishedArticle(
        article_number=content["article"],
        revision_number=revision_number,
        revision_hash=revision_hash,
        headline=content["headline"],
        dek=content["dek"],
        kicker=content["kicker"],
        dateline=content["dateline"],
        body=render_body(content["body"], host, pictures, numbers, spoken=_("source {number}")),
        summary=content["dek"] or excerpt(content["body"]),
        word_count=word_count(content["body"]),
        language=content["language"],
        direction=content["direction"],
        section_name=section["name"],
        section_slug=section["slug"],
        byline=byline(credits),
        credits=credits,
        origins=[_origin(origin) for origin in content["origins"] if origin["state"] == Claim.CONFIRMED],
        citations=cited,
        topics=[{"name": topic["name"], "slug": topic["slug"], "code": topic["code"]} for topic in content["topics"]],
        picture=lead.card() if lead else {},
    )


def shown(picture: dict[str, Any], *, at: str) -> Shown:
    """A picture of the record as a page shows it, its files under `at`."""
    return Shown(
        sha256=picture["sha256"],
        media_type=picture["media_type"],
        width=picture["width"],
        height=picture["height"],
        alt=picture["alt"],
        caption=picture["caption"],
        credit=picture["credit"],
        address=at,
    )


def corrections_told(corrections: Iterable[Correction]) -> list[PublishedCorrection]:
    """The corrections that readers are told of, unsaved; they come with their decision. A typo is none."""
    return [
        PublishedCorrection(
            kind=correction.kind,
            label=correction.get_kind_display(),
            note=correction.note,
            passage=correction.passage,
            when=correction.decision.at or correction.decision.when,
        )
        for correction in corrections
        if correction.kind not in Correction.SILENT
    ]


def moment(print_: PublishedArticle, *, opens: datetime.datetime) -> PublishedArticle:
    """`print_` dated as if readers first had it at `opens`: for previews, which have no window."""
    print_.visible_from = print_.first_published = opens
    return print_


def byline(credits: list[dict[str, Any]]) -> str:
    """The byline as one plain line: "Ada Lovelace and Alan Turing for The Engine". Empty where nobody wrote it."""
    groups: dict[str, list[str]] = {}
    for credit in credits:
        if credit["in_byline"]:
            groups.setdefault(credit["for"] if credit["name"] else "", []).append(
                credit["name"] or credit["organisation"]
            )
    parts = []
    for outlet, names in groups.items():
        people = joined(names)
        parts.append(_("%(names)s for %(outlet)s") % {"names": people, "outlet": outlet} if outlet else people)
    return "; ".join(parts)


def joined(names: list[str]) -> str:
    """Names as a sentence lists them."""
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def _credit(credit: dict[str, Any]) -> dict[str, Any]:
    """A credit for the page. `for` is empty when the piece is for the own house: the masthead says so already."""
    author, organisation = credit["author"], credit["organisation"]
    outside = organisation and organisation["kind"] != Organisation.Kind.OWN_HOUSE
    return {
        "name": credit["wording"] or (author["name"] if author else ""),
        "slug": author["slug"] if author else "",
        "role": credit["role"],
        "in_byline": credit["role"] in Credit.WRITING,
        "role_label": str(Credit.Role(credit["role"]).label),
        "organisation": organisation["name"] if organisation else "",
        "organisation_slug": organisation["slug"] if organisation else "",
        "for": organisation["name"] if outside else "",
    }


def _origin(origin: dict[str, Any]) -> dict[str, Any]:
    return {
        "role": origin["role"],
        "label": str(Origin.Role(origin["role"]).label),
        "organisation": origin["organisation"]["name"],
        "slug": origin["organisation"]["slug"],
        "kind": origin["organisation"]["kind"],
        "url": origin["url"],
    }
