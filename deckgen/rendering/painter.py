"""Figures as pictures on a slide: SVG for readers that draw it, PNG for all others."""

from __future__ import annotations

from io import BytesIO

from deckgen.figures.plotly_schema import Figure
from deckgen.layout import Painter
from deckgen.postmortem.fields import Picture as PictureFile
from deckgen.rendering.browser import FigureBrowser
from deckgen.rendering.png import compact
from deckgen.scene.geometry import Box
from deckgen.scene.shapes import Picture

SCALE = 2.0
"""How many pixels of the PNG go onto one of the canvas: 192 to the inch of a slide."""


def picture_painter(browser: FigureBrowser) -> Painter:
    """Return how `browser` draws a figure as a picture. Drawing raises InputError as it does."""

    def draw(figure: Figure, box: Box, name: str, alt: str) -> Picture:
        vector = browser.draw(figure, "svg")
        return Picture(name, box, _file(name, browser.draw(figure, "png", SCALE)), alt, vector)

    return draw


def _file(name: str, png: bytes) -> PictureFile:
    from PIL import Image

    data = compact(png)
    with Image.open(BytesIO(data)) as image:
        width, height = image.size
    return PictureFile(f"{name}.png", data, "png", width, height)
