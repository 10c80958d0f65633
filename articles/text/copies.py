"""A passage whose mark stands in more than one place: which is the passage, and which came by copy and paste."""

from collections import Counter
from collections.abc import Sequence

from articles.text.anchor import Anchor, find
from articles.text.passages import Stretch


def copies(text: str, stretches: Sequence[Stretch], remembered: Sequence[Anchor]) -> list[Stretch]:
    """The stretches of one key that are no part of its passage, of a body's whole `text`.

    Of words that stand there more often than remembered, the place that is found again counts, else the first. Of the
    others, those that hang together with words remembered count, else those that come first; a passage that runs on, or
    that a line end has cut in two, is no copy.
    """
    if len(stretches) < 2:
        return []
    doubled = _doubled(text, stretches, remembered)
    left = [stretch for stretch in stretches if stretch not in doubled]
    if len(left) <= max(1, len(remembered)):
        return doubled
    known = {passage.exact for passage in remembered}
    groups = _together(text, left)
    own = [group for group in groups if any(text[start:end] in known for start, end in group)] or groups[:1]
    return doubled + [stretch for group in groups if group not in own for stretch in group]


def _doubled(text: str, stretches: Sequence[Stretch], remembered: Sequence[Anchor]) -> list[Stretch]:
    allowed = Counter(passage.exact for passage in remembered)
    places = {find(passage, text).start for passage in remembered}
    seen: Counter[str] = Counter()
    doubled = []
    for stretch in sorted(stretches, key=lambda stretch: (stretch.start not in places, stretch)):
        words = text[stretch.start : stretch.end]
        seen[words] += 1
        if seen[words] > max(1, allowed[words]):
            doubled.append(stretch)
    return doubled


def _together(text: str, stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    """Stretches of one block, or of blocks that follow each other, in groups."""
    groups: list[list[Stretch]] = []
    for stretch in stretches:
        between = text[groups[-1][-1].end : stretch.start] if groups else ""
        if groups and ("\n" not in between or not between.strip()):
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
    return groups
