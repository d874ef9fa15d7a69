"""Ranked bars with their names and values: incidents by service, actions by owner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.figures.canvas import canvas
from deckgen.figures.label_text import text_height
from deckgen.figures.legend_row import Meaning, draw_meanings, legend_height
from deckgen.figures.pen import Drawing, Pen, combined, markup
from deckgen.figures.plotly_schema import Annotation, BarMarker, BarPanel, Figure, Stroke
from deckgen.figures.plotly_schema import Bars as BarTrace
from deckgen.figures.tones import FOOT, FOOT_APART, Part, tone_colour
from deckgen.figures.whole_sentences import whole_sentences
from deckgen.scene.measure import Measurer
from deckgen.theme import Theme

LEAST_SIZE = (400.0, 160.0)
"""The least width and height of the canvas in pixels."""


class Bar(NamedTuple):
    """A bar: the name before it, its count of each part, and its count in the period before.

    `before` is None where there is no period before to compare with.
    """

    name: str
    values: tuple[int, ...]
    before: int | None = None


class Bars(NamedTuple):
    """Bars from the top down, their parts from the left to the right.

    `title` says what is counted, such as `Incidents by service`; a single part is no legend's
    matter. `before` names the period before, such as `Q2 2025`: then every bar has such a count,
    else none has. There is at least one bar, and at least one value above nought; a bar has as
    many values as there are `parts`.
    """

    title: str
    parts: tuple[Part, ...]
    bars: tuple[Bar, ...]
    before: str | None = None


def most_bars(theme: Theme, height: float) -> int:
    """Return how many bars a canvas of `height` pixels holds, whether with a period before or not.

    That is at least 4 for the height of LEAST_SIZE.
    """
    return max(1, int((height - _LEGEND) // _least_step(theme)))


def bars_figure(bars: Bars, theme: Theme, measurer: Measurer, size: tuple[float, float]) -> Figure:
    """Return `bars` on a canvas of `size` (width, height) in pixels.

    Each is named before it and bears its value at its end; a second, hollow bar below it is
    the period before. Parts are told by a legend in words. Raises ValueError for a canvas below
    LEAST_SIZE, for more bars than `most_bars`, and where there is nothing to draw.
    """
    if size[0] < LEAST_SIZE[0] or size[1] < LEAST_SIZE[1]:
        raise ValueError(f"bars need {LEAST_SIZE[0]:.0f} x {LEAST_SIZE[1]:.0f} pixels")
    if len(bars.bars) > most_bars(theme, size[1]):
        raise ValueError(f"{len(bars.bars)} bars do not fit into {size[1]:.0f} pixels")
    plot = _plot(bars, Pen(theme, measurer), size)
    drawing = combined([_draw_legend(plot, size[0]), _draw_rule(plot), _draw_bars(plot)])
    return canvas(plot.pen, size, _traces(plot), drawing, _panels(plot))


def bars_alt(bars: Bars) -> str:
    """Return what the bars tell, from the longest on, at most MOST_CHARACTERS characters."""
    ranked = sorted(bars.bars, key=lambda one: -sum(one.values))
    total = sum(sum(one.values) for one in bars.bars)
    return whole_sentences(
        [f"{bars.title}: {total:,} in all.", *(_said(bars, one) for one in ranked)]
    )


def _said(bars: Bars, bar: Bar) -> str:
    parts = [f"{value:,} {part.name}" for part, value in zip(bars.parts, bar.values, strict=True)]
    of_parts = f" ({', '.join(parts)})" if len(parts) > 1 else ""
    before = f", {bar.before:,} in {bars.before}" if bar.before is not None else ""
    return f"{bar.name}: {sum(bar.values):,}{of_parts}{before}."


_LEGEND = 28.0
_WIDEST_STEP = 58.0
_MOST_NAME = 0.42
_AIR = 8.0
_THICK, _THIN = 0.5, 0.2
"""How thick a bar and the one of the period before are, as shares of the room for both."""


class _Row(NamedTuple):
    """Where bars of one kind lie within the room of each, as shares: middle and thickness."""

    middle: float
    thickness: float


_ALONE = _Row(0.5, 0.62)
_NOW, _BEFORE = _Row(0.36, _THICK), _Row(0.76, _THIN)


class _Plot(NamedTuple):
    """Where the bars lie, in pixels: `step` from one to the next."""

    pen: Pen
    bars: Bars
    left: float
    top: float
    right: float
    step: float
    highest: int

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.step * len(self.bars.bars)

    @property
    def now(self) -> _Row:
        """Where the bars of the period lie."""
        return _ALONE if self.bars.before is None else _NOW

    def y(self, number: int, row: _Row) -> float:
        """Return the middle of a bar."""
        return self.top + (number + row.middle) * self.step

    def length(self, value: float) -> float:
        """Return how long a value is."""
        return value / self.highest * (self.right - self.left)


def _least_step(theme: Theme) -> float:
    return text_height(1, theme.size.label) + 9


def _plot(bars: Bars, pen: Pen, size: tuple[float, float]) -> _Plot:
    totals = [sum(one.values) for one in bars.bars]
    highest = max([*totals, *(one.before or 0 for one in bars.bars)], default=0)
    if not any(totals):
        raise ValueError("there is nothing to draw")
    label = pen.theme.size.label
    top = legend_height(pen) if len(bars.parts) > 1 or bars.before else 0.0
    names = max(pen.width(one.name, label) for one in bars.bars)
    left = min(names, size[0] * _MOST_NAME) + _AIR
    right = size[0] - pen.width(f"{highest:,}", label, bold=True) - _AIR
    step = min((size[1] - top) / len(bars.bars), _WIDEST_STEP)
    return _Plot(pen, bars, left, top, right, step, highest)


def _draw_legend(plot: _Plot, width: float) -> Drawing:
    bars, theme = plot.bars, plot.pen.theme
    if len(bars.parts) < 2 and bars.before is None:
        return Drawing()
    meanings = [Meaning(tone_colour(theme, part.tone), part.name) for part in bars.parts]
    if bars.before is not None:
        meanings.append(Meaning(theme.colour.muted, bars.before, "hollow bar"))
    return draw_meanings(plot.pen, meanings, 0.0, width)


def _draw_rule(plot: _Plot) -> Drawing:
    x = plot.left - FOOT_APART
    ends = (x, plot.top), (x, plot.bottom)
    return Drawing((plot.pen.line("foot", *ends, plot.pen.theme.colour.rule, FOOT),))


def _draw_bars(plot: _Plot) -> Drawing:
    """Return the name before each bar and the value at its end."""
    pen, size = plot.pen, plot.pen.theme.size.label
    texts = []
    for n, bar in enumerate(plot.bars.bars):
        name = pen.shortened(bar.name, plot.left - _AIR, size)
        wide = min(pen.width(name, size), plot.left - _AIR)
        at = plot.left - _AIR, plot.top + (n + 0.5) * plot.step
        texts.append(pen.text(f"bar:{n + 1}:name", at, [markup(name)], size, width=wide,
                              anchor="right"))  # fmt: skip
        words = f"{sum(bar.values):,}"
        end = plot.left + plot.length(sum(bar.values)) + _AIR / 2, plot.y(n, plot.now)
        texts.append(pen.text(f"bar:{n + 1}:value", end, [markup(words, bold=True)], size,
                              width=pen.width(words, size, bold=True), anchor="left"))  # fmt: skip
        texts.extend(_before(plot, n, bar))
    return Drawing((), tuple(texts))


def _before(plot: _Plot, number: int, bar: Bar) -> list[Annotation]:
    """Return the value of the period before at the end of its bar, where there is room for both."""
    pen, size = plot.pen, plot.pen.theme.size.axis
    apart = (_BEFORE.middle - _NOW.middle) * plot.step
    above = max(text_height(1, pen.theme.size.label), _NOW.thickness * plot.step)
    if bar.before is None or apart < (above + text_height(1, size)) / 2:
        return []
    words = f"{bar.before:,}"
    at = plot.left + plot.length(bar.before) + _AIR / 2, plot.y(number, _BEFORE)
    return [
        pen.text(f"bar:{number + 1}:before", at, [markup(words)], size,
                 width=pen.width(words, size), colour=pen.theme.colour.muted, anchor="left")
    ]  # fmt: skip


def _traces(plot: _Plot) -> list[BarTrace]:
    bars = plot.bars
    feet = [0.0] * len(bars.bars)
    traces = []
    for number, part in enumerate(bars.parts):
        values = [float(one.values[number]) for one in bars.bars]
        traces.append(_trace(plot, part.name, _filled(plot, part), values, feet, 0))
        feet = [foot + value for foot, value in zip(feet, values, strict=True)]
    if bars.before is not None:
        before = [float(one.before or 0) for one in bars.bars]
        traces.append(_trace(plot, bars.before, _hollow(plot), before, [0.0] * len(before), 1))
    return traces


def _trace(
    plot: _Plot,
    name: str,
    look: BarMarker,
    values: Sequence[float],
    feet: Sequence[float],
    panel: int,
) -> BarTrace:
    row = _BEFORE if panel else plot.now
    return {
        "type": "bar", "orientation": "h", "name": name,
        "x": [round(plot.length(value), 2) for value in values],
        "y": [round(plot.y(n, row), 2) for n in range(len(values))],
        "base": [round(plot.left + plot.length(foot), 2) for foot in feet],
        "width": round(row.thickness * plot.step, 2),
        "hovertext": [f"{bar.name}: {value:,.0f} {name}"
                      for bar, value in zip(plot.bars.bars, values, strict=True)],
        "customdata": list(values),
        "hovertemplate": "%{hovertext}<extra></extra>", "cliponaxis": False, "meta": panel,
        "marker": look,
    }  # fmt: skip


def _filled(plot: _Plot, part: Part) -> BarMarker:
    """Return the look of a part; an outline parts it from the next."""
    theme, wide = plot.pen.theme, 1 if len(plot.bars.parts) > 1 else 0
    line: Stroke = {"color": theme.colour.paper, "width": wide}
    return {"color": tone_colour(theme, part.tone), "line": line}


def _hollow(plot: _Plot) -> BarMarker:
    """Return the look of the period before: no colour of a part can be taken for it."""
    colour = plot.pen.theme.colour
    return {"color": colour.paper, "line": {"color": colour.muted, "width": 1}}


def _panels(plot: _Plot) -> list[BarPanel]:
    panels = [_panel(plot, plot.now, plot.bars.title, stacked=True)]
    if plot.bars.before is not None:
        title = f"{plot.bars.title}, {plot.bars.before}"
        panels.append(_panel(plot, _BEFORE, title, stacked=False))
    return panels


def _panel(plot: _Plot, row: _Row, title: str, *, stacked: bool) -> BarPanel:
    """Return the rectangle whose even shares have their middles where the bars of `row` lie."""
    shift = (row.middle - 0.5) * plot.step
    return {
        "kind": "bars", "title": title,
        "left": round(plot.left, 2), "top": round(plot.top + shift, 2),
        "right": round(plot.right, 2), "bottom": round(plot.bottom + shift, 2),
        "orientation": "h", "stacked": stacked,
        "categories": [one.name for one in plot.bars.bars],
        "heading": "Name", "highest": float(plot.highest),
        "gap": round((1 / row.thickness - 1) * 100),
    }  # fmt: skip
