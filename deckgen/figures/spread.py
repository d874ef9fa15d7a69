"""Durations as distributions: a row for each measure, in it a point for every incident."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from deckgen.figures.canvas import canvas
from deckgen.figures.label_text import PX_PER_POINT, text_height
from deckgen.figures.legend_row import Meaning, draw_meanings
from deckgen.figures.pen import Drawing, Pen, combined, markup
from deckgen.figures.plotly_schema import (
    DIAMOND_REACH,
    DotPanel,
    Dots,
    Figure,
)
from deckgen.figures.spread_plot import AIR, Dot, Spread, SpreadPlot, Spreads, spread_plot
from deckgen.figures.spread_rows import draw_row
from deckgen.figures.swarm import swarm
from deckgen.figures.whole_sentences import whole_sentences
from deckgen.postmortem.durations import short_duration
from deckgen.scene.measure import Measurer
from deckgen.theme import Theme

__all__ = ["LEAST_SIZE", "Dot", "Spread", "Spreads", "spread_alt", "spread_figure"]

LEAST_SIZE = (560.0, 240.0)
"""The least width and height of the canvas in pixels; four rows need a hundred pixels more."""


def spread_figure(
    spreads: Spreads, theme: Theme, measurer: Measurer, size: tuple[float, float]
) -> Figure:
    """Return `spreads` on a canvas of `size` (width, height) in pixels.

    A row has a point for every incident, a thin line from its shortest to its longest with both
    written, a rule at the median with its value, and how many there are. Time is logarithmic
    where the longest is far from the shortest, with nought at its left end. Raises ValueError for
    a canvas below LEAST_SIZE, and where no row has an incident.
    """
    if size[0] < LEAST_SIZE[0] or size[1] < LEAST_SIZE[1]:
        raise ValueError(f"durations need {LEAST_SIZE[0]:.0f} x {LEAST_SIZE[1]:.0f} pixels")
    plot = spread_plot(spreads, Pen(theme, measurer), size)
    placed = [_placed(plot, n) for n in range(len(spreads.rows))]
    radii = [max((one.radius for one in row), default=0.0) for row in placed]
    rows = [draw_row(plot, n, radius) for n, radius in enumerate(radii)]
    drawing = combined([_draw_legend(plot), _draw_axis(plot), *rows])
    everything = [one for row in placed for one in row]
    traces = [
        _dots(plot, [one for one in everything if one.dot.is_marked is marked], marked=marked)
        for marked in (False, True)
        if any(one.dot.is_marked is marked for one in everything)
    ]
    return canvas(plot.pen, size, traces, drawing, [_panel(plot)])


def spread_alt(spreads: Spreads) -> str:
    """Return for each row how many there are, the range, and the median where there is one."""
    return whole_sentences(["A point for every incident.", *map(_said, spreads.rows)])


def _said(row: Spread) -> str:
    if not row.dots:
        return f"{row.name}: not recorded."
    durations = sorted(dot.duration for dot in row.dots)
    median = f", median {short_duration(row.median)}" if row.median is not None else ""
    missing = f", {row.missing:,} not recorded" if row.missing else ""
    ends = f"{short_duration(durations[0])} to {short_duration(durations[-1])}"
    return f"{row.name}: {len(row.dots):,} incidents, {ends}{median}{missing}."


_MOST_TICKS = 9


class _Placed(NamedTuple):
    """A dot at its place, and how large all dots of its row are."""

    dot: Dot
    x: float
    y: float
    radius: float


def _placed(plot: SpreadPlot, number: int) -> list[_Placed]:
    dots = sorted(plot.spreads.rows[number].dots, key=lambda dot: (dot.duration, dot.name))
    xs = [plot.x(dot.duration) for dot in dots]
    radius, offsets = swarm(xs, (plot.step - plot.strip) / 2 - 2)
    middle = plot.middle(number)
    return [
        _Placed(dot, x, middle + offset, radius)
        for dot, x, offset in zip(dots, xs, offsets, strict=True)
    ]


def _draw_legend(plot: SpreadPlot) -> Drawing:
    marked = plot.spreads.marked
    if marked is None:
        return Drawing()
    colour = plot.pen.theme.colour
    meanings = [
        Meaning(colour.bad, marked, "diamond"),
        Meaning(colour.accent, "Other incidents", "dot"),
    ]
    return draw_meanings(plot.pen, meanings, plot.left, plot.width)


def _draw_axis(plot: SpreadPlot) -> Drawing:
    """Return a rule through all rows at each tick, with its duration below."""
    pen, size, colour = plot.pen, plot.pen.theme.size.axis, plot.pen.theme.colour
    y = plot.bottom + AIR / 2 + text_height(1, size) / 2
    rules, texts, taken = [], [], -1.0
    for tick in plot.axis.ticks(_MOST_TICKS):
        x, words = plot.x(tick), short_duration(tick)
        wide = pen.width(words, size)
        rules.append(pen.line("tick", (x, plot.top), (x, plot.bottom), colour.rule, 0.75))
        if x - wide / 2 > taken:
            texts.append(
                pen.text("tick:label", (x, y), [markup(words)], size, width=wide,
                         colour=colour.muted)
            )  # fmt: skip
            taken = x + wide / 2 + AIR
    return Drawing(tuple(rules), tuple(texts))


def _dots(plot: SpreadPlot, placed: list[_Placed], *, marked: bool) -> Dots:
    theme, axis = plot.pen.theme, plot.axis
    rows = len(plot.spreads.rows)
    told = [f"{one.dot.name}: {short_duration(one.dot.duration)}" for one in placed]
    name = plot.spreads.marked if marked and plot.spreads.marked else "Incidents"
    return {
        "type": "scatter", "mode": "markers", "name": name,
        "x": [round(one.x, 2) for one in placed], "y": [round(one.y, 2) for one in placed],
        "text": told,
        "customdata": [
            (text, _minutes(min(max(one.dot.duration, axis.lowest), axis.highest)),
             round(rows - (one.y - plot.top) / plot.step, 4))
            for text, one in zip(told, placed, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>", "cliponaxis": False, "meta": 0,
        "marker": {
            "symbol": "diamond" if marked else "circle",
            "size": round(_diameter(placed) / (DIAMOND_REACH if marked else 1), 2),
            "color": theme.colour.bad if marked else theme.colour.accent, "opacity": 1,
            "line": {"color": theme.colour.paper, "width": 0.75},
        },
    }  # fmt: skip


def _diameter(placed: list[_Placed]) -> float:
    """Return the pixels across of the smallest dots, in whole points, as charts have them."""
    points = int(2 * min(one.radius for one in placed) / PX_PER_POINT)
    return max(2, points) * PX_PER_POINT


def _minutes(duration: timedelta) -> float:
    return duration.total_seconds() / 60


def _panel(plot: SpreadPlot) -> DotPanel:
    return {
        "kind": "dots", "title": _titled(row.name for row in plot.spreads.rows),
        "left": round(plot.left, 2), "top": round(plot.top, 2),
        "right": round(plot.right, 2), "bottom": round(plot.bottom, 2),
        "lowest": _minutes(plot.axis.lowest), "highest": _minutes(plot.axis.highest),
        "scale": "log" if plot.axis.is_logarithmic else "linear",
        "rows": len(plot.spreads.rows), "heading": "Minutes",
    }  # fmt: skip


def _titled(names: Iterable[str]) -> str:
    return ", ".join(names)
