"""The domains by which an organisation is recognised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bylines.domains import covering, domain_of, is_public_suffix


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("tidewire.example", "tidewire.example"),
        ("https://www.TideWire.example:8080/news?x=1#top", "tidewire.example"),
        ("  tidewire.example/news ", "tidewire.example"),
        ("//amp.tidewire.example/a", "tidewire.example"),
        ("m.tidewire.example.", "tidewire.example"),
        ("edition.tidewire.example", "edition.tidewire.example"),
        ("desk@tidewire.example", "tidewire.example"),
        ("amp.com", "amp.com"),
        ("m.co.uk", "m.co.uk"),
        ("xn--mnchen-3ya.de", "münchen.de"),
        ("München.de", "münchen.de"),
        ("co.uk", "co.uk"),
    ],
)
def test_a_domain_has_one_spelling(typed, domain):
    assert domain_of(typed) == domain_of(domain_of(typed)) == domain


@pytest.mark.parametrize(
    "typed", ["", "RT", "localhost", "The Engine", "127.0.0.1", "http://[::1", "a..b", "-a.example", f"{'a' * 64}.com"]
)
def test_what_names_none_is_none(typed):
    assert domain_of(typed) == ""


@pytest.mark.parametrize(
    ("domain", "speaking"),
    [
        ("tidewire.example", ["tidewire.example"]),
        ("a.b.tidewire.example", ["a.b.tidewire.example", "b.tidewire.example", "tidewire.example"]),
        ("news.courier.co.uk", ["news.courier.co.uk", "courier.co.uk"]),
        ("ada.blogspot.com", ["ada.blogspot.com"]),
        ("co.uk", ["co.uk"]),
    ],
)
def test_a_host_belongs_to_what_is_above_it_but_never_to_a_public_suffix(domain, speaking):
    assert covering(domain) == speaking


@given(st.text(max_size=60) | st.from_regex(r"(https?://)?([a-zäß0-9-]{1,9}\.){1,4}[a-z]{2,5}(/\w*)?", fullmatch=True))
def test_whatever_is_typed_gives_a_domain_that_stays_as_it_is(typed):
    domain = domain_of(typed)
    assert domain_of(domain) == domain
    assert not any(is_public_suffix(one) for one in covering(domain)[1:])
