"""The rows of a timeline, from the upper labels down to the note, and the air between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.figures.label_text import PX_PER_POINT, text_height
from deckgen.scene.measure import PITCH

_ROOMY = 400.0
_LARGEST_TEXT = 14.0
_SMALLEST_TEXT = 12.0


@dataclass(frozen=True)
class Parts:
    """Which parts a timeline has: an axis, phases, dimension lines, a row for a legend."""

    axis: bool
    phases: bool
    dimensions: int
    legend: bool = False


@dataclass(frozen=True)
class Furniture:
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


def furniture(parts: Parts, height: float, size: float) -> Furniture:
    """Return the furniture of a canvas `height` pixels high with labels of `size` points."""
    roomy = height >= _ROOMY
    text = min(size, _LARGEST_TEXT) if roomy else _SMALLEST_TEXT
    em = text * PX_PER_POINT
    line = text_height(1, _SMALLEST_TEXT)
    return Furniture(
        text=text,
        mark=em if roomy else 0.9 * em,
        band=(1.8 if roomy else 1.35) * em,
        ticks=(22.0 if roomy else 20.0) if parts.axis else 0.0,
        strip=(1.65 if roomy else 1.25) * em if parts.phases else 0.0,
        dimension=(1.7 if roomy else PITCH) * em,
        dimensions=parts.dimensions,
        legend=line if parts.legend else 0.0,
        note=line,
    )


@dataclass(frozen=True)
class _Air:
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
    return sum(air.least for air in _airs(True, rows == 2, 0))


def _airs(upper: bool, lower: bool, dimensions: int) -> list[_Air]:
    return [
        _TOP if upper else _NO_AIR,
        _UPPER_CHANNEL if upper else _NO_AIR,
        _LOWER_CHANNEL if lower else _NO_AIR,
        _ABOVE_STRIP if lower else _ABOVE_STRIP_WITHOUT_LABELS,
        *[_BETWEEN_DIMENSIONS] * dimensions,
        _ABOVE_NOTE,
    ]


@dataclass(frozen=True)
class Composition:
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


def compose(fixed: Furniture, upper: float, lower: float, height: float) -> Composition:
    """Return the rows on a canvas `height` pixels high with label rows of the given heights."""
    airs = _airs(upper > 0, lower > 0, fixed.dimensions)
    gaps = _shared(airs, height - fixed.height - upper - lower)
    top, upper_channel, lower_channel, above_strip, *between, _ = gaps
    note = height - fixed.note / 2
    feet = top + upper
    band_top = feet + upper_channel
    ticks = band_top + fixed.band + fixed.ticks
    lower_top = ticks + lower_channel
    strip_top = lower_top + lower + above_strip
    y, middles = strip_top + fixed.strip, []
    for gap in between:
        middles.append(y + gap + fixed.dimension / 2)
        y += gap + fixed.dimension
    return Composition(
        upper=feet,
        band_top=band_top,
        band_bottom=band_top + fixed.band,
        ticks=ticks,
        lower=lower_top,
        strip_top=strip_top,
        strip_bottom=strip_top + fixed.strip,
        dimensions=tuple(middles),
        legend=height - fixed.note - fixed.legend / 2 if fixed.legend else note,
        note=note,
    )


def _shared(airs: Sequence[_Air], room: float) -> list[float]:
    """Share `room` out by shares between least and most; what is left goes to the first."""
    gaps = [air.least for air in airs]
    left = room - sum(gaps)
    open_airs = [n for n, air in enumerate(airs) if air.most > air.least]
    while open_airs and left > 0.01:
        unit = left / sum(airs[n].share for n in open_airs)
        for n in list(open_airs):
            grown = min(unit * airs[n].share, airs[n].most - gaps[n])
            gaps[n] += grown
            left -= grown
            if airs[n].most - gaps[n] < 0.01:
                open_airs.remove(n)
    gaps[0] += max(left, 0.0) / 2
    gaps[3] += max(left, 0.0) / 2
    return gaps
