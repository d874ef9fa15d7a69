"""The native slide and the picture of a figure, laid over each other."""

from __future__ import annotations

import copy
import subprocess
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image, ImageChops, ImageFilter

from deckgen.figures.plotly_schema import Figure
from deckgen.rendering import FigureBrowser
from deckgen.scene.figure import figure_group
from deckgen.scene.geometry import Box, pixels
from tests.pptx.decks import deck, slide, written
from tests.programs import require
from tests.rendering.figures import bars, categories, columns, impact, spread, timeline
from tests.validators.rendering import render_pdf

LEFT, TOP, WIDTH, HEIGHT = 48, 140, 1184, 518
NOTICEABLE = 64
"""How far two shades may be apart, of 255."""

NEAR = 2
"""How many pixels an edge may lie elsewhere."""

MOST_TEXT = 0.05
"""The share of pixels that may differ where applications set the same texts differently."""

MOST_ODD = 100
"""How many pixels may have no like of theirs near: caps and joints of lines."""

MOST_ODD_OF_DOTS = 1_500
"""The same for 78 dots of a chart, which LibreOffice draws without smoothing and a pixel larger."""


class Pair(NamedTuple):
    """A figure painted by an office suite from native shapes, and by a browser."""

    native: Image.Image
    picture: Image.Image


def without_texts(figure: Figure) -> Figure:
    """The figure less its texts, with whole lines for dashed ones: dashes begin anywhere."""
    bare = copy.deepcopy(figure)
    bare["layout"]["annotations"] = []
    for trace in bare["data"]:
        if trace["type"] == "scatter" and trace["mode"] != "markers":
            trace["line"]["dash"] = "solid"
    return bare


FIGURES = {
    "timeline": timeline(),
    "impact": impact(),
    "columns": columns(),
    "bars": bars(),
    "spread": spread(),
    "categories": categories(),
}
FIGURES |= {f"bare {name}": without_texts(figure) for name, figure in FIGURES.items()}
WHOLE = [name for name in FIGURES if not name.startswith("bare ")]
BARE = [name for name in FIGURES if name.startswith("bare ")]


@pytest.fixture(scope="module")
def pairs(browser: FigureBrowser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    """Both paintings of each figure, a pixel for each of the canvas."""
    folder = tmp_path_factory.mktemp("overlay")
    box = Box(pixels(LEFT), pixels(TOP), pixels(WIDTH), pixels(HEIGHT))
    slides = (slide("x", figure_group(one, box, "Figure", "x")) for one in FIGURES.values())
    file = folder / "deck.pptx"
    file.write_bytes(written(deck(*slides)))
    pages = painted(render_pdf([file], folder)[file])
    pictures = (browser.draw(figure, "png") for figure in FIGURES.values())
    return {
        name: Pair(page, Image.open(BytesIO(picture)).convert("RGB"))
        for name, page, picture in zip(FIGURES, pages, pictures, strict=True)
    }


def painted(pdf: Path) -> list[Image.Image]:
    """Where the figure stands on each page of a PDF, at 96 pixels to the inch."""
    command = [require("pdftoppm"), "-r", "96", "-png", str(pdf), str(pdf.with_name("page"))]
    subprocess.run(command, check=True)
    area = LEFT, TOP, LEFT + WIDTH, TOP + HEIGHT
    files = sorted(pdf.parent.glob("page*.png"))
    return [Image.open(file).convert("RGB").crop(area) for file in files]


def noticeable(difference: Image.Image) -> int:
    """In how many pixels any channel of a difference is noticeable."""
    red, green, blue = difference.split()
    strongest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(strongest.histogram()[NOTICEABLE + 1 :])


def differing(pair: Pair) -> float:
    """The share of pixels that differ noticeably."""
    return noticeable(ImageChops.difference(*pair)) / (WIDTH * HEIGHT)


def odd(one: Image.Image, other: Image.Image) -> int:
    """How many pixels of a painting are darker or lighter than all near them in the other."""
    size = 2 * NEAR + 1
    darkest = other.filter(ImageFilter.MinFilter(size))
    lightest = other.filter(ImageFilter.MaxFilter(size))
    beyond = ImageChops.add(ImageChops.subtract(darkest, one), ImageChops.subtract(one, lightest))
    return noticeable(beyond)


@pytest.mark.parametrize("name", WHOLE)
def test_a_slide_and_its_picture_look_alike(pairs: dict[str, Pair], name: str) -> None:
    assert differing(pairs[name]) < MOST_TEXT


@pytest.mark.parametrize("name", BARE)
def test_every_mark_band_and_line_stands_in_the_same_place(
    pairs: dict[str, Pair], name: str
) -> None:
    native, picture = pairs[name]
    most = MOST_ODD_OF_DOTS if name == "bare spread" else MOST_ODD
    assert odd(native, picture) < most
    assert odd(picture, native) < most


@pytest.mark.parametrize("name", ["bare timeline", "bare impact"])
@pytest.mark.parametrize("shift", [(NEAR + 2, 0), (0, NEAR + 2)])
def test_a_figure_out_of_its_place_would_be_seen(
    pairs: dict[str, Pair], name: str, shift: tuple[int, int]
) -> None:
    native, picture = pairs[name]
    moved = ImageChops.offset(picture, *shift)
    assert odd(native, moved) + odd(moved, native) > 5 * MOST_ODD


def test_a_missing_mark_would_be_seen(pairs: dict[str, Pair]) -> None:
    native, picture = pairs["bare timeline"]
    marks = FIGURES["bare timeline"]["data"][0]
    without = picture.copy()
    x, y = round(marks["x"][0]), round(marks["y"][0])
    without.paste("#FBD5D0", (x - 9, y - 9, x + 9, y + 9))
    assert odd(native, without) > MOST_ODD
