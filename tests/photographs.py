"""Pictures to send to the house, made in memory: smooth as photographs are, of any kind and size."""

import io
from typing import Any

from PIL import Image

Colour = tuple[int, int, int]


def photograph(
    width: int = 640, height: int = 400, *, colour: Colour = (200, 80, 40), kind: str = "JPEG", **options: Any
) -> bytes:
    """A file that holds a gradient from `colour` to near white; `options` are Pillow's for that kind."""
    dark, light = (Image.new("RGB", (width, height), shade) for shade in (colour, (250, 248, 240)))
    image = Image.composite(light, dark, Image.linear_gradient("L").resize((width, height)))
    return encoded(image, kind, **options)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    """`image` as a file of that kind."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def decoded(content: bytes) -> Image.Image:
    """The picture in a file."""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image
