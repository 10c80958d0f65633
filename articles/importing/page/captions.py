"""What is said with a picture: its caption, and whose it is.

The credit stands in an element of its own, or the end of the caption tells it by a word such as "Photo:", or by a ©.
"""

import re

from lxml import etree

from articles.importing.lines import ends_in_full_stop
from articles.importing.page.document import text_of, tokens
from articles.importing.page.prose import BLOCKS

LONGEST = 600  # characters of the words that may stand with a picture
_LONGEST_CREDIT = 80  # characters of a credit that nothing marks as one

CAPTIONED = frozenset({"caption", "captions", "legend", "bildunterschrift"})
_CREDITED = frozenset(
    "credit credits copyright photographer photocredit agency rights attribution creditline fotograf "
    "fotonachweis".split()
)
_PROPERTIES = frozenset({"copyrightHolder", "creditText", "creator", "author", "copyrightNotice"})
_ASIDE = frozenset({"span", "small", "cite"})

_PHOTO = "|".join(
    r"""photos? photograph fotos? fotografie fotografía images? pictures? pic bild bilder courtesy source quelle fonte
    fuente kilde källa bron zdroj kuva zdjęcie fotó isithombe фото 写真 摄影 图 صورة תמונה צילום fotoğraf illustration
    cr[eé]dits? cr[eé]ditos?""".split()
)
_LABEL = rf"(?:(?:photo|image|picture|bild|foto)[ -]?)?(?:{_PHOTO})"
_BY = r"(?::|：|/|\s(?:by|von|par|di|courtesy\s+of)\s)"
_TOLD_BY = re.compile(
    rf"""\s*(?:
      [(（\[]\s*(?:{_LABEL}(?:\s*{_BY}\s*|\s+)|©\s*)(?P<within>[^()（）\[\]]{{2,120}})[)）\]]
    | (?:^|(?<=[\s.|–—-]))(?:{_LABEL}\s*{_BY}\s*(?:©\s*)?|©\s*|\(c\)\s*)
      (?P<after>(?:[^.。:：]|\.(?=\S)|(?<=\b[A-Z])\.){{2,120}}?)
    | [（(](?P<taken>[^()（）]{{1,40}}?)(?:撮影|提供)[)）]
    )\s*\.?\s*\Z""",
    re.VERBOSE | re.IGNORECASE,
)


def said_of(figure: etree._Element) -> tuple[str, str]:
    """Caption and credit of a figure, either empty where none is told."""
    within = list(figure.iterdescendants(etree.Element))
    credited = [one for one in within if _is_credit(one)]
    credited = [one for one in credited if not any(above in credited for above in one.iterancestors())]
    captions = [one for one in within if one.tag == "figcaption"]
    captions = captions or [one for one in within if tokens(one) & CAPTIONED][:1] or [figure]
    credited = credited or _set_apart(captions[-1])
    told = [text_of(one, credited) for one in captions if one not in credited]
    return parted(_joined(told), _joined([text_of(one) for one in credited]))


def parted(caption: str, credit: str = "") -> tuple[str, str]:
    """A caption without the credit that ends it, and the credit without its label."""
    told = _TOLD_BY.search(caption) if not credit else None
    if told:
        caption, credit = caption[: told.start()], _name(told)
    labelled = _TOLD_BY.fullmatch(credit)
    return caption.strip().rstrip(" |–—-"), (_name(labelled) if labelled else credit).strip(" ()[]")


def _is_credit(element: etree._Element) -> bool:
    properties = (element.get("itemprop") or "").split()
    return not _PROPERTIES.isdisjoint(properties) or not _CREDITED.isdisjoint(tokens(element))


def _set_apart(caption: etree._Element) -> list[etree._Element]:
    """The last part of a caption where that is an element of its own, short, and no sentence."""
    while len(caption) == 1 and not (caption.text or "").strip():
        caption = caption[0]
    parts = [one for one in caption if text_of(one)]
    if not parts or (parts[-1].tail or "").strip() or parts[-1].tag not in _ASIDE | BLOCKS:
        return []
    line, before = text_of(parts[-1]), text_of(caption, parts[-1:])
    is_credit = before and len(line) <= _LONGEST_CREDIT and not ends_in_full_stop(line)
    return parts[-1:] if is_credit else []


def _joined(lines: list[str]) -> str:
    return " ".join(dict.fromkeys(filter(None, lines)))


def _name(told: re.Match[str]) -> str:
    return told["within"] or told["after"] or told["taken"]
