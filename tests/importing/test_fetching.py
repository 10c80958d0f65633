"""Fetching from the web: what comes, what does not, and where nothing may be asked."""

import gzip
import socket
from itertools import count
from threading import Event

import pytest

from articles.importing.errors import BadInput
from articles.importing.fetching import Fetcher, fetcher
from articles.importing.spooling import Allowance
from tests.importing.fetched import LOOPBACK, TOO_LONG, code_of, fetched
from tests.importing.web import chunked, page

# What comes


@pytest.mark.parametrize(
    "answer",
    [
        page(b"Tide turns"),
        chunked(b"Tide", b" turns"),
        page(gzip.compress(b"Tide turns"), Content_Encoding="gzip"),
        chunked(
            gzip.compress(b"Tide")[:9], gzip.compress(b"Tide")[9:], gzip.compress(b" turns"), Content_Encoding="x-gzip"
        ),
        page(b"Tide turns", Content_Encoding="gzip"),
        lambda handler: handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\nTide turns"),
        lambda handler: handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200\r\n\r\nTide turns"),
    ],
)
def test_the_whole_body_comes_as_it_was_before_it_was_packed(site, answer):
    site.pages["/"] = answer
    assert fetched(site.url("/")) == b"Tide turns"


def test_the_server_is_told_who_asks_and_nothing_else(site, settings):
    settings.NEWSROOM_NAME, settings.SITE_URL = "The Ländle (Courier)\n", "https://courier.example"
    settings.IMPORT_ALLOWED_HOSTS = ["LOCALHOST", "[::1]"]
    site.pages["/a?b=c"] = page()
    fetcher().fetch(site.url("/a?b=c#top", host="localhost"), Allowance(1)).stream.close()
    assert site.asked == [
        {
            "path": "/a?b=c",
            "host": f"localhost:{site.port}",
            "user-agent": "Newsroom-Import (The L%C3%A4ndle %28Courier%29%0A; https://courier.example)",
            "accept": "*/*",
            "accept-encoding": "gzip",
            "connection": "close",
        }
    ]
    assert fetcher().allowed == {"localhost", "::1"}


def test_proxies_of_the_environment_are_not_asked(site, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    site.pages["/"] = page(b"Tide")
    assert fetched(site.url("/")) == b"Tide"


def test_credentials_go_to_the_place_they_were_given_for(site):
    site.pages = {
        "/a": page(status=302, Location="/b"),
        "/b": page(status=302, Location=site.url("/c", host="localhost")),
        "/c": page(b"Tide"),
    }
    url = site.url("/a").replace("//", "//ada:p%40ss@")
    assert fetched(url, allowed={LOOPBACK, "localhost"}) == b"Tide"
    assert [asked.get("authorization") for asked in site.asked] == ["Basic YWRhOnBAc3M=", "Basic YWRhOnBAc3M=", None]


@pytest.mark.parametrize(
    ("kind", "charset"),
    [
        ("text/html; charset=Windows-1251", "cp1251"),
        ("text/html;CHARSET='utf-8'", "utf-8"),
        ("text/html; charset=klingon", ""),
        ("text/html; charset=a\u00e9", ""),
        ("text/html", ""),
    ],
)
def test_the_charset_is_what_the_server_names_and_is_known_here(site, kind, charset):
    site.pages["/"] = page(b"Tide", Content_Type=kind)
    found = Fetcher("test", {LOOPBACK}).fetch(site.url("/"), Allowance(9))
    found.stream.close()
    assert (found.charset, found.address) == (charset, site.url("/"))


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_to_the_final_address(site, status):
    site.pages = {"/a": page(status=status, Location="in/f\u00c3\u00a4hre#top"), "/in/f%C3%A4hre": page(b"Tide")}
    found = Fetcher("test", {LOOPBACK}).fetch(site.url("/a"), Allowance(9))
    with found.stream as stream:
        assert (stream.read(), found.address) == (b"Tide", site.url("/in/f%C3%A4hre"))


def test_five_redirects_are_followed_and_no_more(site):
    site.pages = {f"/{n}": page(status=302, Location=f"/{n + 1}") for n in range(6)}
    site.pages["/6"] = page(b"Tide")
    assert fetched(site.url("/1")) == b"Tide"
    assert fetched(site.url("/0")) == (
        "unreadable",
        "It redirects more than 5 times. Find the address it ends at and import that.",
    )


@pytest.mark.parametrize(
    "location",
    [
        "//localhost:{port}/b",
        "http://127.1:{port}/b",
        "http://169.254.169.254/",
        "http://[::1]:{port}/b",
        "http://10.0.0.1/",
    ],
)
def test_no_redirect_leads_to_the_own_network(site, location):
    site.pages = {"/a": page(status=302, Location=location.format(port=site.port)), "/b": page(b"Tide")}
    assert code_of(site.url("/a")) == "unsafe"
    assert len(site.asked) == 1


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://press.example/", "gopher://127.0.0.1/"])
def test_no_redirect_leads_out_of_the_web(site, location):
    site.pages = {"/a": page(status=302, Location=location)}
    assert code_of(site.url("/a")) == "unsupported"


def test_a_stranger_does_not_send_us_round_our_own_network(site):
    # What the name of the first host leads to is public as far as is known here, and yet answers.
    class Elsewhere(Fetcher):
        def _connected(self, address, trusted, deadline):
            return super()._connected(address, trusted or address.host == "stranger.example", deadline)

    site.pages = {"/a": page(status=302, Location=site.url("/b")), "/b": page(b"Tide")}
    asking = Elsewhere("test", {LOOPBACK}, resolve=lambda host, _port: [LOOPBACK])
    with pytest.raises(BadInput, match="unsafe"):
        asking.fetch(site.url("/a", host="stranger.example"), Allowance(9))
    assert [asked["path"] for asked in site.asked] == ["/a"]


# Hosts


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["::ffff:127.0.0.1"], ["64:ff9b::a00:1"], ["0.0.0.0"], ["fe80::1%lo"]],
)
def test_a_host_with_an_address_that_is_not_public_is_not_asked(site, addresses):
    url = site.url("/", host="press.example")
    assert fetched(url, resolve=lambda _host, _port: addresses) == (
        "unsafe",
        "press.example is not on the open internet. If it is yours, name it in IMPORT_ALLOWED_HOSTS.",
    )
    assert site.asked == []


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_not_asked(site, host):
    assert code_of(site.url("/", host=host), allowed=()) == "unsafe"
    assert site.asked == []


