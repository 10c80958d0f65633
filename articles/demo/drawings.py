"""Pictures for the demo, drawn when it is set up: flat shapes in few colours, as on old harbour posters."""

from collections.abc import Callable, Sequence
from math import pi, sin
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from articles.desk import imaging

SIZE = (1680, 1120)
FINER = 2  # drawn so many times larger and then made smaller, which smooths the edges

Colour = tuple[int, int, int]
Point = tuple[float, float]


class Sheet:
    """A sheet to draw on; places are parts of its width and height, from the upper left corner."""

    def __init__(self, *sky: Colour) -> None:
        self.width, self.height = SIZE[0] * FINER, SIZE[1] * FINER
        strip = Image.new("RGB", (1, len(sky)))
        strip.putdata(sky)
        self.image = strip.resize((self.width, self.height), Image.Resampling.BICUBIC)
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def shape(self, points: Sequence[Point], colour: tuple[int, ...]) -> None:
        """A filled shape."""
        self.pen.polygon([self._at(*point) for point in points], fill=colour)

    def box(self, left: float, top: float, right: float, bottom: float, colour: tuple[int, ...]) -> None:
        """A filled rectangle."""
        self.shape([(left, top), (right, top), (right, bottom), (left, bottom)], colour)

    def disc(self, x: float, y: float, radius: float, colour: tuple[int, ...]) -> None:
        """A filled circle; the radius is a part of the height."""
        (x, y), radius = self._at(x, y), radius * self.height
        self.pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)

    def line(self, points: Sequence[Point], colour: tuple[int, ...], wide: float = 0.004) -> None:
        """A line with round corners; its width is a part of the height."""
        places = [self._at(*point) for point in points]
        self.pen.line(places, fill=colour, width=round(wide * self.height), joint="curve")

    def waves(self, top: float, colour: Colour, seed: int) -> None:
        """Strokes of light on water, from `top` to the lower edge, longer towards it."""
        chance = Random(seed)
        for row in range(46):
            y = top + (1 - top) * (row / 46) ** 1.5
            for _stroke in range(9):
                x, long = chance.uniform(-0.1, 1), chance.uniform(0.01, 0.04) * (0.6 + 2 * (y - top))
                self.line([(x, y), (x + long, y)], (*colour, chance.randint(25, 110)), 0.0024 + 0.004 * (y - top))

    def glow(self, radius: float) -> None:
        """Lets the light spread a little."""
        soft = self.image.filter(ImageFilter.GaussianBlur(radius * FINER))
        self.image = Image.blend(self.image, soft, 0.35)
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def finished(self) -> Image.Image:
        """The drawing, with the grain of paper."""
        small = self.image.resize(SIZE, Image.Resampling.LANCZOS)
        grain = Image.effect_noise(SIZE, 14).convert("RGB")
        return Image.blend(small, grain, 0.035)

    def _at(self, x: float, y: float) -> Point:
        return x * self.width, y * self.height


def quay_at_dusk() -> Image.Image:
    """Cranes and warehouses before the last light, and the water that keeps it."""
    sheet = Sheet((44, 62, 88), (120, 112, 128), (222, 150, 112), (244, 196, 140), (70, 92, 112), (30, 46, 66))
    sheet.disc(0.63, 0.52, 0.085, (252, 226, 178, 255))
    sheet.glow(26)
    far, near, water = (96, 92, 112), (34, 42, 58), (38, 56, 76)
    hills = [(0, 0.56), (0.2, 0.5), (0.36, 0.545), (0.58, 0.51), (0.8, 0.55), (1, 0.515)]
    sheet.shape([*hills, (1, 0.64), (0, 0.64)], far)
    sheet.box(0, 0.62, 1, 1, water)
    for left, wide, high in ((0, 0.13, 0.1), (0.12, 0.1, 0.14), (0.21, 0.16, 0.085), (0.9, 0.12, 0.12)):
        middle, right, eaves = left + wide / 2, left + wide, 0.63 - high
        sheet.shape([(left, 0.63), (left, eaves), (middle, eaves - 0.03), (right, eaves), (right, 0.63)], near)
    for x, size in ((0.42, 1.0), (0.53, 0.8), (0.78, 1.15)):
        _crane(sheet, x, size, near)
    sheet.box(0, 0.62, 1, 0.645, near)
    sheet.waves(0.65, (248, 196, 142), seed=4)
    for step in range(1, 9):
        wide, y = 0.012 * step, 0.66 + 0.038 * step
        sheet.box(0.63 - wide, y, 0.63 + wide, y + 0.008, (252, 222, 170, 120))
    return sheet.finished()


