"""No word reaches readers before its time or after its end, by any address, format, header or count.

Two worlds are crawled at the same instant: one with stories that readers must not see, one where these stories do
not exist at all. The answers must be the same, byte for byte, header for header; so nothing about them can leak,
not even that they exist. A second later the scheduled and the embargoed words must be found, so the crawl can see.

Pictures are asked for by their very names, as somebody could who holds the same file.
"""

import datetime
import itertools
import re
from functools import cache
from html.parser import HTMLParser

import pytest
import time_machine
from django.test import Client
from django.urls import get_resolver

from articles import desk
from articles.desk import imaging, pictures, profiles
from articles.models import (
    Article,
    Citation,
    Credit,
    Origin,
    Picture,
    PublishedArticle,
    PublishedPicture,
    Section,
    Topic,
)
from articles.text.pictures import renditions
from bylines.models import Author, Organisation, Source
from tests.conftest import figure
from tests.photographs import photograph

pytestmark = pytest.mark.django_db

MINUTE = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)
BEFORE, AFTER = MINUTE - SECOND, MINUTE + SECOND

HIDDEN = {"draft": "Quixarp", "spiked": "Vombrel", "in_review": "Trasmole", "approved": "Plimdor", "held": "Zugwisp"}
COMING = {"scheduled": "Brenquil", "embargoed": "Florvatch"}
GONE = {"unpublished": "Dastrime", "killed": "Krellow"}
EVERYONE = {**HIDDEN, **COMING, **GONE}


# The stories. Each word stands in every field, and names an author, an organisation, a source, a section, a topic and
# a picture.


def tell(word, rita, mara):
    """A draft that is about `word` in every field and every row."""
    author, outlet = Author(name=f"{word} Writer"), Organisation(name=f"{word} Press")
    section, topic = Section(name=f"{word} Section"), Topic(name=f"{word} Topic")
    source = Source(name=f"{word} Source", title=f"{word} title")
    for noun in (author, outlet, section, topic, source):
        profiles.save_profile(noun, by=mara)
    picture = Picture(alt=f"{word} alt", caption=f"{word} caption", credit=f"{word} credit", rights=f"{word} rights")
    pictures.keep_file(picture, taken(word), by=rita)
    return desk.start(
        by=rita,
        words={
            **{name: f"{word} {name}" for name in ("headline", "dek", "kicker", "slugline", "dateline", "ednote")},
            "slug": word.lower(),
            "body": f'{figure(picture, f"{word} words")}\n<p>The <mark data-citation="k">body about {word}</mark>.</p>',
            "section": section,
        },
        credits=[Credit(author=author, organisation=outlet)],
        origins=[Origin(organisation=outlet, state="confirmed", url=f"https://{word}.example/")],
        citations=[
            Citation(source=source, key="k", quote=f"body about {word}", channel=f"{word} briefing", via=outlet)
        ],
        topics=[topic],
    )


def taken(word):
    """The photograph that goes with `word`: no two words have the same."""
    return photograph(500, 300, colour=tuple(word.encode()[:3]))


@cache
def file_names(word):
    """The names of its files for readers, which anybody can work out who has the photograph."""
    image = imaging.opened(taken(word))
    kept = imaging.kept(imaging.upright(image), image.format)
    return [one.name for one in renditions(kept.sha256, kept.media_type, kept.width, kept.height)]


def approve(story, rita, ed):
    desk.submit(story, by=rita, seen=story.version)
    desk.approve(story, by=ed, seen=story.version)
    return story


@pytest.fixture
def open_world(rita, ed, pat, mara):
    """What readers do have: two live stories, one of them corrected."""
    with time_machine.travel(BEFORE - 3600 * SECOND, tick=False):
        one, other = (approve(tell(word, rita, mara), rita, ed) for word in ("Openly", "Frankly"))
        desk.publish(one, by=pat, seen=1)
        desk.publish(other, by=pat, seen=1)
        desk.correct(other, by=pat, seen=1, kind="editors_note", note="Frankly so.")


