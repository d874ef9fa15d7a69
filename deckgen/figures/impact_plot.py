"""One panel of a picture of the impact: title, scale, thresholds, lines and the worst readings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from deckgen.figures.impact_panels import Line, Panel
from deckgen.figures.label_text import text_height
from deckgen.figures.pen import Drawing, Pen, combined, markup
from deckgen.figures.placement import place
from deckgen.figures.plotly_schema import Lines
from deckgen.figures.time_text import TimeText
from deckgen.figures.value_axis import ValueAxis
from deckgen.postmortem.impact import Point
from deckgen.postmortem.wording import listing, reading, stated

AIR = 8.0
"""The distance of texts beside a plot from its edge, in pixels."""

_STROKE = 2.25
_THRESHOLD_STROKE = 1.5
_WIDEST_NAME = 190.0
_DOT = 5.0
_FEW = 40
_RAISED = 6.0
_INSET = 2.0


class Plot(NamedTuple):
    """A panel in its place: edges in pixels, `x` the position of an instant, `axis` its scale."""

    number: int
    panel: Panel
    axis: ValueAxis
    left: float
    top: float
    right: float
    bottom: float
    x: Callable[[datetime], float]

    def y(self, value: float) -> float:
        """Return the position of a value, in pixels."""
        share = (value - self.axis.lowest) / (self.axis.highest - self.axis.lowest)
        return self.bottom - share * (self.bottom - self.top)


def title_height(pen: Pen) -> float:
    """Return the pixels that the title above a plot takes."""
    return text_height(1, pen.theme.size.label) + 2.0


def room_left(pen: Pen, panel: Panel, axis: ValueAxis) -> float:
    """Return the pixels that the values left of a plot need."""
    size = pen.theme.size.axis
    return max(pen.width(_tick(value, panel), size) for value in axis.ticks) + AIR


def room_right(pen: Pen, panel: Panel) -> float:
    """Return the pixels that the names right of a plot need, 0 where there are none."""
    size = pen.theme.size.label
    words = [words for words, *_ in _names(pen, panel)]
    return max((pen.width(text, size) for text in words), default=-AIR) + AIR


def draw_plot(pen: Pen, plot: Plot) -> Drawing:
    """Return everything of a panel but its lines."""
    return combined([_draw_title(pen, plot), _draw_scale(pen, plot), _draw_names(pen, plot)])


def _draw_title(pen: Pen, plot: Plot) -> Drawing:
    names = listing([line.series.label for line in plot.panel.lines])
    words = f"{names}, {plot.panel.unit}" if plot.panel.unit else names
    size, wide = pen.theme.size.label, plot.right - plot.left
    words = pen.shortened(words, wide, size, bold=True)
    at = plot.left, plot.top - title_height(pen)
    text = pen.text(
        f"{_name(plot)}:title", at, [markup(words, bold=True)], size,
        width=wide, anchor="left", vertical="top",
    )  # fmt: skip
    return Drawing((), (text,))


def _draw_scale(pen: Pen, plot: Plot) -> Drawing:
    size, colour = pen.theme.size.axis, pen.theme.colour
    parts = []
    for value in plot.axis.ticks:
        y, words = plot.y(value), _tick(value, plot.panel)
        name = "axis:value"
        line = pen.line(name, (plot.left, y), (plot.right, y), colour.rule, 1.0)
        at = plot.left - AIR, y
        text = pen.text(
            f"{name}:label", at, [markup(words)], size,
            width=pen.width(words, size), colour=colour.muted, anchor="right",
        )  # fmt: skip
        parts.append(Drawing((line,), (text,)))
    return combined(parts)


def _draw_names(pen: Pen, plot: Plot) -> Drawing:
    """Return the names right of the plot, each as near as can be to what it names.

    Where there is no room for all, thresholds go without, which their values tell.
    """
    size = pen.theme.size.label
    high = text_height(1, size)
    most = int((plot.bottom - plot.top + high) / high)
    names = sorted(_names(pen, plot.panel)[:most], key=lambda name: -name[1])
    ys = [plot.y(value) for _, value, _ in names]
    low, end = plot.top - high / 2, plot.bottom + high / 2
    middles = place(ys, [high] * len(ys), low, end)
    return Drawing(
        (),
        tuple(
            pen.text(
                f"{_name(plot)}:name", (plot.right + AIR, y), [markup(words)], size,
                width=pen.width(words, size), colour=colour, anchor="left",
            )
            for (words, _, colour), y in zip(names, middles, strict=True)
        ),
    )  # fmt: skip


def _names(pen: Pen, panel: Panel) -> list[tuple[str, float, str]]:
    """Return what stands right of a plot: words, the value they stand at, and their colour."""
    bad, many = pen.theme.colour.bad, len(panel.lines) > 1
    size = pen.theme.size.label
    limits = [(_threshold_name(pen, one, panel.unit), one, bad) for one in panel.thresholds]
    lines = [
        (
            pen.shortened(line.series.label, _WIDEST_NAME, size),
            line.points[-1][1],
            line_colour(pen, n),
        )
        for n, line in enumerate(panel.lines)
        if many
    ]
    return [*lines, *limits]


def _threshold_name(pen: Pen, threshold: float, unit: str | None) -> str:
    """Return what a threshold is called beside a plot, without a unit that is too long for that."""
    size = pen.theme.size.label
    full, bare = (f"threshold {stated(threshold, one)}" for one in (unit, None))
    fits = pen.width(full, size) <= _WIDEST_NAME
    return full if fits else pen.shortened(bare, _WIDEST_NAME, size)


def line_colour(pen: Pen, number: int) -> str:
    """Return the colour of a panel's line by its number, from 0."""
    series = pen.theme.colour.series
    return series[number % len(series)]


