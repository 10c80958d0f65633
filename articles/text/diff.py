"""What changed between two bodies or two lines, as plain data for a template: first blocks, then words."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from articles.text.leaves import Leaf, leaves
from articles.text.markup import holder_change, markup_change
from articles.text.pairing import paired, unmoved
from articles.text.tokens import Token, tokens


@dataclass(frozen=True)
class Span:
    """A stretch of words that is in both versions, or in one of them only."""

    kind: Literal["same", "removed", "added"]
    text: str


@dataclass(frozen=True)
class BlockChange:
    """What became of one block.

    `tag` is the block's tag (the new one, if it has both); `markup` names what changed besides the words,
    like "h2 → p"; `was` and `now` number the block in the old and the new body from 0, None where missing.
    """

    kind: Literal["same", "removed", "added", "changed"]
    tag: str
    spans: tuple[Span, ...]
    markup: str = ""
    moved: bool = False
    was: int | None = None
    now: int | None = None


def compare(old_body: str, new_body: str) -> list[BlockChange]:
    """Compare two canonical bodies, in the order of the new one; a block that is gone stands where it was.

    All blocks are "same" if, and only if, the bodies are equal. Raises ValueError if one is not canonical.
    """
    old, new = leaves(old_body), leaves(new_body)
    pairs = paired(old, new)
    partner, in_order = {now: was for was, now in pairs}, unmoved(pairs)
    gone = deque(sorted(set(range(len(old))) - set(partner.values())))
    changes: list[BlockChange] = []
    for now, leaf in enumerate(new):
        was = partner.get(now)
        if was is None:
            changes.append(BlockChange("added", leaf.tag, _only("added", leaf), now=now))
            continue
        while gone and gone[0] < was and (was, now) in in_order:
            changes.append(_removed(old, gone.popleft()))
        beside = bool(was and now) and partner.get(now - 1) == was - 1
        holder = holder_change(old[was - 1 : was + 1], new[now - 1 : now + 1]) if beside else ""
        changes.append(_kept(old[was], leaf, was, now, holder=holder, moved=(was, now) not in in_order))
    return changes + [_removed(old, was) for was in gone]


def compare_line(old: str, new: str) -> list[Span]:
    """Compare two plain texts word by word. What is removed comes before what is added in its place."""
    spans = []
    for same, steps in groupby(_steps(old, new), key=lambda step: step[0] == step[1]):
        removed, added = map("".join, zip(*steps, strict=True))
        spans += [Span("same", removed)] if same else [Span("removed", removed), Span("added", added)]
    return [span for span in spans if span.text]


def _steps(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Walk both texts side by side; where they agree, both parts of a step are equal."""
    was, now = tokens(old), tokens(new)
    cores = [token.core for token in was], [token.core for token in now]
    matcher = SequenceMatcher(None, *cores, autojunk=False)
    for kind, was_from, was_to, now_from, now_to in matcher.get_opcodes():
        if kind == "equal":
            for before, after in zip(was[was_from:was_to], now[now_from:now_to], strict=True):
                yield before.white, after.white
                yield before.core, after.core
        else:
            yield _joined(was[was_from:was_to]), _joined(now[now_from:now_to])


def _joined(words: list[Token]) -> str:
    return "".join(token.white + token.core for token in words)


def _kept(old: Leaf, new: Leaf, was: int, now: int, holder: str, moved: bool) -> BlockChange:
    markup = ", ".join(filter(None, (holder, markup_change(old, new))))
    kind: Literal["changed", "same"] = "changed" if moved or markup or old.text != new.text else "same"
    return BlockChange(kind, new.tag, tuple(compare_line(old.text, new.text)), markup, moved, was, now)


def _removed(old: list[Leaf], was: int) -> BlockChange:
    return BlockChange("removed", old[was].tag, _only("removed", old[was]), was=was)


def _only(kind: Literal["removed", "added"], leaf: Leaf) -> tuple[Span, ...]:
    return (Span(kind, leaf.text),) if leaf.text else ()