def hide(rita, ed, pat, mara):
    """Everything that readers must not have before MINUTE, and the two stories that go out in that minute."""
    stories = {road: tell(word, rita, mara) for road, word in {**HIDDEN, **COMING}.items()}
    desk.submit(stories["in_review"], by=rita, seen=1)
    for road in ("approved", "held", "scheduled", "embargoed"):
        approve(stories[road], rita, ed)
    desk.spike(stories["spiked"], by=ed, why="Overtaken")
    desk.schedule(stories["held"], by=pat, seen=1, at=MINUTE)
    desk.hold(stories["held"], by=pat, why="The lawyer called")
    desk.schedule(stories["scheduled"], by=pat, seen=1, at=MINUTE)
    desk.embargo(stories["embargoed"], by=ed, until=MINUTE)
    desk.publish(stories["embargoed"], by=pat, seen=1)


def end(rita, ed, pat, mara):
    """Two stories that readers had for a while."""
    for road, word in GONE.items():
        with time_machine.travel(BEFORE - 1800 * SECOND, tick=False):
            story = approve(tell(word, rita, mara), rita, ed)
            desk.publish(story, by=pat, seen=1)
        with time_machine.travel(BEFORE - 900 * SECOND, tick=False):
            {"unpublished": desk.unpublish, "killed": desk.kill}[road](story, by=pat, why="Wrong")


# The crawl


class Links(HTMLParser):
    """Collects every address in a page."""

    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attrs):
        self.found |= {value for name, value in attrs if name in ("href", "src", "action", "content") and value}


def public_urls():
    """Every pattern of the public side, as Django itself knows them."""
    (included,) = [one for one in get_resolver().url_patterns if getattr(one, "app_name", "") == "public"]
    return included.url_patterns


def guesses():
    """Every public pattern with every slug, number, date and page that anybody could try, in every format."""
    slugs, numbers = [*every_slug(), "no-such-thing"], [str(number) for number in range(12)]
    days = ["2026/05/03", "2026/05/04", "2026/05/05"]
    stories = [f"/{day}/{slug}/" for day, slug in itertools.product(days, (*slugs, *numbers))]
    lists, found = [], list(stories)
    for route in (str(url.pattern) for url in public_urls()):
        if "slug:slug" in route:
            lists += [f"/{route}".replace("<slug:slug>", slug) for slug in (*slugs, *numbers)]
        elif "str:name" in route:
            found += [f"/{route}".replace("<str:name>", name) for name in every_file()]
        elif "path>" not in route:
            lists.append(f"/{route}")
    found += lists
    found += [f"{address}?page={number}" for address in lists for number in (1, 2) if address.endswith("/")]
    found += [f"/search/?q={word}" for word in (*every_slug(), "body", "about", "openly")]
    found += [address + ending for address in stories[: len(slugs)] for ending in ("feed.xml", ".json", "?format=json")]
    return sorted(found)


def every_slug():
    """The slugs of everybody and everything that any of the words could bring along."""
    suffixes = ("", "-writer", "-press", "-section", "-topic", "-source")
    return sorted(word.lower() + suffix for word, suffix in itertools.product((*EVERYONE.values(), "Openly"), suffixes))


@cache
def every_file():
    """The names of all files of all pictures, in every ending, and of what is kept and not for readers."""
    names = [name for word in (*EVERYONE.values(), "Openly", "Frankly") for name in file_names(word)]
    kept = {name.partition("-")[0] for name in names}
    return sorted({*names, *(f"{sha256}.jpg" for sha256 in kept), *(f"{sha256}-960.webp" for sha256 in kept)})


