from articles.importing.iptc.origins import origins_of
from articles.importing.iptc.parties import Party
from articles.importing.story import OriginClaim

EPA = Party("Estuary Press Agency", uri="https://www.epa.example/about")


def test_sources_are_origins_by_their_role_and_the_supplier_is_none():
    sources = [
        Party("Skerrin Gazette", uri="https://gazette.example/", start=7),
        Party("Estuary Press Agency"),
        Party("Tidewater Times", ("publisher",), evidence="the Times"),
        Party("A porter", ("interviewee",)),
        Party("Ada Finch", kind="person"),
        Party("Skerrin Gazette"),
    ]
    assert origins_of(sources, EPA, "test") == (
        OriginClaim(
            "syndicated_from",
            "Skerrin Gazette",
            "Skerrin Gazette",
            7,
            "test",
            "gazette.example",
            "https://gazette.example/",
        ),
        OriginClaim("first_published_by", "Tidewater Times", "the Times", 0, "test"),
    )


def test_a_creator_is_an_origin_only_if_it_surely_is_an_organisation():
    makers = [Party("The Engine", ("creator",)), Party("Ada Finch", ("creator",)), Party("cae/tcr", ("creator",))]
    assert [(claim.role, claim.organisation) for claim in origins_of(makers, EPA, "test")] == [
        ("written_for", "The Engine")
    ]
