"""Times to detect, mitigate and resolve as dimension lines, each with its duration in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from deckgen.figures.pen import Drawing, Pen, combined, markup
from deckgen.figures.plotly_schema import Shape
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.measures import Measure, measures
from deckgen.postmortem.model import Postmortem

_STROKE = 1.5
_END = 5.0
_AIR = 8.0
_LEAST_STROKE = 16.0


class Dimension(NamedTuple):
    """A measure to draw, from one instant to another (UTC)."""

    key: str
    name: str
    begins: datetime
    ends: datetime


def dimensions(postmortem: Postmortem) -> list[Dimension]:
    """Return the measures from the start of the impact that are recorded and run forwards."""
    taken = measures(postmortem)
    shown = (taken.time_to_detect, taken.time_to_mitigate, taken.time_to_resolve)
    return [dimension for measure in shown for dimension in _dimension(measure)]


def _dimension(measure: Measure) -> list[Dimension]:
    begins, ends = measure.begins.at, measure.ends.at
    if begins is None or ends is None or ends < begins:
        return []
    return [Dimension(measure.key, measure.name, begins, ends)]


def draw_dimensions(
    pen: Pen, shown: Sequence[Dimension], edge: Callable[[datetime], float],
    middles: Sequence[float], size: float, width: float,
) -> Drawing:  # fmt: skip
    """Return the dimension lines, each around its height of `middles`, texts in `size` points."""
    return combined(
        _draw_dimension(pen, one, (edge(one.begins), edge(one.ends)), y, size, width)
        for one, y in zip(shown, middles, strict=True)
    )


def _draw_dimension(
    pen: Pen, dimension: Dimension, span: tuple[float, float], y: float, size: float, width: float
) -> Drawing:
    name, colour = f"measure:{dimension.key}", pen.theme.colour.accent
    span = _inside(span[0], width), _inside(span[1], width)
    words = f"{dimension.name}  {short_duration(dimension.ends - dimension.begins)}"
    wide = pen.width(words, size, bold=True)
    left = _text_left(span, wide, width)
    strokes: list[Shape] = [
        pen.line(name, (begin, y), (end, y), colour, _STROKE)
        for begin, end in _outside(span, left - _AIR, left + wide + _AIR)
    ]
    ends: list[Shape] = [
        pen.line(f"{name}:end", (x, y - _END), (x, y + _END), colour, _STROKE)
        for x in dict.fromkeys(span)
    ]
    text = markup(words, bold=True)
    middle = (left + wide / 2, y)
    label = pen.text(f"{name}:label", middle, [text], size, width=wide, colour=colour)
    return Drawing((*strokes, *ends), (label,))


def _inside(x: float, width: float) -> float:
    """Return `x`, or the nearest to it at which a stroke does not leave the canvas."""
    return min(max(x, _STROKE / 2), width - _STROKE / 2)


def _text_left(span: tuple[float, float], wide: float, width: float) -> float:
    """Return the left edge of the text: in the middle of the line, else after it, else before."""
    begin, end = span
    if end - begin >= wide + 2 * (_AIR + _LEAST_STROKE):
        return (begin + end - wide) / 2
    if end + _AIR + wide <= width:
        return end + _AIR
    return max(0.0, begin - _AIR - wide)


def _outside(span: tuple[float, float], left: float, right: float) -> list[tuple[float, float]]:
    """Return the parts of `span` that are not between `left` and `right`."""
    begin, end = span
    parts = [(begin, min(end, left)), (max(begin, right), end)]
    return [(a, b) for a, b in parts if b > a]