def answers(at):
    """What a stranger gets at `at` for every guess, and for every link found on the way, by GET and by HEAD."""
    client, got, waiting = Client(), {}, list(guesses())
    with time_machine.travel(at, tick=False):
        while waiting:
            address = waiting.pop()
            if address in got:
                continue
            methods = ("get",) if "?" in address else ("get", "head")
            got[address] = tuple(seen(getattr(client, method)(address)) for method in methods)
            links = Links()
            links.feed(got[address][0][2])
            known = {link.removeprefix("http://testserver").partition("#")[0] for link in links.found}
            waiting += [link for link in known if link.startswith("/") and not link.startswith(("/static/", "/admin/"))]
    return got


def seen(response):
    """All that can be seen of an answer. The nonce is new in every answer and says nothing."""
    nonce = re.search(r"nonce-([\w+/=-]+)", response.headers.get("Content-Security-Policy", ""))
    body = response.getvalue().decode("latin-1" if response.streaming else "utf-8")
    headers = "\n".join(f"{name}: {value}" for name, value in sorted(response.headers.items()) if name != "ETag")
    if nonce and not response.streaming:
        body, headers = body.replace(nonce[1], "NONCE"), headers.replace(nonce[1], "NONCE")
    elif "ETag" in response.headers:
        headers += response.headers["ETag"]
    return response.status_code, headers, body


def words_in(got):
    """Which of the words stand anywhere in the answers, beyond an address that merely repeats the question."""
    return {
        word
        for word in EVERYONE.values()
        for address, both in got.items()
        if word.lower() not in address.lower() and word.lower() in str(both).lower()
    }


def pictures_in(got):
    """The words whose pictures were handed out, in whatever size, and that each came whole."""
    served = {
        address.rpartition("/")[2] for address, both in got.items() if "/pictures/" in address and both[0][0] == 200
    }
    found = {word for word in (*EVERYONE.values(), "Openly", "Frankly") if served & set(file_names(word))}
    assert served == {name for word in found for name in file_names(word)}
    return found


def differing(without, with_them):
    """The answers of the second world that are not those of the first."""
    assert set(with_them) - set(without) == set()
    return {address: with_them[address] for address in without if without[address] != with_them[address]}


def test_nothing_is_seen_before_its_minute_or_after_its_end(open_world, rita, ed, pat, mara):
    without = answers(BEFORE)
    with time_machine.travel(BEFORE, tick=False):
        hide(rita, ed, pat, mara)
    end(rita, ed, pat, mara)
    assert Article.objects.count() == 2 + len(EVERYONE)
    assert PublishedArticle.objects.pending(at=BEFORE).count() == len(COMING)

    # A second before, the world is as if they were not; but for the address of what was killed.
    with_them = answers(BEFORE)
    changed = {address.split("?")[0]: got[0][0] for address, got in differing(without, with_them).items()}
    assert changed == {"/2026/05/04/krellow/": 410}
    assert words_in(with_them) == set()

    # A second after, the coming are found and the others never; and the crawl has been everywhere.
    after = answers(AFTER)
    assert words_in(after) == set(COMING.values())
    assert reached(after) == {url.name for url in public_urls()}
    assert pictures_in(with_them) == {"Openly", "Frankly"}
    assert pictures_in(after) == {"Openly", "Frankly", *COMING.values()}

    # A window that is open by mistake is seen at once, and so is a picture that is tied to a print it does not stand
    # in: so that the sameness above means something.
    PublishedArticle.objects.filter(headline__startswith="Brenquil").update(visible_from=BEFORE)
    live = PublishedArticle.objects.get(headline__startswith="Openly")
    PublishedPicture.objects.create(print=live, sha256=Picture.objects.get(alt__startswith="Quixarp").sha256)
    leaking = answers(BEFORE)
    assert words_in(leaking) == {"Brenquil"}
    assert pictures_in(leaking) == {"Openly", "Frankly", "Brenquil", "Quixarp"}


def reached(got):
    """The names of the patterns that answered with a page."""
    pages = {address.split("?")[0] for address, both in got.items() if both[0][0] == 200}
    return {get_resolver().resolve(page).url_name for page in pages}
