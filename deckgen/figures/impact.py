"""What the customers felt: measurements over the time of the incident, phases behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from deckgen.figures.canvas import canvas
from deckgen.figures.impact_alt import impact_alt
from deckgen.figures.impact_note import impact_note
from deckgen.figures.impact_panels import Line, Panel, lines, panels
from deckgen.figures.impact_plot import (
    AIR,
    Plot,
    draw_plot,
    draw_worst,
    local,
    room_left,
    room_right,
    title_height,
    traces,
)
from deckgen.figures.impact_rows import PANEL_GAP, Rows, rows
from deckgen.figures.impact_rules import Rule, draw_rules, rules
from deckgen.figures.impact_span import impact_span
from deckgen.figures.label_text import text_height
from deckgen.figures.pen import Drawing, Pen, combined, markup
from deckgen.figures.plotly_schema import Figure, LinePanel
from deckgen.figures.ticks import ticks
from deckgen.figures.time_scale import Knot, TimeScale
from deckgen.figures.time_text import TimeText
from deckgen.figures.timeline_axis import draw_ticks
from deckgen.figures.timeline_phases import (
    draw_legend,
    draw_strip,
    legend,
    legend_width,
    strip,
    tint,
)
from deckgen.postmortem.impact import Series
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.phases import Phase, phases
from deckgen.postmortem.wording import zone_label
from deckgen.scene.measure import Measurer
from deckgen.theme import Theme

__all__ = ["LEAST_SIZE", "ImpactFigure", "impact_alt", "impact_figure", "impact_figures"]

LEAST_SIZE = (560.0, 240.0)
"""The least width and height of the canvas in pixels."""

_NOTE_GAP = 24.0


class _Frame(NamedTuple):
    """What the panels of one figure share: the canvas, the time axis, and the rows in pixels."""

    pen: Pen
    postmortem: Postmortem
    size: tuple[float, float]
    left: float
    right: float
    scale: TimeScale
    times: TimeText
    rows: Rows

    def x(self, at: datetime) -> float:
        """Return the position of an instant, that of the nearest edge outside the span."""
        return self.scale.position(min(max(at, self.times.begins), self.times.ends))


class ImpactFigure(NamedTuple):
    """A figure, and the measurements that it shows."""

    figure: Figure
    series: tuple[Series, ...]


def impact_figures(
    postmortem: Postmortem, theme: Theme, measurer: Measurer, size: tuple[float, float]
) -> list[ImpactFigure]:
    """Return the measurements of `postmortem` on as few canvases of `size` in pixels as they need.

    Time runs linearly, whatever the timeline's axis does: a curve on a stretched axis would tell
    another speed. Measurements of one unit share a panel, others stand below each other on one
    time axis. Raises ValueError for a canvas below LEAST_SIZE.
    """
    if not postmortem.impact.series:
        return []
    pen = Pen(theme, measurer)
    span, shown = _measured(postmortem, size)
    pages = _pages(shown, _rows(pen, postmortem, size[1]).most_panels(pen))
    return [_impact_figure(pen, postmortem, span, page, size) for page in pages]


def impact_figure(
    postmortem: Postmortem, theme: Theme, measurer: Measurer, size: tuple[float, float]
) -> ImpactFigure:
    """Return the measurements of `postmortem`, at least one, on a single canvas.

    That is of `size` in pixels, or as much higher as they need. Raises ValueError for a canvas
    below LEAST_SIZE.
    """
    pen = Pen(theme, measurer)
    span, shown = _measured(postmortem, size)
    missing = _rows(pen, postmortem, size[1]).missing(pen, len(shown))
    large_enough = size[0], size[1] + missing
    return _impact_figure(pen, postmortem, span, shown, large_enough)


def _measured(
    postmortem: Postmortem, size: tuple[float, float]
) -> tuple[tuple[datetime, datetime], list[Panel]]:
    """Return the time to show, and the panels of all measurements."""
    width, height = size
    if width < LEAST_SIZE[0] or height < LEAST_SIZE[1]:
        raise ValueError(f"a chart needs {LEAST_SIZE[0]:.0f} x {LEAST_SIZE[1]:.0f} pixels")
    series = postmortem.impact.series
    span = impact_span(postmortem, series)
    return span, panels(lines(series, postmortem.started_at, span, width))


def _impact_figure(
    pen: Pen, postmortem: Postmortem, span: tuple[datetime, datetime], shown: Sequence[Panel],
    size: tuple[float, float],
) -> ImpactFigure:  # fmt: skip
    series = tuple(line.series for panel in shown for line in panel.lines)
    return ImpactFigure(_figure(pen, postmortem, span, shown, size), series)


def _pages(shown: Sequence[Panel], most: int) -> Iterator[Sequence[Panel]]:
    """Yield the panels of each figure, no more than `most`, evenly shared out."""
    count = -(-len(shown) // most)
    for n in range(count):
        yield shown[len(shown) * n // count : len(shown) * (n + 1) // count]


def _rows(pen: Pen, postmortem: Postmortem, height: float) -> Rows:
    return rows(pen, height, strip=bool(phases(postmortem)))


def _figure(
    pen: Pen, postmortem: Postmortem, span: tuple[datetime, datetime], shown: Sequence[Panel],
    size: tuple[float, float],
) -> Figure:  # fmt: skip
    stacked = _rows(pen, postmortem, size[1])
    plot_height = stacked.plot_height(pen, len(shown))
    frame = _frame(pen, postmortem, span, shown, size, stacked)
    plots = list(_plots(frame, shown, plot_height))
    crossed = rules(pen, postmortem, frame.times, frame.x, size[0])
    parts = [
        _draw_phases(frame, plots), *(draw_plot(pen, plot) for plot in plots),
        _draw_milestones(frame, plots, crossed),
        draw_worst(pen, plots, frame.times, [rule.x for rule in crossed]),
        _draw_foot(frame, [line for panel in shown for line in panel.lines]),
    ]  # fmt: skip
    drawn = [trace for plot in plots for trace in traces(pen, plot, frame.times)]
    return canvas(pen, size, drawn, combined(parts), [_panel(frame, plot) for plot in plots])


def _frame(
    pen: Pen, postmortem: Postmortem, span: tuple[datetime, datetime], shown: Sequence[Panel],
    size: tuple[float, float], stacked: Rows,
) -> _Frame:  # fmt: skip
    plot_height = stacked.plot_height(pen, len(shown))
    left = max(room_left(pen, panel, panel.axis(plot_height)) for panel in shown)
    right = size[0] - max(1.0, *(room_right(pen, panel) for panel in shown))
    begins, ends = span
    scale = TimeScale((left, right), (Knot(begins, left, left), Knot(ends, right, right)), 0.0)
    times = TimeText(begins, ends, postmortem.zone)
    return _Frame(pen, postmortem, size, left, right, scale, times, stacked)


def _plots(frame: _Frame, shown: Sequence[Panel], plot_height: float) -> Iterator[Plot]:
    top = frame.rows.top
    for number, panel in enumerate(shown):
        begin = top + title_height(frame.pen)
        yield Plot(
            number, panel, panel.axis(plot_height), frame.left, begin, frame.right,
            begin + plot_height, frame.x,
        )  # fmt: skip
        top = begin + plot_height + PANEL_GAP


def _visible(frame: _Frame) -> list[Phase]:
    begins, ends = frame.times.begins, frame.times.ends
    return [one for one in phases(frame.postmortem) if one.begins < ends and one.ends > begins]


def _draw_phases(frame: _Frame, plots: Sequence[Plot]) -> Drawing:
    """Return a band behind each panel for each phase, and the phases' names above them."""
    pen, shown = frame.pen, _visible(frame)
    bands = tuple(
        pen.rectangle(
            f"phase:{phase.key}:band", frame.x(phase.begins), plot.top, frame.x(phase.ends),
            plot.bottom, tint(pen.theme, phase),
        )
        for plot in plots
        for phase in shown
    )  # fmt: skip
    named = strip(pen, shown, frame.x, pen.theme.size.label)
    return combined(
        [Drawing(bands), draw_strip(pen, named, frame.rows.strip_top, frame.rows.strip_bottom)]
    )


