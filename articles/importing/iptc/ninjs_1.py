"""What a document of ninjs 1.0 to 1.6 may say, version by version."""

from articles.importing.iptc.shapes import (
    ANY_OBJECT,
    NUMBER,
    TEXT,
    Again,
    Listing,
    Number,
    Object,
    Shape,
    all_of,
    choice,
    listings,
    texts,
)

_TYPES_1_0 = "text audio video picture graphic composite"
_FROM_0_TO_100 = Number(is_whole=True, least=0, most=100)

CONTACT_INFO = Object(
    texts("type role lang name value")
    | {"address": Object(texts("locality area postalcode country") | {"lines": Listing(TEXT)})},
    either=("value", "address"),
)
RIGHTS_INFO = Object(texts("langid linkedrights encodedrights"), either=("linkedrights", "encodedrights"), is_open=True)
DIGITAL_SOURCE_TYPE = Object(texts("name uri literal"))

_CODE = Object(texts("code scheme"), required=("code",))
ADVICES = Listing(
    Object(
        {
            "role": choice("publish"),
            "environments": Listing(Object(texts("code scheme"), is_open=True)),
            "importance": _CODE,
            "lifetime": _CODE,
        }
    )
)
"""Of the versions under development, whose documents are about as well."""

_CONCEPT = texts("name rel scheme code")
_SYMBOLS_1_0 = texts("ticker exchange")
_RENDITION_1_0 = texts("href mimetype title") | dict.fromkeys(("height", "width", "sizeinbytes"), NUMBER)

_VERSION_1_0: dict[str, Shape] = all_of(
    texts("uri mimetype profile version versioncreated embargoed copyrightholder copyrightnotice language"),
    texts("byline headline located"),
    {
        "type": choice(_TYPES_1_0),
        "representationtype": choice("complete incomplete"),
        "pubstatus": choice("usable withheld canceled"),
        "organisation": Listing(Object(_CONCEPT | {"symbols": Listing(Object(_SYMBOLS_1_0))})),
    },
    listings("person place subject event object", Object(_CONCEPT)),
)
_VERSION_1_1 = _VERSION_1_0 | {
    "urgency": NUMBER,
    "usageterms": TEXT,
    "place": Listing(Object(_CONCEPT, like={r"geometry_[a-zA-Z0-9_]": ANY_OBJECT})),
}
_VERSION_1_2 = _VERSION_1_1 | {
    **texts("firstcreated ednote title slugline"),
    "type": choice(f"{_TYPES_1_0} component"),
    "infosource": Listing(Object(_CONCEPT)),
    "charcount": NUMBER,
    "wordcount": NUMBER,
}
_VERSION_1_3 = _VERSION_1_2 | {
    "altids": ANY_OBJECT,
    "trustindicator": Listing(Object(texts("scheme code title href"))),
    "$standard": Object(texts("name version schema")),
    "genre": Listing(Object(texts("name scheme code"))),
}
_VERSION_1_4 = _VERSION_1_3 | {**texts("contentcreated expires"), "rightsinfo": RIGHTS_INFO}
_CONTACTABLE = _CONCEPT | {"contactinfo": Listing(CONTACT_INFO)}
_VERSION_1_5 = _VERSION_1_4 | {
    "person": Listing(Object(_CONTACTABLE)),
    "organisation": Listing(
        Object(_CONTACTABLE | {"symbols": Listing(Object(_SYMBOLS_1_0 | texts("symboltype symbol")))})
    ),
    "place": Listing(Object(_CONTACTABLE, like={r"geometry_[a-zA-Z0-9_]": ANY_OBJECT})),
    "subject": Listing(Object(_CONCEPT | {"creator": TEXT, "relevance": _FROM_0_TO_100, "confidence": _FROM_0_TO_100})),
    "infosource": Listing(Object(_CONTACTABLE)),
}
_VERSION_1_6 = _VERSION_1_5 | {"digitalsourcetype": DIGITAL_SOURCE_TYPE}

_WORDS_1_0: dict[str, Shape] = {"description_[a-zA-Z0-9_]": TEXT, "body_[a-zA-Z0-9_]": TEXT}
_WORDS_1_3 = _WORDS_1_0 | {"headline_[a-zA-Z0-9_]": TEXT}


def _document(
    properties: dict[str, Shape], *, words: dict[str, Shape], key: str, rendition: dict[str, Shape]
) -> Object:
    """The shape of a document: `words` by the patterns of their names, `key` what names of members begin with."""
    association = Again()
    renditions = Object(like={key: Object(rendition)}, may_repeat=True)
    associations = Object(like={key: association})
    whole = properties | {"renditions": renditions, "associations": associations}
    association.shape = Object(whole, like=words, required=("uri",))
    return association.shape


_RENDITION_1_2 = _RENDITION_1_0 | {"duration": NUMBER, "format": TEXT}
_KEY_1_0, _KEY_1_3 = r"[a-zA-Z0-9]", r"[a-zA-Z0-9_]"

VERSIONS = {
    "1.0": _document(_VERSION_1_0, words=_WORDS_1_0, key=_KEY_1_0, rendition=_RENDITION_1_0),
    "1.1": _document(_VERSION_1_1, words=_WORDS_1_0, key=_KEY_1_0, rendition=_RENDITION_1_0),
    "1.2": _document(_VERSION_1_2, words=_WORDS_1_0, key=_KEY_1_0, rendition=_RENDITION_1_2),
    **{
        version: _document(properties, words=_WORDS_1_3, key=_KEY_1_3, rendition=_RENDITION_1_2)
        for version, properties in {
            "1.3": _VERSION_1_3,
            "1.4": _VERSION_1_4,
            "1.5": _VERSION_1_5,
            "1.6": _VERSION_1_6,
            "1.x-dev": _VERSION_1_6 | {"advices": ADVICES},
        }.items()
    },
}
"""The shape of a whole document, by version. The last takes what any of the others does."""
