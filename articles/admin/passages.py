"""Where suggested passages stand in a body, told so that the editor in the browser finds them among its own blocks."""

from collections.abc import Iterable
from typing import Any

from articles.desk.citing import anchors_of
from articles.models import Citation
from articles.text.passages import Block, Stretch, blocks_of, whole_text
from articles.text.reanchoring import found


def told_in(body: str, citations: Iterable[Citation]) -> dict[str, list[dict[str, Any]]]:
    """For each of `citations`, by key, where its passages stand in a canonical `body`; lost ones are left out.

    A stretch is characters `start` to `end` of a block that reads `block`: of those that do, the one numbered `nth`.
    """
    text, blocks = whole_text(body), blocks_of(body)
    places = {one.key: found(text, anchors_of(one)) for one in citations}
    return {key: [_told(stretch, blocks) for stretch in stretches] for key, stretches in places.items() if stretches}


def _told(stretch: Stretch, blocks: list[Block]) -> dict[str, Any]:
    own = next(block for block in blocks if block.start <= stretch.start <= block.end)
    before = sum(block.text == own.text for block in blocks if block.start < own.start)
    return {"block": own.text, "nth": before, "start": stretch.start - own.start, "end": stretch.end - own.start}
