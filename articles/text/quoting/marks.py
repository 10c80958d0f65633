"""Quotation marks of many languages: which opens, which closes, what is an apostrophe, what runs over paragraphs.

“…” „…“ „…” ”…” «…» »…« »…» ‘…’ ‚…‘ ‹…› "…" '…' ``…'' ,,…“ 「…」 『…』 〝…〟 ｢…｣, one within another. The outermost
are given; those within are kept with them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.text.quoting.quotation import Place

# Which marks end what begins so. A typewriter's mark ends anything of its kind: people mix them.
CLOSERS = {
    "“": ("”", "“", '"'), "„": ("“", "”", '"'), "”": ("”",), "«": ("»",), "»": ("«", "»"), "‹": ("›",), "›": ("‹", "›"),
    "‘": ("’", "'"), "‚": ("‘", "’", "'"), '"': ('"', "”", "“"), "'": ("'", "’"), "「": ("」",), "『": ("』",),
    "〝": ("〟", "〞"), "｢": ("｣",), "＂": ("＂",), "``": ("''",), ",,": ("''", "“", "”", '"'),
}  # fmt: skip
_MARKS = re.compile("``|''|,,|[“„”«»‹›‘‚’\"'「」『』〝〟〞｢｣＂]")
_ELISION = re.compile(r"['’](?:\d0s\b|(?:em|til|tis|twas|cause|bout|round|n|nuff|kay|s)\b)", re.IGNORECASE)
_BEFORE_OPENER = " \u00a0\u202f\t\n([{—–-/¡¿…:;,=~“„«‘\"'‚»>*_"
_AFTER_CLOSER = " \u00a0\u202f\t\n)]},.;:!?…—–-/”»’\"'“‘«<*_|"
_SINGLE = "‘‚'’"


@dataclass(slots=True)
class Marked:
    """Words between marks, at `places` (more than one where they run over blocks), and the quotes within them.

    `bare` tells words that stand without marks, in a block of their own or after a dash or a name.
    """

    places: list[Place]
    opener: str
    nested: list[Place] = field(default_factory=list)
    closed: bool = True
    bare: bool = False
    label: str = ""


@dataclass(slots=True)
class _Open:
    mark: str
    start: int


def marked_in(texts: Sequence[str]) -> list[Marked]:
    """The outermost quotes of the paragraphs, in order; an empty one is passed over."""
    found: list[Marked] = []
    running: Marked | None = None
    for block, text in enumerate(texts):
        if not text or (running is not None and not _begins(text, running) and _begins_later(texts, block, running)):
            continue
        here = _in_paragraph(block, text, _opening_after(texts, block))
        if running is not None and here and here[0].places[0].start == _first(text) and _begins(text, running):
            running.places += here[0].places
            running.nested += here[0].nested
            running.closed = here[0].closed
            here = here[1:]
        elif running is not None:
            running = None
        found += here
        last = here[-1] if here else running
        running = last if last is not None and not last.closed else None
    return found


def _begins(text: str, running: Marked) -> bool:
    """Whether a paragraph opens the marks again that one before it left open."""
    text = text.lstrip()
    return text.startswith((running.opener, *CLOSERS[running.opener]))


def _begins_later(texts: Sequence[str], block: int, running: Marked) -> bool:
    """Whether a picture's caption, or another block without marks, only stands between."""
    following = texts[block + 1] if block + 1 < len(texts) else ""
    return not _MARKS.search(texts[block].replace("'", "").replace("’", "")) and _begins(following, running)


def inside(text: str) -> str:
    """The words of a quote without its outer marks and the white space within them."""
    text = text.strip()
    opener = next((mark for mark in CLOSERS if text.startswith(mark)), None)
    if opener is None:
        return text
    text = text[len(opener) :]
    closer = next((mark for mark in CLOSERS[opener] if text.endswith(mark)), "")
    return text.removesuffix(closer).strip()


def _first(text: str) -> int:
    return len(text) - len(text.lstrip())


def _opening_after(texts: Sequence[str], block: int) -> str:
    """The mark with which the next paragraph begins (or the one after it); a quote without end may go on there."""
    for text in texts[block + 1 : block + 3]:
        if found := _MARKS.match(text.lstrip()):
            return found[0]
    return ""


def _in_paragraph(block: int, text: str, next_opener: str) -> list[Marked]:
    ignored: set[int] = set()
    while True:
        found, left_open = _scanned(block, text, ignored)
        if left_open is None:
            return found
        if _may_stay_open(text, left_open, next_opener):
            place = Place(block, left_open.start, len(text.rstrip()))
            nested = [other.places[0] for other in found if other.places[0].start > left_open.start]
            before = [other for other in found if other.places[0].start < left_open.start]
            return [*before, Marked([place], left_open.mark, nested, closed=False)]
        ignored.add(left_open.start)


