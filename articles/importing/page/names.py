"""A line that names people, read: "By Ada Finch in Paris and Tom Brake, Chief Reporter" is two, cleaned of the rest."""

import re

from articles.importing.page.byline_words import PICTURED, without_label
from articles.importing.page.languages import language_of
from articles.importing.page.told import Told
from articles.importing.story import StoryCredit
from bylines.names import Byline, parse_byline
from bylines.words import AGENCIES, ROLES

LONGEST = 160  # characters; what is longer is no name but a biography
_LONGEST_NAME = 6  # words

_WEB = re.compile(r"\(?(?:https?://[^\s()]+|www\.[^\s()]+|[^\s()]+@[^\s()]+\.[^\s()]+|(?<!\w)@\w+)\)?", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*[(\[（]([^()\[\]（）]{0,60})[)\]）]\s*")
_PARTED = re.compile(
    r"\s*[|;•·＋+／]\s*|\s+/\s+|(?<=\w\w)/(?=\w\w)|,?\s+(?=(?:fotos?|photos?|pictures?|bilder|video)\s*:)",
    re.IGNORECASE,
)
# Between two full names, in languages in which the word can be nothing else; and where it may be part of one name.
_AND = re.compile(
    r",?\s+(?:and|und|et|och|og|samt|sekä|és|ir|un|ve|dan|và|και|и|та|with|avec|mit|con|med|met|col|com|z)\s+",
    re.IGNORECASE,
)
_AND_IN = {
    "nl": r"en", "af": r"en", "fi": r"ja", "et": r"ja", "pl": r"i|oraz", "hr": r"i", "sr": r"i", "bs": r"i",
    "sl": r"in", "cs": r"a", "sk": r"a", "ca": r"i", "es": r"y|e", "gl": r"e", "pt": r"e", "it": r"e|ed",
    "tl": r"at", "sw": r"na", "zu": r"no", "ro": r"și|si", "hu": r"és", "tr": r"ile",
}  # fmt: skip
_ROLE = "|".join(sorted(map(re.escape, ROLES), key=len, reverse=True))
_TITLED = re.compile(rf"(?P<titled>,\s+[^,]*\b(?:{_ROLE})s?),?\s+(?:and|und|et|y|e|og|och|&)\s+", re.IGNORECASE)
_APPENDED = re.compile(
    rf"(?P<name>\S+\s+\S+)\s+(?P<title>(?!(?:is|was|has)\b)(?:\S+\s+){{1,3}}(?:{_ROLE}))", re.IGNORECASE
)
_SPECIAL = re.compile(r",?\s+(?:special (?:to|for)|exclusive (?:to|for))\b.*\Z", re.IGNORECASE)
_PLACE = re.compile(r",?\s+(?:in|à|en)\s+[^\W\d_a-z][\w.'’-]*(?:\s+[^\W\d_a-z][\w.'’-]*){0,3}\Z")
_TURNED = re.compile(r"([^\W\d_]['’\w-]+), ([^\W\d_]['’\w-]+)")
_ACRONYM = re.compile(r"[A-Z]{2,5}")
_STAFF = re.compile(
    r"\b(?:staff|newsroom|(?:news|web|online|digital|sports?|city) ?desk|desk|redaktion(?:en)?|redactie|rédaction"
    r"|redazione|redacción|redaccion|redacció|redação|redakc\w*|redaksi|toimitus|szerkesztőség|haber merkezi"
    r"|reporters?|editors?|(?:special|our|own) correspondents?|correspondents?|contributors?|team|writers?|bureau"
    r"|agencies|agencias|agenzie|agenturen|byråer|редакция|редакція|σύνταξη)\b|special to\b|編集部|本报|本紙"
    r"|编辑部|편집부|취재팀",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    "admin administrator anonymous author editor guest n/a none null root undefined user webmaster -".split()
)
_SENTENCE = re.compile(r"[!?]|\.\s+[^\W\d_]{2,}\s+[^\W\d_]{2,}\s+[^\W\d_]{2,}")
_REPORTED = re.compile(r".*(?:報導|报道|報道|綜合)")
_AROUND = " ,;|/-–—·•:"


def named(text: str, page: Told, *, person: bool = False) -> list[StoryCredit]:
    """The credits in a line such as "By Ada Finch and Alan Reed for The Engine"; `person` if it is said to name one."""
    text = _WEB.sub(" ", text) if len(text) <= 2 * LONGEST else ""
    bracketed = [one.strip() for one in _BRACKETED.findall(text)]
    text = " ".join(_BRACKETED.sub(" ", text).split()).strip(_AROUND) or next(iter(bracketed), "")
    text = without_label(text).strip(_AROUND)
    if not 1 < len(text) <= LONGEST or text.casefold() in _NOBODY or text.isdigit() or _SENTENCE.search(text):
        return []
    if page.is_house(text):
        return [StoryCredit("", organisation=text)]
    parts = _parts(text, page)
    if parts != [text]:
        return [one for part in parts for one in named(part, page, person=person)]
    employer = next((one for one in bracketed if _is_organisation(one)), "")
    return _read(text, employer, page, person=person)


def turned(text: str) -> str:
    """A name in the order of catalogues in that of bylines: "Finch, Ada"."""
    told = _TURNED.fullmatch(text)
    is_one = told is not None and all(_may_be_name(one) for one in told.groups())
    return f"{told[2]} {told[1]}" if told and is_one else text


def _parts(text: str, page: Told) -> list[str]:
    """The names in a line that strokes or words part; itself where nothing does."""
    parts = [part for part in _PARTED.split(text) if part]
    if len(parts) > 1:
        parts = [one for one in parts if not PICTURED.match(one) and not _REPORTED.fullmatch(one)]
        return [*parts[:1], *(one for one in parts[1:] if not _is_place_behind(parts[0], one))]
    titled = _TITLED.search(text)
    if titled:
        return [text[: titled.end("titled")], text[titled.end() :]]
    return _joined(text, page)


def _joined(text: str, page: Told) -> list[str]:
    """Two full names or more that stand with a word such as "and" between them, or an agency beside a name."""
    words = _AND_IN.get(language_of(page).partition("-")[0], "")
    own = re.compile(rf",?\s+(?:{words})\s+") if words else _AND
    for joint in (_AND, own):
        found = joint.search(text)
        if found and parse_byline(text) is None:
            return [text[: found.start()], text[found.end() :]]
        if found and joint is own and own is not _AND and all(" " in side for side in joint.split(text)):
            return joint.split(text)
    first, _, rest = text.partition(", ")
    return [first, rest] if rest and _is_agency(first) and parse_byline(text) is None else [text]


def _read(text: str, employer: str, page: Told, *, person: bool) -> list[StoryCredit]:
    """The credits of a line that nothing parts."""
    text = _SPECIAL.sub("", text).replace(" - ", ", ").replace(" – ", ", ").replace(" — ", ", ")
    if person:
        text = turned(text)
    appended = _APPENDED.fullmatch(text)
    if appended and _is_somebodys(appended["name"], page):
        return [StoryCredit(appended["name"], organisation=employer, title=appended["title"])]
    byline = parse_byline(text) or parse_byline(_PLACE.sub("", text))
    if byline and byline.people:
        named_for = " for " in text or _is_organisation(byline.organisation)
        return _people(byline, (byline.organisation if named_for else "") or employer, page)
    if byline and _STAFF.search(byline.organisation):
        return [StoryCredit("", wording=byline.organisation)]
    if byline and (" " in byline.organisation or not person or _is_organisation(byline.organisation)):
        return [StoryCredit("", organisation=byline.organisation)]
    is_name = person and len(text.split()) <= _LONGEST_NAME and not any(map(str.isdigit, text))
    is_name = is_name and not _STAFF.search(text)
    return [StoryCredit(text, organisation=employer)] if is_name else [StoryCredit("", wording=text)]


def _people(byline: Byline, organisation: str, page: Told) -> list[StoryCredit]:
    """The people of a byline. Where one of them is the house itself, it is so, and the others work there."""
    houses = [one for one in byline.people if page.is_house(one)]
    people = [one for one in byline.people if one not in houses]
    if not people:
        names = dict.fromkeys(filter(None, (*houses, organisation)))
        return [StoryCredit("", organisation=one) for one in names]
    return [StoryCredit(one, organisation=organisation, title=byline.role) for one in people]


def _is_organisation(text: str) -> bool:
    """Whether something in it tells that it is one: of a word behind a name alone it may be a place, too."""
    if not text or _is_agency(text):
        return bool(text)
    byline = parse_byline(text)
    return " " in text and byline is not None and byline.organisation == text


def _is_agency(text: str) -> bool:
    return text.casefold() in AGENCIES or _ACRONYM.fullmatch(text) is not None


def _is_place_behind(name: str, word: str) -> bool:
    """Whether a single word behind a full name is where they were, rather than somebody else."""
    return " " in name and " " not in word and word.isascii() and not _is_agency(word)


def _is_somebodys(name: str, page: Told) -> bool:
    """Whether two words before a role are a name, and not the name of an office or of the house."""
    byline = parse_byline(name)
    own = {
        word
        for told in (page.publisher, *page.meta.first(("og:site_name",)).split())
        for word in told.casefold().split()
    }
    words = name.casefold().split()
    return byline is not None and byline.people == (name,) and own.isdisjoint(words) and not _STAFF.search(name)


def _may_be_name(word: str) -> bool:
    """Whether a word may be a given or a family name: one alone is also read as an organisation's."""
    byline = parse_byline(word)
    return byline is not None and byline.organisation == word and not _is_organisation(word)
