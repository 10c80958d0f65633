"""Shortcodes of WordPress: `[caption]…[/caption]`, `[gallery ids="1,2"]`, `[embed]…[/embed]` and those of plugins.

Those of the core become what they show. One of a plugin that is not here any more is unwrapped: its words stay, and
those of its attributes that readers saw. Words in brackets that no plugin would read (“[sic]”) are words.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

DEEPEST = 50  # shortcodes within each other; what lies deeper is unwrapped on this level

_TAG = re.compile(r"\[(/?)([A-Za-z][\w-]*)((?:[=\s][^\[\]]*)?)\]")
_ATTRIBUTE = re.compile(
    r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)) | "([^"]*)" | '([^']*)' | ([^\s"']+)""", re.VERBOSE
)
_CURLY = re.compile("[“”„″]|&(?:quot|ldquo|rdquo|#8220|#8221|#8243);")
_CORE = {"caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist", "more", "nextpage"}
_PLAYERS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "wpvideo": "https://videopress.com/v/{}",
    "instagram": "https://www.instagram.com/p/{}/",
    "tweet": "https://twitter.com/i/status/{}",
    "twitter": "https://twitter.com/i/status/{}",
    "soundcloud": "https://soundcloud.com/{}",
    "ted": "https://www.ted.com/talks/{}",
    "googlemaps": "https://maps.google.com/?q={}",
}
_CODES = {
    "code",
    "sourcecode",
    "source",
    "php",
    "css",
    "html",
    "javascript",
    "js",
    "python",
    "sql",
    "xml",
    "bash",
    "text",
}
_MEDIA = ("src", "mp3", "m4a", "ogg", "wav", "wma", "flac", "mp4", "m4v", "webm", "ogv", "wmv", "flv")
_SPOKEN = ("title", "heading", "text", "quote", "caption")  # attributes that readers see as words
_WEB = re.compile(r"https?://[^\s<>\"']+")
_IMAGE = re.compile(r"\s*((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?)(.*)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Replaced:
    """The content without shortcodes, and each that only a plugin knew, with what stands in its place."""

    html: str
    changed: tuple[tuple[str, str], ...] = ()


@dataclass
class _Open:
    """A shortcode that has begun: its name, as it was written, its attributes, and what it holds so far."""

    name: str
    written: str
    attributes: Mapping[str, str]
    inside: list[str] = field(default_factory=list)


def without_shortcodes(content: str, gallery: Callable[[Mapping[str, str]], str]) -> Replaced:
    """`content` with its shortcodes as HTML; `gallery` makes that of a gallery's (or playlist's) attributes."""
    if "[" not in content:
        return Replaced(content)
    return _Reading(content, gallery).replaced()


def attributes_of(written: str) -> dict[str, str]:
    """The attributes of a shortcode by name in small letters; those without a name are `0`, `1`, …"""
    written = _CURLY.sub('"', written) if '"' not in written else written
    named: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(written):
        name, *values = found.groups()
        value = next((value for value in values if value is not None), "")
        named.setdefault((name or str(sum(key.isdecimal() for key in named))).casefold(), value)
    return named


class _Reading:
    """Goes through the content once; `open` are the shortcodes that enclose the place reached."""

    def __init__(self, content: str, gallery: Callable[[Mapping[str, str]], str]) -> None:
        self.content, self.gallery = content, gallery
        self.closed = {found[2].casefold() for found in _TAG.finditer(content) if found[1]}
        self.ends = {name: re.compile(rf"\[/{name}\]", re.IGNORECASE) for name in _CODES & self.closed}
        self.open = [_Open("", "", {})]
        self.changed: list[tuple[str, str]] = []

    def replaced(self) -> Replaced:
        done = at = 0
        while tag := _TAG.search(self.content, at):
            at = tag.end()
            if self._is_shortcode(tag):
                self._say(self.content[done : tag.start()])
                done = at = self._take(tag)
        self._say(self.content[done:])
        while len(self.open) > 1:
            self._end_alone()
        return Replaced("".join(self.open[0].inside), tuple(self.changed))

    def _is_shortcode(self, tag: re.Match[str]) -> bool:
        name = tag[2].casefold()
        if self.content[tag.start() - 1 : tag.start()] == "[" and self.content[tag.end() : tag.end() + 1] == "]":
            return False  # [[caption]] is how one writes about shortcodes
        known = name in _CORE or name in _PLAYERS or name in self.closed
        return known or "_" in name or re.search(r"\s[\w-]+=\S", tag[3]) is not None

    def _take(self, tag: re.Match[str]) -> int:
        """Takes a tag in; gives the place to go on from."""
        name = tag[2].casefold()
        if tag[1]:
            self._close(name, tag[0])
        elif name in self.ends and (end := self.ends[name].search(self.content, tag.end())):
            self._say(_code(self.content[tag.end() : end.start()]))
            return end.end()
        elif name in self.closed and not tag[3].rstrip().endswith("/") and len(self.open) <= DEEPEST:
            self.open.append(_Open(name, tag[0], attributes_of(tag[3])))
        else:
            self._say(self._shown(_Open(name, tag[0], attributes_of(tag[3].rstrip("/ "))), ""))
        return tag.end()

    def _close(self, name: str, written: str) -> None:
        if not any(one.name == name for one in self.open):
            self.changed.append((written, ""))
            return
        while self.open[-1].name != name:
            self._end_alone()
        ended = self.open.pop()
        self._say(self._shown(ended, "".join(ended.inside)))

    def _end_alone(self) -> None:
        """A shortcode that nothing closes stands alone, and what came after it comes after it."""
        alone = self.open.pop()
        self._say(self._shown(alone, ""))
        self.open[-1].inside += alone.inside

    def _say(self, html: str) -> None:
        self.open[-1].inside.append(html)

    def _shown(self, code: _Open, inside: str) -> str:
        if code.name in ("caption", "wp_caption"):
            return _captioned(inside, code.attributes)
        if code.name in ("gallery", "playlist"):
            return self.gallery(code.attributes) + inside
        if code.name in ("embed", "audio", "video") or code.name in _PLAYERS:
            return _embedded(code, inside)
        if code.name in ("more", "nextpage"):
            return f"\n\n{inside}"
        shown = _unwrapped(code.attributes, inside)
        self.changed.append((code.written, shown if not inside else ""))
        return shown


def _code(code: str) -> str:
    """Code as it stands: whatever is in it is no shortcode, and was often escaped before."""
    return f"<pre>{code.replace('<', '&lt;') if '&' in code else escape(code, quote=False)}</pre>"


def _captioned(inside: str, attributes: Mapping[str, str]) -> str:
    """A picture with the words under it, which old shortcodes keep in an attribute."""
    found = _IMAGE.match(inside)
    image, words = found.groups() if found else ("", inside)
    words = " ".join(filter(None, [attributes.get("caption", ""), words.strip()]))
    credit = attributes.get("credit", "")
    words += f' <span class="credit">{escape(credit, quote=False)}</span>' if credit else ""
    caption = f"<figcaption>{words}</figcaption>" if words.strip() else ""
    return f"\n<figure>{image}{caption}</figure>\n" if image else f"\n\n{words}\n\n"


def _embedded(code: _Open, inside: str) -> str:
    """A link to what was played, and every word that stood between."""
    told = [inside, *(code.attributes[name] for name in _MEDIA if name in code.attributes), *code.attributes.values()]
    address = next((found[0] for value in told if (found := _WEB.search(value))), "")
    number = code.attributes.get("id") or code.attributes.get("0", "").lstrip("=") or inside.strip()
    if not address and code.name in _PLAYERS and re.fullmatch(r"[\w/-]+", number):
        address, inside = _PLAYERS[code.name].format(number), inside.replace(number, "")
    rest = inside.replace(address, "").strip() if address else inside
    link = f'<a href="{escape(address)}">{escape(address)}</a>' if address else ""
    return f"\n\n{link}\n\n{rest}\n\n" if rest else f"\n\n{link}\n\n"


def _unwrapped(attributes: Mapping[str, str], inside: str) -> str:
    """The words of a shortcode that nobody here knows. Where it has none, what it led to."""
    names = _SPOKEN if inside.strip() else _SPOKEN[1:]  # what encloses nothing (a form, a slider) is only called so
    spoken = [escape(attributes[name], quote=False) for name in names if attributes.get(name, "").strip()]
    if inside.strip() or spoken:
        return "\n\n".join([*spoken, inside] if spoken else [inside])
    address = next((value for value in attributes.values() if _WEB.fullmatch(value)), "")
    return f'<a href="{escape(address)}">{escape(address)}</a>' if address else ""
