"""The words that stand before a name in the bylines of many languages, and what they say the named one did."""

import re

_DID = r"(?:written|reported|reporting|story|words|text|posted|published|submitted|analysis|opinion|review|interview)"
_BY = r"by|von|par|por|di|door|av|af|oleh"
_WROTE = (
    rf"{_DID}\s+(?:and\s+\w+\s+)?by|(?:verfasst|geschrieben|ein\s+\w+|text)\s+von|(?:écrit|rédigé|publié|texte|signé)\s+par"
    r"|(?:escrito|publicado|texto)\s+por|(?:scritto\s+da|a\s+cura\s+di|testo\s+di|articolo\s+di)"
    r"|(?:geschreven|tekst)\s+door|(?:skrevet|skriven|tekst|text)\s+a[vf]|ditulis\s+oleh"
)
_LABELS = (
    r"authors?|writers?|reporters?|words|text|story|autor(?:in|es|en|ka|zy|i|e|a|as)?(?:/autor(?:in)?)?|auteurs?|autrice"
    r"|autore|texte|texto|testo|redactora?|repórter|reportagem|tekst|forfattere?|skribent(?:er)?|författare|journalist(?:er|en)?"
    r"|toimittaja|teksti|szerző|írta|opracowa(?:ł|ła|nie)|oprac\.|napisała?|redaktör|redaktor|redakce|penulis|yazan|yazar|haber|muhabir"
    r"|автор(?:ка|ы)?|текст|журналист|συντάκτ(?:ης|ρια)|κείμενο|מאת|כתב|بقلم|كتب|كتبت|إعداد|作者|著者|文|記者|记者|撰文|글|लेखक"
)
# A label at the beginning of a line, with what parts it from the name.
LABEL = re.compile(
    rf"\A(?:(?:{_WROTE}|{_LABELS}|{_BY}|from)(?:\s*[:：／|]\s*|\s+(?=\S+\s+\S)|\Z)|(?:本报|本社|本刊)?(?:記者|记者)\s*)",
    re.IGNORECASE,
)
# A line that begins like a byline.
LABELLED = re.compile(
    rf"(?:(?i:{_WROTE}|{_BY}|{_LABELS})\s*[:：]\s*\S|(?i:{_WROTE}|by|von|par|por|di|door|av|af|text|текст)\s+(?=[^\W\d_a-z])\S"
    r"|(?i:autor(?:in|es|en|e|a)?(?:/autor(?:in)?)?|authors?|auteurs?|автор|yazar|作者|记者|記者|文|بقلم)\s+(?=[^\W\d_a-z]))"
)
# What stands behind a name.
_TITLED = re.compile(r"(?<=\w)\s*(?:記者|记者|특파원|기자)\Z")

# A line about who took the pictures.
PICTURED = re.compile(
    r"\W{0,3}(?:photos?|photograph(?:y|s|er)?|pictures?|images?|foto(?:s|graf(?:ie|ía|o|i)?)?|bilde?r?|kuvat?|valokuva\w*|grafi[ckq]\w*"
    r"|illustrations?|illustrator|video|фото|写真|撮影|图|사진|صورة|צילום)(?:\s+(?:by|von|par|por|di|av|af|door))?\s*(?:[:：]|\s(?=(?-i:[A-Z]))|\Z)",
    re.IGNORECASE,
)

# A line about who put the story into another language; what follows is the name.
TRANSLATED = re.compile(
    r"\W{0,3}(?:(?:translated|translation)(?:\s+(?:and\s+\w+\s+)?by|\s+from\s+\w+\s+by)?"
    r"|(?:übersetz(?:t|ung)|aus dem \w+)(?:\s+(?:und|&)\s+\w+)?(?:\s+von)?"
    r"|tradu(?:it|ction)(?:\s+\S+\s+\S+)?(?:\s+par)?|tradu(?:cción|ção|cido)(?:\s+(?:de|por))?"
    r"|traduzione(?:\s+d[ia])?|vert(?:aling|aald)(?:\s+door)?|over(?:settelse|sat)(?:\s+a[vf])?|översättning(?:\s+av)?"
    r"|перев[её]л[аи]?|перевод|tłumacz(?:enie|ył|yła)|翻訳|翻译|번역)\s*(?:[:：]\s*|\s+(?=(?-i:[^\W\d_a-z])))(?P<name>\S.*)",
    re.IGNORECASE,
)


def without_label(line: str) -> str:
    """A line without the words that say that a name follows, or that one went before."""
    return _TITLED.sub("", LABEL.sub("", line))
