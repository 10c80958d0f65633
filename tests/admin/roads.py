"""Roads that a story can have come, verb by verb."""

from datetime import UTC, datetime

from articles import desk

LATER = datetime(2031, 7, 1, 6, 30, tzinfo=UTC)


def saved(story, by):
    """Other words, which void the approval."""
    desk.revise(story, by=by, seen=story.version, words={"dek": f"Version {story.version + 1}."})


LIVE = "submit approve publish"
SCHEDULED = "submit approve schedule"
RETRACTED = f"{LIVE} retract"
UNPUBLISHED = f"{LIVE} unpublish"
