"""Addresses as feeds give them: relative, with white space around, or none at all."""

import re
from urllib.parse import urljoin

_WEB = re.compile(r"https?://[^\s/?#@]+[^\s]*", re.IGNORECASE)


def joined(base: str, address: str) -> str:
    """`address` as it is read on the page `base`; empty where it is none."""
    address = "".join(address.split()) if "://" in address else address.strip()
    if not address or not base:
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def web(address: str) -> str:
    """`address` if it is one of the web (http or https), and else nothing."""
    address = address.strip()
    return address if _WEB.fullmatch(address) else ""
