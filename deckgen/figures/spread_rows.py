"""The rows of a figure of durations without their dots: names, ranges, medians."""

from __future__ import annotations

from datetime import timedelta

from deckgen.figures.label_text import text_height
from deckgen.figures.pen import Drawing, Pen, Point, combined, markup
from deckgen.figures.plotly_schema import Annotation, HorizontalAnchor
from deckgen.figures.spread_plot import AIR, SpreadPlot, lines_before
from deckgen.postmortem.durations import short_duration


def draw_row(plot: SpreadPlot, number: int, radius: float) -> Drawing:
    """Return a row without its dots, of `radius` pixels: its name, the range, the median."""
    pen, row = plot.pen, plot.spreads.rows[number]
    top = plot.top + number * plot.step
    ends = (0.0, top), (plot.width, top)
    edge = Drawing((pen.line(f"row:{number + 1}:edge", *ends, pen.theme.colour.rule, 1.0),))
    parts = [edge, Drawing((), _names(plot, number))]
    if row.dots:
        parts += [_range(plot, number, radius), _median(plot, number)]
    return combined(parts)


def _names(plot: SpreadPlot, number: int) -> tuple[Annotation, ...]:
    """Return the lines before a row, as many as there is room for."""
    pen, colour = plot.pen, plot.pen.theme.colour
    y, texts = plot.top + number * plot.step + 4, []
    for n, line in enumerate(lines_before(plot.spreads.rows[number])):
        size = pen.theme.size.label if n == 0 else pen.theme.size.axis
        high = text_height(1, size)
        if y + high > plot.top + (number + 1) * plot.step:
            break
        room = plot.left - AIR
        words = pen.shortened(line, room, size, bold=n == 0)
        texts.append(
            pen.text(f"row:{number + 1}:name", (0.0, y + high / 2), [markup(words, bold=n == 0)],
                     size, width=min(room, pen.width(words, size, bold=n == 0)), anchor="left",
                     colour=colour.ink if n == 0 else colour.muted)
        )  # fmt: skip
        y += high
    return tuple(texts)


def _range(plot: SpreadPlot, number: int, radius: float) -> Drawing:
    """Return a line from the shortest to the longest, both told beside the outmost dots."""
    pen = plot.pen
    durations = [dot.duration for dot in plot.spreads.rows[number].dots]
    shortest, longest, y = min(durations), max(durations), plot.middle(number)
    name, apart = f"row:{number + 1}", radius + AIR / 2
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


def _median(plot: SpreadPlot, number: int) -> Drawing:
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
