"""From a story to the draft the desk starts: its words, its credits, its suggested origins with their evidence."""

import re

from django.conf import settings

from articles.desk import profiles, rights
from articles.desk.drafting import Draft
from articles.desk.rows import Rows
from articles.importing.body import body_of
from articles.importing.decoding import Decoded
from articles.importing.reading import Reading
from articles.importing.story import OriginClaim, Story
from articles.models import Credit, Origin, Receipt
from articles.text.clean import plain
from bylines.models import Organisation


def draft_of(reading: Reading, receipt: Receipt, *, by: rights.User) -> Draft:
    """The draft to start. Authors and organisations are made where the house does not know them yet.

    What is written for the own house comes from nowhere else: it is credited, and no origin is claimed.
    """
    story = reading.story
    words = {
        "headline": story.headline,
        "dek": story.dek,
        "body": body_of(story.blocks),
        "language": settings.HOUSE_LANGUAGE,
        "direction": story.direction,
    }
    # First all people, then all organisations, by name: so two imports never wait for each other's.
    credits = _credits(story, by=by)
    outlets = _outlets(story, by=by)
    for credit, told in zip(credits, story.credits, strict=True):
        credit.organisation = outlets.get(told.organisation)
    origins = [
        _origin(claim, outlets[claim.organisation], reading.decoded, receipt)
        for claim in story.origins
        if outlets[claim.organisation].kind != Organisation.Kind.OWN_HOUSE
    ]
    return Draft(words, Rows(credits=credits, origins=origins))


def evidence_span(decoded: Decoded, claim: OriginClaim) -> tuple[int | None, int | None]:
    """First byte, and the byte after the last, of the claim's evidence in what was received, lines as they were."""
    letters = r"\s*".join(re.escape(letter) for letter in claim.evidence if not letter.isspace())
    found = re.compile(letters).search(decoded.text, claim.start)
    return (found and decoded.span(*found.span())) or (None, None)


def _credits(story: Story, *, by: rights.User) -> list[Credit]:
    names = sorted({credit.name for credit in story.credits if credit.name})
    authors = dict(zip(names, profiles.authors_named(names, by=by), strict=True))
    return [Credit(author=authors.get(one.name), role=one.role, wording=one.wording) for one in story.credits]


def _outlets(story: Story, *, by: rights.User) -> dict[str, Organisation]:
    hosts = {credit.organisation: "" for credit in story.credits if credit.organisation}
    hosts |= {claim.organisation: claim.domain for claim in story.origins}
    return {name: profiles.organisation_named(name, by=by, domain=hosts[name]) for name in sorted(hosts)}


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
