"""What the parties that an item names say about where the copy came from."""

from collections.abc import Iterable

from articles.importing.iptc.parties import Party, is_same, web_address
from articles.importing.story import OriginClaim
from articles.text.clean import plain

_ROLES = {
    "": "syndicated_from", "source": "syndicated_from", "origprov": "syndicated_from", "infosource": "syndicated_from",
    "originalprovider": "syndicated_from", "contentprovider": "syndicated_from", "provider": "syndicated_from",
    "contentsource": "syndicated_from", "originator": "syndicated_from", "distributor": "distributed_by",
    "aggregator": "distributed_by", "publisher": "first_published_by", "creator": "written_for",
    "author": "written_for",
}  # fmt: skip
"""The roles of parties that had the copy, or for whom it was made. Witnesses and interviewees are none."""


def origins_of(parties: Iterable[Party], supplier: Party, found_by: str) -> tuple[OriginClaim, ...]:
    """The claims of organisations other than the supplier, each once in a role.

    A source is taken for an organisation unless it is said to be a person; a creator only where it surely is one.
    """
    claims: dict[tuple[str, str], OriginClaim] = {}
    for party in parties:
        roles = [_ROLES[role] for role in party.roles or ("",) if role in _ROLES]
        name = plain(party.name) or party.domain
        may_claim = party.is_organisation if roles[:1] == ["written_for"] else party.kind != "person"
        if name and roles and may_claim and not is_same(party, supplier):
            claim = OriginClaim(
                roles[0],
                name,
                evidence=party.evidence or party.name,
                start=party.start,
                found_by=found_by,
                domain=party.domain,
                url=web_address(party.uri),
            )
            claims.setdefault((roles[0], name.casefold()), claim)
    return tuple(claims.values())
