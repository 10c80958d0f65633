"""articles/text/links.py: where a link may lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.links import host_of, safe_href


@pytest.mark.parametrize(
    ("href", "safe"),
    [
        ("https://example.org/a?b#c", "https://example.org/a?b#c"),
        (" HTTP://example.org/a b\n", "http://example.org/a%20b"),
        ("mailto:rita@example.org", "mailto:rita@example.org"),
        ("tel:+4512345678", "tel:+4512345678"),
        ("/2024/09/28/slug/", "/2024/09/28/slug/"),
        ("/", "/"),
        ("https://bücher.example/größe", "https://bücher.example/größe"),
        ("/a\u0338=\u0338", "/a%CC%B8=%CC%B8"),
        ("", None),
        ("#top", None),
        ("page.html", None),
        ("//example.org", None),
        ("/\t/example.org", None),
        ("/\\example.org", None),
        ("http:\\\\example.org", None),
        ("https:example.org", None),
        ("https:///example.org", None),
        ("https://example.org:port/", None),
        ("https://[::1", None),
        ("mailto:", None),
        ("ftp://example.org", None),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("\u0085javascript:alert(1)", None),
        ("data:text/html,x", None),
    ],
)
def test_only_known_ways_are_open(href, safe):
    assert safe_href(href) == safe


@given(st.text("htps:/\\.a\t \u0338é[]@%#?1"))
def test_a_safe_address_stays_as_it_is(href):
    safe = safe_href(f"https://{href}")
    assert safe is None or safe_href(safe) == safe


def test_only_the_web_has_hosts():
    hosts = [host_of(href) for href in ("https://Example.org:8000/a", "/a", "mailto:rita@example.org")]
    assert hosts == ["example.org", "", ""]
