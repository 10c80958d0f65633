"""The language of a page and which way its words run."""

import re

from articles.importing.page.meta import LANGUAGES
from articles.importing.page.schema import first, values
from articles.importing.page.told import Told

# Written from right to left, unless the tag names another script.
_FROM_THE_RIGHT = frozenset("ar arc ckb dv fa he iw ks nqo ps sd syr ug ur yi".split())
_NO_LANGUAGES = frozenset({"utf", "iso", "gbk", "und", "mul", "zxx"})
_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{4}))?(?:[-_]([a-zA-Z]{2}|\d{3}))?(?:[-_.@][\w.@-]*)?")


def language_of(page: Told) -> str:
    """The BCP 47 tag of the story, as schema.org, the `lang` of the page or its head tells; empty where none does."""
    spoken = [value.get("alternateName") for value in values(page.story, "inLanguage") if isinstance(value, dict)]
    told = [first(page.story, "inLanguage"), *(one for one in spoken if isinstance(one, str))]
    root = page.page.root
    told += [root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang")]
    told += [body.get("lang") for body in root.iter("body", "article")]
    return next(filter(None, (tag(one or "") for one in [*told, *page.meta.all(LANGUAGES)])), "")


def direction_of(page: Told, language: str) -> str:
    """ "rtl" where the page or its language says so, else "ltr"."""
    named = [element.get("dir") for element in page.page.root.iter("html", "body", "main", "article")]
    told = {(one or "").strip().lower() for one in named}
    if "rtl" in told or "ltr" in told:
        return "rtl" if "rtl" in told else "ltr"
    primary, _, rest = language.partition("-")
    return "rtl" if primary in _FROM_THE_RIGHT and rest != "Latn" else "ltr"


def tag(told: str) -> str:
    """The language `told` as a BCP 47 tag in its usual spelling ("en_gb" is "en-GB"); empty where it is none."""
    found = _TAG.fullmatch(told.strip().split(",")[0].strip())
    if found is None or found[1].lower() in _NO_LANGUAGES:
        return ""
    language, script, region = found.groups()
    return "-".join(filter(None, (language.lower(), (script or "").title(), (region or "").upper())))
