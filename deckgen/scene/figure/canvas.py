"""From pixels of a figure's canvas to EMU on a slide."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.figures.plotly_schema import Stroke
from deckgen.scene.geometry import EMU_PER_POINT, Box, Emu
from deckgen.scene.shapes import Line

TRANSPARENT = "rgba(0,0,0,0)"
"""The colour of what is not drawn."""


class Canvas(NamedTuple):
    """Maps pixels of a figure to a box; `across` and `down` are EMU per pixel."""

    box: Box
    across: float
    down: float

    def x(self, pixels: float) -> Emu:
        """Return where the distance from the left edge ends on the slide."""
        return Emu(round(self.box.x + pixels * self.across))

    def y(self, pixels: float) -> Emu:
        """Return where the distance from the upper edge ends on the slide."""
        return Emu(round(self.box.y + pixels * self.down))

    def between(self, left: float, top: float, right: float, bottom: float) -> Box:
        """Return the box between four edges in pixels."""
        x, y = self.x(left), self.y(top)
        return Box(x, y, Emu(self.x(right) - x), Emu(self.y(bottom) - y))

    def length(self, pixels: float) -> Emu:
        """Return a length that grows with the width of the box."""
        return Emu(round(pixels * self.across))

    def points(self, pixels: float) -> float:
        """Return a length in points."""
        return round(pixels * self.across / EMU_PER_POINT, 2)

    def stroke(self, stroke: Stroke) -> Line | None:
        """Return an outline, None for one that is not drawn."""
        if not stroke["width"] or stroke["color"] == TRANSPARENT:
            return None
        return Line(stroke["color"], self.length(stroke["width"]))