def _crane(sheet: Sheet, x: float, size: float, colour: Colour) -> None:
    foot, top = 0.63, 0.63 - 0.27 * size
    for leg in (-0.026, 0.026):
        sheet.line([(x + leg * size, foot), (x + leg * 0.55 * size, top)], colour, 0.009 * size)
    sheet.line([(x - 0.02 * size, foot - 0.1 * size), (x + 0.02 * size, foot - 0.1 * size)], colour, 0.007 * size)
    sheet.line([(x - 0.05 * size, top + 0.01), (x + 0.14 * size, top - 0.05 * size)], colour, 0.011 * size)
    sheet.line([(x, top - 0.07 * size), (x + 0.13 * size, top - 0.047 * size)], colour, 0.003)
    sheet.line([(x, top), (x, top - 0.07 * size), (x - 0.048 * size, top + 0.01)], colour, 0.004)
    sheet.line([(x + 0.12 * size, top - 0.043 * size), (x + 0.12 * size, top + 0.09 * size)], colour, 0.002)


def night_tram() -> Image.Image:
    """A lit tram in a wet street."""
    sheet = Sheet((16, 24, 44), (28, 42, 70), (46, 66, 96), (22, 30, 46))
    chance = Random(11)
    for left in [step / 10 - 0.02 for step in range(11)]:
        top = chance.uniform(0.12, 0.36)
        sheet.box(left, top, left + chance.uniform(0.08, 0.115), 0.74, (20 + chance.randint(0, 14), 32, 54, 255))
        for row in range(7):
            for column in range(3):
                if chance.random() < 0.2:
                    x, y = left + 0.015 + 0.027 * column, top + 0.05 + 0.07 * row
                    sheet.box(x, y, x + 0.011, y + 0.026, (244, 206, 130, 150))
    sheet.box(0, 0.72, 1, 1, (18, 25, 40))
    sheet.line([(0, 0.21), (1, 0.265)], (110, 126, 150, 200), 0.0022)
    sheet.shape([(0.2, 0.42), (0.24, 0.385), (0.82, 0.385), (0.87, 0.44), (0.885, 0.74), (0.18, 0.74)], (168, 44, 38))
    sheet.box(0.183, 0.655, 0.883, 0.672, (240, 226, 196))
    for left in (0.225, 0.335, 0.445, 0.555, 0.665):
        sheet.box(left, 0.44, left + 0.095, 0.6, (250, 222, 150))
        for seat in (0.025, 0.062):
            if chance.random() < 0.6:
                sheet.disc(left + seat, 0.535, 0.02, (88, 58, 50, 255))
                sheet.box(left + seat - 0.014, 0.555, left + seat + 0.014, 0.6, (88, 58, 50, 255))
    sheet.shape([(0.778, 0.44), (0.846, 0.45), (0.856, 0.6), (0.778, 0.6)], (252, 232, 176))
    sheet.line([(0.52, 0.385), (0.56, 0.315), (0.5, 0.24)], (130, 140, 156), 0.004)
    for x in (0.3, 0.42, 0.64, 0.76):
        sheet.disc(x, 0.742, 0.026, (12, 16, 24))
    sheet.disc(0.872, 0.68, 0.017, (255, 246, 214))
    for step in range(24):
        y, shift = 0.782 + 0.0088 * step, 0.005 * sin(step * 1.7)
        for left in (0.225, 0.335, 0.445, 0.555, 0.665, 0.778):
            sheet.box(left + shift, y, left + 0.09 + shift, y + 0.0042, (250, 214, 140, 84 - 3 * step))
    sheet.glow(18)
    return sheet.finished()


