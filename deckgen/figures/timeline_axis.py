"""The time axis: its track, the phases' tints, ticks, and a mark for every moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from deckgen.figures.arrangement import Arrangement
from deckgen.figures.composition import AxisRow, Composition
from deckgen.figures.moments import Moment
from deckgen.figures.pen import Drawing, Pen, markup
from deckgen.figures.plotly_schema import Annotation, Scatter, Shape, Symbol
from deckgen.figures.story import Story
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
_GIVES_WAY = 12.0
_RUG = 5.0
_HOVER_POINTS = 320.0


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
    pen: Pen, found: Sequence[Tick], row: AxisRow, times: TimeText, extent: tuple[float, float],
    leaders: Sequence[float],
) -> Drawing:  # fmt: skip
    """Return ticks below the band with their times; a new day cuts the band and is bold.

    The texts stay within `extent`, from left to right. `leaders` are the x of the leaders that go
    down: a tick whose text would meet one has none, and neither has one without the room for it.
    """
    shapes: list[Shape] = []
    texts: list[Annotation] = []
    free_from, width = extent
    for tick in found:
        text = times.tick(tick.at, is_day=tick.is_day)
        wide = pen.width(text, pen.theme.size.axis, bold=tick.is_day)
        left = _free_left(tick.x, wide, leaders, free_from, width)
        shapes += _tick_lines(pen, tick, row)
        if left is not None:
            texts.append(_tick_text(pen, tick, text, left + wide / 2, wide, row))
            free_from = left + wide + _TICK_GAP
    return Drawing(tuple(shapes), tuple(texts))


def _tick_lines(pen: Pen, tick: Tick, row: AxisRow) -> Iterator[Shape]:
    colour, bottom = pen.theme.colour.muted, row.bottom
    if tick.is_day and row.top < bottom:
        cut = (tick.x, row.top), (tick.x, bottom)
        yield pen.line("axis:day", *cut, pen.theme.colour.paper, _DAY_CUT)
    width = _DAY_STROKE if tick.is_day else 1.0
    yield pen.line("axis:tick", (tick.x, bottom), (tick.x, bottom + _TICK), colour, width)


def _tick_text(
    pen: Pen, tick: Tick, text: str, middle: float, wide: float, row: AxisRow
) -> Annotation:
    at = (middle, (row.bottom + _TICK + row.texts) / 2)
    colour = pen.theme.colour.ink if tick.is_day else pen.theme.colour.muted
    shown = markup(text, bold=tick.is_day)
    size = pen.theme.size.axis
    return pen.text("axis:tick:label", at, [shown], size, width=wide, colour=colour)


def _free_left(
    x: float, wide: float, leaders: Sequence[float], free_from: float, width: float
) -> float | None:
    """Return the left edge of a text around `x` that meets no leader, None where there is none.

    At the ends of the axis it gives way by a little; a text beside its tick would seem to stand for
    another time.
    """
    left = min(max(x - wide / 2, free_from), width - wide)
    is_around = abs(left + wide / 2 - x) <= _GIVES_WAY
    meets = any(left - _TICK_GAP / 2 < one < left + wide + _TICK_GAP / 2 for one in leaders)
    return left if is_around and not meets else None


def draw_rug(pen: Pen, arrangement: Arrangement, rows: Composition) -> Drawing:
    """Return one shape with a stroke for every moment that is one of too many for a mark."""
    xs = {round(arrangement.positions[n] * 2) / 2 for n in arrangement.rug}
    if not xs:
        return Drawing()
    strokes = [((x, rows.axis - _RUG), (x, rows.axis + _RUG)) for x in sorted(xs)]
    return Drawing((pen.contours("events:unlabelled", strokes, pen.theme.colour.muted, 0.75),))


def marks(
    pen: Pen, story: Story, arrangement: Arrangement, rows: Composition, size: float,
    rug: Iterable[int] = (),
) -> list[Scatter]:  # fmt: skip
    """Return the marks, a trace for each kind; those without a label are small and come first.

    A moment that is one of too many for a mark has none, unless it is one of `rug`.
    """
    labelled = {placed.label.moment for placed in arrangement.labels}
    hidden = arrangement.rug - set(rug)
    shown = [n for n in range(len(story.moments)) if n not in hidden]
    small = [n for n in shown if n not in labelled]
    large = [n for n in shown if n in labelled]
    return [
        *_traces(pen, story, arrangement, rows, small, _SMALL),
        *_traces(pen, story, arrangement, rows, large, size),
    ]


def _hover(pen: Pen, moment: Moment, times: TimeText) -> str:
    """Return what a reader of a screen is told of a moment: time and kind, and the whole text."""
    words = " · ".join(filter(None, [times.moment(moment.at), moment.title]))
    head = markup(words, bold=True)
    lines = pen.measurer.wrap(moment.text, _HOVER_POINTS, pen.theme.size.label)
    return "<br>".join([head, *map(markup, lines)])


def _traces(
    pen: Pen, story: Story, arrangement: Arrangement, rows: Composition, shown: Iterable[int],
    size: float,
) -> Iterator[Scatter]:  # fmt: skip
    moments = story.moments
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
            "text": [_hover(pen, moments[n], story.times) for n in here],
            "customdata": [moments[n].source or "" for n in here],
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
