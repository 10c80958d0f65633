"""The names of the months by how they begin, in the languages newspapers write.

What begins alike in two languages and means two months (Polish and Croatian "listopad") is left out.
"""

import re

# A month a line: Latin scripts first, then Greek and Cyrillic, then those of Asia. The names may go on after that.
_BEGINNINGS = (
    "jan ene gen oca led ian gener janv jaan sty sij sausi tammi ιαν янв јан січ يناير ינואר जनवरी জানুয়ারি जानेवारी",
    "feb fév fev şub úno febr lut vel febrer vasari helmi veeb φεβ фев лют فبراير פברואר फरवरी फ़रवरी ফেব্রুয়ারি फेब्रुवारी",
    "mar mär maa mrt bře már ožu març kov märts mac μαρ μάρ мар бер مارس מרץ मार्च মার্চ",
    "apr avr abr nis dub ápr tra balandži huhti ebr απρ апр квіт أبريل ابريل אפריל अप्रैल এপ্রিল एप्रिल",
    "may mai mag mei maj kvě máj svi maig gegu touko maí μαΐ μαϊ μάι мая май мај трав مايو מאי मई মে",
    "jun juin giu haz červn jún lipnj lipanj czerw iun birželi kesä juun ιουν июн јун черв يونيو יוני जून জুন",
    "jul juil lug tem července červenec júl srpnj srpanj lip iul liep heinä juul júl ιουλ июл јул лип يوليو "
    "יולי जुलाई জুলাই",
    "aug aoû ago ağu srpna srpen sierp kolovoz rugpjū elo ágú ogo agu αυγ αύγ авг серп أغسطس اغسطس אוגוסט अगस्त আগস্ট",
    "sep set eyl září zář szep wrze ruj rugsėj syys σεπ сен вер سبتمبر ספטמבר सितंबर सितम्बर সেপ্টেম্বর",
    "oct okt out ott eki říj paź spali loka οκτ окт жовт أكتوبر اكتوبر אוקטובר अक्टूबर অক্টোবর",
    "nov kas studen lapkri marras noi nóv νοε νοέ ноя ное نوفمبر נובמבר नवंबर नवम्बर নভেম্বর",
    "dec dez déc dic des ara pros grud gruod joulu dis det δεκ дек груд ديسمبر דצמבר दिसंबर दिसम्बर ডিসেম্বর",
)
_MONTHS = {beginning: month for month, names in enumerate(_BEGINNINGS, 1) for beginning in names.split()}

MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})[^\W\d_]{{0,10}}\.?"
_MONTH = re.compile(MONTH, re.IGNORECASE)


def month_of(name: str) -> int:
    """The number of a month by its name or its number; 0 where it is neither."""
    if name.isdecimal():
        return int(name)
    found = _MONTH.match(name)
    return _MONTHS.get(found["month"].lower(), 0) if found else 0