def _draw_milestones(frame: _Frame, plots: Sequence[Plot], shown: Sequence[Rule]) -> Drawing:
    through = [
        (frame.rows.strip_top, frame.rows.strip_bottom),
        *((plot.top, plot.bottom) for plot in plots),
    ]
    return draw_rules(frame.pen, shown, [(top, bottom) for top, bottom in through if bottom > top])


def _draw_foot(frame: _Frame, shown: Sequence[Line]) -> Drawing:
    """Return the time axis, the note below it, and the phases too short for their names.

    These leave the note the room for its first sentence, the note leaves them what they take.
    """
    pen, size = frame.pen, frame.pen.theme.size
    found = ticks(frame.scale, frame.postmortem.zone)
    extent = frame.left, min(frame.right + AIR, frame.size[0])
    row, y = frame.rows.axis, frame.size[1] - text_height(1, size.label) / 2
    unnamed = strip(pen, _visible(frame), frame.x, size.label).unnamed
    sentences = impact_note(frame.postmortem, shown, frame.times)
    entries = legend(
        pen, unnamed, max(0.0, frame.right - _NOTE_GAP - pen.width(sentences[0], size.axis))
    )
    room = frame.right - legend_width(entries) - _NOTE_GAP if entries else frame.size[0]
    words = pen.shortened(" ".join(sentences), room, size.axis)
    note = pen.text(
        "note", (0.0, y), [markup(words)], size.axis,
        width=min(pen.width(words, size.axis), room), colour=pen.theme.colour.muted, anchor="left",
    )  # fmt: skip
    return combined(
        [
            draw_ticks(pen, found, row, frame.times, extent, ()),
            Drawing((), (note,)),
            draw_legend(pen, entries, frame.right, y),
        ]
    )


def _panel(frame: _Frame, plot: Plot) -> LinePanel:
    times, named = frame.times, [line.series.label for line in plot.panel.lines]
    return {
        "kind": "lines",
        "title": ", ".join([*named, *([plot.panel.unit] if plot.panel.unit else [])]),
        "left": round(plot.left, 2), "top": round(plot.top, 2),
        "right": round(plot.right, 2), "bottom": round(plot.bottom, 2),
        "begins": local(times.begins, times), "ends": local(times.ends, times),
        "lowest": plot.axis.lowest, "highest": plot.axis.highest,
        "zone": zone_label(times.begins, times.zone),
    }  # fmt: skip
