"""Which addresses a link in a story may lead to."""

import re
import string
import unicodedata
from urllib.parse import quote, urlsplit

from articles.text.characters import without_controls

_DROPPED = re.compile("[\t\n\r\v\f\x85\u2028\u2029]")
_WEB = re.compile(r"https?://[^\s/?#]")
_CONTACT = re.compile(r"(mailto|tel):[^\s]")
_OWN = re.compile(r"/(?!/)")
_SCHEME = re.compile(r"\A[A-Za-z]+(?=:)")


def safe_href(href: str) -> str | None:
    """Give the address as a story may carry it, or None when it may not.

    Allowed are http, https, mailto, tel and root-relative paths. What browsers do in silence is done first
    (trim the ends, drop tabs and line ends, lower the scheme), so that nothing is judged as what it is not.
    """
    href = _DROPPED.sub("", without_controls(href)).strip(" ").replace(" ", "%20")
    href = _SCHEME.sub(lambda scheme: scheme[0].lower(), href)
    if "\\" in href or not (_WEB.match(href) or _CONTACT.match(href) or _OWN.match(href)):
        return None
    if not unicodedata.is_normalized("NFC", href):
        href = quote(href, safe=string.punctuation)
    return href if _is_sound(href) else None


def host_of(href: str) -> str:
    """Name the host an address leads to, in lower case; empty for our own paths, mail and telephones."""
    return urlsplit(href).hostname or ""


def _is_sound(href: str) -> bool:
    try:
        parts = urlsplit(href)
        return parts.port is None or parts.port > 0
    except ValueError:
        return False