def _may_stay_open(text: str, left: _Open, next_opener: str) -> bool:
    """Whether a quote without end is one: it goes on in the next paragraph, or only its last mark was forgotten."""
    if next_opener and (next_opener == left.mark or next_opener in CLOSERS[left.mark]):
        return left.mark not in "'’" or left.start == _first(text) or text[: left.start].rstrip()[-1:] in ",:"
    if left.mark in _SINGLE:
        return False
    before = text[: left.start].rstrip()
    return not before or before[-1] in ",:"


def _scanned(block: int, text: str, ignored: set[int]) -> tuple[list[Marked], _Open | None]:
    """The outermost quotes of one paragraph, and the outermost mark that nothing closes."""
    stack: list[_Open] = []
    found: list[Marked] = []
    nested: list[Place] = []
    for match in _MARKS.finditer(text):
        start, mark = match.start(), match[0]
        if start in ignored:
            continue
        level = _closes(text, match, stack)
        if level is not None:
            opened = stack[level]
            place = Place(block, opened.start, match.end())
            del stack[level:]
            if stack:
                nested.append(place)
            else:
                within = [one for one in nested if one.start > opened.start]
                found.append(Marked([place], opened.mark, within))
                nested = []
        elif _opens(text, match, stack):
            if stack and stack[-1].mark == mark and not _balanced(text, match.start(), mark):
                stack.pop()
            stack.append(_Open(mark, start))
    if not stack:
        return found, None
    # What was closed inside a quote that is open still stands on its own, if that one turns out to be none.
    standing = [Marked([place], text[place.start]) for place in nested if place.start > stack[0].start]
    return [*found, *standing], stack[0]


def _closes(text: str, match: re.Match[str], stack: list[_Open]) -> int | None:
    """The level of the quote that the mark closes, if it closes one."""
    mark, start, end = match[0], match.start(), match.end()
    level = next((at for at in range(len(stack) - 1, -1, -1) if mark in CLOSERS[stack[at].mark]), None)
    if level is None:
        return None
    after = text[end : end + 1]
    if mark in "”」』〟〞｣»›" and mark != stack[level].mark:
        return level
    ends_here = not after or after in _AFTER_CLOSER or not after.isalnum()
    if mark in "’'":
        return level if ends_here and not _is_apostrophe(text, start, mark, stack[level]) else None
    before = text[start - 1 : start]
    if mark in '"＂':
        return level if ends_here or not before.isspace() else None
    return level if ends_here and not (before.isspace() and after and after.isalnum()) else None


def _is_apostrophe(text: str, start: int, mark: str, opened: _Open) -> bool:
    """Whether a mark at the end of a word is only its apostrophe (“the workers’ rights”): the real end comes later."""
    before = text[start - 1 : start]
    if before.isspace():
        return True
    if not before.isalpha() or text[start + 1 : start + 2] not in (" ", "\u00a0"):
        return False
    for later in re.finditer(f"[‘{mark}]", text[start + 1 :]):
        at = start + 1 + later.start()
        if later[0] == "‘" or (mark == "'" and text[at - 1] == " "):
            return False
        after = text[at + 1 : at + 2]
        if not after.isalnum():
            return text[at - 1] in ",.?!…" or after in ",.;:" or before == "s"
    return False


def _opens(text: str, match: re.Match[str], stack: list[_Open]) -> bool:
    mark, start, end = match[0], match.start(), match.end()
    if mark not in CLOSERS:
        return False
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if not after:
        return False
    may_begin = not before or before in _BEFORE_OPENER
    if mark in "「『〝｢":
        return True
    if mark in "“„«‹``,,":
        spaced = after.isspace() and mark not in "«‹"
        return not spaced and (mark in "„«" or may_begin or not before.isalnum())
    if mark in "’'":
        return may_begin and after.isalnum() and not _ELISION.match(text, start) and mark != "’"
    if mark == "‘":
        return may_begin and not after.isspace()
    if after.isspace() and mark not in "»›":
        return mark == '"' and not stack and before in (",", ":") and mark in text[end:]  # said," We sail"
    return may_begin or (mark == '"' and not before.isalnum())


def _balanced(text: str, start: int, mark: str) -> bool:
    """Whether enough marks follow to close a quote of the same kind within another."""
    rest = text[start + 1 :]
    closers = sum(rest.count(closer) for closer in CLOSERS[mark] if closer != mark)
    return closers - rest.count(mark) >= 2
