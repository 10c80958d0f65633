"""How many stories a second Wagtail adds and publishes. Runs in an environment of its own that has Wagtail.

`python -m benchmarks.wagtail_peer.measure begin STORIES` makes a newsroom with so many stories, of which an archive is
then made by COPY. `… time STORIES ROUNDS` adds and publishes so many more a round and prints a line of JSON:
{"samples": [stories a second, …], "wagtail": "version"}. What is timed is nothing but `add_child` and `publish` of
pages that stand ready, with everybody and everything they name.
"""

import json
import sys
import time

import django

django.setup()

import wagtail  # noqa: E402 - Django has to be set up first
from django.core.management import call_command  # noqa: E402
from wagtail.models import Page  # noqa: E402

from benchmarks.wagtail_peer.newsroom import add, page_of  # noqa: E402

FIRST_TIMED = 50_000_000
WARM_UP = 10


def begin(stories: int) -> None:
    """A newsroom and its first stories."""
    call_command("migrate", verbosity=0)
    news = Page(title="News", slug="news")
    Page.objects.get(depth=1).add_child(instance=news)
    for number in range(stories):
        add(news, page_of(number))


def measure(stories: int, rounds: int) -> None:
    """Prints the samples."""
    news = Page.objects.get(slug="news", depth=2)
    for number in range(FIRST_TIMED - WARM_UP, FIRST_TIMED):
        add(news, page_of(number))
    samples = []
    for turn in range(rounds):
        first = FIRST_TIMED + turn * stories
        pages = [page_of(number) for number in range(first, first + stories)]
        began = time.perf_counter()
        for page in pages:
            add(news, page)
        samples.append(stories / (time.perf_counter() - began))
    print(json.dumps({"samples": samples, "wagtail": wagtail.__version__}))


if __name__ == "__main__":
    verb, *numbers = sys.argv[1:]
    {"begin": begin, "time": measure}[verb](*map(int, numbers))
