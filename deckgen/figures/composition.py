"""The rows of a timeline, from the upper labels down to the note, and the air between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from deckgen.figures.label_text import PX_PER_POINT, text_height
from deckgen.scene.measure import PITCH
from deckgen.theme import Sizes

_ROOMY = 400.0
_LARGEST_TEXT = 14.0
_TICK_MARK = 6.0
_NEGLIGIBLE = 0.01


class Parts(NamedTuple):
    """Which parts a timeline has: an axis, phases, dimension lines, a row for a legend."""

    axis: bool
    phases: bool
    dimensions: int
    legend: bool = False


class Furniture(NamedTuple):
    """What stands beside the labels. `text` is points, all else pixels, mostly of height."""

    text: float
    mark: float
    band: float
    ticks: float
    strip: float
    dimension: float
    dimensions: int
    legend: float
    note: float

    @property
    def height(self) -> float:
        """The height of all of it, without the air between the rows."""
        measured = self.strip + self.dimension * self.dimensions
        return self.band + self.ticks + measured + self.legend + self.note


def furniture(parts: Parts, height: float, size: float, sizes: Sizes) -> Furniture:
    """Return the furniture of a canvas `height` pixels high with labels of `size` points.

    `sizes` are the theme's.
    """
    roomy = height >= _ROOMY
    text = max(min(size, _LARGEST_TEXT), sizes.label) if roomy else sizes.label
    em = text * PX_PER_POINT
    line = text_height(1, max(sizes.label, sizes.axis))
    return Furniture(
        text=text,
        mark=em if roomy else 0.9 * em,
        band=(1.8 if roomy else 1.35) * em,
        ticks=_TICK_MARK + text_height(1, sizes.axis) if parts.axis else 0.0,
        strip=(1.65 if roomy else 1.25) * em if parts.phases else 0.0,
        dimension=(1.7 if roomy else PITCH) * em,
        dimensions=parts.dimensions,
        legend=line if parts.legend else 0.0,
        note=line,
    )


class _Air(NamedTuple):
    """The air of a gap between two rows: at least, at most, and its share of what there is."""

    least: float
    most: float
    share: float


_NO_AIR = _Air(0.0, 0.0, 0.0)
_TOP = _Air(0.0, 26.0, 0.5)
_UPPER_CHANNEL = _Air(20.0, 64.0, 2.0)
_LOWER_CHANNEL = _Air(14.0, 56.0, 2.0)
_ABOVE_STRIP = _Air(12.0, 44.0, 2.0)
_ABOVE_STRIP_WITHOUT_LABELS = _Air(2.0, 18.0, 1.0)
_BETWEEN_DIMENSIONS = _Air(0.0, 8.0, 0.4)
_ABOVE_NOTE = _Air(0.0, 20.0, 0.6)


def least_air(rows: int) -> float:
    """Return the least air in pixels that a timeline with labels in `rows` rows needs."""
    return sum(air.least for air in _airs(rows == 2, 0))


def _airs(lower: bool, dimensions: int) -> list[_Air]:
    """Return the air from the top down, with or without a lower row of labels."""
    return [
        _TOP,
        _UPPER_CHANNEL,
        _LOWER_CHANNEL if lower else _NO_AIR,
        _ABOVE_STRIP if lower else _ABOVE_STRIP_WITHOUT_LABELS,
        *[_BETWEEN_DIMENSIONS] * dimensions,
        _ABOVE_NOTE,
    ]


class AxisRow(NamedTuple):
    """The y of a time axis in pixels: its band, and where the texts of its ticks end."""

    top: float
    bottom: float
    texts: float


class Composition(NamedTuple):
    """The y of the rows in pixels; dimension lines by the middle of each, the note by its own.

    Upper labels stand on `upper`, lower ones hang from `lower`. Leaders of the lower row may
    lean below `ticks` only, so that they pass the tick labels upright.
    """

    upper: float
    band_top: float
    band_bottom: float
    ticks: float
    lower: float
    strip_top: float
    strip_bottom: float
    dimensions: tuple[float, ...]
    legend: float
    note: float

    @property
    def axis(self) -> float:
        """The middle of the axis."""
        return (self.band_top + self.band_bottom) / 2

    @property
    def axis_row(self) -> AxisRow:
        """The axis with its ticks."""
        return AxisRow(self.band_top, self.band_bottom, self.ticks)


def compose(fixed: Furniture, upper: float, lower: float, height: float) -> Composition:
    """Return the rows on a canvas `height` pixels high with label rows of the given heights."""
    airs = _airs(lower > 0, fixed.dimensions)
    gaps, rest = _shared(airs, height - fixed.height - upper - lower)
    top, upper_channel, lower_channel, above_strip, *between, _ = gaps
    feet = top + rest / 2 + upper
    band_top = feet + upper_channel
    band_bottom = band_top + fixed.band
    ticks = band_bottom + fixed.ticks
    strip_top = ticks + lower_channel + lower + above_strip + rest / 2
    strip_bottom = strip_top + fixed.strip
    passed = accumulate(gap + fixed.dimension for gap in between)
    note = height - fixed.note / 2
    return Composition(
        upper=feet,
        band_top=band_top,
        band_bottom=band_bottom,
        ticks=ticks,
        lower=ticks + lower_channel,
        strip_top=strip_top,
        strip_bottom=strip_bottom,
        dimensions=tuple(strip_bottom + below - fixed.dimension / 2 for below in passed),
        legend=height - fixed.note - fixed.legend / 2 if fixed.legend else note,
        note=note,
    )


def _shared(airs: Sequence[_Air], room: float) -> tuple[list[float], float]:
    """Share `room` out, each gap between its least and its most; return the rest as well."""
    gaps = [air.least for air in airs]
    rest = room - sum(gaps)
    growing = [n for n, air in enumerate(airs) if air.most > air.least]
    while growing and rest > _NEGLIGIBLE:
        unit = rest / sum(airs[n].share for n in growing)
        for n in growing:
            grown = min(unit * airs[n].share, airs[n].most - gaps[n])
            gaps[n] += grown
            rest -= grown
        growing = [n for n in growing if airs[n].most - gaps[n] > _NEGLIGIBLE]
    return gaps, max(rest, 0.0)
