"""Which version of ninjs a document is of, and whether it is what that version says.

A document may name its version (`$standard`, from 2.0 on `standard`). One that names none is right if any version
takes it: documents before 1.3 could not say.
"""

import re
from collections.abc import Mapping
from typing import Any

from articles.importing.iptc import ninjs_1, ninjs_2, ninjs_3
from articles.importing.iptc.shapes import Fault, Object

SHAPES: Mapping[str, Object] = {**ninjs_1.VERSIONS, **ninjs_2.VERSIONS, **ninjs_3.VERSIONS}
"""The shape of a document by version, the oldest first."""

_WIDEST = ("1.x-dev", "2.x-dev", "2.0", "3.1")  # one of them takes what any version takes
_VERSION = re.compile(r"\d{1,3}\.\d{1,3}", re.ASCII)
_SCHEMA = re.compile(r"ninjs-schema_(\d{1,3}\.\d{1,3})\.json", re.ASCII)
_CAMEL = re.compile("[a-z]+[A-Z]")
_LIKE_1 = re.compile("headline_|body_|description_")


def fault(document: Mapping[str, Any], version: str = "") -> Fault | None:
    """The first thing that does not hold in `document`, as `version` has it; else as the version it names, or any.

    Of a version later than those known here nothing is said to be too much.
    """
    version = version or told_version(document)
    if version in SHAPES:
        return _first(SHAPES[version], document)
    if version:
        return _first(SHAPES[_nearest(version)], document, is_open=True)
    likely = _looks_like(document)
    found = _first(SHAPES[likely], document)
    if found is None or any(_first(SHAPES[other], document) is None for other in _WIDEST if other != likely):
        return None
    return found


def told_version(document: Mapping[str, Any]) -> str:
    """The version that the document itself names, such as `1.4`; empty where it names none."""
    told = document.get("$standard", document.get("standard"))
    if not isinstance(told, dict):
        return ""
    version, schema = told.get("version"), told.get("schema")
    if isinstance(version, str) and _VERSION.fullmatch(version):
        return version
    named = _SCHEMA.search(schema) if isinstance(schema, str) else None
    return named[1] if named else ""


def _first(shape: Object, document: Mapping[str, Any], *, is_open: bool = False) -> Fault | None:
    faults = shape.faults(document, ())
    return next((one for one in faults if not (is_open and one.is_surplus)), None)


def _nearest(version: str) -> str:
    """The last known version of the same generation, or of all."""
    alike = [known for known in SHAPES if known.partition(".")[0] == version.partition(".")[0]]
    return (alike or list(SHAPES))[-1]


def _looks_like(document: Mapping[str, Any]) -> str:
    """The last version of the generation that its names are of: 3 has camelCase, 1 tells headline and body by name."""
    if any(map(_CAMEL.match, document)):
        return list(ninjs_3.VERSIONS)[-1]
    known_in_1 = sum(name in SHAPES["1.x-dev"].properties or bool(_LIKE_1.match(name)) for name in document)
    known_in_2 = sum(name in SHAPES["2.x-dev"].properties for name in document)
    return list(ninjs_2.VERSIONS if known_in_2 > known_in_1 else ninjs_1.VERSIONS)[-1]
