"""The time axis: its track, the phases' tints, ticks, and a mark for every moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from deckgen.figures.arrangement import Arrangement
from deckgen.figures.composition import Composition
from deckgen.figures.moments import Moment
from deckgen.figures.pen import Drawing, Pen, markup
from deckgen.figures.plotly_schema import Annotation, Scatter, Shape, Symbol
from deckgen.figures.ticks import Tick
from deckgen.figures.time_text import TimeText
from deckgen.figures.timeline_phases import tint
from deckgen.postmortem.phases import Phase
from deckgen.postmortem.vocabulary import EventKind
from deckgen.theme import Theme

_SYMBOLS: dict[EventKind | None, Symbol] = {
    None: "circle",
    EventKind.TRIGGER: "diamond",
    EventKind.DETECTION: "triangle-up",
    EventKind.ACKNOWLEDGEMENT: "square",
    EventKind.ESCALATION: "square",
    EventKind.DIAGNOSIS: "hexagon2",
    EventKind.COMMUNICATION: "circle",
    EventKind.MITIGATION: "circle",
    EventKind.RESOLUTION: "pentagon",
    EventKind.NOTE: "circle",
}
_SMALL = 8.0
_TICK = 5.0
_DAY_CUT = 2.0
_DAY_STROKE = 2.0
_TICK_GAP = 6.0
_RUG = 5.0


def moment_colour(theme: Theme, kind: EventKind | None) -> str:
    """Return the colour of a kind of event; the start of the impact has the accent."""
    return theme.colour.accent if kind is None else theme.colour.event[kind]


def draw_track(
    pen: Pen, edge: Callable[[datetime], float], rows: Composition, phases: Sequence[Phase],
    width: float,
) -> Drawing:  # fmt: skip
    """Return the axis over the whole width, tinted by the phases; `edge` gives a time's x."""
    top, bottom = rows.band_top, rows.band_bottom
    track = pen.rectangle("axis:track", 0, top, width, bottom, pen.theme.colour.surface)
    tints = [
        pen.rectangle(
            f"phase:{phase.key}:band", edge(phase.begins), top, edge(phase.ends), bottom,
            tint(pen.theme, phase),
        )
        for phase in phases
    ]  # fmt: skip
    return Drawing((track, *tints))


def draw_ticks(
    pen: Pen, found: Sequence[Tick], rows: Composition, times: TimeText, width: float,
    leaders: Sequence[float],
) -> Drawing:  # fmt: skip
    """Return ticks below the band with their times; a new day cuts the band and is bold.

    `leaders` are the x of the leaders that go down: a tick's text steps beside one in its way.
    A tick is left out where its text has no room beside it either.
    """
    shapes: list[Shape] = []
    texts: list[Annotation] = []
    free_from = 0.0
    for tick in found:
        text = times.tick(tick.at, is_day=tick.is_day)
        wide = pen.width(text, pen.theme.size.axis, bold=tick.is_day)
        left = _beside(tick.x, wide, leaders, free_from, width)
        if left is not None:
            shapes += _tick_lines(pen, tick, rows)
            texts.append(_tick_text(pen, tick, text, left + wide / 2, wide, rows))
            free_from = left + wide + _TICK_GAP
    return Drawing(tuple(shapes), tuple(texts))


def _tick_lines(pen: Pen, tick: Tick, rows: Composition) -> Iterator[Shape]:
    colour, bottom = pen.theme.colour.muted, rows.band_bottom
    if tick.is_day:
        cut = (tick.x, rows.band_top), (tick.x, bottom)
        yield pen.line("axis:day", *cut, pen.theme.colour.paper, _DAY_CUT)
    width = _DAY_STROKE if tick.is_day else 1.0
    yield pen.line("axis:tick", (tick.x, bottom), (tick.x, bottom + _TICK), colour, width)


def _tick_text(
    pen: Pen, tick: Tick, text: str, middle: float, wide: float, rows: Composition
) -> Annotation:
    at = (middle, (rows.band_bottom + _TICK + rows.ticks) / 2)
    colour = pen.theme.colour.ink if tick.is_day else pen.theme.colour.muted
    shown = markup(text, bold=tick.is_day)
    size = pen.theme.size.axis
    return pen.text("axis:tick:label", at, [shown], size, width=wide, colour=colour)


def _beside(
    x: float, wide: float, leaders: Sequence[float], free_from: float, width: float
) -> float | None:
    """Return the left edge of a text near `x` that meets no leader, None where there is none."""
    lefts = [x - wide / 2, free_from]
    for leader in leaders:
        if abs(leader - x) < wide / 2 + _TICK_GAP:
            lefts += [leader + _TICK_GAP / 2, leader - _TICK_GAP / 2 - wide]
    for left in sorted(lefts, key=lambda left: abs(left + wide / 2 - x)):
        is_near = left - _TICK_GAP <= x <= left + wide + _TICK_GAP
        is_free = free_from <= left and left + wide <= width
        if is_near and is_free and not any(left - 2 < one < left + wide + 2 for one in leaders):
            return left
    return None


def draw_rug(pen: Pen, arrangement: Arrangement, rows: Composition) -> Drawing:
    """Return one shape with a stroke for every moment that is one of too many for a mark."""
    xs = {round(arrangement.positions[n] * 2) / 2 for n in arrangement.rug}
    if not xs:
        return Drawing()
    strokes = [((x, rows.axis - _RUG), (x, rows.axis + _RUG)) for x in sorted(xs)]
    return Drawing((pen.contours("events:unlabelled", strokes, pen.theme.colour.muted, 0.75),))


def marks(
    pen: Pen, moments: Sequence[Moment], arrangement: Arrangement, rows: Composition, size: float
) -> list[Scatter]:
    """Return the marks, a trace for each kind; those without a label are small and come first."""
    labelled = {placed.label.moment for placed in arrangement.labels}
    shown = [n for n in range(len(moments)) if n not in arrangement.rug]
    small = [n for n in shown if n not in labelled]
    large = [n for n in shown if n in labelled]
    return [
        *_traces(pen, moments, arrangement, rows, small, _SMALL),
        *_traces(pen, moments, arrangement, rows, large, size),
    ]


def _traces(
    pen: Pen, moments: Sequence[Moment], arrangement: Arrangement, rows: Composition,
    shown: Iterable[int], size: float,
) -> Iterator[Scatter]:  # fmt: skip
    by_kind: dict[EventKind | None, list[int]] = {}
    for n in shown:
        by_kind.setdefault(moments[n].kind, []).append(n)
    for kind in sorted(by_kind, key=str):
        here = by_kind[kind]
        yield {
            "type": "scatter",
            "mode": "markers",
            "name": kind.value if kind else "start",
            "ids": [moments[n].name for n in here],
            "x": [round(arrangement.positions[n], 2) for n in here],
            "y": [round(rows.axis, 2)] * len(here),
            "text": [markup(moments[n].text or moments[n].title) for n in here],
            "hovertemplate": "%{text}<extra></extra>",
            "cliponaxis": False,
            "marker": {
                "symbol": _SYMBOLS[kind],
                "size": round(size, 2),
                "color": moment_colour(pen.theme, kind),
                "opacity": 1,
                "line": {"color": pen.theme.colour.paper, "width": 1.5 if size > _SMALL else 0.75},
            },
        }
