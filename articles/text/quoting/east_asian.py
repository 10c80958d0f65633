"""Chinese and Japanese: no spaces and no capitals, so that patterns around a quote take the place of phrases.

Who speaks is taken as it stands, parted into title and name where a word for an office tells them apart. Short names
are not led back to full ones, and nothing is looked for without marks.
"""

import re
from collections.abc import Sequence

from articles.text.quoting.marks import Marked, inside
from articles.text.quoting.quotation import Kind, Place, Quotation, Speaker, SpeakerKind

CODES = ("zh", "ja")
LONG = 10  # characters: nobody holds so many with tongs

_WHO = r"(?P<who>[^\s。，、；：:！？,「」『』“”（）()《》]{1,24}?)"
_CHINESE_SAID = (
    r"(?P<cue>表示|指出|强调|強調|认为|認為|写道|寫道|回应|回應|透露|补充|補充|坦言|直言|介绍|介紹|呼吁|呼籲|解释|解釋|回答|警告"
    r"|承认|承認|批评|批評|告诉[^，。：]{1,10}|告訴[^，。：]{1,10}|说|說|称|稱|问|問)(?:道|说|說|称|稱)?"
)
_WHEN = (
    r"(?:(?:星期|周|週|礼拜)[一二三四五六日天]|今天|昨天|今日|昨日|\d+[日号號]|日前|随后|隨後|当天|當天|近日|在|对|對|向|接受|于|於"
    r"|则|則|还|還|也|又|并|並|再次|进一步|進一步)"
)
_BEFORE = {
    "zh": re.compile(
        rf"(?:^|[。；！？，”」\s]){_WHO}(?:{_WHEN}[^。；：“”「」]{{0,30}}?)?{_CHINESE_SAID}"
        rf"(?:[：:，,]?|[，,][^。；“”「」]{{0,30}}(?<!所谓)(?<!所謂)(?<!名为)(?<!名為)(?<!叫做))$"
    ),
    "ja": re.compile(rf"(?:^|[。、」』\s]){_WHO}(?:は|が)(?:[^。「」]{{0,40}}[、で])?$"),
}
_BEHIND = {
    "zh": re.compile(rf"[，,]?{_WHO}(?:{_WHEN}[^。；：“”「」]{{0,20}}?)?{_CHINESE_SAID}(?=[。，,；！]|$)"),
    "ja": re.compile(
        r"(?:など)?と(?:も)?(?:(?P<who>[^\s。、「」（）()]{2,20}?)(?:[(（]\d+[)）])?(?:は|が))?(?:[^。「」]{0,25}?)"
        r"(?P<cue>述べ|話し|語っ|語る|話す|説明し|強調し|指摘し|批判し|コメントし|答え|訴え|明かし|投稿し|書い|主張し|反論し|呼びかけ|言っ)"
    ),
}
_FOLLOWING = re.compile(rf"。{_WHO}(?:[(（]\d+[)）])?(?:は|が)(?:[^。「」]{{0,12}}?)(?P<cue>話し|語っ|述べ|振り返っ)")
_OFFICES = (
    "发言人|發言人|部长|部長|主席|总统|總統|总理|總理|议员|議員|教授|局长|局長|市长|市長|院长|院長|主任|司长|书记|書記|渔民|漁民|居民|村民"
    "|经理|經理|总裁|總裁|董事长|董事長|校长|校長|医生|醫生|律师|律師|专家|專家|学者|學者|记者|記者|大使|首相|官员|官員"
)
_TITLE_FIRST = re.compile(rf"(?P<title>.*(?:{_OFFICES}))(?P<name>[^\d\s]{{2,8}})")
_TITLE_LAST = re.compile(
    r"(?P<name>.{2,10}?)(?P<title>首相|大統領|大臣|官房長官|長官|知事|市長|代表|議員|社長|会長|教授|監督|選手|容疑者|被告|弁護士|医師"
    r"|氏|さん)(?:\(\d+\)|（\d+）)?"
)
_POLITE = ("氏", "さん")
_PRONOUNS = ("他", "她", "它", "同氏", "彼", "彼女", "他们", "他們")


def quotations(texts: Sequence[str], marked: Sequence[Marked], code: str) -> list[Quotation]:
    """The quotations of a story in Chinese (`zh`) or Japanese (`ja`), in the order in which they begin."""
    found: list[Quotation] = []
    for mark in sorted(marked, key=lambda mark: (mark.places[0].block, mark.places[0].start)):
        first, last = mark.places[0], mark.places[-1]
        told = _told(texts, first, last, code)
        words = "\n".join(inside(texts[place.block][place.start : place.end]) for place in mark.places)
        if told is None and not _stands_alone(texts, first, last, words):
            continue
        mention, cue = told or (None, None)
        before = found[-1].speaker if found and found[-1].places[-1].block == first.block else None
        name = texts[mention.block][mention.start : mention.end] if mention is not None else ""
        speaker = before if mention is None or name in _PRONOUNS else _speaker(name, code)
        cue_words = texts[cue.block][cue.start : cue.end] if cue is not None else ""
        nested = tuple(mark.nested)
        found.append(
            Quotation(Kind.QUOTATION, tuple(mark.places), words, speaker, mention, cue, cue_words, nested=nested)
        )
    return found


def _told(texts: Sequence[str], first: Place, last: Place, code: str) -> tuple[Place | None, Place] | None:
    """Where it is said who speaks, and the words of saying; None where nothing around the quote is of saying."""
    ahead = _BEFORE[code].search(texts[first.block], 0, first.start)
    behind = _BEHIND[code].match(texts[last.block], last.end)
    if code == "ja":
        following = _FOLLOWING.match(texts[last.block], last.end)
        if following is not None:
            return _place(last.block, following, "who"), _place(last.block, following, "cue")
        if behind is None:
            return None
        if behind["who"]:
            return _place(last.block, behind, "who"), _place(last.block, behind, "cue")
        return (_place(first.block, ahead, "who") if ahead else None), _place(last.block, behind, "cue")
    block, found = (first.block, ahead) if ahead is not None else (last.block, behind)
    return (_place(block, found, "who"), _place(block, found, "cue")) if found is not None else None


def _place(block: int, found: re.Match[str], group: str) -> Place:
    return Place(block, found.start(group), found.end(group))


def _stands_alone(texts: Sequence[str], first: Place, last: Place, words: str) -> bool:
    """Whether the quote is a sentence by itself, and no term or title."""
    text = texts[first.block]
    begins = not text[: first.start].strip() or text[first.start - 1] in "。！？：:"
    ends = texts[last.block][last.end : last.end + 1] in ("", "。", "！", "？")
    return (
        begins
        and ends
        and (len(words) >= LONG or words.endswith(("。", "！", "？")) or not text[: first.start].strip())
    )


def _speaker(who: str, code: str) -> Speaker:
    found = (_TITLE_LAST if code == "ja" else _TITLE_FIRST).fullmatch(who)
    if found is None:
        return Speaker(who, SpeakerKind.UNNAMED)
    title = "" if found["title"] in _POLITE else found["title"]
    return Speaker(found["name"], SpeakerKind.PERSON, title)
