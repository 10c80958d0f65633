"""articles/desk/imaging.py: what is taken for a picture, and what is made of it."""

import contextlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

from articles.desk import imaging
from articles.desk.refusals import Refused
from tests.photographs import decoded, encoded, photograph

DAMAGED = "The file is damaged or ends too early. Fetch it again from where it came."
UNKNOWN = "This is no picture that can be printed. Choose a JPEG, PNG, WebP, GIF or AVIF file."


def refused(received):
    with pytest.raises(Refused) as told:
        imaging.upright(imaging.opened(received))
    (sentence,) = told.value.sentences
    return sentence


def made(received):
    image = imaging.opened(received)
    upright = imaging.upright(image)
    kept = imaging.kept(upright, image.format)
    return kept, {rendition.name: content for rendition, content in imaging.rendered(upright, kept)}


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [
        ("JPEG", "image/jpeg"),
        ("WEBP", "image/jpeg"),
        ("AVIF", "image/jpeg"),
        ("PNG", "image/png"),
        ("GIF", "image/png"),
    ],
)
def test_each_kind_is_taken_and_kept_as_one_of_two(kind, media_type):
    kept, files = made(photograph(1000, 500, kind=kind))
    assert (kept.media_type, kept.width, kept.height, kept.name[:-4]) == (media_type, 1000, 500, kept.sha256)
    assert sorted(decoded(content).size for content in files.values()) == [
        (480, 240), (480, 240), (960, 480), (960, 480), (1000, 500), (1000, 500),
    ]  # fmt: skip
    assert {decoded(content).get_format_mimetype() for content in files.values()} == {media_type, "image/webp"}


def test_the_name_is_the_hash_of_what_is_in_the_file():
    kept, _files = made(photograph())
    assert imaging.sha256(kept.content) == kept.sha256
    assert made(photograph())[0] == kept


@pytest.mark.parametrize(
    ("received", "sentence"),
    [
        (b"", "There is nothing in the file. Choose another one."),
        (b"Dues rise", UNKNOWN),
        (encoded(Image.new("RGB", (8, 8)), "BMP"), UNKNOWN),
        (encoded(Image.new("RGB", (8, 8)), "TIFF"), UNKNOWN),
        (b"%PDF-1.7", UNKNOWN),
        (b"<?xml version='1.0'?><SVG><script>1</script></SVG>", "An SVG drawing can carry programs and is not taken."),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "Browsers do not show HEIC pictures. Save it as JPEG, then try again."),
        (photograph()[:200], DAMAGED),
        (photograph()[:-400], DAMAGED),
        (photograph(kind="PNG")[:-200], DAMAGED),
        (photograph(kind="WEBP")[:100], DAMAGED),
        (b"\xff\xd8\xff\xe0" + b"\0" * 200, UNKNOWN),
        (b"x" * (imaging.BYTES + 1), "The file is larger than 40 megabytes."),
    ],
)
def test_what_cannot_be_printed_is_refused_with_a_sentence(received, sentence):
    assert refused(received).startswith(sentence)


def header_only(width, height):
    """A PNG that says how large it is and holds nothing."""
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    stream = io.BytesIO()
    PngImagePlugin.putchunk(stream, b"IHDR", header)
    PngImagePlugin.putchunk(stream, b"IDAT", b"")
    return b"\x89PNG\r\n\x1a\n" + stream.getvalue()


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("size", [(8_001, 8_000), (20_000, 20_000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_before_it_is_decoded(size):
    assert refused(header_only(*size)).startswith("The picture has more than 64 million pixels.")


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_what_moves_is_refused(kind):
    frames = [Image.new("RGB", (16, 16), shade) for shade in ("red", "blue")]
    moving = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    assert refused(moving) == "The picture moves. Save one frame of it as PNG or JPEG, then try again."


@given(st.binary(max_size=300), st.integers(0, 4000), st.sampled_from(["JPEG", "PNG", "WEBP", "GIF", "AVIF"]))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_picture_or_refused(noise, at, kind):
    whole = photograph(40, 40, kind=kind)
    with contextlib.suppress(Refused):
        imaging.upright(imaging.opened(whole[:at] + noise + whole[at + len(noise) :]))


# What is made of it


def corner(image):
    return image.convert("RGB").getpixel((5, 5))


@pytest.mark.parametrize(("orientation", "size"), [(1, (640, 400)), (3, (640, 400)), (6, (400, 640)), (8, (400, 640))])
def test_it_is_turned_as_the_camera_says(orientation, size):
    exif = Image.Exif()
    exif[0x0112] = orientation
    kept, _files = made(photograph(exif=exif))
    assert decoded(kept.content).size == size


def test_nothing_of_what_the_camera_noted_comes_any_further():
    exif = Image.Exif()
    exif[0x010F] = "SECRET camera"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (47.0, 4.0, 0.0)
    received = photograph(exif=exif, xmp=b"<SECRET/>", comment=b"SECRET") + b"<script>SECRET</script>"
    kept, files = made(received)
    for content in (kept.content, *files.values()):
        assert b"SECRET" not in content
        assert dict(decoded(content).getexif()) == {}


def test_colours_are_brought_to_the_profile_that_all_screens_know():
    green = Image.new("RGB", (32, 32), (0, 200, 0))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert corner(imaging.upright(imaging.opened(encoded(green, "PNG", icc_profile=b"broken")))) == (0, 200, 0)
    assert corner(imaging.upright(imaging.opened(encoded(green, "PNG", icc_profile=profile)))) == (0, 200, 0)
    cmyk = Image.new("CMYK", (32, 32), (0, 255, 255, 0))
    red, *others = corner(imaging.upright(imaging.opened(encoded(cmyk, "JPEG"))))
    assert (red > 240, max(others) < 20) == (True, True)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16"])
def test_every_mode_of_a_png_is_brought_to_colours(mode):
    grey = Image.new("L", (32, 32), 128) if mode != "I;16" else Image.new("I;16", (32, 32), 128 * 256)
    image = grey if mode == "I;16" else grey.convert(mode)
    upright = imaging.upright(imaging.opened(encoded(image, "PNG")))
    assert (upright.mode, corner(upright)[0] in (128, 255, 0)) == ("RGB", True)
    assert mode in ("1",) or corner(upright) == (128, 128, 128)


def test_what_one_sees_through_stays_so():
    glass = Image.new("RGBA", (600, 300), (10, 20, 30, 0))
    kept, files = made(encoded(glass, "WEBP", lossless=True))
    assert kept.media_type == "image/png"
    assert {decoded(content).getpixel((5, 5))[3] for content in (kept.content, *files.values())} == {0}


def test_an_alpha_that_hides_nothing_is_none():
    kept, _files = made(encoded(Image.new("RGBA", (60, 30), (10, 20, 30, 255)), "WEBP"))
    assert kept.media_type == "image/jpeg"


def test_lines_and_flat_colours_stay_sharp_where_that_is_smaller():
    chart = Image.new("RGB", (480, 300), "white")
    pen = ImageDraw.Draw(chart)
    for row in range(20):
        pen.line((0, row * 15, 480, 300 - row * 15), fill=(200, 0, 0))
    kept, files = made(encoded(chart, "PNG"))
    assert decoded(files[f"{kept.sha256}-480.webp"]).convert("RGB").tobytes() == chart.tobytes()


def test_a_jpeg_for_readers_is_seen_whole_before_it_has_arrived_whole():
    kept, files = made(photograph(kind="JPEG"))
    assert all(decoded(files[name]).info.get("progressive") for name in files if name.endswith(".jpg"))
    assert decoded(kept.content).info.get("progressive") == 1
