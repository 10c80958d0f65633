"""Feeds around an entry or more, read as an import would; and what a story from one says, without what is empty."""

import io

from articles.importing.body import body_of
from articles.importing.errors import BadInput
from articles.importing.readers import feed
from articles.importing.readers.reader import Source

RSS = """<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Courier</title>
<link>https://courier.example/</link><item>%s</item></channel></rss>"""
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry>%s</entry></feed>'


def taken(text, *, limit=1_000_000, encoding=None, address=""):
    """The items of a feed, and what is wrong with it from some place on."""
    items, received = [], text if isinstance(text, bytes) else text.encode()
    try:
        for item in feed.split(Source("feed.xml", io.BytesIO(received), limit, encoding, address)):
            items.append(item)
    except BadInput as problem:
        return items, problem
    return items, None


def items_of(text, **how):
    items, problem = taken(text, **how)
    assert problem is None
    return items


def story_of(elements, frame=RSS, **how):
    (item,) = items_of(frame % elements, **how)
    return feed.read(item)


def texts_in(story):
    return [block.text for block in story.blocks]


def told(story):
    said = {
        "headline": story.headline,
        "dek": story.dek,
        "body": body_of(story.blocks).split("\n"),
        "credits": [[one.name or one.wording or one.organisation, one.role] for one in story.credits],
        "origins": [[one.organisation, one.evidence, one.found_by, one.domain, one.url] for one in story.origins],
        "pictures": [
            [one.key, one.url, one.alt, one.caption, one.credit, one.rights, one.lead] for one in story.pictures
        ],
        "published": story.published.isoformat() if story.published else "",
        "updated": story.updated.isoformat() if story.updated else "",
        "language": story.language,
        "section": story.section,
        "topics": [[one.name, one.code] for one in story.topics],
        "address": story.address,
        "addresses": list(story.addresses),
        "supplier": [story.supplier, story.supplier_domain, story.supplier_id],
        "rights": story.rights,
    }
    return {name: value for name, value in said.items() if value}
