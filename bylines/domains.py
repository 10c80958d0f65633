"""The domains by which an organisation is recognised, in one spelling. Pure; knows the list of public suffixes."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

import tld

_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_](?:[\w-]{0,61}[^\W_])?")
_DOORS = frozenset({"www", "amp", "m", "mobile"})
"""What stands before a domain and says only how the same pages are served."""


@lru_cache(maxsize=10_000)  # an import asks for every domain the house knows, batch after batch
def domain_of(typed: str) -> str:
    """The domain in what a person types or an import finds: `https://www.RT.com/news` gives `rt.com`.

    In small letters, international ones as they are read, without `www.` and the like. Empty where there is none, as
    in “RT”, in a bare `localhost` or in an IP address.
    """
    typed = typed.strip()
    try:
        host = urlsplit(typed if "//" in typed else f"//{typed}").hostname or ""
    except ValueError:
        return ""
    host = _read(host.rstrip("."))
    if len(host) > 253 or not _DOMAIN.fullmatch(host):
        return ""
    door, _dot, rest = host.partition(".")
    return rest if door in _DOORS and not is_public_suffix(rest) else host


def covering(domain: str) -> list[str]:
    """The domains that speak for `domain`, itself first: `news.bbc.co.uk`, `bbc.co.uk`; never a public suffix.

    A host such as `ada.blogspot.com` is nobody's but Ada's, since anybody can have one beside it.
    """
    found = [domain]
    while not is_public_suffix(domain := domain.partition(".")[2]):
        found.append(domain)
    return found


def is_public_suffix(domain: str) -> bool:
    """Whether anybody can have a domain under this one: `com`, `co.uk`, `blogspot.com` (publicsuffix.org)."""
    return "." not in domain or tld.is_tld(domain)


def _read(host: str) -> str:
    """`xn--mnchen-3ya.de` as `münchen.de`, so that both spellings are one."""
    try:
        return host.encode("ascii").decode("idna").lower()
    except UnicodeError:
        return host.lower()
