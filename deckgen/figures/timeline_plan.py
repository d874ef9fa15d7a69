"""Where everything of a timeline stands: labels, axis and rows fitted to one canvas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from deckgen.figures.arrangement import Arrangement, arrange
from deckgen.figures.composition import Composition, Furniture, Parts, compose, furniture, least_air
from deckgen.figures.label_fit import LabelRoom, LabelSet, fit_labels
from deckgen.figures.pen import Pen
from deckgen.figures.story import Story
from deckgen.figures.timeline_note import note
from deckgen.figures.timeline_phases import Strip, legend_width, strip

_NOTE_GAP = 24.0


@dataclass(frozen=True)
class Plan:
    """A story laid out on a canvas of `width` x `height` pixels."""

    story: Story
    width: float
    height: float
    labels: LabelSet
    fixed: Furniture
    arrangement: Arrangement
    rows: Composition
    strip: Strip
    note: str

    def edge(self, at: datetime) -> float:
        """Return the x where a phase or a measure begins or ends at an instant."""
        return _edge(self.story, self.arrangement, self.width)(at)


def plan(story: Story, pen: Pen, width: float, height: float) -> Plan:
    """Return the layout; a legend gets a row of its own where the note leaves it no room."""
    shared = _plan(story, pen, width, height, legend=False)
    legend = legend_width(pen, shared.strip.unnamed)
    if not legend or pen.width(shared.note, pen.theme.size.axis) + _NOTE_GAP + legend <= width:
        return shared
    return _plan(story, pen, width, height, legend=True)


def _plan(story: Story, pen: Pen, width: float, height: float, *, legend: bool) -> Plan:
    parts = Parts(story.has_axis, bool(story.phases), len(story.dimensions), legend)

    def room(size: float, rows: int) -> float:
        return height - furniture(parts, height, size).height - least_air(rows)

    labels = fit_labels(story.moments, story.times, pen.measurer, LabelRoom(width, room))
    fixed = furniture(parts, height, labels.size)
    arrangement = arrange(story.moments, labels, width, fixed.mark)
    return Plan(
        story=story,
        width=width,
        height=height,
        labels=labels,
        fixed=fixed,
        arrangement=arrangement,
        rows=compose(fixed, labels.height(0), labels.height(1), height),
        strip=strip(pen, story.phases, _edge(story, arrangement, width), fixed.text),
        note=note(story, labels, arrangement.scale.distortion),
    )


def _edge(story: Story, arrangement: Arrangement, width: float) -> Callable[[datetime], float]:
    first, last = story.moments[0].at, story.moments[-1].at

    def edge(at: datetime) -> float:
        if at <= first:
            return 0.0
        return width if at >= last else arrangement.scale.position(at)

    return edge
