"""The types of NewsML-G2's elements, as its Framework and News Item 2.35 have them: attributes, and what is within.

What is within is a content model (see `content_models`), `#` before it where words may stand between the elements; or
`=` and the type of the words.
"""

from articles.importing.iptc.g2_attributes import DATE, TRUNCATED

_DEFINED = "(name | definition | note | facet | remoteInfo | hierarchyInfo)* (sameAs | broader | narrower | related)*"
_DESCRIBED = "(language | genre | keyword | subject | slugline | headline | dateline | by | creditline | description)*"
_ADMINISTERED = (
    "urgency? contentCreated? contentModified? digitalSourceType? "
    "(located | infoSource | creator | contributor | audience | exclAudience | altId | rating | userInteraction)*"
)
_NAMED = "(name | hierarchyInfo)*"
_TEXT = "(a | span | ruby | inline | ~)*"
_APPROXIMATE = "dateTime|date|yearMonth|year|month|monthDay|day"
_RELATED = f"{_NAMED} (facet | related:Related | sameAs)*"

TYPES: dict[str, tuple[str, str]] = {
    "NewsItem": (
        "i18n standard! standardversion!=version conformance guid! version=positive",
        "~dsig? (catalogRef | catalog)* hopHistory? pubHistory? rightsInfo* itemMeta contentMeta? partMeta* assert* "
        "inlineRef* (derivedFrom | derivedFromValue)* contentSet?",
    ),
    "Catalog": (
        "additionalInfo url authority guid version=counted common",
        "title* scheme:Scheme+",
    ),
    "Scheme": (
        f"common alias!=name uri! authority schemecreated={DATE} schememodified={DATE} schemeretired={DATE}",
        "(sameAsScheme | name | definition | note | sameAs:Address)*",
    ),
    "Address": ("closed common g2flag", "=uri"),
    "CatalogRef": ("href! common", "title*"),
    "RightsInfo": (
        "idrefs=names scope=qcodes scopeuri aspect=qcodes aspecturi common i18n valid",
        "accountable? copyrightHolder? (copyrightNotice | usageTerms | link | rightsInfoExtProperty | "
        "rightsExpressionXML | rightsExpressionData)* dataMining? ~*",
    ),
    "RightsXml": ("closed common langid!", "~"),
    "RightsData": ("closed common langid! enctype!", "=text"),
    "ItemMeta": (
        "common i18n",
        "itemClass provider versionCreated firstCreated? embargoed? pubStatus? role? fileName? generator* profile? "
        "service* title* edNote* memberOf* instanceOf* signal* altRep* deliverableOf* hash* expires* origRep* "
        "incomingFeedId* metadataCreator? link* itemMetaExtProperty* ~*",
    ),
    "ContentMeta": ("common i18n", f"icon* {_ADMINISTERED} {_DESCRIBED} contentMetaExtProperty* ~*"),
    "PartMeta": (
        "partid=id creator=qcode creatoruri modified=date|dateTime custom=boolean how=qcode howuri why=qcode whyuri "
        "seq=counted contentrefs=names i18n",
        f"icon* timeDelim:TimeDelim* regionDelim:RegionDelim? role? {_ADMINISTERED} {_DESCRIBED} "
        "partMetaExtProperty:Extension* signal* edNote* link* ~*",
    ),
    "TimeDelim": ("common start! end! timeunit=qcode timeunituri renditionref=qcode renditionrefuri", ""),
    "RegionDelim": ("common x=integer y=integer width=integer height=counted", ""),
    "ContentSet": ("common original=name", "(inlineXML:InlineXml | inlineData:InlineData | remoteContent:Remote)*"),
    "InlineXml": ("content kind characteristics i18n", "any?"),
    "InlineData": ("content kind encoding=qcode encodinguri characteristics i18n", "=text"),
    "Remote": (
        "content target valid characteristics language=language",
        "channel:Channel* altId* altLoc* hash* signal* remoteContentExtProperty:Extension* ~*",
    ),
    "Channel": ("closed common chnlid=positive type role language=language characteristics g2flag", ""),
    "Link": ("link", "any*"),
    "Assert": ("qcode=qcode uri literal=line common i18n", "any*"),
    "Icon": ("target common rendition=qcode renditionuri picture", ""),
    "Label": ("common i18n roles media=tokens", f"#{_TEXT}"),
    "RankedLabel": ("common i18n roles media=tokens rank", f"#{_TEXT}"),
    "Headline": ("common i18n roles media=tokens rank scored", f"#{_TEXT}"),
    "Block": ("common i18n roles media=tokens", "#(a | span | ruby | br | inline | ~)*"),
    "RightsBlock": ("common i18n roles media=tokens href", "#(a | span | ruby | br | inline | ~)*"),
    "Description": ("common i18n roles media=tokens rank scored", "#(a | span | ruby | br | inline | ~)*"),
    "ValidBlock": ("common i18n roles media=tokens valid", "#(a | span | ruby | br | inline | ~)*"),
    "A": ("common i18n class href hreflang rel= rev", "#(inline | span | ruby | ~)*"),
    "Span": ("common i18n class", "#(ruby | ~)*"),
    "Inline": ("common flex i18n quantify class", "#(span | ruby | ~)*"),
    "Ruby": ("common i18n", "rb (rt | rp rt rp)"),
    "Empty": ("common", ""),
    "Words": ("closed", "=text"),
    "Line": ("common", "=line"),
    "IntlLine": ("common i18n", "=line"),
    "AddressLine": ("common i18n role", "=line"),
    "Generator": ("common i18n versioninfo role", "=line"),
    "Versioned": ("common i18n versioninfo", "=line"),
    "Keyword": ("common i18n roles rank scored", "=line"),
    "Slugline": ("common i18n separator role rank scored", "=line"),
    "Creditline": ("common i18n rank", "=line"),
    "Name": ("common i18n roles part=qcode parturi valid", "=line"),
    "AltId": (
        "common i18n type environment=qcodes environmenturi idformat=qcode idformaturi role version",
        "=text",
    ),
    "AltRep": ("common valid kind representation=qcode representationuri size=counted", "=uri"),
    "AltLoc": ("common type role roleruri", "=uri"),
    "OrigRep": ("closed common accesstype=qcode accesstypeuri reposrole=qcode reposroleuri", "=uri"),
    "Hash": ("closed hashtype=qcode hashtypeuri scope=qcode scopeuri common", "=text"),
    "Tokens": ("common", "=tokens"),
    "Urgency": ("common", "=1to9"),
    "DateTime": ("common", "=dateTime"),
    "DateTimeOrNull": ("common", "=dateTime|empty"),
    "Date": ("common", f"={DATE}"),
    "Truncated": ("common", f"={TRUNCATED}"),
    "Approximate": (f"common approxstart={TRUNCATED} approxend={TRUNCATED}", f"={_APPROXIMATE}"),
    "Confirmed": (f"common confirmed approxstart={TRUNCATED} approxend={TRUNCATED}", f"={_APPROXIMATE}"),
    "Duration": ("common confirmed", "=duration"),
    "Rating": (
        "common value!=decimal valcalctype=qcode valcalctypeuri scalemin!=decimal scalemax!=decimal scaleunit=qcode "
        "scaleunituri raters=counted ratertype=qcode ratertypeuri ratingtype=qcode ratingtypeuri",
        "",
    ),
    "UserInteraction": ("common interactions!=counted interactiontype=qcode interactiontypeuri", ""),
    "Language": ("common tag!=language roles rank", "name:IntlLine*"),
    "QCode": ("common qcode=qcode uri", ""),
    "FeedId": ("common qcode=qcode uri role", ""),
    "Qualified": ("common qcode=qcode uri i18n", _NAMED),
    "QualifiedRelated": ("common qcode=qcode uri i18n", "(name | hierarchyInfo | related)*"),
    "Action": (
        f"common qcode=qcode uri i18n target=qcode targeturi timestamp={DATE}",
        "(name | hierarchyInfo | related)*",
    ),
    "Flex": ("common flex i18n", _NAMED),
    "Facet": ("common flex i18n rel valid g2flag", _NAMED),
    "SameAs": ("common flex i18n valid", _NAMED),
    "RelatedConcept": ("common flex i18n rel rank valid", _RELATED),
    "FlexRelatedConcept": ("common flex i18n rel rank valid measured", f"{_RELATED} bag?"),
    "Related": ("common flex i18n rel rank valid measured", f"{_NAMED} related:LastRelated*"),
    "LastRelated": ("common flex i18n rel rank valid measured", _NAMED),
    "Flex1": ("common flex i18n", f"{_DEFINED} ~*"),
    "Flex1Role": ("common flex i18n role", f"{_DEFINED} ~*"),
    "Signal": ("common flex i18n severity=qcode severityuri", f"{_DEFINED} ~*"),
    "InlineRef": ("common flex i18n idrefs!=names quantify", f"{_DEFINED} ~*"),
    "DerivedFrom": ("common flex i18n idrefs=names", f"{_DEFINED} ~*"),
    "DerivedValue": ("closed common sourceidref!=name idrefs!=names", "=text"),
    "Audience": ("common flex i18n quantify significance=1to9", f"{_DEFINED} ~*"),
    "Extension": ("common flex i18n measured rel valid", f"{_DEFINED} ~*"),
    "Concept1": ("common flex i18n quantify", f"{_DEFINED} ~* bag? mainConcept? facetConcept*"),
    "RankedConcept": ("common flex i18n quantify rank", f"{_DEFINED} ~* bag? mainConcept? facetConcept*"),
    "Person": ("party", f"{_DEFINED} personDetails? ~*"),
    "Party": ("party", f"{_DEFINED} (personDetails | organisationDetails)? ~*"),
    "RoleParty": ("party roles", f"{_DEFINED} (personDetails | organisationDetails)? ~*"),
    "Author": ("party roles jobtitle=qcode jobtitleuri", f"{_DEFINED} (personDetails | organisationDetails)? ~*"),
    "Assigned": ("party roles covers", f"{_DEFINED} (personDetails | organisationDetails)? ~*"),
    "Location": ("party", f"{_DEFINED} (geoAreaDetails | POIDetails)? ~*"),
    "RoleLocation": ("party role", f"{_DEFINED} (geoAreaDetails | POIDetails)? ~*"),
    "ValidLocation": ("party valid", f"{_DEFINED} (geoAreaDetails | POIDetails)? ~*"),
    "PersonAffiliation": ("party role valid", f"{_DEFINED} organisationDetails? ~*"),
    "OrganisationAffiliation": ("party role valid", f"{_DEFINED} organisationDetails? ~*"),
    "Bag": ("common i18n", "bit:Bit+"),
    "Bit": ("common qcode=qcode uri type significance=0to100 quantify", ""),
    "HopHistory": ("common", "hop:Hop+"),
    "Hop": (f"seq=counted timestamp={DATE} common", "party:Party? action:Action*"),
    "PubHistory": ("closed common", "published:Published+"),
    "Published": (
        "closed common qcode=qcode uri literal=line",
        "timestamp:Truncated? (name | related | publishedExtProperty:Extension | ~)*",
    ),
}
"""Of the types that only describe a concept, an event or planned coverage see `g2_concept_types`."""
