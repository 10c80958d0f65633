"""Which of two deliveries of one item is the newer, and by which key an item is known again."""

from articles.importing.moments import moment
from articles.importing.story import Story

_GLOBAL = (":", "/")  # urn:newsml:…, tag:…, https://…: nobody else uses such an id
LONGEST_IDENTITY = 600
LONGEST_VERSION = 80


def identity(story: Story) -> str:
    """The key by which the item is known again: the supplier's id, with the supplier where the id says too little.

    Empty where the supplier gives none, or where a bare number comes from nobody.
    """
    given = story.supplier_id.strip()
    if any(mark in given for mark in _GLOBAL):
        return given[:LONGEST_IDENTITY]
    whose = (story.supplier_domain or story.supplier).strip().casefold()
    return f"{whose} {given}"[:LONGEST_IDENTITY] if given and whose else ""


def is_older(story: Story, *, than_version: str, than_updated: str) -> bool:
    """Whether `story` is an earlier version than the one held: by number where both have one, else by the time its
    supplier last changed it (`than_updated` as ISO 8601). Where neither tells, what comes later is the newer.
    """
    if story.version and than_version and story.version != than_version:
        if story.version.isdecimal() and than_version.isdecimal():
            return int(story.version) < int(than_version)
        mine, theirs = moment(story.version), moment(than_version)
        if mine and theirs:
            return mine < theirs
    changed, held = story.updated or story.published, moment(than_updated) if than_updated else None
    return bool(changed and held and changed < held)
