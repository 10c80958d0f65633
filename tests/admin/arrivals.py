"""Copy that arrives while somebody sits at the screen: items that name supplier, id and version."""

import json
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User

from articles.desk import rights
from articles.importing.run import Import, Result

BASIN = "urn:newsml:meridian.example:basin"

PARAGRAPHS = (
    "The harbour board closes the inner basin for nine weeks from March, so that divers can mend the tidal gate.",
    "Forty-one fishing boats move to the outer quay, where there is water for half of them.",
    "The work will cost 2.3 million, of which the county pays two thirds.",
    "Ferries to Skerrin keep to their timetable.",
)


def item(version: int = 1, *, uri: str = BASIN, supplier: str = "Meridian Wire", **told: Any) -> dict[str, Any]:
    """An item of a wire, as ninjs has it; `paragraphs` and everything else that it tells may be told."""
    paragraphs = told.pop("paragraphs", PARAGRAPHS)
    return {
        "uri": uri,
        "type": "text",
        "version": str(version),
        "versioncreated": f"2026-02-{version:02}T10:15:00+01:00",
        "language": "en",
        "headline": "Marrowby closes inner basin",
        "infosource": [{"name": supplier, "rel": "provider"}],
        "urgency": 3,
        "usageterms": "Not for sale on Skerrin.",
        "body_xhtml": "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs),
        **told,
    }


def changed(number: int, words: str, paragraphs: tuple[str, ...] = PARAGRAPHS) -> tuple[str, ...]:
    """The paragraphs with other words in place of one of them."""
    return (*paragraphs[:number], words, *paragraphs[number + 1 :])


def bring_in(folder: Path, *documents: dict[str, Any] | bytes, by: User | None = None) -> list[Result]:
    """Imports documents, in the name of the newsroom's software unless told otherwise."""
    paths = []
    for document in documents:
        received = document if isinstance(document, bytes) else json.dumps(document).encode()
        path = folder / f"{len(list(folder.iterdir()))}.{'txt' if isinstance(document, bytes) else 'json'}"
        path.write_bytes(received)
        paths.append(str(path))
    return list(Import(by or rights.system(), tuple(paths)).run())
