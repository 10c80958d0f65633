"""How many stories a second Wagtail adds and publishes, with an archive of so many held already.

Runs in an environment of its own that has Wagtail: `python -m benchmarks.wagtail_peer.measure HELD TIMED ROUNDS`.
Prints a line of JSON: {"samples": [stories a second, …], "wagtail": "version"}. The archive is made by COPY, its tree
paths computed, its search entries in one statement; what is timed is nothing but `add_child` and `publish`.
"""

import json
import sys
import time
import uuid

import django

django.setup()

import wagtail  # noqa: E402 - Django has to be set up first
from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from wagtail.models import Page  # noqa: E402

from benchmarks.stories import story  # noqa: E402
from benchmarks.wagtail_peer.stories.models import StoryPage  # noqa: E402

STEP = Page.steplen
FIRST_TIMED = 10_000_000


def parent_of_all() -> Page:
    """The page under which all stories lie."""
    call_command("migrate", verbosity=0)
    news = Page(title="News", slug="news")
    Page.objects.get(depth=1).add_child(instance=news)
    return news


def add(news: Page, number: int) -> StoryPage:
    """Story `number`, as an import into Wagtail makes it."""
    told = story(number)
    page = StoryPage(
        title=told["headline"],
        slug=f"story-{number}",
        dek=told["dek"],
        byline=told["byline"],
        body=told["body_html"],
    )
    news.add_child(instance=page)
    page.save_revision().publish()
    return page


def hold(news: Page, held: int) -> None:
    """Makes `held` stories by COPY, after the example of one that Wagtail itself has made."""
    example = add(news, FIRST_TIMED - 1)
    with connection.cursor() as cursor:
        page = _row(cursor, "wagtailcore_page", "id", example.pk)
        words = _row(cursor, "stories_storypage", "page_ptr_id", example.pk)
        revision = _row(cursor, "wagtailcore_revision", "object_id", str(example.pk))
        numbers = range(held)
        _copy(cursor, "wagtailcore_page", page, (_page(page, news, number) for number in numbers))
        _copy(cursor, "stories_storypage", words, (_words(words, page, number) for number in numbers))
        _copy(cursor, "wagtailcore_revision", revision, (_revision(revision, page, number) for number in numbers))
        _index(cursor, page["id"], held)
        for table in ("wagtailcore_page", "wagtailcore_revision"):
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")
        cursor.execute("UPDATE wagtailcore_page SET numchild = %s WHERE id = %s", [held + 1, news.pk])
    connection.close()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    news.refresh_from_db()


def _row(cursor, table: str, key: str, value: object) -> dict:
    cursor.execute(f"SELECT * FROM {table} WHERE {key} = %s", [value])
    return dict(zip((column.name for column in cursor.description), cursor.fetchone(), strict=True))


def _copy(cursor, table: str, example: dict, rows) -> None:
    names = ", ".join(f'"{name}"' for name in example)
    with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(list(row.values()))


def _page(example: dict, news: Page, number: int) -> dict:
    told, key = story(number), example["id"] + 1 + number
    return {
        **example,
        "id": key,
        "path": news.path + Page._int2str(number + 2).rjust(STEP, Page.alphabet[0]),
        "title": told["headline"],
        "draft_title": told["headline"],
        "slug": f"held-{number}",
        "url_path": f"{news.url_path}held-{number}/",
        "translation_key": uuid.uuid4(),
        "latest_revision_id": None,
        "live_revision_id": None,
    }


def _words(example: dict, page: dict, number: int) -> dict:
    told = story(number)
    key = page["id"] + 1 + number
    return {**example, "page_ptr_id": key, "dek": told["dek"], "byline": told["byline"], "body": told["body_html"]}


def _revision(example: dict, page: dict, number: int) -> dict:
    key = page["id"] + 1 + number
    content = {**json.loads(example["content"]), "pk": key, "body": story(number)["body_html"]}
    return {**example, "id": example["id"] + 1 + number, "object_id": str(key), "content": json.dumps(content)}


def _index(cursor, first: int, held: int) -> None:
    """The search entries that Wagtail itself would have made, one a story."""
    kind = ContentType.objects.get_for_model(StoryPage).pk
    cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_name LIKE '%%search_indexentry'")
    for (table,) in cursor.fetchall():
        cursor.execute(
            f"INSERT INTO {table} (object_id, content_type_id, autocomplete, title, title_norm, body, "
            "title_text, body_text) "
            "SELECT id::text, %s, to_tsvector(title), to_tsvector(title), 1, to_tsvector(body), '', '' "
            "FROM wagtailcore_page JOIN stories_storypage ON page_ptr_id = id WHERE id > %s AND id <= %s "
            f"AND EXISTS (SELECT 1 FROM {table})",
            [kind, first, first + held],
        )


def main(held: int, timed: int, rounds: int) -> None:
    """Prints the samples."""
    news = parent_of_all()
    hold(news, held)
    samples = []
    for turn in range(rounds):
        first = FIRST_TIMED + turn * timed
        began = time.perf_counter()
        for number in range(first, first + timed):
            add(news, number)
        samples.append(timed / (time.perf_counter() - began))
    print(json.dumps({"samples": samples, "wagtail": wagtail.__version__, "held": held}))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
