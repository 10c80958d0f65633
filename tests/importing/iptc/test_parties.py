import pytest

from articles.importing.iptc.parties import Party, host_of, is_same

EPA = Party("Estuary Press Agency", uri="https://www.epa.example/about")


@pytest.mark.parametrize(
    ("party", "person", "organisation"),
    [
        (Party("Ada Finch"), True, False),
        (Party("Reuters"), False, True),
        (Party("Reuters", kind="person"), True, False),
        (Party("Ada Finch", kind="organisation"), False, True),
        (Party("cae/tcr"), False, False),
        (Party("skerringazette.example"), False, True),
    ],
)
def test_who_is_a_person_and_who_an_organisation(party, person, organisation):
    assert (party.is_person, party.is_organisation) == (person, organisation)


@pytest.mark.parametrize(
    ("uri", "host"),
    [
        ("https://www.epa.example/a", "www.epa.example"),
        ("tag:epa.example,2024:a", "epa.example"),
        ("urn:newsml:EPA.example:2024:a", "epa.example"),
        ("urn:x:1", ""),
        ("http://[::1", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address_or_id(uri, host):
    assert host_of(uri) == host


def test_vocabularies_are_nobodys_host():
    uris = ["http://cv.iptc.org/newscodes/newsprovider/EPA", "https://www.wikidata.org/entity/Q1", EPA.uri]
    assert [Party("EPA", uri=uri).domain for uri in uris] == ["", "", "epa.example"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Party("EPA"), Party("epa"), True),
        (Party("Reuters"), Party("reuters.com"), True),
        (Party("A", uri="https://epa.example/a"), EPA, True),
        (Party("EPA"), Party("Gazette"), False),
        (Party(""), Party(""), False),
    ],
)
def test_who_is_the_same(one, other, expected):
    assert is_same(one, other) is expected
