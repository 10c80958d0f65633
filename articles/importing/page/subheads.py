"""Subheads that are no headings: bold lines, as many desks type them, and paragraphs named for what they are."""

import re
from dataclasses import replace
from itertools import pairwise

from articles.importing.lines import ends_in_full_stop
from articles.importing.markup import blocks_of
from articles.importing.page.bodies import Part
from articles.importing.page.document import tokens
from articles.importing.page.kin import Kin, holds_block
from articles.importing.steps import LONGEST_SUBHEAD
from articles.importing.story import Block

_FEWEST = 2
_MOST = 0.34  # the share of the paragraphs that may be subheads; where more are bold, they are questions, or decoration
# What sites call a subhead that they do not mark as a heading.
_NAMED = frozenset(
    "crosshead crossheading intertitle intertitre intertitulo entretitulo ladillo ladillos mellanrubrik mellemrubrik "
    "mellomtittel srodtytul subhead subheading subheadline subtitulo tussenkop tussenkopje valiotsikko zwischentitel "
    "zwischenueberschrift".split()
)
# A bold line, a break, and the paragraph.
_RUN_IN = re.compile(
    r"<p><strong>(?P<line>(?:(?!</?strong>|<a\b|<br>).){1,200})</strong>(?:<br>)+(?P<rest>(?!<strong>).{40,})</p>",
    re.DOTALL,
)
_BOLD = re.compile(r"</?strong>")
_TAG = re.compile(r"<[^<>]*>")
# Nothing but bold words, in one piece or in several; a line that is a link leads elsewhere.
_BOLD_LINE = re.compile(r"<p>\s*(?:<strong>(?:(?!</?strong>|<a\b|<br>).)+</strong>\s*)++</p>", re.DOTALL)


def with_subheads(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with a heading for every paragraph that is a bold line as a whole and has another after it.

    One alone in a story is left as it is: it may be there to be noticed.
    """
    blocks = _run_out(blocks)
    paragraphs = [at for at, block in enumerate(blocks) if block.kind == "p"]
    bold = {at for at in paragraphs[1:-1] if _is_bold_line(blocks[at])}
    if not _FEWEST <= len(bold) <= len(paragraphs) * _MOST:
        return blocks
    kind = "h3" if any(block.kind == "h2" for block in blocks) else "h2"
    followed = {at for at, after in pairwise(paragraphs) if after not in bold}
    marked = bold & followed
    return tuple(_heading(block, kind) if at in marked else block for at, block in enumerate(blocks))


def mark_subheads(kin: Kin, part: Part) -> None:
    """Makes a heading of every short line among the paragraphs that is named as a subhead."""
    named = [one for one in part.container.iter("p", "div") if not tokens(one).isdisjoint(_NAMED)]
    tag = "h3" if next(kin.root.iter("h2"), None) is not None else "h2"
    for block in named:
        text = kin.texts.get(block)
        line = text.line if text else ""
        if 0 < len(line) <= LONGEST_SUBHEAD and not ends_in_full_stop(line) and not any(map(holds_block, block)):
            block.tag = tag


def _run_out(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with a line of its own for each bold line that a break parts from the paragraph it stands in."""
    found = [_RUN_IN.fullmatch(block.html) if block.kind == "p" else None for block in blocks]
    fit = [told is not None and not ends_in_full_stop(_TAG.sub("", told["line"])) for told in found]
    if sum(fit) < _FEWEST:
        return blocks
    parted: list[Block] = []
    for block, told, is_fit in zip(blocks, found, fit, strict=True):
        if told is not None and is_fit:
            parted += blocks_of(f"<p><strong>{told['line']}</strong></p>\n<p>{told['rest']}</p>")
        else:
            parted.append(block)
    return tuple(parted)


def _is_bold_line(block: Block) -> bool:
    if len(block.text) > LONGEST_SUBHEAD or ends_in_full_stop(block.text) or block.text.endswith((":", "：", ",")):
        return False
    return _BOLD_LINE.fullmatch(block.html) is not None


def _heading(block: Block, kind: str) -> Block:
    words = _BOLD.sub("", block.html.removeprefix("<p>").removesuffix("</p>"))
    return replace(block, kind=kind, html=f"<{kind}>{words}</{kind}>")
