"""What a site generator's templates left between the words of a post: tags of Liquid (Jekyll, Eleventy) and Hugo.

Nothing is executed. A tag that shows a picture becomes that picture, one that embeds something a link to it, a quoted
string with filters is the string. Every other tag is taken out, and what stood between tags stays. Each is told.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

_OPENS = re.compile(r"\{%|\{\{[<%]?")
_CLOSES = {"{%": "%}", "{{": "}}", "{{<": ">}}", "{{%": "%}}"}
_ENDS = {name: re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}") for name in ("raw", "comment")}
_QUOTED = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_PART = re.compile(rf"(?:([\w.-]+)\s*(?:=|:(?!//))\s*)?({_QUOTED}|[^\s,\"'=|]+)", re.DOTALL)
_STRING = re.compile(rf"\s*({_QUOTED})\s*(?:\|.*)?", re.DOTALL)
_VARIABLE = re.compile(r"\s*\.?(?:(?:page|post|Params|Page)\.)?([\w-]+)\s*(?:\|.*)?", re.DOTALL)
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp)$", re.IGNORECASE)
_PICTURE_TAGS = {"image", "img", "figure", "picture", "photo", "image_with_class", "responsive_image", "imgproc"}
_SOURCES = ("src", "image", "url", "path", "file", "image_path")
_PLAYERS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "instagram": "https://www.instagram.com/p/{}/",
}
_SPOKEN = ("title", "heading", "caption", "text", "content", "quote")  # arguments that readers see as words
_ATTRIBUTES = re.compile(  # of kramdown and its kin: {: .class}, alone or behind a span, and {#name} behind a heading
    r"^[ \t]*\{::?[^{}\n]*\}[ \t]*$|(?<=[)\]*_`>])\{:[^{}\n]*\}|(?<=\S)[ \t]+\{#[\w:.-]+[^{}\n]*\}(?=[ \t]*$)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Untagged:
    """The text without tags, and each that was there with what stands in its place."""

    text: str
    changed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class _Tag:
    """A tag: its first unit, the one after its last, how it opens, and what is in it."""

    start: int
    end: int
    opens: str
    inside: str

    @property
    def name(self) -> str:
        found = re.match(r"/?\s*[\w-]+", self.inside)
        return found[0] if found and self.opens != "{{" else ""


def without_template_tags(text: str, values: Mapping[str, str]) -> Untagged:
    """`text` without template tags; `values` are the words that its variables stand for (`{{ page.title }}`)."""
    tags, at = _Tags(text), 0
    kept: list[str] = []
    changed: list[tuple[str, str]] = []
    while tag := tags.next(at):
        end = tags.end_of(tag)
        is_raw = end is not None and tag.name == "raw"
        words = text[tag.end : end[0]] if end and is_raw else _words_of(tag, values)
        kept += [text[at : tag.start], words]
        at = end[1] if end else tag.end
        changed.append((text[tag.start : tag.end], "") if is_raw else (text[tag.start : at], words))
    untagged = "".join([*kept, text[at:]])
    changed += [(found[0].strip(), "") for found in _ATTRIBUTES.finditer(untagged)]
    return Untagged(_ATTRIBUTES.sub("", untagged), tuple(changed))


class _Tags:
    """The tags of a text. That something stands nowhere further down is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._closing: dict[str, int] = {}
        self._ends = dict(_ENDS)

    def next(self, at: int) -> _Tag | None:
        """The first tag from `at`. One that does not close before the next of its kind opens is none."""
        while opens := _OPENS.search(self._text, at):
            at, closes = opens.end(), _CLOSES[opens[0]]
            end = self._closed(closes, at)
            if end < len(self._text) and self._text.find(opens[0], at, end) < 0:
                inside = self._text[at:end].strip("-~ \t\r\n")
                return _Tag(opens.start(), end + len(closes), opens[0], inside)
        return None

    def end_of(self, tag: _Tag) -> tuple[int, int] | None:
        """Where the tag begins and ends that closes `raw` or `comment`; None for every other."""
        pattern = self._ends.get(tag.name) if tag.opens == "{%" else None
        found = pattern.search(self._text, tag.end) if pattern else None
        if found is None:
            self._ends.pop(tag.name, None)
        return found.span() if found else None

    def _closed(self, closes: str, at: int) -> int:
        if self._closing.get(closes, 0) < at:
            found = self._text.find(closes, at)
            self._closing[closes] = found if found >= 0 else len(self._text)
        return self._closing[closes]


def _words_of(tag: _Tag, values: Mapping[str, str]) -> str:
    if tag.opens == "{{":
        return _expression(tag.inside, values)
    if tag.name in ("highlight", "endhighlight", "/highlight", "/ highlight"):
        return "\n```\n"
    if tag.name.startswith(("end", "/")):
        return ""
    named, loose = _arguments(tag.inside[len(tag.name) :])
    return _picture(tag.name, named, loose) or _embedded(tag.name, named, loose) or _spoken(named)


def _expression(inside: str, values: Mapping[str, str]) -> str:
    """The words of a string with filters, or of a variable of the post itself."""
    if string := _STRING.fullmatch(inside):
        return _unquoted(string[1])
    variable = _VARIABLE.fullmatch(inside)
    return values.get(variable[1].casefold(), "") if variable else ""


def _arguments(inside: str) -> tuple[dict[str, str], list[str]]:
    """Those with a name, by name, and those without, in order."""
    parts = [(found[1], _unquoted(found[2])) for found in _PART.finditer(inside)]
    return {name: value for name, value in parts if name}, [value for name, value in parts if not name]


def _unquoted(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words[1:-1], flags=re.DOTALL) if words[0] in "\"'" else words


def _picture(name: str, named: Mapping[str, str], loose: list[str]) -> str:
    sources = [named[key] for key in _SOURCES if key in named] + loose
    is_picture = name.replace("-", "_") in _PICTURE_TAGS
    source = next((one for one in sources if _PICTURE_FILE.search(one)), sources[0] if sources and is_picture else "")
    if not source:
        return ""
    rest = loose[loose.index(source) + 1 :] if source in loose else []
    alt = named.get("alt", rest[0] if rest and is_picture else "")
    image = f'<img src="{escape(source)}" alt="{escape(alt)}">'
    credit = named.get("credit") or named.get("attr") or ""
    words = " ".join(filter(None, [named.get("title", ""), named.get("caption") or named.get("figcaption") or ""]))
    told = escape(words, quote=False) + (
        f' <span class="credit">{escape(credit, quote=False)}</span>' if credit else ""
    )
    return f"<figure>{image}<figcaption>{told}</figcaption></figure>" if told else image


def _embedded(name: str, named: Mapping[str, str], loose: list[str]) -> str:
    """A link to what would be shown: an address among the arguments, or what a known player calls by its number."""
    address = next((value for value in [*named.values(), *loose] if re.match(r"https?://\S+$", value)), "")
    player = next((player for player in _PLAYERS if any(player in word for word in (name, *loose[:1]))), "")
    number = named.get("id") or next((value for value in loose if re.fullmatch(r"[\w-]{4,}", value)), "")
    if not address and player and number:
        address = _PLAYERS[player].format(number)
    return f'<a href="{escape(address)}">{escape(address)}</a>' if address else ""


def _spoken(named: Mapping[str, str]) -> str:
    return " ".join(named[name] for name in _SPOKEN if name in named)
