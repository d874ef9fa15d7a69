"""Where the rows of a figure of durations lie, and what it is made of."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from deckgen.figures.duration_axis import DurationAxis, duration_axis
from deckgen.figures.label_text import text_height
from deckgen.figures.legend_row import legend_height
from deckgen.figures.pen import Pen
from deckgen.postmortem.durations import short_duration

AIR = 8.0
"""How far things keep from each other, in pixels."""

_MOST_NAME = 0.3


class Dot(NamedTuple):
    """One incident: what it is called, how long it took, and whether it is one to be marked."""

    name: str
    duration: timedelta
    is_marked: bool = False


class Spread(NamedTuple):
    """One measure: its name, such as `Time to detect`, and every incident that has it.

    `missing` is how many have it not. `median` is None where they are too few for one, which the
    row then says.
    """

    name: str
    dots: tuple[Dot, ...]
    missing: int
    median: timedelta | None


class Spreads(NamedTuple):
    """Measures from the top down, 1 to 4 of them, on one axis; at least one has an incident.

    `marked` says what the marked incidents are, such as `SEV0 or SEV1`, None where none is marked.
    """

    rows: tuple[Spread, ...]
    marked: str | None = None


class SpreadPlot(NamedTuple):
    """Where the rows lie, in pixels: `step` from one to the next, the axis below them."""

    pen: Pen
    spreads: Spreads
    axis: DurationAxis
    left: float
    top: float
    right: float
    step: float
    width: float

    @property
    def bottom(self) -> float:
        """The lower edge of the rows."""
        return self.top + self.step * len(self.spreads.rows)

    def x(self, duration: timedelta) -> float:
        """Return where a duration stands."""
        return self.left + self.axis.share(duration) * (self.right - self.left)

    def middle(self, row: int) -> float:
        """Return the line along which the dots of a row stand, below the label of its median."""
        return self.top + row * self.step + (self.strip + self.step) / 2

    @property
    def strip(self) -> float:
        """How high the upper part of a row is, in which the median is told."""
        return text_height(1, self.pen.theme.size.axis) + 2


def spread_plot(spreads: Spreads, pen: Pen, size: tuple[float, float]) -> SpreadPlot:
    """Return where the rows lie on a canvas of `size` pixels; raise ValueError without a dot."""
    durations = [dot.duration for row in spreads.rows for dot in row.dots]
    if not durations:
        raise ValueError("there is nothing to draw")
    theme = pen.theme
    names = max(max(pen.width(line, theme.size.label, bold=True) for line in lines_before(row))
                for row in spreads.rows)  # fmt: skip
    ends = max(pen.width(short_duration(one), theme.size.axis) for one in durations) + 2 * AIR
    left = min(names, size[0] * _MOST_NAME) + 2 * AIR + ends
    top = legend_height(pen) if spreads.marked else 0.0
    bottom = size[1] - text_height(1, theme.size.axis) - AIR
    step = (bottom - top) / len(spreads.rows)
    return SpreadPlot(
        pen, spreads, duration_axis(durations), left, top, size[0] - ends - AIR, step, size[0]
    )


def lines_before(row: Spread) -> list[str]:
    """Return what stands before a row: its name, how many it has, and what is missing."""
    lines = [row.name, f"n = {len(row.dots):,}"]
    if row.missing:
        lines.append(f"{row.missing:,} not recorded")
    if row.dots and row.median is None:
        lines.append("too few for a median")
    return lines
