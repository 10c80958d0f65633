"""Markdown to HTML: CommonMark with the tables, struck-out words and footnotes of its dialects, HTML as it stands.

What comes out is not safe yet: it is cleaned like all HTML that comes in.
"""

import re
from collections.abc import Callable, MutableMapping
from typing import Any

from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from articles.importing.errors import BadInput

DEEPEST = 50  # lists within each other, and twice as many quotes
MOST_OPEN = 200  # square brackets within each other in one paragraph; each is looked at once for each around it

_PARAGRAPHS_END = re.compile(r"\n[ \t]*\n")
_BRACKET = re.compile(r"[\[\]]")
_REFERENCE = re.compile(r"\[\^([^\]\[\s^]{1,100})\]")
_DEFINITION = re.compile(r"\[\^([^\]\[\s^]{1,100})\]:[ \t]*")


def html_of(text: str) -> str:
    """The Markdown `text` as HTML; footnotes are a numbered list at its end.

    Raises `BadInput` (unsafe) where lists, quotes or brackets lie too deep within each other.
    """
    if any(_open_brackets(paragraph) > MOST_OPEN for paragraph in _PARAGRAPHS_END.split(text)):
        reason = _("More than %(most)d square brackets are open at once. Close them, or write \\[.")
        raise BadInput("unsafe", reason % {"most": MOST_OPEN})
    environment: dict[str, Any] = {"notes": {}, "numbers": {}, "order": []}
    html = _rendered(text, environment)
    return html + _footnotes(environment)


def _open_brackets(text: str) -> int:
    """How many square brackets are open at once."""
    most = opened = 0
    for bracket in _BRACKET.findall(text):
        opened = opened + 1 if bracket == "[" else max(0, opened - 1)
        most = max(most, opened)
    return most


def _rendered(text: str, environment: dict[str, Any]) -> str:
    tokens = _MARKDOWN.parse(text, environment)
    if any(token.level >= DEEPEST * 2 - 1 for token in tokens):
        # Deeper down the parser would leave words out in silence.
        raise BadInput("unsafe", _("Lists or quotes lie too deep within each other. Write them flat."))
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, environment))


def _footnotes(environment: dict[str, Any]) -> str:
    """The notes in the order of their numbers; those that nothing refers to come last."""
    notes, order = environment["notes"], environment["order"]
    items: list[str] = []
    for label in [*order, *notes]:
        _number(label, environment)
    while len(items) < len(order):  # a note may refer to others
        items.append(f"<li>{_rendered(notes[order[len(items)]], environment)}</li>")
    return f"\n<ol>{''.join(items)}</ol>\n" if items else ""


def _number(label: str, environment: MutableMapping[str, Any]) -> int:
    numbers, order = environment["numbers"], environment["order"]
    if label not in numbers:
        order.append(label)
        numbers[label] = len(order)
    return int(numbers[label])


def _refers(state: StateInline, silent: bool) -> bool:
    """`[^1]`, where there is such a note, is its number."""
    found = _REFERENCE.match(state.src, state.pos)
    if found is None or found[1] not in state.env["notes"]:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = f"<sup>{_number(found[1], state.env)}</sup>"
    state.pos = found.end()
    return True


def _defines(state: StateBlock, line: int, last: int, silent: bool) -> bool:
    """`[^1]: words` is a note: with the lines that go on, and with paragraphs that are indented under it."""
    found = _DEFINITION.match(_line(state, line))
    if found is None or state.is_code_block(line):
        return False
    if silent:
        return True
    end = line + 1
    while end < last and _goes_on(state, end, last):
        end += 1
    first, *rest = state.getLines(line, end, state.blkIndent, False).split("\n")
    words = [first.lstrip()[found.end() :], *(re.sub("^(?: {1,4}|\t)", "", more) for more in rest)]
    state.env["notes"].setdefault(found[1], "\n".join(words))
    state.line = end
    return True


def _goes_on(state: StateBlock, line: int, last: int) -> bool:
    if state.isEmpty(line):
        after = next((later for later in range(line + 1, last) if not state.isEmpty(later)), last)
        return after < last and state.sCount[after] - state.blkIndent >= 2
    return not _DEFINITION.match(_line(state, line)) and (not state.isEmpty(line - 1) or state.sCount[line] >= 2)


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST * 2}).enable(["table", "strikethrough"])
    interrupts: Callable[..., None] = parser.block.ruler.before
    interrupts("reference", "footnote", _defines, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "footnote", _refers)
    return parser


_MARKDOWN = _parser()
