"""PNG pictures no larger than they must be."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageColor, ImageDraw

from deckgen.figures.plotly_schema import BoxShape, Figure
from deckgen.rendering import FigureBrowser
from deckgen.rendering.png import compact
from tests.builders import page
from tests.rendering.figures import bars, categories, columns, impact, spread, timeline


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def saved(image: Image.Image) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def farthest(one: bytes, other: bytes) -> int:
    """How far the two pictures are apart in any channel of any pixel, of 255."""
    difference = ImageChops.difference(opened(one), opened(other))
    return max(n % 256 for n, amount in enumerate(difference.histogram()) if amount)


@pytest.mark.parametrize("figure", [timeline, impact])
def test_a_drawn_figure_takes_a_fraction_of_its_size_and_looks_the_same(
    browser: FigureBrowser, figure: Callable[[], Figure]
) -> None:
    drawn = browser.draw(figure(), "png", 2)
    packed = compact(drawn)
    assert len(packed) < len(drawn) / 3
    assert opened(packed).size == opened(drawn).size == (2 * 1184, 2 * 518)
    assert farthest(drawn, packed) <= 24


def test_few_colours_are_kept_as_they_are() -> None:
    image = Image.new("RGB", (400, 300), "#FFFFFF")
    paint = ImageDraw.Draw(image)
    for n in range(200):
        paint.rectangle((2 * n, n, 2 * n + 40, n + 30), fill=(n, 255 - n, 7 * n % 256))
    packed = compact(saved(image))
    assert farthest(saved(image), packed) == 0


@pytest.mark.parametrize("figure", [timeline, impact])
def test_paper_and_areas_keep_their_colours(
    browser: FigureBrowser, figure: Callable[[], Figure]
) -> None:
    found = figure()
    packed = opened(compact(browser.draw(found, "png", 2)))
    areas = [
        one
        for one in found["layout"]["shapes"]
        if one["type"] == "rect" and one["name"] != "axis:track"  # which phases cover
    ]
    shown = {one["name"]: packed.getpixel(corner(one)) for one in areas}
    assert shown == {one["name"]: ImageColor.getrgb(one["fillcolor"]) for one in areas}
    assert packed.getpixel((2 * 600, 2 * 515)) == (255, 255, 255)


@pytest.mark.parametrize("figure", [timeline, impact, columns, bars, spread, categories])
def test_what_is_paper_and_what_is_filled_stays_so_to_the_pixel(
    browser: FigureBrowser, figure: Callable[[], Figure]
) -> None:
    drawn = browser.draw(figure(), "png", 1.9)  # edges of bars lie between pixels
    before, after = opened(drawn), opened(compact(drawn))
    changed, colour = ImageChops.difference(before, after), page().theme.colour
    for fill in map(ImageColor.getrgb, (colour.paper, colour.accent, colour.bad, colour.ink)):
        where = equal(before, fill)
        assert ImageChops.multiply(changed, where.convert("RGB")).getbbox() is None


def equal(image: Image.Image, colour: tuple[int, ...]) -> Image.Image:
    """Where a picture has exactly this colour: white, else black."""
    apart = ImageChops.difference(image, Image.new("RGB", image.size, colour[:3]))
    red, green, blue = apart.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue).point(lambda n: 255 * (not n))


def corner(area: BoxShape) -> tuple[int, int]:
    """A pixel just inside an area, where nothing else is drawn."""
    return round(2 * area["x1"]) - 4, round(2 * area["y0"]) + 4


def test_a_picture_with_an_empty_transparency_becomes_opaque() -> None:
    image = Image.new("RGBA", (20, 20), (11, 60, 93, 255))
    packed = Image.open(BytesIO(compact(saved(image))))
    assert packed.mode == "P"
    assert "transparency" not in packed.info


def test_the_same_picture_gives_the_same_bytes(browser: FigureBrowser) -> None:
    drawn = browser.draw(timeline(), "png", 2)
    assert compact(drawn) == compact(drawn)
