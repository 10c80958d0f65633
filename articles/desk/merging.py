"""A supplier's newer version against what the desk has written: field by field, and block by block in the body.

Three contents in the form of a revision meet: `base` (as last received), `ours` (as the desk has it), `theirs` (as now
received). Nothing is read or written here. What one side alone changed is taken; what both changed in different places
is joined; what both changed in the same place is a conflict, in which both are kept for a person to settle.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from articles.text.citing import without_marks
from articles.text.merge import Merged, merge_bodies, merge_line
from articles.text.merge_pieces import Agreed, By

LINES = ("headline", "dek", "kicker", "slugline", "dateline", "ednote")
WHOLE = ("slug", "language", "direction", "section", "credits")
"""Fields that are one thing: no half of one is joined with half of another."""

Content = dict[str, Any]


@dataclass(frozen=True)
class FieldMerge:
    """What became of one field; in a `conflict` nothing is merged, for both sides changed it and a person chooses."""

    name: str
    base: Any
    ours: Any
    theirs: Any
    merged: Any
    conflict: bool = False


@dataclass(frozen=True)
class Merge:
    """What became of every field and of the body; `topics` and `origins` are joined without conflict."""

    fields: tuple[FieldMerge, ...]
    body: Merged
    topics: list[Content]
    origins: list[Content]

    @property
    def clean(self) -> bool:
        """Whether nothing has to be settled by a person."""
        return self.body.body is not None and not any(field.conflict for field in self.fields)

    @property
    def conflicts(self) -> list[str]:
        """The names of the fields that have to be settled."""
        names = [field.name for field in self.fields if field.conflict]
        return names if self.body.body is not None else [*names, "body"]

    def field(self, name: str) -> FieldMerge:
        """The field of that name."""
        return next(field for field in self.fields if field.name == name)

    def settled(self, values: Mapping[str, Any], body: str) -> "Merge":
        """This merge as a person settled it: what each field in conflict shall be, by its name, and the whole body."""
        fields = tuple(
            replace(one, merged=values[one.name], conflict=False) if one.conflict else one for one in self.fields
        )
        return replace(self, fields=fields, body=Merged((Agreed(body, By.BOTH),)))


def merge(base: Content, ours: Content, theirs: Content) -> Merge:
    """Merges three contents of the same story."""
    return Merge(
        tuple(_merged(name, base, ours, theirs) for name in (*LINES, *WHOLE)),
        _merged_bodies(base["body"], ours["body"], theirs["body"]),
        _joined(base["topics"], ours["topics"], theirs["topics"]),
        [*ours["origins"], *_new_origins(ours["origins"], theirs["origins"])],
    )


def _merged_bodies(base: str, ours: str, theirs: str) -> Merged:
    """Marks of cited passages go with their words; where they alone stand in the way they give way, and the passages
    are looked for in what comes of it (`articles.desk.citing`).
    """
    merged = merge_bodies(base, ours, theirs)
    if merged.body is None and "<mark" in ours:
        bare = merge_bodies(*map(without_marks, (base, ours, theirs)))
        return bare if bare.body is not None else merged
    return merged


def _merged(name: str, base: Content, ours: Content, theirs: Content) -> FieldMerge:
    """What one side alone changed is taken, be it away; a line that both changed is joined where it can be."""
    was, own, other = base.get(name), ours.get(name), theirs.get(name)
    if other in (was, own):
        return FieldMerge(name, was, own, other, own)
    if own == was:
        return FieldMerge(name, was, own, other, other)
    merged = merge_line(was or "", own or "", other or "").text if name in LINES else None
    return FieldMerge(name, was, own, other, merged, conflict=merged is None)


def _joined(base: list[Content], ours: list[Content], theirs: list[Content]) -> list[Content]:
    """Ours, with what they added and without what they took away."""
    before, now = {one["id"] for one in base}, {one["id"] for one in theirs}
    held = {one["id"] for one in ours}
    kept = [one for one in ours if one["id"] not in before - now]
    return [*kept, *(one for one in theirs if one["id"] not in before | held)]


def _new_origins(ours: list[Content], theirs: list[Content]) -> list[Content]:
    held = {_claim(origin) for origin in ours}
    return [origin for origin in theirs if _claim(origin) not in held]


def _claim(origin: Content) -> tuple[Any, ...]:
    return origin["role"], origin["organisation"]["id"], origin["url"]
