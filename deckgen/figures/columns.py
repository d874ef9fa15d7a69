"""Upright columns of counts in parts: incidents by week and severity, actions by age."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from deckgen.figures.canvas import canvas
from deckgen.figures.label_text import text_height
from deckgen.figures.legend_row import Meaning, draw_meanings, legend_height
from deckgen.figures.pen import Drawing, Pen, Point, combined, markup
from deckgen.figures.plotly_schema import BarPanel, Bars, Figure
from deckgen.figures.tones import FOOT, FOOT_APART, Part, text_on, tone_colour
from deckgen.figures.whole_sentences import whole_sentences
from deckgen.postmortem.wording import count
from deckgen.scene.measure import Measurer
from deckgen.theme import Theme

LEAST_SIZE = (400.0, 200.0)
"""The least width and height of the canvas in pixels."""


class Column(NamedTuple):
    """A column: the name below it, and its count of each part."""

    name: str
    values: tuple[int, ...]


class Columns(NamedTuple):
    """Columns from the left to the right, their parts from the foot up.

    `title` says what is counted, such as `Open actions by age`. There is at least one column, and
    at least one value above nought; a column has as many values as there are `parts`.
    """

    title: str
    parts: tuple[Part, ...]
    columns: tuple[Column, ...]


def columns_figure(
    columns: Columns, theme: Theme, measurer: Measurer, size: tuple[float, float]
) -> Figure:
    """Return `columns` on a canvas of `size` (width, height) in pixels.

    Each column bears its total where there is room for all of them, else the highest does; a part
    that takes up enough of its column says so itself. Names below the columns are thinned out
    where they would touch. Raises ValueError for a canvas below LEAST_SIZE, and where there is
    nothing to draw.
    """
    if size[0] < LEAST_SIZE[0] or size[1] < LEAST_SIZE[1]:
        raise ValueError(f"columns need {LEAST_SIZE[0]:.0f} x {LEAST_SIZE[1]:.0f} pixels")
    plot = _plot(columns, Pen(theme, measurer), size)
    drawing = combined(
        [_draw_legend(plot), _draw_foot(plot), _draw_names(plot), _draw_totals(plot),
         _draw_values(plot)]
    )  # fmt: skip
    return canvas(plot.pen, size, _traces(plot), drawing, [_panel(plot)])


def columns_alt(columns: Columns) -> str:
    """Return what the columns tell: how many in all and by part, and the highest column."""
    total = sum(map(sum, (one.values for one in columns.columns)))
    parts = [
        f"{part.name}: {sum(one.values[n] for one in columns.columns):,}"
        for n, part in enumerate(columns.parts)
    ]
    highest = max(columns.columns, key=lambda one: sum(one.values))
    several = len(columns.parts) > 1
    return whole_sentences(
        [
            f"{columns.title}: {total:,} in {count(len(columns.columns), 'column')}.",
            *([f"{', '.join(parts)}."] if several else []),
            f"Most in {highest.name}: {sum(highest.values):,}.",
            *(f"{one.name}: {sum(one.values):,}." for one in columns.columns),
        ]
    )


class _Plot(NamedTuple):
    """Where the columns stand, in pixels: `step` from one to the next, each `wide`."""

    pen: Pen
    columns: Columns
    left: float
    top: float
    right: float
    bottom: float
    step: float
    wide: float
    highest: int

    def x(self, number: int) -> float:
        """Return the middle of a column."""
        return self.left + (number + 0.5) * self.step

    def height(self, value: float) -> float:
        """Return how high a value is."""
        return value / self.highest * (self.bottom - self.top)


_GAPS = (35, 500)
"""The least and the greatest distance between columns, in hundredths of their width."""

_WIDEST = 96.0
_AIR = 6.0


def _plot(columns: Columns, pen: Pen, size: tuple[float, float]) -> _Plot:
    highest = max((sum(one.values) for one in columns.columns), default=0)
    if not highest:
        raise ValueError("there is nothing to draw")
    sizes = pen.theme.size
    top = text_height(1, sizes.label) + 2
    top += legend_height(pen) if len(columns.parts) > 1 else 0
    bottom = size[1] - text_height(1, sizes.axis) - _AIR
    step = size[0] / len(columns.columns)
    wide = step * 100 / (100 + _gap(step))
    return _Plot(pen, columns, 0.0, top, size[0], bottom, step, wide, highest)


def _gap(step: float) -> int:
    """Return the distance to the next column, so that few columns are not as wide as walls."""
    least, most = _GAPS
    return min(most, max(least, round((step / _WIDEST - 1) * 100)))


def _draw_legend(plot: _Plot) -> Drawing:
    parts = plot.columns.parts
    if len(parts) < 2:
        return Drawing()
    totals = [sum(one.values[n] for one in plot.columns.columns) for n in range(len(parts))]
    meanings = [
        Meaning(tone_colour(plot.pen.theme, part.tone), f"{part.name}: {total:,}")
        for part, total in zip(parts, totals, strict=True)
    ]
    return draw_meanings(plot.pen, meanings, plot.left, plot.right)


def _draw_foot(plot: _Plot) -> Drawing:
    y = plot.bottom + FOOT_APART
    ends = (plot.left, y), (plot.right, y)
    return Drawing((plot.pen.line("foot", *ends, plot.pen.theme.colour.rule, FOOT),))


def _draw_names(plot: _Plot) -> Drawing:
    """Return the names below the columns; of many every second, third or so, the first always."""
    pen, size = plot.pen, plot.pen.theme.size.axis
    names = [one.name for one in plot.columns.columns]
    # Those at the edges are moved in, towards their neighbours, and must not reach them.
    room = plot.step if len(names) == 1 else (plot.right - plot.left) / 2
    shown = [pen.shortened(name, room - _AIR, size) for name in names]
    widest = max(pen.width(name, size) for name in shown)
    apart = max(widest, 1.5 * widest - plot.step / 2) + _AIR
    every = min(len(names), max(1, ceil(apart / plot.step)))
    y = plot.bottom + _AIR / 2 + text_height(1, size) / 2
    texts = []
    for n in range(0, len(names), every):
        wide = pen.width(shown[n], size)
        x = min(max(plot.x(n), plot.left + wide / 2), plot.right - wide / 2)
        texts.append(pen.text(f"column:{n + 1}:name", (x, y), [markup(shown[n])], size,
                              width=wide, colour=pen.theme.colour.muted))  # fmt: skip
    return Drawing((), tuple(texts))


def _draw_totals(plot: _Plot) -> Drawing:
    """Return the total above each column, of the highest alone where not all have room."""
    pen, size = plot.pen, plot.pen.theme.size.label
    totals = [sum(one.values) for one in plot.columns.columns]
    widest = max(pen.width(f"{total:,}", size, bold=True) for total in totals)
    chosen = range(len(totals)) if widest + 2 <= plot.step else [totals.index(plot.highest)]
    texts = []
    for n in chosen:
        if totals[n]:
            words = f"{totals[n]:,}"
            wide = pen.width(words, size, bold=True)
            x = min(max(plot.x(n), wide / 2), plot.right - wide / 2)
            at = x, plot.bottom - plot.height(totals[n]) - 1
            texts.append(pen.text(f"column:{n + 1}:total", at, [markup(words, bold=True)], size,
                                  width=wide, vertical="bottom"))  # fmt: skip
    return Drawing((), tuple(texts))


def _draw_values(plot: _Plot) -> Drawing:
    """Return the value in each part that has the room for it, where a column has several."""
    pen, size = plot.pen, plot.pen.theme.size.axis
    high, drawings = text_height(1, size), []
    for n, column in enumerate(plot.columns.columns):
        if sum(map(bool, column.values)) < 2:
            continue
        feet = _feet(column.values)
        for value, part, foot in zip(column.values, plot.columns.parts, feet, strict=True):
            wide = pen.width(f"{value:,}", size)
            if value and plot.height(value) >= high and plot.wide > wide:
                middle = plot.x(n), plot.bottom - plot.height(foot + value / 2)
                colour = tone_colour(pen.theme, part.tone)
                drawings.append(_value(pen, f"column:{n + 1}:value", middle, value, colour))
    return combined(drawings)


def _value(pen: Pen, name: str, middle: Point, value: int, colour: str) -> Drawing:
    """Return a value on its part, which is drawn by the chart.

    It has a ground of its own of the same colour, so that it is read where charts are not drawn.
    """
    size, words = pen.theme.size.axis, f"{value:,}"
    (x, y), wide, high = middle, pen.width(words, size), text_height(1, size)
    ground = pen.rectangle(
        f"{name}:ground", x - wide / 2, y - high / 2, x + wide / 2, y + high / 2, colour
    )
    text = pen.text(name, middle, [markup(words)], size, width=wide,
                    colour=text_on(pen.theme, colour))  # fmt: skip
    return Drawing((ground,), (text,))


def _feet(values: Sequence[int]) -> list[int]:
    """Return where each part of a stack begins."""
    return [sum(values[:n]) for n in range(len(values))]


def _traces(plot: _Plot) -> list[Bars]:
    return [_trace(plot, number) for number in range(len(plot.columns.parts))]


def _trace(plot: _Plot, number: int) -> Bars:
    theme, part, columns = plot.pen.theme, plot.columns.parts[number], plot.columns.columns
    feet = [_feet(one.values)[number] for one in columns]
    values = [one.values[number] for one in columns]
    return {
        "type": "bar", "orientation": "v", "name": part.name,
        "x": [round(plot.x(n), 2) for n in range(len(columns))],
        "y": [round(-plot.height(value), 2) for value in values],
        "base": [round(plot.bottom - plot.height(foot), 2) for foot in feet],
        "width": round(plot.wide, 2),
        "hovertext": [f"{one.name}: {value:,} {part.name}"
                      for one, value in zip(columns, values, strict=True)],
        "customdata": [float(value) for value in values],
        "hovertemplate": "%{hovertext}<extra></extra>", "cliponaxis": False, "meta": 0,
        "marker": {"color": tone_colour(theme, part.tone),
                   "line": {"color": theme.colour.paper, "width": 1}},
    }  # fmt: skip


def _panel(plot: _Plot) -> BarPanel:
    return {
        "kind": "bars", "title": plot.columns.title,
        "left": round(plot.left, 2), "top": round(plot.top, 2),
        "right": round(plot.right, 2), "bottom": round(plot.bottom, 2),
        "orientation": "v", "stacked": True,
        "categories": [one.name for one in plot.columns.columns],
        "heading": "Name", "highest": float(plot.highest), "gap": _gap(plot.step),
    }  # fmt: skip
