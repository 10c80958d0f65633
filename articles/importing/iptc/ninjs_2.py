"""What a document of ninjs 2.0 to 2.2 may say, version by version."""

from articles.importing.iptc.ninjs_1 import ADVICES, CONTACT_INFO, DIGITAL_SOURCE_TYPE, RIGHTS_INFO
from articles.importing.iptc.shapes import (
    ANY_OBJECT,
    NUMBER,
    TEXT,
    Again,
    AnyOf,
    Listing,
    Number,
    Object,
    Shape,
    all_of,
    choice,
    listings,
    texts,
)

_FROM_0_TO_100 = Number(is_whole=True, least=0, most=100)
_CONCEPT = texts("name rel uri literal")
_INFO_SOURCE = texts("name role uri literal")
_SYMBOLS = texts("ticker exchange")
_WORDS = texts("role contenttype value")

_VERSION_2_0: dict[str, Shape] = all_of(
    texts("uri profile version firstcreated versioncreated contentcreated embargoed copyrightholder copyrightnotice"),
    texts("usageterms ednote language title by slugline located"),
    {
        "type": choice("text audio video picture graphic composite component"),
        "representationtype": choice("full partial"),
        "pubstatus": choice("usable withheld canceled"),
        "urgency": NUMBER,
        "bodies": Listing(Object(_WORDS | {"charcount": NUMBER, "wordcount": NUMBER}, required=("value",))),
        "organisations": Listing(Object(_CONCEPT | {"symbols": Listing(Object(_SYMBOLS))})),
        "places": Listing(Object(_CONCEPT | {"geojson": ANY_OBJECT})),
        "infosources": Listing(Object(_INFO_SOURCE)),
        "renditions": Listing(
            Object(
                texts("name href contenttype title format")
                | dict.fromkeys(("height", "width", "sizeinbytes", "duration"), NUMBER),
                required=("name",),
            )
        ),
        "altids": Listing(Object(texts("role value"))),
        "trustindicators": Listing(Object(texts("role title href"))),
        "standard": Object(texts("name version schema")),
        "genres": Listing(Object(texts("name uri literal"))),
        "rightsinfo": RIGHTS_INFO,
    },
    listings("descriptions headlines", Object(_WORDS, required=("value",))),
    listings("people subjects events objects", Object(_CONCEPT)),
)
_CONTACTABLE = _CONCEPT | {"contactinfo": Listing(CONTACT_INFO)}
_VERSION_2_1 = _VERSION_2_0 | {
    "expires": TEXT,
    "people": Listing(Object(_CONTACTABLE)),
    "organisations": Listing(
        Object(_CONTACTABLE | {"symbols": Listing(Object(_SYMBOLS | texts("symboltype symbol")))})
    ),
    "places": Listing(Object(_CONTACTABLE | {"geojson": ANY_OBJECT})),
    "subjects": Listing(
        Object(_CONCEPT | {"creator": TEXT, "relevance": _FROM_0_TO_100, "confidence": _FROM_0_TO_100})
    ),
    "infosources": Listing(Object(_INFO_SOURCE | {"contactinfo": Listing(CONTACT_INFO)})),
}
_VERSION_2_2 = _VERSION_2_1 | {"digitalsourcetype": DIGITAL_SOURCE_TYPE}


def _document_2_0() -> Object:
    """In 2.0 an association is a whole document, or anything at all that has a name."""
    document = Again()
    named = Object({"name": TEXT}, required=("name",), is_open=True)
    document.shape = Object(_VERSION_2_0 | {"associations": Listing(AnyOf((named, document)))}, required=("uri",))
    return document.shape


def document(properties: dict[str, Shape], of_associations: dict[str, Shape]) -> Object:
    """A document whose associations are documents of the same properties, and of some of their own, with a name."""
    association = Again()
    whole = properties | {"associations": Listing(association)}
    association.shape = Object(whole | of_associations, required=("name", "uri"))
    return Object(whole, required=("uri",))


VERSIONS = {
    "2.0": _document_2_0(),
    "2.1": document(_VERSION_2_1, {"name": TEXT}),
    "2.2": document(_VERSION_2_2, {"name": TEXT}),
    "2.x-dev": document(_VERSION_2_2 | {"advices": ADVICES}, {"name": TEXT}),
}
"""The shape of a whole document, by version."""
