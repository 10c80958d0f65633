"""Fetching by https: a certificate is verified for the name that was asked."""

import shutil
import socket
import ssl
import subprocess

import pytest

from tests import plugin
from tests.importing.fetched import LOOPBACK, NAMES, TOO_LONG, code_of, fetched
from tests.importing.web import page, serving

# Certificates


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate of press.example and 127.0.0.1, signed by nobody else, and its key."""
    if shutil.which("openssl") is None:
        plugin.lacking("openssl is not on this machine. For the tests of https: apt-get install openssl")
    file = tmp_path_factory.mktemp("tls") / "press.pem"
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=press.example"
    names = "subjectAltName=DNS:press.example,IP:127.0.0.1"
    subprocess.run(
        ["openssl", *words.split(), "-addext", names, "-keyout", file, "-out", f"{file}.crt"],
        check=True,
        capture_output=True,
    )
    return f"{file}.crt", str(file)


@pytest.fixture
def secure_site(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    with serving(context) as site:
        site.pages = {"/": page(b"Tide"), "/a": page(status=302, Location=f"http://press.example:{site.port}/")}
        yield site


def secured(site, host, path="/", **how):
    return fetched(site.url(path, host=host), allowed=NAMES, resolve=lambda host, _port: NAMES[host], **how)


def test_a_certificate_is_verified_for_the_name_that_was_asked(secure_site, certificate):
    trusting = ssl.create_default_context(cafile=certificate[0])
    assert secured(secure_site, "press.example", tls=trusting) == b"Tide"
    assert secure_site.asked[0]["host"] == f"press.example:{secure_site.port}"
    code, reason = secured(secure_site, "wire.example", tls=trusting)
    assert (code, reason.startswith("The server cannot prove that it is wire.example: ")) == ("unreadable", True)
    assert fetched(secure_site.url("/"), tls=trusting) == b"Tide"


def test_a_certificate_that_nobody_vouches_for_is_refused(secure_site):
    code, reason = secured(secure_site, "press.example")
    assert (code, reason.startswith("The server cannot prove that it is press.example: ")) == ("unreadable", True)
    assert secure_site.asked == []


def test_from_https_no_redirect_leads_to_http(secure_site, certificate):
    trusting = ssl.create_default_context(cafile=certificate[0])
    assert secured(secure_site, "press.example", "/a", tls=trusting)[0] == "unsafe"


def test_a_server_without_encryption_is_unreadable_by_https(site):
    assert code_of(site.url("/").replace("http:", "https:")) == "unreadable"


def test_a_server_that_never_shakes_hands_is_left_at_the_time_limit():
    with socket.create_server((LOOPBACK, 0)) as server:
        found = fetched(f"https://{LOOPBACK}:{server.getsockname()[1]}/", seconds=0.2)
    assert found == TOO_LONG
