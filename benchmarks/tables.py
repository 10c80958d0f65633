"""In which tables a story lies: ours, and those of the peer."""

import uuid

from benchmarks.rows import Table, anew

_MASK = (1 << 59) - 1  # sketches are made of low numbers


def _another_passage(value: bytes, turn: int) -> bytes:
    return b"%d" % ((int(value) * 0x9E3779B97F4A7C15 + turn * 0xD1B54A32D192ED03) & _MASK)


def _ours(name: str, owner: str = "article_id", of: str = "articles_article", **more: str) -> dict:
    return {"name": f"articles_{name}", "owner": (owner, of), "shifted": {owner: of, **more}}


_RECEIPT, _REVISION = "articles_receipt", "articles_revision"

# In the order in which rows may be put in.
OURS = (
    Table(**_ours("receipt", "id", _RECEIPT), changed={"sha256": anew}),
    Table(**_ours("article", "id")),
    Table(**_ours("credit", id="articles_credit")),
    Table(**_ours("article_topics", id="articles_article_topics")),
    Table(**_ours("revision", id=_REVISION), changed={"hash": anew, "content_hash": anew}),
    Table(**_ours("revisionwords", "revision_id", _REVISION)),
    Table(**_ours("decision", id="articles_decision", revision_id=_REVISION)),
    Table(**_ours("verdict", "receipt_id", _RECEIPT, id="articles_verdict", article_id="articles_article")),
    Table(
        **_ours("delivery", id="articles_delivery", receipt_id=_RECEIPT, revision_id=_REVISION),
        changed={"identity": anew, "words_hash": anew},
    ),
    Table(**_ours("search_articles", "id")),
    Table(**_ours("shingles"), changed={"hash": _another_passage}),
)
"""Everything that an import writes for a story of its own."""

NAMED = tuple(
    Table(name, ("id", name), {"id": name})
    for name in (
        "articles_importbatch",
        "articles_topic",
        "bylines_author",
        "bylines_organisation",
    )
)
"""What stories name, and many share."""

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_STEP = 4  # letters of a place in Wagtail's tree
_PAGE, _PAGE_REVISION = "wagtailcore_page", "wagtailcore_revision"


def _suffixed(value: bytes, turn: int) -> bytes:
    return b"%s-%d" % (value.rstrip(b"/"), turn) + (b"/" if value.endswith(b"/") else b"")


def _another_uuid(value: bytes, turn: int) -> bytes:
    return str(uuid.uuid5(uuid.UUID(value.decode()), str(turn))).encode()


def peers(stories: int) -> tuple[Table, ...]:
    """Everything that Wagtail writes for a story, where the archive is multiplied by so many stories at a time."""

    def further_on(path: bytes, turn: int) -> bytes:
        number = int(path[-_STEP:], 36) + turn * stories
        return path[:-_STEP] + _base_36(number).rjust(_STEP, "0").encode()

    def theirs(name: str, owner: str, **more: str) -> dict:
        return {"name": name, "owner": (owner, _PAGE), "shifted": {owner: _PAGE, **more}}

    revision = {"revision_id": _PAGE_REVISION}
    places = {"path": further_on, "slug": _suffixed, "url_path": _suffixed, "translation_key": _another_uuid}
    return (
        Table(
            **theirs(_PAGE, "id", live_revision_id=_PAGE_REVISION, latest_revision_id=_PAGE_REVISION), changed=places
        ),
        Table(**theirs("stories_storypage", "page_ptr_id")),
        Table(**theirs("stories_storycredit", "page_id", id="stories_storycredit")),
        Table(**theirs("stories_storytag", "content_object_id", id="stories_storytag")),
        Table(**theirs(_PAGE_REVISION, "object_id", id=_PAGE_REVISION)),
        Table(**theirs("wagtailcore_pagelogentry", "page_id", id="wagtailcore_pagelogentry", **revision)),
        Table(**theirs("wagtailcore_referenceindex", "object_id", id="wagtailcore_referenceindex")),
        Table(**theirs("wagtailsearch_indexentry", "object_id", id="wagtailsearch_indexentry")),
    )


def _base_36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits
