"""From a story to the draft the desk starts: its words, its credits, its suggested origins with their evidence."""

import re
from collections.abc import Iterable

from django.conf import settings

from articles.desk import profiles, rights
from articles.desk.drafting import Draft
from articles.desk.rows import Rows
from articles.importing.body import body_of
from articles.importing.decoding import Decoded
from articles.importing.story import OriginClaim, Story
from articles.models import Credit, Origin, Receipt
from articles.text.clean import plain
from bylines.models import Organisation


def draft_of(story: Story, decoded: Decoded, receipt: Receipt, *, by: rights.User) -> Draft:
    """The draft to start. Authors and organisations are made where the house does not know them yet.

    What is written for the own house comes from nowhere else: it is credited, and no origin is claimed.
    """
    words = {
        "headline": story.headline,
        "dek": story.dek,
        "body": body_of(story.blocks),
        "language": settings.HOUSE_LANGUAGE,
        "direction": story.direction,
    }
    # In one order whatever the story, so that two imports never wait for each other's names.
    authors = {name: profiles.authors_named([name], by=by)[0] for name in _names(one.name for one in story.credits)}
    hosts = {claim.organisation: claim.domain for claim in story.origins}
    names = _names((*hosts, *(credit.organisation for credit in story.credits)))
    outlets = {name: profiles.organisation_named(name, by=by, domain=hosts.get(name, "")) for name in names}
    credits = [
        Credit(
            author=authors.get(credit.name),
            organisation=outlets.get(credit.organisation),
            role=credit.role,
            wording=credit.wording,
        )
        for credit in story.credits
    ]
    origins = [
        _origin(claim, outlets[claim.organisation], decoded, receipt)
        for claim in story.origins
        if outlets[claim.organisation].kind != Organisation.Kind.OWN_HOUSE
    ]
    return Draft(words, Rows(credits=credits, origins=origins))


def _names(given: Iterable[str]) -> list[str]:
    return sorted({name for name in given if name})


def _origin(claim: OriginClaim, organisation: Organisation, decoded: Decoded, receipt: Receipt) -> Origin:
    start, end = evidence_span(decoded, claim) if receipt.packed else (None, None)
    return Origin(
        role=claim.role,
        organisation=organisation,
        url=claim.url,
        evidence=plain(claim.evidence),
        receipt=receipt,
        evidence_start=start,
        evidence_end=end,
        found_by=claim.found_by,
    )


def evidence_span(decoded: Decoded, claim: OriginClaim) -> tuple[int | None, int | None]:
    """First byte, and the byte after the last, of the claim's evidence in what was received, lines as they were."""
    letters = r"\s*".join(re.escape(letter) for letter in claim.evidence if not letter.isspace())
    found = re.compile(letters).search(decoded.text, claim.start)
    return (found and decoded.span(*found.span())) or (None, None)
