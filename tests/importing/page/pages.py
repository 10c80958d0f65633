"""Pages small enough to be read in a test."""

from articles.importing.page.document import parsed
from articles.importing.page.told import told_by
from articles.importing.readers import page
from tests.importing.iptc.answers import item

ADDRESS = "https://courier.example/2024/09/28/ferry"
FIRST = "The island ferry will carry two deckhands on each of its eleven daily crossings from Monday."
SECOND = "In March a passenger fell between ship and quay, and nobody saw it for a minute and a half."
THIRD = "The county pays half of the wages, the owners said, and passengers pay the other half of them."
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD))


def html(body="", head="", above="<h1>Ferry sails</h1>", attributes='lang="en"'):
    return (
        f'<!doctype html><html {attributes}><head><meta charset="utf-8"><meta property="og:type" content="article">'
        f"<title>Ferry sails</title>{head}</head><body>{above}<div>{body or PARAGRAPHS}</div></body></html>"
    )


def meta(**contents):
    return "".join(f'<meta name="{name.replace("__", ":")}" content="{content}">' for name, content in contents.items())


def ld(json):
    return f'<script type="application/ld+json">{json}</script>'


def told_of(body="", head="", address=ADDRESS, **parts):
    return told_by(parsed(html(body, head, **parts), address))


def story_of(body="", head="", address=ADDRESS, **parts):
    return page.read(item(html(body, head, **parts), address=address))


def lines_of(body="", head="", **parts):
    """Kind and words of every block of the story on such a page."""
    return [(block.kind, block.text) for block in story_of(body, head, **parts).blocks]
