"""Durations as distributions: a row for each measure, in it a point for every incident."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from deckgen.figures.canvas import canvas
from deckgen.figures.duration_axis import DurationAxis, duration_axis
from deckgen.figures.label_text import PX_PER_POINT, text_height
from deckgen.figures.legend_row import Meaning, draw_meanings, legend_height
from deckgen.figures.pen import Drawing, Pen, Point, combined, markup
from deckgen.figures.plotly_schema import (
    DIAMOND_REACH,
    Annotation,
    DotPanel,
    Dots,
    Figure,
    HorizontalAnchor,
)
from deckgen.figures.swarm import swarm
from deckgen.figures.whole_sentences import whole_sentences
from deckgen.postmortem.durations import short_duration
from deckgen.scene.measure import Measurer
from deckgen.theme import Theme

LEAST_SIZE = (560.0, 240.0)
"""The least width and height of the canvas in pixels; four rows need a hundred pixels more."""


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
    plot = _plot(spreads, Pen(theme, measurer), size)
    placed = [_placed(plot, n) for n in range(len(spreads.rows))]
    radii = [max((one.radius for one in row), default=0.0) for row in placed]
    rows = [_draw_row(plot, n, radius) for n, radius in enumerate(radii)]
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


_AIR = 8.0
_MOST_NAME = 0.3
_MOST_TICKS = 9


class _Plot(NamedTuple):
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


class _Placed(NamedTuple):
    """A dot at its place, and how large all dots of its row are."""

    dot: Dot
    x: float
    y: float
    radius: float


def _plot(spreads: Spreads, pen: Pen, size: tuple[float, float]) -> _Plot:
    durations = [dot.duration for row in spreads.rows for dot in row.dots]
    if not durations:
        raise ValueError("there is nothing to draw")
    theme = pen.theme
    names = max(max(pen.width(line, theme.size.label, bold=True) for line in _named(row))
                for row in spreads.rows)  # fmt: skip
    ends = max(pen.width(short_duration(one), theme.size.axis) for one in durations) + 2 * _AIR
    left = min(names, size[0] * _MOST_NAME) + 2 * _AIR + ends
    top = legend_height(pen) if spreads.marked else 0.0
    bottom = size[1] - text_height(1, theme.size.axis) - _AIR
    step = (bottom - top) / len(spreads.rows)
    return _Plot(
        pen, spreads, duration_axis(durations), left, top, size[0] - ends - _AIR, step, size[0]
    )


def _named(row: Spread) -> list[str]:
    """Return what stands before a row: its name, how many it has, and what is missing."""
    lines = [row.name, f"n = {len(row.dots):,}"]
    if row.missing:
        lines.append(f"{row.missing:,} not recorded")
    if row.dots and row.median is None:
        lines.append("too few for a median")
    return lines


def _placed(plot: _Plot, number: int) -> list[_Placed]:
    dots = sorted(plot.spreads.rows[number].dots, key=lambda dot: (dot.duration, dot.name))
    xs = [plot.x(dot.duration) for dot in dots]
    radius, offsets = swarm(xs, (plot.step - plot.strip) / 2 - 2)
    middle = plot.middle(number)
    return [
        _Placed(dot, x, middle + offset, radius)
        for dot, x, offset in zip(dots, xs, offsets, strict=True)
    ]


def _draw_legend(plot: _Plot) -> Drawing:
    marked = plot.spreads.marked
    if marked is None:
        return Drawing()
    colour = plot.pen.theme.colour
    meanings = [
        Meaning(colour.bad, marked, "diamond"),
        Meaning(colour.accent, "Other incidents", "dot"),
    ]
    return draw_meanings(plot.pen, meanings, plot.left, plot.width)


def _draw_axis(plot: _Plot) -> Drawing:
    """Return a rule through all rows at each tick, with its duration below."""
    pen, size, colour = plot.pen, plot.pen.theme.size.axis, plot.pen.theme.colour
    y = plot.bottom + _AIR / 2 + text_height(1, size) / 2
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
            taken = x + wide / 2 + _AIR
    return Drawing(tuple(rules), tuple(texts))


def _draw_row(plot: _Plot, number: int, radius: float) -> Drawing:
    """Return a row without its dots: its name, the range with its ends, the median."""
    pen, row = plot.pen, plot.spreads.rows[number]
    top = plot.top + number * plot.step
    ends = (0.0, top), (plot.width, top)
    edge = Drawing((pen.line(f"row:{number + 1}:edge", *ends, pen.theme.colour.rule, 1.0),))
    parts = [edge, Drawing((), _names(plot, number))]
    if row.dots:
        parts += [_range(plot, number, radius), _median(plot, number)]
    return combined(parts)


def _names(plot: _Plot, number: int) -> tuple[Annotation, ...]:
    """Return the lines before a row, as many as there is room for."""
    pen, colour = plot.pen, plot.pen.theme.colour
    y, texts = plot.top + number * plot.step + 4, []
    for n, line in enumerate(_named(plot.spreads.rows[number])):
        size = pen.theme.size.label if n == 0 else pen.theme.size.axis
        high = text_height(1, size)
        if y + high > plot.top + (number + 1) * plot.step:
            break
        room = plot.left - _AIR
        words = pen.shortened(line, room, size, bold=n == 0)
        texts.append(
            pen.text(f"row:{number + 1}:name", (0.0, y + high / 2), [markup(words, bold=n == 0)],
                     size, width=min(room, pen.width(words, size, bold=n == 0)), anchor="left",
                     colour=colour.ink if n == 0 else colour.muted)
        )  # fmt: skip
        y += high
    return tuple(texts)


def _range(plot: _Plot, number: int, radius: float) -> Drawing:
    """Return a line from the shortest to the longest, both told beside the outmost dots."""
    pen = plot.pen
    durations = [dot.duration for dot in plot.spreads.rows[number].dots]
    shortest, longest, y = min(durations), max(durations), plot.middle(number)
    name, apart = f"row:{number + 1}", radius + _AIR / 2
    line = pen.line(
        f"{name}:range", (plot.x(shortest), y), (plot.x(longest), y), pen.theme.colour.rule, 1.5
    )
    told: list[tuple[timedelta, float, HorizontalAnchor]] = [
        (longest, plot.x(longest) + apart, "left")
    ]
    if shortest != longest:
        told.append((shortest, plot.x(shortest) - apart, "right"))
    lines = Drawing((line,) if shortest != longest else ())
    labels = [
        _label(pen, f"{name}:end", (x, y), short_duration(end), anchor=anchor)
        for end, x, anchor in told
    ]
    return combined([lines, *labels])


def _label(pen: Pen, name: str, at: Point, words: str, anchor: HorizontalAnchor) -> Drawing:
    """Return a text with a ground of its own, on which no rule runs through it."""
    size, high = pen.theme.size.axis, text_height(1, pen.theme.size.axis)
    wide = pen.width(words, size)
    left = at[0] - wide if anchor == "right" else at[0]
    ground = pen.rectangle(
        f"{name}:ground", left, at[1] - high / 2, left + wide, at[1] + high / 2,
        pen.theme.colour.paper,
    )  # fmt: skip
    text = pen.text(name, at, [markup(words)], size, width=wide, anchor=anchor,
                    colour=pen.theme.colour.muted)  # fmt: skip
    return Drawing((ground,), (text,))


def _median(plot: _Plot, number: int) -> Drawing:
    """Return a rule at the median with its value above; nothing where there is none."""
    median = plot.spreads.rows[number].median
    if median is None:
        return Drawing()
    pen, size, colour = plot.pen, plot.pen.theme.size.axis, plot.pen.theme.colour
    x, top = plot.x(median), plot.top + number * plot.step
    words = f"median {short_duration(median)}"
    wide = pen.width(words, size, bold=True)
    at = min(max(x, plot.left + wide / 2), plot.width - wide / 2), top + plot.strip / 2 + 1
    name = f"row:{number + 1}:median"
    ground = pen.rectangle(
        f"{name}:ground", at[0] - wide / 2, top + 1, at[0] + wide / 2, top + plot.strip,
        colour.paper,
    )  # fmt: skip
    rule = pen.line(name, (x, top + plot.strip), (x, top + plot.step - 2), colour.ink, 1.5)
    text = pen.text(f"{name}:label", at, [markup(words, bold=True)], size, width=wide)
    return Drawing((ground, rule), (text,))


def _dots(plot: _Plot, placed: list[_Placed], *, marked: bool) -> Dots:
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


def _panel(plot: _Plot) -> DotPanel:
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
