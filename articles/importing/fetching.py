"""One address on the web fetched to the last byte, politely and within limits, and never from the own network.

The host is resolved once a hop, what it resolves to is checked, and the connection goes to the address that was
checked, under the host's name: a name that answers differently a moment later (DNS rebinding) changes nothing.
There are no cookies, no proxies of the environment, no cached answers.
"""

import base64
import codecs
import io
import re
import socket
import ssl
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead
from typing import Any, BinaryIO, cast
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext as _

from articles.importing.addresses import Address, address_of, is_public
from articles.importing.errors import BadInput
from articles.importing.spooling import PIECE, Allowance, head_of, spool
from articles.importing.unpacking import HEAD, gunzipped, is_gzip

MOST_REDIRECTS = 5

_REDIRECTS = {301, 302, 303, 307, 308}
_GONE = {404, 410}
_BARRED = {401, 402, 403, 407, 451}
_PACKED = {"gzip", "x-gzip"}
_CHARSET = re.compile(r"""\bcharset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True)
class Fetched:
    """The body of an answer, to be read from its first byte and closed. `address` is where it was in the end,
    `charset` the encoding its `Content-Type` names; empty where that is none known here.
    """

    stream: BinaryIO
    address: str
    charset: str = ""


def addresses_of(host: str, port: int) -> list[str]:
    """The IP addresses that `host` has now, in the order in which they are to be tried. Raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass(frozen=True)
class Fetcher:
    """How things are fetched. `agent` is what servers are told of us; `allowed` are hosts, by name, that need not be
    public; `seconds` is the most that all of it may take, redirects included, `to_connect` each connection.
    """

    agent: str
    allowed: Collection[str] = ()
    seconds: float = 600
    to_connect: float = 10
    resolve: Callable[[str, int], list[str]] = addresses_of
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def fetch(self, url: str, allowance: Allowance) -> Fetched:
        """What is at `url`, unpacked where the server packed it for the way.

        Raises `BadInput`: malformed or unsupported of the address; unsafe where a host is not public or a redirect
        leads there; not-found, unreadable where the server does not give it; too-large over the `allowance`.
        """
        address, deadline = address_of(url), time.monotonic() + self.seconds
        try:
            return self._fetch(address, address.host in self.allowed, deadline, allowance)
        except TimeoutError as error:
            reason = _("The server takes too long. Try again later, or save it to a file and import that.")
            raise _unreadable(reason) from error
        except IncompleteRead as error:
            raise _unreadable(_("The connection ended before all of it had come. Try again.")) from error
        except (HTTPException, ValueError) as error:
            raise _unreadable(_("The server does not answer as web servers do. Check the address.")) from error
        except OSError as error:
            reason = _("There is no connection: %(reason)s. Check the address, or try again later.")
            raise _unreadable(reason, reason=error.strerror or error) from error

    def _fetch(self, address: Address, trusted: bool, deadline: float, allowance: Allowance) -> Fetched:
        for _hop in range(MOST_REDIRECTS + 1):
            with closing(self._connected(address, trusted, deadline)) as wire:
                response = _answer(address, wire, self.agent, deadline)
                location = response.headers.get("Location")
                if response.status not in _REDIRECTS or not location:
                    _require_success(response)
                    return _received(response, address, allowance)
                address = address.led_to(_letters(location))
            # Only who is trusted may lead to others that are: a stranger must not send us round our own network.
            trusted = trusted and address.host in self.allowed
        reason = _("It redirects more than %(most)d times. Find the address it ends at and import that.")
        raise _unreadable(reason, most=MOST_REDIRECTS)

    def _connected(self, address: Address, trusted: bool, deadline: float) -> socket.socket:
        """A connection to one of the addresses of a host, every one of which is public."""
        found = self.resolve(address.host, address.port)
        if not trusted and not all(map(is_public, found)):
            reason = _("%(host)s is not on the open internet. If it is yours, name it in IMPORT_ALLOWED_HOSTS.")
            raise BadInput("unsafe", reason % {"host": address.host})
        why: OSError | None = None
        for one in found:
            try:
                wire = socket.create_connection((one, address.port), min(self.to_connect, _left(deadline)))
            except OSError as error:
                why = error
            else:
                return self._secured(wire, address)
        raise OSError(_("%(host)s does not answer") % {"host": address.host}) from why

    def _secured(self, wire: socket.socket, address: Address) -> socket.socket:
        if address.scheme == "http":
            return wire
        try:
            return self.tls.wrap_socket(wire, server_hostname=address.host)  # closes it where that fails
        except ssl.SSLCertVerificationError as error:
            reason = _("The server cannot prove that it is %(host)s: %(reason)s. Do not import from it.")
            raise _unreadable(reason, host=address.host, reason=error.verify_message) from error


def fetcher() -> Fetcher:
    """How this newsroom fetches, as its settings say."""
    allowed = {host.strip("[]").lower() for host in settings.IMPORT_ALLOWED_HOSTS}
    house = "; ".join(filter(None, [quote(settings.NEWSROOM_NAME, safe=" "), settings.SITE_URL]))
    return Fetcher(f"Newsroom-Import ({house})", allowed)


def _answer(address: Address, wire: socket.socket, agent: str, deadline: float) -> HTTPResponse:
    headers = {
        "Host": address.authority,
        "User-Agent": agent,
        "Accept": "*/*",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    if address.credentials:
        headers["Authorization"] = f"Basic {base64.b64encode(address.credentials.encode()).decode()}"
    asking = HTTPConnection(address.host, address.port)
    asking.sock = wire
    wire.settimeout(_left(deadline))
    asking.request("GET", address.target, headers=headers)
    response = HTTPResponse(cast(socket.socket, _Patient(wire, deadline)), method="GET")
    response.begin()
    return response


class _Patient(io.RawIOBase):
    """What comes over a connection until a deadline, however slowly it drips: no wait is longer than what is left."""

    def __init__(self, wire: socket.socket, deadline: float) -> None:
        self._wire = wire
        self._deadline = deadline

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self, PIECE)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._wire.settimeout(_left(self._deadline))
        return self._wire.recv_into(buffer)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _require_success(response: HTTPResponse) -> None:
    if 200 <= response.status < 300:
        return
    if response.status in _GONE:
        raise BadInput(
            "not-found", _("There is nothing there (%(status)d). Check the address.") % {"status": response.status}
        )
    if response.status in _BARRED:
        raise _unreadable(
            _("The server does not let the import in (%(status)d). Ask its owner."), status=response.status
        )
    raise _unreadable(_("The server answered %(status)d. Try again later."), status=response.status)


def _received(response: HTTPResponse, address: Address, allowance: Allowance) -> Fetched:
    coding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if coding not in {"", "identity", *_PACKED}:
        reason = _("It comes packed as %(coding)s, which nobody asked for. Save it to a file and import that.")
        raise BadInput("unsupported", reason % {"coding": repr(coding)})
    body = spool(_body(response), allowance)
    if coding in _PACKED and is_gzip(head_of(body, HEAD)):
        with body as packed:
            body = spool(gunzipped(packed), allowance)
    return Fetched(body, str(address), _charset(response))


def _body(response: HTTPResponse) -> Iterator[bytes]:
    while chunk := response.read1(PIECE):
        yield chunk
    if response.length:  # http.client does not mind
        raise IncompleteRead(b"", response.length)


def _charset(response: HTTPResponse) -> str:
    named = _CHARSET.search(response.headers.get("Content-Type", ""))
    try:
        return codecs.lookup(named[1]).name if named else ""
    except (LookupError, ValueError):
        return ""


def _letters(location: str) -> str:
    """A header's value as what it is today: http.client reads every one as Latin-1."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _unreadable(sentence: str, /, **words: object) -> BadInput:
    return BadInput("unreadable", sentence % words)
