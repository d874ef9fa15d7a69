"""Where everything of a timeline stands: labels, axis and rows fitted to one canvas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from deckgen.figures.arrangement import Arrangement, arrange
from deckgen.figures.composition import Composition, Furniture, Parts, compose, furniture, least_air
from deckgen.figures.label_fit import LabelRoom, LabelSet, fit_labels
from deckgen.figures.label_text import text_height
from deckgen.figures.pen import Pen
from deckgen.figures.story import Story
from deckgen.figures.timeline_note import note
from deckgen.figures.timeline_phases import Entry, Strip, legend, legend_width, strip
from deckgen.theme import Sizes

_NOTE_GAP = 24.0
_LEAST_LINES = 5


class Plan(NamedTuple):
    """A story laid out on a canvas of `width` x `height` pixels.

    `edge` is the x where a phase or a measure begins or ends at an instant.
    """

    story: Story
    width: float
    height: float
    labels: LabelSet
    fixed: Furniture
    arrangement: Arrangement
    edge: Callable[[datetime], float]
    rows: Composition
    strip: Strip
    legend: Sequence[Entry]
    note: str


def plan(story: Story, pen: Pen, width: float, height: float) -> Plan:
    """Return the layout; a legend gets a row of its own where the note leaves it no room."""
    shared = _plan(story, pen, width, height, legend_row=False)
    taken = pen.width(shared.note, pen.theme.size.axis) + _NOTE_GAP
    if not shared.legend or taken + legend_width(shared.legend) <= width:
        return shared
    return _plan(story, pen, width, height, legend_row=True)


def _plan(story: Story, pen: Pen, width: float, height: float, *, legend_row: bool) -> Plan:
    sizes = pen.theme.size
    parts = _parts(story, height, sizes, legend_row)

    def room(size: float, rows: int) -> float:
        return height - furniture(parts, height, size, sizes).height - least_air(rows)

    labels = fit_labels(
        story.moments, story.times, pen.measurer, LabelRoom(width, room, sizes.label)
    )
    fixed = furniture(parts, height, labels.size, sizes)
    arrangement = arrange(story.moments, labels, width, fixed.mark)
    edge = _edge(story, arrangement, width)
    named = strip(pen, story.phases if parts.phases else (), edge, fixed.text)
    return Plan(
        story=story,
        width=width,
        height=height,
        labels=labels,
        fixed=fixed,
        arrangement=arrangement,
        edge=edge,
        rows=compose(fixed, labels.height(0), labels.height(1), height),
        strip=named,
        legend=legend(pen, named.unnamed, width),
        note=note(story, labels, arrangement.scale.distortion),
    )


def _parts(story: Story, height: float, sizes: Sizes, legend_row: bool) -> Parts:
    """Return the parts there is room for: a low canvas keeps its labels rather than the rest."""
    whole = Parts(story.has_axis, bool(story.phases), len(story.dimensions), legend_row)
    choices = (whole, whole._replace(dimensions=0))
    needed = text_height(_LEAST_LINES, sizes.label) + least_air(1)
    for parts in choices:
        if furniture(parts, height, sizes.label, sizes).height + needed <= height:
            return parts
    return Parts(story.has_axis, phases=False, dimensions=0)


def _edge(story: Story, arrangement: Arrangement, width: float) -> Callable[[datetime], float]:
    """Return the scale, extended to the canvas's edges at the first and the last moment."""
    first, last = story.moments[0].at, story.moments[-1].at

    def edge(at: datetime) -> float:
        if at <= first:
            return 0.0
        return width if at >= last else arrangement.scale.position(at)

    return edge
