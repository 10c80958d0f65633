"""Which addresses may be asked, and how they are spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.addresses import address_of, is_public, without_credentials
from articles.importing.errors import BadInput


@pytest.mark.parametrize(
    "address",
    """
    0.0.0.0 0.1.2.3 10.1.2.3 100.64.0.1 127.0.0.1 127.9.9.9 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1
    192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.1.2.3 240.0.0.1
    255.255.255.255 :: ::1 ::8.8.8.8 ::ffff:8.8.8.8 ::ffff:127.0.0.1 64:ff9b::8.8.8.8 64:ff9b:1::1 100::1 2001::1
    2001:10::1 2001:20::1 2001:db8::1 2002:808:808::1 3fff::1 5f00::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%lo
    fec0::1 ff02::1 not-an-address
    """.split(),
)
def test_an_address_that_not_everybody_reaches_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", "8.8.8.8 100.128.0.1 172.32.0.1 192.0.1.1 223.255.255.255 2600::1 2a00::1".split())
def test_an_address_of_the_open_internet_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "host", "port", "target"),
    [
        ("http://Marrowby.example", "marrowby.example", 80, "/"),
        ("HTTPS://marrowby.example.:8443/a b?q=é#top", "marrowby.example", 8443, "/a%20b?q=%C3%A9"),
        ("https://fähre.example/%7Eada/%2e", "xn--fhre-loa.example", 443, "/%7Eada/%2e"),
        ("http://[2600::1]:80/", "2600::1", 80, "/"),
        ("http://8.8.8.8/", "8.8.8.8", 80, "/"),
        ("http://⑧.8.8.8/", "8.8.8.8", 80, "/"),
        ("http://a.example\n/b\\c", "a.example", 80, "/b%5Cc"),
    ],
)
def test_an_address_is_taken_apart(url, host, port, target):
    there = address_of(url)
    assert (there.host, there.port, there.target) == (host, port, target)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("ftp://marrowby.example/a", "unsupported"),
        ("file:///etc/passwd", "unsupported"),
        ("gopher://127.0.0.1/", "unsupported"),
        ("http://", "malformed"),
        ("http:///a", "malformed"),
        ("http://a.example:port/", "malformed"),
        ("http://a.example:99999/", "malformed"),
        ("http://a..example/", "malformed"),
        ("http://[::1/", "malformed"),
        ("http://[v1.a]/", "malformed"),
        ("http://a.example\\@127.0.0.1/", "malformed"),
        ("http://a b.example/", "malformed"),
        ("http://a%00.example/", "malformed"),
        (f"http://{'a' * 300}.example/", "malformed"),
        ("http://2130706433/", "unsafe"),
        ("http://0x7f000001/", "unsafe"),
        ("http://0x7f.1/", "unsafe"),
        ("http://127.1/", "unsafe"),
        ("http://0177.0.0.1/", "unsafe"),
        ("http://010.8.8.8/", "unsafe"),
        ("http://1.2.3.4.5/", "unsafe"),
    ],
)
def test_an_address_that_is_not_to_be_asked_is_refused(url, code):
    assert outcome(url) == code


def test_credentials_are_known_and_never_shown():
    there = address_of("https://ada:p%40ss@marrowby.example/feed?a=@b")
    assert there.credentials == "ada:p@ss"
    assert str(there) == "https://marrowby.example/feed?a=@b"
    assert repr(there) == "<Address https://marrowby.example/feed?a=@b>"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("https://ada:p%40ss@marrowby.example/@ada", "https://marrowby.example/@ada"),
        ("ftp://a@b@marrowby.example", "ftp://marrowby.example"),
        ("https://marrowby.example/@ada", "https://marrowby.example/@ada"),
        ("in/ada@marrowby.txt", "in/ada@marrowby.txt"),
    ],
)
def test_what_is_shown_of_a_path_has_no_credentials(path, shown):
    assert without_credentials(path) == shown


@pytest.mark.parametrize(
    ("location", "there", "credentials"),
    [
        ("b", "https://marrowby.example/in/b", "ada:secret"),
        ("//other.example/b", "https://other.example/b", ""),
        ("https://marrowby.example:444/b", "https://marrowby.example:444/b", ""),
        ("https://eve:guess@marrowby.example/b", "https://marrowby.example/b", "ada:secret"),
    ],
)
def test_credentials_stay_where_they_were_given_for(location, there, credentials):
    led = address_of("https://ada:secret@marrowby.example/in/a").led_to(location)
    assert (str(led), led.credentials) == (there, credentials)


def test_from_https_nothing_leads_to_http():
    with pytest.raises(BadInput) as caught:
        address_of("https://marrowby.example/").led_to("http://marrowby.example/")
    assert caught.value.code == "unsafe"


@given(st.text(max_size=60), st.sampled_from(["http://", "https://", "http://[", "//", "http://a@", ""]))
def test_any_text_is_an_address_or_a_named_error(text, begin):
    assert outcome(begin + text) in {"http", "https", "malformed", "unsupported", "unsafe"}


def outcome(url):
    try:
        return address_of(url).scheme
    except BadInput as problem:
        return problem.code
