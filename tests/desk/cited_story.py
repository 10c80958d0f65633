"""A story of Marrowby in which Rita has cited the mayor, and what its tests ask of it."""

import json

from articles import desk
from articles.models import Claim
from articles.text.passages import passages

WALL = "We will rebuild the wall within a year"
STATEMENT = f"Statement of the mayor: {WALL}, whatever it costs. I promise you that."
AMSEL = f"<p>The harbour wall at Marrowby broke in the night.</p>\n<p>“{WALL},” said Ada Amsel.</p>"
RAIN = "<p>“It never rained so hard in all my years,” said Bo Brenn, a porter, on the quay.</p>"
BODY = f"{AMSEL}\n{RAIN}"


def marked(words, key="amsel", body=BODY):
    assert body.count(words) == 1
    return body.replace(words, f'<mark data-citation="{key}">{words}</mark>')


CITED = marked(WALL)


def row(story, **which):
    return story.citations.get(**(which or {"state": Claim.CONFIRMED}))


def rows(story):
    return list(story.citations.order_by("pk"))


def revise(story, by, body=None, **rows_):
    words = {} if body is None else {"body": body}
    return desk.revise(story, by=by, seen=story.version, words=words, **rows_)


def on_record(story):
    return json.loads(story.revisions.last().words.content)


def told(story):
    """What each mark of the story as saved holds."""
    story.refresh_from_db()
    return {key: passage.words for key, passage in passages(story.body).items()}