def test_the_connection_goes_to_the_address_that_was_checked(site):
    asked = []

    def resolve(host, port):
        asked.append((host, port))
        return [LOOPBACK] if len(asked) == 1 else ["8.8.8.8"]

    site.pages["/"] = page(b"Tide")
    assert fetched(site.url("/", host="press.example"), allowed={"press.example"}, resolve=resolve) == b"Tide"
    assert asked == [("press.example", site.port)]
    assert site.asked[0]["host"] == f"press.example:{site.port}"


def test_an_address_of_ipv6_is_asked_by_its_name(site):
    site.pages["/"] = page(b"Tide")
    assert fetched(site.url("/", host="[fd00::a]"), allowed={"fd00::a"}, resolve=lambda *_where: [LOOPBACK]) == b"Tide"
    assert site.asked[0]["host"] == f"[fd00::a]:{site.port}"


def test_of_several_addresses_the_first_that_answers_is_taken(site):
    site.pages["/"] = page(b"Tide")
    url = site.url("/", host="press.example")
    assert fetched(url, allowed={"press.example"}, resolve=lambda *_where: ["127.0.0.2", LOOPBACK]) == b"Tide"


def test_a_host_that_is_not_there_or_does_not_answer_is_said():
    def unknown(_host, _port):
        raise socket.gaierror(-2, "Name or service not known")

    again = "Check the address, or try again later."
    assert fetched("http://press.example/", resolve=unknown) == (
        "unreadable",
        f"There is no connection: Name or service not known. {again}",
    )
    with socket.socket() as closed:
        closed.bind((LOOPBACK, 0))
        url = f"http://{LOOPBACK}:{closed.getsockname()[1]}/"
        assert fetched(url) == ("unreadable", f"There is no connection: {LOOPBACK} does not answer. {again}")
    assert code_of("http://press.example/", resolve=lambda *_where: []) == "unreadable"


# What does not come


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (404, "not-found"),
        (410, "not-found"),
        *((status, "unreadable") for status in (302, 304, 401, 403, 429, 500, 503)),
    ],
)
def test_an_answer_that_is_no_success_is_named(site, status, code):
    site.pages["/"] = page(b"Sorry", status=status)
    found, reason = fetched(site.url("/"))
    assert (found, str(status) in reason) == (code, True)


@pytest.mark.parametrize(
    "answer",
    [
        b"SSH-2.0-OpenSSH\r\n",
        b"",
        b"HTTP/1.1 9 No\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 1000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nTide",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nTi",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nTide",
    ],
)
def test_an_answer_that_is_broken_or_cut_off_is_unreadable(site, answer):
    site.pages["/"] = lambda handler: handler.wfile.write(answer)
    assert code_of(site.url("/")) == "unreadable"


def test_a_packing_nobody_asked_for_is_named(site):
    site.pages["/"] = page(b"Tide", Content_Encoding="br")
    assert fetched(site.url("/")) == (
        "unsupported",
        "It comes packed as 'br', which nobody asked for. Save it to a file and import that.",
    )


def test_a_body_that_never_ends_is_cut_at_the_limit(site):
    def endless(handler):
        chunked(*[b"x" * 1000] * 50, end=b"")(handler)
        for _number in count():
            handler.wfile.write(b"3e8\r\n%s\r\n" % (b"x" * 1000))

    site.pages["/"] = endless
    assert code_of(site.url("/")) == "too-large"
    assert code_of(site.url("/"), limit=10) == "too-large"


def test_a_body_that_unpacks_beyond_the_limit_is_cut_there(site):
    site.pages["/"] = page(gzip.compress(bytes(1_000_000)), Content_Encoding="gzip")
    assert code_of(site.url("/")) == "too-large"


@pytest.mark.parametrize(
    "begin", [b"", b"HTTP/1.1 200 OK\r\nA: ", b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 100 C\r\n\r\n"]
)
def test_a_server_that_drips_is_left_at_the_time_limit(site, begin):
    gone = Event()

    def drip(handler):
        handler.wfile.write(begin)
        while not gone.wait(0.01):
            handler.wfile.write(b"x")

    site.pages["/"] = drip
    found = fetched(site.url("/"), seconds=0.3)
    gone.set()
    assert found == TOO_LONG


def test_time_runs_on_through_redirects(site):
    held = Event()

    def slow(handler):
        held.wait(0.2)
        page(status=302, Location="/")(handler)

    site.pages["/"] = slow
    assert fetched(site.url("/"), seconds=0.3) == TOO_LONG