def traces(pen: Pen, plot: Plot, times: TimeText) -> Iterator[Lines]:
    """Yield the lines of a panel, dotted where readings are few, and its thresholds, dashed."""
    for n, line in enumerate(plot.panel.lines):
        colour, few = line_colour(pen, n), len(line.points) <= _FEW
        trace: Lines = {
            "type": "scatter",
            "mode": "lines+markers" if few else "lines",
            "name": line.series.label,
            "x": [round(plot.x(at), 2) for at, _ in line.points],
            "y": [round(plot.y(value), 2) for _, value in line.points],
            "text": [_hover(point, line, times) for point in line.points],
            "customdata": [_datum(point, times) for point in line.points],
            "hovertemplate": "%{text}<extra></extra>",
            "cliponaxis": False,
            "meta": plot.number,
            "line": {"color": colour, "width": _STROKE, "dash": "solid"},
        }
        if few:
            trace["marker"] = {"size": _DOT, "color": colour}
        yield trace
    # LibreOffice does not draw a line of two readings before others of more.
    for threshold in plot.panel.thresholds:
        yield _threshold(pen, plot, threshold, times)


def _threshold(pen: Pen, plot: Plot, threshold: float, times: TimeText) -> Lines:
    words = f"Threshold {stated(threshold, plot.panel.unit)}"
    y = round(plot.y(threshold), 2)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": words,
        "x": [round(plot.left, 2), round(plot.right, 2)],
        "y": [y, y],
        "text": [markup(words)] * 2,
        "customdata": [_datum((at, threshold), times) for at in (times.begins, times.ends)],
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
        "meta": plot.number,
        "line": {"color": pen.theme.colour.bad, "width": _THRESHOLD_STROKE, "dash": "dash"},
    }


def local(at: datetime, times: TimeText) -> str:
    """Return an instant as local time in ISO 8601, by the offset at the span's beginning."""
    offset = times.begins.astimezone(times.zone).utcoffset()
    assert offset is not None
    return (at.replace(tzinfo=None) + offset).isoformat(sep=" ", timespec="milliseconds")


def _datum(point: Point, times: TimeText) -> tuple[str, float]:
    return local(point[0], times), point[1]


def _hover(point: Point, line: Line, times: TimeText) -> str:
    words = f"{times.moment(point[0])} · {reading(point[1], line.series.unit)}"
    return f"{markup(line.series.label)}<br>{markup(words)}"


def draw_worst(pen: Pen, plots: Sequence[Plot], times: TimeText, rules: Sequence[float]) -> Drawing:
    """Return the worst reading of each panel with its time, where it is within the picture.

    Its words keep clear of the upright `rules`, by their x, where there is room beside them.
    """
    shown = ((plot, plot.panel.farthest) for plot in plots)
    return combined(_draw_worst_of(pen, plot, line, times, rules) for plot, line in shown)


def _draw_worst_of(
    pen: Pen, plot: Plot, line: Line, times: TimeText, rules: Sequence[float]
) -> Drawing:
    at, value = line.course.worst
    if line.course.worst not in line.points:
        return Drawing()
    size, high = pen.theme.size.label, text_height(1, pen.theme.size.label)
    room = plot.right - plot.left - 2 * _INSET
    tries = _worst_words(plot, line, times)
    words = next((one for one in tries if pen.width(one, size, bold=True) <= room), "")
    if not words:
        return Drawing()
    wide = pen.width(words, size, bold=True)
    is_above = line.course.worse == "above"
    y = plot.y(value) - _RAISED if is_above else plot.y(value) + _RAISED
    y = max(y, plot.top + high) if is_above else min(y, plot.bottom - high)
    left = _clear_left(plot, plot.x(at), wide, rules)
    text = pen.text(
        f"{_name(plot)}:worst", (left, y), [markup(words, bold=True)], size,
        width=wide, anchor="left", vertical="bottom" if is_above else "top",
    )  # fmt: skip
    return Drawing((), (text,))


def _worst_words(plot: Plot, line: Line, times: TimeText) -> Iterator[str]:
    """Yield what to write, the longest first; among several lines it says which one it is."""
    at, value = line.course.worst
    when, units = times.moment(at), (line.series.unit, None)
    if len(plot.panel.lines) > 1:
        yield from (f"{line.series.label}: {reading(value, unit)} at {when}" for unit in units)
    yield from (f"{reading(value, unit)} at {when}" for unit in units)


def _clear_left(plot: Plot, x: float, wide: float, rules: Sequence[float]) -> float:
    """Return the left edge of words near `x` that no rule crosses, if there is one."""
    low, high = plot.left + _INSET, plot.right - wide - _INSET
    beside = [edge for rule in rules for edge in (rule + AIR / 2, rule - AIR / 2 - wide)]
    tries = [min(max(left, low), high) for left in (x - wide / 2, *beside)]
    near = [left for left in tries if left - AIR <= x <= left + wide + AIR]
    clear = (
        left
        for left in sorted(near, key=lambda left: abs(left + wide / 2 - x))
        if not any(left - 1 < rule < left + wide + 1 for rule in rules)
    )
    return next(clear, tries[0])


def _tick(value: float, panel: Panel) -> str:
    return stated(value, panel.unit if panel.unit in {"%", "$", "€", "£", "¥"} else None)


def _name(plot: Plot) -> str:
    return f"impact:{plot.number + 1}"
