"""What a document of ninjs 3.0 and 3.1 may say; new are events and planned coverage, and names in camelCase."""

import re

from articles.importing.iptc.ninjs_1 import DIGITAL_SOURCE_TYPE
from articles.importing.iptc.ninjs_2 import document
from articles.importing.iptc.shapes import (
    ANY_OBJECT,
    NUMBER,
    TEXT,
    WHOLE,
    AnyOf,
    Listing,
    Number,
    Object,
    Shape,
    Text,
    all_of,
    choice,
    listings,
    texts,
)

_FROM_0_TO_100 = Number(is_whole=True, least=0, most=100)
_URGENCY = Number(is_whole=True, least=1, most=9)
_TYPE = choice("text audio video picture graphic composite component event planning")
_STATUS = choice("usable withheld canceled")
_DAY = r"-(1[0-2]|0[1-9])(-(3[01]|0[1-9]|[12][0-9])"
_TIME = r"(T(2[0-3]|[01][0-9]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?(Z|[+-](2[0-3]|[01][0-9]):[0-5][0-9])?)?)?"
_TRUNCATED = Text(pattern=re.compile(rf"^-?([1-9][0-9]*)?[0-9]{{4}}({_DAY}{_TIME})?$"))

_CONTACT_INFO = Object(
    texts("type role lang name value")
    | {"address": Object(texts("locality area postalCode country") | {"lines": Listing(TEXT)})},
    either=("value", "address"),
)
_CONTACTABLE = {"contactInfo": Listing(_CONTACT_INFO)}
_CONCEPT = texts("name rel uri literal")
_WORDS = texts("role contentType value")
_ORGANISATION = Object(_CONCEPT | _CONTACTABLE | {"symbols": Listing(Object(texts("exchange symbolType symbol")))})
_RENDITION = Object(
    all_of(
        texts("name href contentType title format aspectRatio videoCodec transportProtocol bitrate"),
        dict.fromkeys(("width", "height", "sizeInBytes"), WHOLE),
        {
            "duration": NUMBER,
            "frameRate": NUMBER,
            "poi": Object({"x": WHOLE, "y": WHOLE}),
            "scanType": choice("progressive interlaced"),
        },
    ),
    required=("name",),
)
_RULE = Object(
    {
        "frequency": choice("secondly minutely hourly daily weekly monthly yearly"),
        "interval": WHOLE,
        "until": TEXT,
        "count": WHOLE,
    }
)
_DATES_TOLD = texts("startDate endDate expectedDuration") | {
    "expectedStartDate": _TRUNCATED,
    "expectedEndDate": _TRUNCATED,
    "recurrence": Object({"recurrenceDates": Listing(_TRUNCATED), "recurrenceRules": Listing(_RULE)}),
}
_DATES = AnyOf(
    (
        Object(_DATES_TOLD, either=("endDate", "expectedEndDate")),
        Object(_DATES_TOLD, either=("startDate", "expectedStartDate")),
    )
)

_PLANNED = Object(
    all_of(
        texts("uri title edNote language"),
        {
            "pubStatus": _STATUS,
            "type": _TYPE,
            "commissioned": Object(texts("by on") | {"references": Listing(Object(texts("name value")))}),
            "dates": _DATES,
            "audiences": Listing(Object({"audience": TEXT, "significance": WHOLE})),
            "exclAudience": Listing(TEXT),
            "urgency": _URGENCY,
            "itemCount": Object({"rangeFrom": WHOLE, "rangeTo": WHOLE}),
            "wordCount": WHOLE,
            "renditions": Listing(_RENDITION),
        },
    )
)
_VERSION_3_0: dict[str, Shape] = all_of(
    texts("uri profile version firstCreated versionCreated contentCreated embargoedUntil copyrightHolder"),
    texts("copyrightNotice usageTerms edNote language title by slugline located expires"),
    {
        "type": _TYPE,
        "representationType": choice("full partial"),
        "pubStatus": _STATUS,
        "urgency": _URGENCY,
        "bodies": Listing(Object(_WORDS | {"charCount": WHOLE, "wordCount": WHOLE}, required=("value",))),
        "people": Listing(Object(_CONCEPT | _CONTACTABLE)),
        "organisations": Listing(_ORGANISATION),
        "places": Listing(Object(_CONCEPT | _CONTACTABLE | {"geoJSON": ANY_OBJECT})),
        "subjects": Listing(
            Object(_CONCEPT | {"creator": TEXT, "relevance": _FROM_0_TO_100, "confidence": _FROM_0_TO_100})
        ),
        "events": Listing(Object(_CONCEPT | {"id": TEXT})),
        "eventDetails": Object(
            texts("eventStatus plannedCoverageStatus") | {"dates": _DATES, "organiser": _ORGANISATION}
        ),
        "plannedCoverage": Listing(_PLANNED),
        "objects": Listing(Object(_CONCEPT)),
        "infoSources": Listing(Object(texts("name role uri literal") | _CONTACTABLE)),
        "renditions": Listing(_RENDITION),
        "altIds": Listing(Object(texts("role value"))),
        "trustIndicators": Listing(Object(texts("role title href"))),
        "standard": Object(texts("name version schema")),
        "genres": Listing(Object(texts("name uri literal"))),
        "rightsInfo": Object(texts("langId linkedRights encodedRights"), either=("linkedRights", "encodedRights")),
    },
    listings("descriptions headlines", Object(_WORDS, required=("value",))),
)
_VERSION_3_1 = _VERSION_3_0 | {"digitalSourceType": DIGITAL_SOURCE_TYPE}

VERSIONS = {
    "3.0": document(_VERSION_3_0, texts("name rel")),
    "3.1": document(_VERSION_3_1, texts("name rel")),
}
"""The shape of a whole document, by version."""
