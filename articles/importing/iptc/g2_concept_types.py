"""The types of NewsML-G2's elements that describe a concept, an event or planned coverage; noted as in `g2_types`.

They may stand in a news item, too: in an assertion, or as its content.
"""

from articles.importing.iptc.g2_attributes import DATE

_DESCRIBED = "(language | genre | keyword | subject | slugline | headline | dateline | by | creditline | description)*"
_RELATED = "(sameAs | broader | narrower | related)*"
_SAID = "(definition | note | facet | remoteInfo | hierarchyInfo)*"

CONCEPT_TYPES: dict[str, tuple[str, str]] = {
    "Concept": (
        "common i18n",
        f"conceptId type? name+ {_SAID} {_RELATED} hasInstrument* (personDetails | organisationDetails | "
        "geoAreaDetails | POIDetails | objectDetails | eventDetails)? conceptExtProperty* ~*",
    ),
    "ConceptId": (f"qcode=qcode uri created={DATE} retired={DATE} common", ""),
    "PersonDetails": (
        "common",
        "born:Truncated? died:Truncated? (affiliation:PersonAffiliation | contactInfo:ContactInfo)* ~*",
    ),
    "OrganisationDetails": (
        "common",
        "founded:Truncated? dissolved:Truncated? (location:Location | affiliation:OrganisationAffiliation | "
        "contactInfo:ContactInfo | hasInstrument)* ~*",
    ),
    "Instrument": (
        "common symbol! symbolsrc=qcode symbolsrcuri market=qcode marketuri marketlabel marketlabelsrc=qcode "
        "marketlabelsrcuri type=qcodes typeuri rank",
        "",
    ),
    "GeoAreaDetails": (
        "common",
        "position? founded:Truncated? dissolved:Truncated? (line:Positions | circle:Circle | polygon:Positions)* ~*",
    ),
    "Position": ("common latitude!=decimal longitude!=decimal altitude=integer gpsdatum", "~*"),
    "Positions": ("closed common", "position+"),
    "Circle": ("closed common radius!=double radunit=qcode radunituri", "position"),
    "PoiDetails": (
        "common",
        "position? address:PostalAddress? openHours:Label? capacity:Label? (contactInfo:ContactInfo | access:Block | "
        "details:Block)* created? ceasedToExist:Truncated? ~*",
    ),
    "ObjectDetails": ("common", "created? (copyrightNotice | creator)* ceasedToExist:Truncated? ~*"),
    "ContactInfo": (
        "common roles",
        "(email:Electronic | im:ElectronicTech | phone:ElectronicTech | fax:Electronic | web:Web | "
        "address:PostalAddress | note)* ~*",
    ),
    "Electronic": ("common roles", "=text"),
    "ElectronicTech": ("common roles tech=qcode techuri", "=text"),
    "Web": ("common roles", "=uri"),
    "PostalAddress": (
        "common roles",
        "line:AddressLine* locality:Flex1Role* area:Flex1Role* country:Flex1? postalCode:IntlLine? worldRegion:Flex1?",
    ),
    "EventDetails": (
        "closed open common",
        "dates:Dates eventStatus:Qualified? occurStatus:Qualified? newsCoverageStatus:Qualified? (registration:Block | "
        "keyword | accessStatus:Qualified | participationRequirement:Flex1Role | subject:Concept1 | "
        "location:RoleLocation | participant:RoleParty | organiser:RoleParty | contactInfo:ContactInfo | language | "
        "newsCoverage:EventCoverage)*",
    ),
    "Dates": (
        "closed common",
        "start:Confirmed (end:Confirmed | duration:Duration)? (rDate:Date | rRule:Rule)* (exDate:Date | exRule:Rule)* "
        "confirmation:QCode?",
    ),
    "Rule": ("common recurs", ""),
    "EventCoverage": (
        "role",
        "g2contentType:CommonWords? itemClass? assignedTo:RoleParty* scheduled:Approximate? service* edNote* "
        f"{_DESCRIBED} ~*",
    ),
    "CommonWords": ("common", "=text"),
    "Event": ("common", f"name+ (definition | note | facet)* {_RELATED} eventDetails"),
    "Events": ("common", "event+"),
    "NewsCoverage": ("edited", "planning:Planning+ delivery? newsCoverageExtProperty:Extension* ~*"),
    "Planning": (
        "common covers",
        "g2contentType:CommonWords? itemClass? itemCount:ItemCount? assignedTo:Assigned* scheduled:Approximate? "
        f"service* {_DESCRIBED} edNote* newsContentCharacteristics:Characteristics? urgency? audience* exclAudience* "
        "planningExtProperty:Extension* ~*",
    ),
    "ItemCount": ("common rangefrom!=counted rangeto!=positive", ""),
    "Characteristics": ("common kind characteristics", ""),
    "Delivery": ("common", "deliveredItemRef:Link+ ~*"),
}
