"""The pictures of the demo: drawn, and such as the desk takes."""

import json
from pathlib import Path

import pytest

from articles import demo
from articles.demo.drawings import DRAWINGS, SIZE, drawn
from articles.desk import imaging

PLAN = json.loads((Path(demo.__file__).parent / "newsroom.json").read_text(encoding="utf-8"))
PICTURES = [story["picture"] for story in PLAN["stories"] if "picture" in story]


@pytest.mark.parametrize("name", DRAWINGS)
def test_each_drawing_is_a_picture_that_the_desk_takes(name):
    assert imaging.upright(imaging.opened(drawn(name))).size == SIZE


def test_each_is_used_and_says_what_is_to_be_seen():
    assert sorted(picture["drawing"] for picture in PICTURES) == sorted(DRAWINGS)
    assert all(picture[name] for picture in PICTURES for name in ("alt", "caption", "credit"))
