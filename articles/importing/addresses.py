"""Addresses on the web that an import may ask: those of the open internet, never the newsroom's own network.

Whoever can make an import fetch an address must not reach through it what only this machine reaches. What is public
follows IANA's registries of special-purpose addresses (RFC 6890), kept here because Python's own answer changed from
release to release. An address of IPv6 that carries one of IPv4 (mapped, 6to4, NAT64, Teredo) is never public.
"""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from django.utils.translation import gettext as _

from articles.importing.errors import BadInput

PORTS = {"http": 80, "https": 443}

_RESERVED = tuple(
    map(
        IPv4Network,
        """
        0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
        192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
        """.split(),
    )
)
_UNICAST = IPv6Network("2000::/3")
_RESERVED_UNICAST = tuple(map(IPv6Network, "2001::/23 2001:db8::/32 2002::/16 3fff::/20".split()))

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_CREDENTIALS = re.compile(r"(?<=://)[^/?#]*@")
_UNFIT = re.compile(r"[\x00-\x20\x7f-\xa0\\]")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_RESERVED_LETTERS = "!#$%&'()*+,/:;=?@[]~"  # of RFC 3986; % too, for what is encoded stays so


@dataclass(frozen=True)
class Address:
    """An http or https address taken apart. `target` is its path and query as they are asked for.

    `credentials` are "user:password" as the address gave them; they are in no other field and never shown.
    """

    scheme: str
    host: str
    port: int
    target: str
    credentials: str = ""

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"

    def __repr__(self) -> str:
        return f"<Address {self}>"

    @property
    def authority(self) -> str:
        """Host and port as the header `Host` names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    def led_to(self, location: str) -> "Address":
        """Where a redirect from here leads. Credentials stay with the place they were given for.

        Raises `BadInput` (unsupported, malformed), or unsafe where it leads from https to http.
        """
        there = address_of(urljoin(str(self), location))
        if self.scheme == "https" and there.scheme == "http":
            reason = _("It redirects from https to http, where anybody could change it. Ask for the address itself.")
            raise BadInput("unsafe", reason)
        same = (self.scheme, self.host, self.port) == (there.scheme, there.host, there.port)
        return Address(there.scheme, there.host, there.port, there.target, self.credentials if same else "")


def is_address(path: str) -> bool:
    """Whether `path` is an address with a scheme, rather than a file's path."""
    return _SCHEME.match(path) is not None


def without_credentials(path: str) -> str:
    """`path` as it may be shown and kept: of an address, what stands before the host is left out."""
    return _CREDENTIALS.sub("", path, count=1) if is_address(path) else path


def address_of(url: str) -> Address:
    """`url` taken apart. Raises `BadInput`: unsupported for any scheme but http and https, malformed else.

    A host spelt as a number in any way but four decimals (127.1, 0x7f.0.0.1, 2130706433) is unsafe: programs read it
    in different ways.
    """
    try:
        parts = urlsplit(url.strip())
        if parts.scheme not in PORTS:
            reason = _("Only http and https addresses are fetched. Save it to a file and import that.")
            raise BadInput("unsupported", reason)
        host, port = _host(parts), parts.port
        target = quote(parts.path or "/", safe=_RESERVED_LETTERS)
        target += f"?{quote(parts.query, safe=_RESERVED_LETTERS)}" if parts.query else ""
    except ValueError as error:  # UnicodeError among them
        raise _malformed() from error
    if _UNFIT.search(parts.netloc):
        raise _malformed()
    credentials = unquote(parts.netloc.rpartition("@")[0])
    return Address(parts.scheme, host, PORTS[parts.scheme] if port is None else port, target, credentials)


def is_public(address: str) -> bool:
    """Whether an IP address, as the resolver gives it, is one that anybody on the internet can reach."""
    try:
        there = ip_address(address)
    except ValueError:
        return False
    if isinstance(there, IPv4Address):
        return not any(there in network for network in _RESERVED)
    return there in _UNICAST and not any(there in network for network in _RESERVED_UNICAST)


def _host(parts: SplitResult) -> str:
    """The host in letters of ASCII. Raises `BadInput` and `ValueError`."""
    name = parts.hostname or ""
    if "[" in parts.netloc.rpartition("@")[2]:
        return str(IPv6Address(name))
    host = name.encode("idna").decode("ascii").lower().rstrip(".")
    if not _HOST.fullmatch(host):
        raise _malformed()
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        try:
            return str(IPv4Address(host))
        except AddressValueError as error:
            reason = _("Its host is a number spelt in an unusual way. Write the host's name, or four decimals.")
            raise BadInput("unsafe", reason) from error
    return host


def _malformed() -> BadInput:
    return BadInput("malformed", _("This is no whole address. Write it as in https://news.example.org/feed.xml."))
