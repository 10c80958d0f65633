"""Bytes received to a picture that can be printed: upright, in sRGB, without what the camera noted, in fit sizes. Pure.

Every picture is decoded and written anew, so that nothing hidden in the file received, a position on the globe or
a program, comes any further.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

from articles.desk.refusals import Refused
from articles.text.canonical import sha256
from articles.text.pictures import ENDINGS, Rendition, renditions

BYTES = 40_000_000
"""The largest file that is looked at."""

PIXELS = 64_000_000
"""The largest picture that is decoded; it takes four bytes a pixel of memory, twice over."""

Image.MAX_IMAGE_PIXELS = PIXELS

KINDS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
LOSSLESS = frozenset({"PNG", "GIF"})
MOVING = frozenset({"PNG", "WEBP", "GIF", "AVIF"})  # in a JPEG other frames are other views of the same

JPEG, PNG = "image/jpeg", "image/png"

# Tried on photographs and drawings: smaller ones show at twice the pixels of a fine screen, larger ones do not pay.
KEPT_QUALITY, JPEG_QUALITY, WEBP_QUALITY = 90, 78, 76

_SRGB = ImageCms.createProfile("sRGB")


@dataclass(frozen=True)
class Kept:
    """A picture as the house keeps it."""

    content: bytes
    media_type: str
    width: int
    height: int
    sha256: str

    @property
    def name(self) -> str:
        """What its file is called: by what is in it, so that the same picture is kept once."""
        return f"{self.sha256}.{ENDINGS[self.media_type]}"


def opened(received: bytes) -> Image.Image:
    """The picture in `received`, decoded whole. Raises `Refused` with a sentence for what cannot be printed."""
    if not received:
        raise Refused(_("There is nothing in the file. Choose another one."))
    if len(received) > BYTES:
        raise Refused(
            _("The file is larger than %(limit)d megabytes. Save a smaller copy of the picture, then try again.")
            % {"limit": BYTES // 1_000_000}
        )
    try:
        image = Image.open(io.BytesIO(received), formats=KINDS)
        _require_fit(image)
        image.load()
    except Refused:
        raise
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except Image.UnidentifiedImageError as error:
        raise Refused(_unknown(received)) from error
    except Exception as error:  # Pillow lets through whatever its decoders raise: SyntaxError, struct.error, EOFError …
        raise _damaged() from error
    return image


def upright(image: Image.Image) -> Image.Image:
    """`image` as people see it: turned as the camera says, its colours in sRGB, RGBA only where one sees through.

    Raises `Refused` where what the file says of its own pixels makes no sense.
    """
    try:
        return _seen(image)
    except Exception as error:
        raise _damaged() from error


def kept(image: Image.Image, received_as: str | None) -> Kept:
    """The file of an upright `image` for the house: PNG where the original lost nothing, or one sees through it."""
    media_type = PNG if received_as in LOSSLESS or image.mode == "RGBA" else JPEG
    content = as_png(image) if media_type == PNG else as_jpeg(image, KEPT_QUALITY)
    return Kept(content, media_type, *image.size, sha256(content))


def rendered(image: Image.Image, kept: Kept) -> Iterator[tuple[Rendition, bytes]]:
    """The files for readers of an upright `image`, the widest first."""
    smaller = image
    for rendition in reversed(renditions(kept.sha256, kept.media_type, kept.width, kept.height)):
        size = (rendition.width, rendition.height)
        if smaller.size != size:
            smaller = smaller.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        yield rendition, _written(smaller, rendition.media_type, lossless=kept.media_type == PNG)


def as_jpeg(image: Image.Image, quality: int) -> bytes:
    """A progressive JPEG."""
    return _saved(image, "JPEG", quality=quality, optimize=True, progressive=True)


def as_png(image: Image.Image) -> bytes:
    """A PNG."""
    return _saved(image, "PNG")


def _written(image: Image.Image, media_type: str, *, lossless: bool) -> bytes:
    if media_type == PNG:
        return as_png(image)
    if media_type == JPEG:
        return as_jpeg(image, JPEG_QUALITY)
    lossy = _saved(image, "WEBP", quality=WEBP_QUALITY, method=4)
    if not lossless:
        return lossy
    # Flat colours and fine lines are smaller, and sharper, without loss; photographs are not.
    return min(lossy, _saved(image, "WEBP", lossless=True, quality=50, method=3), key=len)


def _saved(image: Image.Image, kind: str, **options: int) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def _require_fit(image: Image.Image) -> None:
    if image.width * image.height > PIXELS:
        raise _too_many_pixels()
    if image.format in MOVING and getattr(image, "n_frames", 1) > 1:
        raise Refused(_("The picture moves. Save one frame of it as PNG or JPEG, then try again."))


def _damaged() -> Refused:
    return Refused(_("The file is damaged or ends too early. Fetch it again from where it came."))


def _too_many_pixels() -> Refused:
    return Refused(
        _("The picture has more than %(limit)d million pixels. Save a smaller copy of it, then try again.")
        % {"limit": PIXELS // 1_000_000}
    )


def _unknown(received: bytes) -> str:
    head = received[:2000].lower()
    if b"<svg" in head:
        return _("An SVG drawing can carry programs and is not taken. Save it as PNG, then try again.")
    if head[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc"):
        return _("Browsers do not show HEIC pictures. Save it as JPEG, then try again.")
    return _("This is no picture that can be printed. Choose a JPEG, PNG, WebP, GIF or AVIF file.")


def _seen(image: Image.Image) -> Image.Image:
    turned = ImageOps.exif_transpose(image)
    if turned.mode.startswith("I"):  # 16 bits of grey
        turned = turned.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    seen = _in_srgb(turned, "RGBA" if turned.has_transparency_data else "RGB")
    if seen.mode == "RGBA" and seen.getchannel("A").getextrema()[0] == 255:
        seen = seen.convert("RGB")
    seen.info.clear()
    return seen


def _in_srgb(image: Image.Image, mode: str) -> Image.Image:
    """`image` in `mode`, its colours brought from the profile it came with to the one that all screens know."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            seen = ImageCms.profileToProfile(image, given, _SRGB, outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            return image.convert(mode)  # a broken profile says nothing
        return seen or image.convert(mode)
    return image.convert(mode)
