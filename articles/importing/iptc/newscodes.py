"""Codes of controlled vocabularies, however written: a qcode, a URI, a scheme and a code. IPTC's under their alias.

In NewsML-G2 a catalog may give any alias to any vocabulary; what an alias stands for there goes first.
"""

import re
from collections.abc import Mapping
from urllib.parse import unquote

_ALIASES = {
    "mediatopic": "medtop",
    "subjectcode": "subj",
    "pubstatusg2": "stat",
    "ninature": "ninat",
    "signal": "sig",
    "newsprovider": "nprov",
    "descriptionrole": "drol",
    "rendition": "rnd",
    "itemrelation": "irel",
    "cpnature": "cpnat",
}
"""The vocabularies of http://cv.iptc.org/newscodes/ whose alias in IPTC's catalog is not their name."""

CANONICAL = {"canonical", "iscanonical", "canonicalurl", "permalink", "weburl", "url", "link", "web"}
"""The roles, as `last_part` has them, of an address that a story is published at."""

_NEWSCODE = re.compile(r"https?://cv\.iptc\.org/newscodes/([a-z0-9-]+)/([^\s?#]+)", re.IGNORECASE)
_WIKIDATA = re.compile(r"https?://www\.wikidata\.org/(?:entity|wiki)/(Q\d+)", re.ASCII)
_QCODE = re.compile(r"[^\s:/?#]+:(?!//)\S+")
_TAIL = re.compile(r"[^:/#]*$")


def code_of_uri(uri: str) -> str:
    """`medtop:20000002` of `http://cv.iptc.org/newscodes/mediatopic/20000002`; of other vocabularies the URI itself."""
    uri = uri.strip()
    if found := _NEWSCODE.fullmatch(uri):
        name = found[1].lower()
        return f"{_ALIASES.get(name, name)}:{unquote(found[2]).strip('/')}"
    found = _WIKIDATA.fullmatch(uri)
    return f"wd:{found[1]}" if found else uri


def code_of_qcode(qcode: str, schemes: Mapping[str, str]) -> str:
    """The code that `qcode` is, where an alias stands for the URI that `schemes` gives it, or for what IPTC's does."""
    qcode = qcode.strip()
    alias, _colon, code = qcode.partition(":")
    if alias in schemes:
        return code_of_uri(schemes[alias] + code)
    return f"{_ALIASES.get(alias, alias)}:{code}" if code else qcode


def code_of_scheme(scheme: str, code: str) -> str:
    """The code of a scheme, given by its URI or its alias, and a code in it, which may be whole already."""
    scheme, code = scheme.strip(), code.strip()
    if not code or code.startswith(("http://", "https://")):
        return code_of_uri(code)
    if "://" in scheme:
        return code_of_uri(scheme + code if scheme.endswith(("/", "#")) else f"{scheme}/{code}")
    if scheme and not code.startswith(f"{scheme}:"):
        return code_of_qcode(f"{scheme}:{code}", {})
    return code_of_qcode(code, {}) if _QCODE.fullmatch(code) else code


def last_part(code: str) -> str:
    """What a role or status says, whoever's vocabulary it is of: `summary` of `drol:summary`. In small letters."""
    found = _TAIL.search(code.strip().rstrip("/#:"))
    return re.sub(r"[\s_-]+", "", found[0] if found else "").lower()