def ferry_in_the_morning() -> Image.Image:
    """A small white ship on a pale sound, and the island behind."""
    sheet = Sheet((206, 220, 224), (226, 230, 224), (242, 232, 212), (176, 200, 204), (122, 158, 168), (86, 126, 142))
    sheet.disc(0.22, 0.3, 0.06, (252, 246, 230, 255))
    sheet.glow(30)
    island = [(0.42, 0.53), (0.52, 0.46), (0.64, 0.43), (0.78, 0.37), (0.9, 0.43), (1, 0.45), (1, 0.54)]
    sheet.shape(island, (158, 178, 182))
    sheet.shape([(0.6, 0.535), (0.74, 0.49), (0.86, 0.465), (1, 0.5), (1, 0.55)], (118, 146, 150))
    sheet.shape([(0.845, 0.468), (0.852, 0.36), (0.866, 0.36), (0.873, 0.468)], (238, 234, 224))
    sheet.box(0.85, 0.335, 0.868, 0.36, (168, 58, 46))
    sheet.box(0, 0.535, 1, 1, (118, 154, 164))
    sheet.waves(0.545, (232, 238, 232), seed=7)
    sheet.shape([(0.2, 0.6), (0.62, 0.6), (0.655, 0.6), (0.615, 0.68), (0.235, 0.68)], (34, 66, 84))
    sheet.shape([(0.205, 0.612), (0.65, 0.612), (0.646, 0.626), (0.21, 0.626)], (196, 70, 52))
    sheet.box(0.245, 0.53, 0.575, 0.602, (246, 244, 238))
    sheet.box(0.285, 0.475, 0.53, 0.532, (240, 238, 230))
    sheet.shape([(0.46, 0.475), (0.47, 0.43), (0.53, 0.43), (0.545, 0.475)], (246, 244, 238))
    sheet.shape([(0.34, 0.475), (0.345, 0.41), (0.385, 0.41), (0.39, 0.475)], (196, 70, 52))
    for step in range(12):
        sheet.box(0.262 + 0.0255 * step, 0.555, 0.275 + 0.0255 * step, 0.578, (88, 122, 134))
    for step in range(8):
        sheet.box(0.3 + 0.027 * step, 0.495, 0.314 + 0.027 * step, 0.515, (88, 122, 134))
    sheet.line([(0.5, 0.43), (0.5, 0.36)], (70, 92, 102), 0.004)
    for step in range(7):
        left, y = 0.2 - 0.03 * step, 0.682 + 0.006 * step
        sheet.line([(left, y), (left + 0.2, y)], (244, 246, 242, 150 - 16 * step), 0.004)
    return sheet.finished()


def sea_meadow() -> Image.Image:
    """Eelgrass in green water."""
    sheet = Sheet((196, 224, 204), (120, 180, 168), (54, 124, 124), (18, 66, 78), (10, 36, 50))
    chance = Random(23)
    for layer, colour in enumerate([(96, 158, 140), (58, 122, 104), (32, 88, 76), (14, 56, 54)]):
        for _blade in range(58):
            x, high = chance.uniform(-0.05, 1.05), chance.uniform(0.32, 0.62) - 0.05 * layer
            lean, bend = chance.uniform(0.02, 0.13), chance.uniform(0.6, 1.6)
            spine = [(x + lean * sin(bend * part / 12 * pi / 2) ** 2, 1.02 - high * part / 12) for part in range(13)]
            wide = 0.0034 + 0.0018 * layer
            left = [(px - wide * (1 - part / 13), py) for part, (px, py) in enumerate(spine)]
            right = [(px + wide * (1 - part / 13), py) for part, (px, py) in enumerate(spine)]
            sheet.shape([*left, *reversed(right)], (*colour, 225))
    for _bubble in range(34):
        sheet.disc(chance.random(), chance.uniform(0.05, 0.8), chance.uniform(0.002, 0.006), (230, 244, 232, 110))
    sheet.glow(8)
    return sheet.finished()


DRAWINGS: dict[str, Callable[[], Image.Image]] = {
    drawing.__name__: drawing for drawing in (quay_at_dusk, night_tram, ferry_in_the_morning, sea_meadow)
}


def drawn(name: str) -> bytes:
    """The drawing of this name, as a file such as somebody might send."""
    return imaging.as_jpeg(DRAWINGS[name](), 92)
