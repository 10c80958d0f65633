"""A delivery as the desk notes it: by which the next arrival of the same story is known."""

import datetime

from articles.importing.reading import Reading
from articles.importing.story import PubStatus, Signal
from articles.importing.versions import LONGEST_VERSION, identity
from articles.models import Delivery
from articles.text.clean import plain, plain_lines

_PRIORITIES = range(1, 10)


def delivery_of(reading: Reading, *, kind: Delivery.Kind, state: Delivery.State) -> Delivery:
    """The unsaved delivery of what was read."""
    story = reading.story
    killed = story.signal == Signal.KILL
    return Delivery(
        kind=kind,
        state=state,
        supplier=story.supplier or story.supplier_domain[:200],
        identity=identity(story),
        version=plain(story.version)[:LONGEST_VERSION],
        address=story.address,
        words_hash=reading.words_hash,
        pub_status=PubStatus.CANCELED if killed else story.pub_status,
        published=story.published,
        updated=story.updated,
        zone=_zone(story.published or story.updated),
        rights=plain_lines(story.rights),
        priority=story.priority if story.priority in _PRIORITIES else None,
    )


def _zone(moment: datetime.datetime | None) -> str:
    """The offset a time was said with: `+0200`."""
    return moment.strftime("%z")[:9] if moment else ""
