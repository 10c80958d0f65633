"""What changed in a block besides its words, in a notation short enough to need no translation.

"h2 → p", "ul → ul | ul" (one list became two), "+ strong “no”", "link https://a → https://b".
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.text.leaves import Leaf, Mark
from articles.text.runs import TAGS

_NAMES = {"a": "link", "mark": "citation"}


def markup_change(old: Leaf, new: Leaf) -> str:
    """Name the changes of place, heading level, emphasis, links and citations; empty if there are none."""
    return ", ".join([*_place_change(old.place, new.place), *_mark_changes(old, new)])


def holder_change(old: Sequence[Leaf], new: Sequence[Leaf]) -> str:
    """Name the holder parted in two, or joined from two, between neighbouring blocks; empty if neither."""
    (old_before, old_leaf), (new_before, new_leaf) = old, new
    stayed = old_before.place == new_before.place and old_leaf.place == new_leaf.place
    if not stayed or old_leaf.kept == new_leaf.kept:
        return ""
    holder = old_leaf.place[min(old_leaf.kept, new_leaf.kept)]
    two = f"{holder} | {holder}"
    return f"{holder} → {two}" if old_leaf.kept > new_leaf.kept else f"{two} → {holder}"


def _place_change(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[str]:
    if old != new:
        innermost = min(len(old), len(new)) - 1
        differing = next((at for at in range(innermost) if old[at] != new[at]), innermost)
        yield f"{' '.join(old[differing:])} → {' '.join(new[differing:])}"


def _mark_changes(old: Leaf, new: Leaf) -> Iterator[str]:
    if old.inside == new.inside:
        return
    same_words = old.text == new.text
    was, now = _counted(old, same_words), _counted(new, same_words)
    gone, come = list((was - now).elements()), list((now - was).elements())
    for tag in TAGS:
        before, after = ([mark for mark in marks if mark.name == tag] for marks in (gone, come))
        paired = min(len(before), len(after))
        yield from map(_mark_change, before, after)
        yield from (f"− {_described(mark)}" for mark in before[paired:])
        yield from (f"+ {_described(mark)}" for mark in after[paired:])


def _counted(leaf: Leaf, with_positions: bool) -> Counter[Mark]:
    return Counter(mark if with_positions else replace(mark, at=0) for mark in leaf.marks())


def _mark_change(before: Mark, after: Mark) -> str:
    """Tell whether a mark leads elsewhere or covers other words."""
    name = _NAMES.get(before.name, before.name)
    if before.value != after.value:
        return f"{name} {before.value} → {after.value}"
    return f"{name} “{before.covered}” → “{after.covered}”"


def _described(mark: Mark) -> str:
    return " ".join(filter(None, (_NAMES.get(mark.name, mark.name), mark.value, f"“{mark.covered}”")))
