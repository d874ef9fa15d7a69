"""The rows of a picture of the impact: milestones and phases, the panels, the axis and the note."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.figures.composition import AxisRow
from deckgen.figures.impact_plot import title_height
from deckgen.figures.impact_rules import CHANNEL
from deckgen.figures.label_text import text_height
from deckgen.figures.pen import Pen

PANEL_GAP = 14.0
"""The pixels between a panel and the title of the next."""

_LEAST_PLOT = 70.0
_AIR = 6.0
_TICK = 5.0
_STRIP = 1.25


class Rows(NamedTuple):
    """The y of the rows in pixels: the strip of phases, the panels with their titles, the axis."""

    strip_top: float
    strip_bottom: float
    top: float
    bottom: float
    axis: AxisRow

    def plot_height(self, pen: Pen, panels: int) -> float:
        """Return how high each of `panels` plots is."""
        return (self.bottom - self.top + PANEL_GAP) / panels - title_height(pen) - PANEL_GAP

    def most_panels(self, pen: Pen) -> int:
        """Return how many panels are high enough to be read, at least one."""
        return max(1, int((self.bottom - self.top + PANEL_GAP) / _least_pitch(pen)))

    def missing(self, pen: Pen, panels: int) -> float:
        """Return how many more pixels `panels` need to be high enough to be read."""
        return max(0.0, panels * _least_pitch(pen) - PANEL_GAP - (self.bottom - self.top))


def rows(pen: Pen, height: float, *, strip: bool) -> Rows:
    """Return the rows of a canvas `height` pixels high; `strip` says that there are phases."""
    label, axis = text_height(1, pen.theme.size.label), text_height(1, pen.theme.size.axis)
    strip_top = label + CHANNEL
    strip_bottom = strip_top + (_STRIP * label if strip else 0.0)
    bottom = height - label - axis - _TICK - 2 * _AIR
    return Rows(
        strip_top, strip_bottom, strip_bottom + _AIR, bottom,
        AxisRow(bottom, bottom, bottom + _TICK + axis),
    )  # fmt: skip


def _least_pitch(pen: Pen) -> float:
    return _LEAST_PLOT + title_height(pen) + PANEL_GAP
