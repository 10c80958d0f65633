"""Settling the update that waits at the story `disputed`: its page, its conflicts, what is chosen for them."""

from articles import desk
from tests.admin.arrivals import PARAGRAPHS
from tests.admin.screen import article_url

FIRST = f"<p>{PARAGRAPHS[0]}</p>"
OURS = [
    "Forty-one boats of the fleet move to the outer quay.",
    "The work costs 2.3 million; the county pays most of it.",
]
THEIRS = [
    "Thirty-eight fishing boats move to the outer quay, where there is water for thirty.",
    "The work will cost 2.6 million, of which the county pays half.",
]
LAST = "<p>Ferries to Skerrin keep to their timetable but for two Sundays.</p>"


def opened(someone, article):
    """The page of the update that waits."""
    return someone.open(article_url("update", article.pk))


def places(page):
    """The keys of the conflicts, from top to bottom."""
    return [name.removeprefix("dispute-") for name in page.tree.xpath("//fieldset[contains(@class, 'dispute')]/@id")]


def choose(page, *chosen, **own):
    """Chooses for each conflict in turn; `own` are words by the number of the conflict: `own_1`."""
    keys = places(page)
    told = {f"choice-{key}": choice for key, choice in zip(keys, chosen, strict=False) if choice}
    told |= {f"own-{keys[int(name[-1])]}": words for name, words in own.items()}
    return page.form.type(**told)


def kept(page, form):
    """Whether a page shows again every choice and every word that was sent."""
    names = [name for name in form.held if name.startswith(("choice-", "own-"))]
    again = page.form.held
    return {name: again.get(name) for name in names} == {name: form.held[name] for name in names}


def saved(article, by, *, body, **words):
    """Somebody else saves the story: `body` is what they put in place of what."""
    article.refresh_from_db()
    desk.revise(article, by=by, seen=article.version, words={"body": article.body.replace(*body), **words})


def words_of(article):
    """Headline and body as they are now."""
    article.refresh_from_db()
    return article.headline, article.body.split("\n")
