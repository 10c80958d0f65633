"""The groups of attributes that the elements of NewsML-G2 2.35 share, in a short notation.

`name=type` is an attribute and its type (see `xml_values`), `!` makes it one that must be there. Without a type it may
be anything; a name alone may also be that of another group.
"""

DATE = "date|dateTime"
TRUNCATED = "dateTime|date|yearMonth|year"

GROUPS = {
    "common": (
        f"id=id creator=qcode creatoruri modified={DATE} custom=boolean how=qcode howuri why=qcode whyuri "
        "pubconstraint=qcodes pubconstrainturi"
    ),
    "i18n": "dir=direction",
    "flex": "qcode=qcode uri literal=line type=qcode typeuri",
    "quantify": "confidence=0to100 relevance=0to100 derivedfrom=qcodes",
    "scored": "confidence=0to100 relevance=0to100",
    "rank": "rank=counted",
    "valid": f"validfrom={DATE} validto={DATE}",
    "measured": "value valuedatatype=qname valueunit=qcode valueunituri",
    "role": "role=qcode roleuri",
    "roles": "role=qcodes roleuri",
    "rel": "rel=qcode reluri",
    "type": "type=qcode typeuri",
    "kind": (
        "contenttype contenttypestandardversion contenttypevariant contenttypevariantstandardversion "
        "format=qcode formaturi formatstandardversion"
    ),
    "target": (
        "href residref residrefformat=qcode residrefformaturi version=positive persistidref kind size=counted title"
    ),
    "picture": (
        "width=counted widthunit=qcode widthunituri height=counted heightunit=qcode heightunituri orientation=counted "
        "layoutorientation=qcode layoutorientationuri colourspace=qcode colourspaceuri colourindicator=qcode "
        "colourindicatoruri colourdepth=counted videocodec=qcode videocodecuri"
    ),
    "characteristics": (
        "picture charcount=counted wordcount=counted linecount=counted pagecount=counted resolution=positive "
        "duration durationunit=qcode durationunituri audiocodec=qcode audiocodecuri audiobitrate=positive "
        "audiovbr=boolean audiosamplesize=positive audiosamplerate=positive audiochannels=qcode audiochannelsuri "
        "videoavgbitrate=positive videovbr=boolean videoframerate=decimal videoscan=scan videoaspectratio=line "
        "videosampling=line videoscaling=qcode videoscalinguri videodefinition=qcode videodefinitionuri"
    ),
    "content": (
        f"id=id creator=qcode creatoruri modified={DATE} custom=boolean how=qcode howuri why=qcode whyuri "
        f"rendition=qcode renditionuri generator generated={DATE} hascontent=boolean"
    ),
    "edited": f"id=id creator=qcode creatoruri modified={DATE} custom=boolean how=qcode howuri why=qcode whyuri",
    "link": "rel rank target valid i18n common guidref hreftype",
    "authority": "authority= authoritystatus=qcode authoritystatusuri",
    "party": "common flex i18n",
    "covers": f"coversfrom={DATE} coversto={DATE}",
    "confirmed": "confirmationstatus=qcode confirmationstatusuri",
    "recurs": (
        f"freq!=frequency interval=positive until={DATE} count=positive bysecond=integers byminute=integers "
        "byhour=integers byday=weekdays bymonthday=integers bymonth=integers byyearday=integers byweekno=integers "
        "bysetpos=integers wkst=weekday"
    ),
}
