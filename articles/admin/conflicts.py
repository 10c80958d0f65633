"""An update that waits, as a person has to settle it: what both sides changed, and what merges by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.history import LINES, as_line
from articles.desk import merging
from articles.text import merge_pieces
from articles.text.canonical import sha256
from articles.text.diff import BlockChange, Span, compare, compare_line
from articles.text.merge import Choice
from articles.text.merge_pieces import By

OWN = "own"
"""The choice of whoever writes their own words instead."""

CHOICES = {
    Choice.OURS: gettext_lazy("Ours"),
    Choice.THEIRS: gettext_lazy("Theirs"),
    Choice.BOTH: gettext_lazy("Both"),
    OWN: gettext_lazy("Write it myself"),
}

WITHOUT = {
    Choice.OURS: gettext_lazy("Ours: leave it out"),
    Choice.THEIRS: gettext_lazy("Theirs: leave it out"),
}
"""What a choice is called whose version has nothing there."""

VERSIONS = (gettext_lazy("Before"), gettext_lazy("Ours"), gettext_lazy("Theirs"))

BY = {
    By.US: gettext_lazy("ours"),
    By.THEM: gettext_lazy("theirs"),
    By.BOTH: gettext_lazy("both the same"),
    By.JOINED: gettext_lazy("joined"),
}


@dataclass(frozen=True)
class Version:
    """One of the three versions in a conflict; the words that differ from *Before* are marked."""

    label: str
    blocks: list[BlockChange]


@dataclass(frozen=True)
class Conflict:
    """What both sides changed. `key` stays the same while *Before* and *Theirs* do, whatever the desk does to *Ours*.

    `name` is the field. Of a body, base, ours and theirs are canonical HTML; of a field what the record says. `choices`
    are what can be chosen; `given` is what a person's own words begin with.
    """

    key: str
    name: str
    label: str
    base: Any
    ours: Any
    theirs: Any
    choices: tuple[tuple[str, str], ...]
    given: str

    @property
    def is_body(self) -> bool:
        """Whether it is a place in the body."""
        return self.name == "body"

    @property
    def versions(self) -> list[Version]:
        """The three of them, side by side."""
        values = (self.base, self.ours, self.theirs)
        if self.is_body:
            found = [compare(self.base, value) for value in values]
        else:
            found = [_line_compared(self.name, self.base, value) for value in values]
        return [Version(str(label), blocks) for label, blocks in zip(VERSIONS, found, strict=True)]

    @property
    def ours_print(self) -> str:
        """By which it shows that the desk has changed its words since."""
        return fingerprint(str(self.ours))

    @property
    def given_print(self) -> str:
        """By which it shows that a person has typed."""
        return fingerprint(self.given)


@dataclass(frozen=True)
class Folded:
    """Blocks of a body that need no choice, from one conflict to the next: each with who changed it, and how."""

    pieces: list[tuple[str, list[BlockChange]]]
    html: list[str]

    @property
    def changed(self) -> int:
        """How many of them are not as they were."""
        return sum(1 for by, _blocks in self.pieces if by)


@dataclass(frozen=True)
class Line:
    """A field that merged by itself: whose words stand there now, and what differs from ours."""

    label: str
    by: str
    spans: list[Span]


def fields_in_conflict(merge: merging.Merge) -> list[Conflict]:
    """The fields that both sides changed."""
    return [_field(field) for field in merge.fields if field.conflict]


def body_parts(merge: merging.Merge) -> list[Conflict | Folded]:
    """The body from top to bottom: conflicts, and between them what needs no choice."""
    total, seen = len(merge.body.conflicts), 0
    keys: set[str] = set()
    parts: list[Conflict | Folded] = []
    for agreed, pieces in groupby(merge.body.pieces, key=lambda piece: isinstance(piece, merge_pieces.Agreed)):
        if agreed:
            parts.append(_folded(pieces))
            continue
        for piece in pieces:
            seen += 1
            label = _("Body") if total == 1 else _("Body, %(number)d of %(total)d") % {"number": seen, "total": total}
            conflict = _in_body(piece, label, keys)
            keys.add(conflict.key)
            parts.append(conflict)
    return parts


def merged_lines(merge: merging.Merge, ours: merging.Content) -> Iterator[Line]:
    """What needs no choice besides the body, where it is not the same in all versions; `ours` is what the desk has."""
    for field in merge.fields:
        if not field.conflict and not field.base == field.ours == field.theirs:
            yield _merged_line(field)
    for name, merged in (("topics", merge.topics), ("origins", merge.origins)):
        was, now = as_line(name, ours[name]), as_line(name, merged)
        if was != now:
            yield Line(str(LINES[name]), str(BY[By.THEM]), compare_line(was, now))


def fingerprint(words: str) -> str:
    """By which words are known to be the same; a browser sends line ends of its own."""
    return sha256(words.replace("\r\n", "\n"))[:16]


def _field(field: merging.FieldMerge) -> Conflict:
    choices = [Choice.OURS, Choice.THEIRS]
    if field.name in merging.LINES or field.name == "credits":
        choices.append(Choice.BOTH)
    if field.name in merging.LINES or field.name == "slug":
        choices.append(OWN)
    lines = {Choice.OURS: as_line(field.name, field.ours), Choice.THEIRS: as_line(field.name, field.theirs)}
    given = (lines[Choice.OURS] or lines[Choice.THEIRS]) if OWN in choices else ""
    values = (field.base, field.ours, field.theirs)
    return Conflict(field.name, field.name, str(LINES[field.name]), *values, _choices(choices, lines), given)


def _in_body(piece: merge_pieces.Conflict, label: str, taken: set[str]) -> Conflict:
    """The same words twice in a body are two conflicts."""
    key = stem = f"body-{fingerprint(piece.base + chr(0) + piece.theirs)}"
    number = 1
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    versions = {Choice.OURS: piece.ours, Choice.THEIRS: piece.theirs}
    both = [Choice.BOTH] if all(versions.values()) else []
    choices = _choices([*versions, *both, OWN], versions)
    given = piece.ours or piece.theirs
    return Conflict(key, "body", label, piece.base, piece.ours, piece.theirs, choices, given)


def _choices(offered: list[Any], versions: dict[Choice, str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (str(choice), str(CHOICES[choice] if versions.get(choice, True) else WITHOUT[choice])) for choice in offered
    )


def _folded(pieces: Iterator[Any]) -> Folded:
    agreed = list(pieces)
    shown = [(str(BY.get(piece.by, "")), compare(piece.base, piece.html)) for piece in agreed]
    return Folded(shown, [piece.html for piece in agreed])


def _line_compared(name: str, base: Any, value: Any) -> list[BlockChange]:
    was, now = as_line(name, base), as_line(name, value)
    return [BlockChange("same" if was == now else "changed", "p", tuple(compare_line(was, now)))] if was or now else []


def _merged_line(field: merging.FieldMerge) -> Line:
    if field.merged == field.ours:
        by = BY[By.BOTH] if field.theirs == field.ours else BY[By.US]
    else:
        by = BY[By.THEM] if field.ours == field.base else BY[By.JOINED]
    spans = compare_line(as_line(field.name, field.ours), as_line(field.name, field.merged))
    return Line(str(LINES[field.name]), str(by), spans)
