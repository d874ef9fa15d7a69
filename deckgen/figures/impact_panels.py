"""What goes into which panel of a picture of the impact, and to which scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from deckgen.figures.reduction import reduced
from deckgen.figures.value_axis import ValueAxis, value_axis
from deckgen.postmortem.impact import Point, Series
from deckgen.postmortem.readings import Course, course

_MOST_LINES = 4
_LARGEST_RATIO = 20.0
_TICK_DISTANCE = 34.0
_MOST_TICKS = 6
_WORST_HEIGHT = 28.0
_LARGEST_SHARE = 0.5
_PIXELS_PER_COLUMN = 2.0


class Line(NamedTuple):
    """A measurement: its course, and the readings of it to draw."""

    series: Series
    course: Course
    points: tuple[Point, ...]


class Panel(NamedTuple):
    """Lines of one unit, drawn to one scale."""

    lines: tuple[Line, ...]

    @property
    def unit(self) -> str | None:
        """The unit of all its lines."""
        return self.lines[0].series.unit

    @property
    def thresholds(self) -> list[float]:
        """The thresholds of its lines, each once, in order."""
        found = {one.series.threshold for one in self.lines}
        return sorted(threshold for threshold in found if threshold is not None)

    @property
    def farthest(self) -> Line:
        """The line that went farthest to the side on which its panel's incident lies."""
        is_above = self.lines[0].course.worse == "above"
        return (max if is_above else min)(self.lines, key=lambda line: line.course.worst[1])

    def axis(self, height: float) -> ValueAxis:
        """Return the scale on a panel `height` pixels high, the thresholds included.

        Beyond the worst reading there is room to write it down.
        """
        values = [value for line in self.lines for _, value in line.points] + self.thresholds
        low, high = min(values), max(values)
        room = (high - low) * min(_WORST_HEIGHT / height, _LARGEST_SHARE)
        if self.lines[0].course.worse == "above":
            high += room
        else:
            low -= room
        return value_axis(low, high, min(max(2, int(height / _TICK_DISTANCE)), _MOST_TICKS))


def lines(
    series: Iterable[Series], started_at: datetime, span: tuple[datetime, datetime], width: float
) -> list[Line]:
    """Return the lines that have readings within `span`, as `width` pixels can show them."""
    columns = int(width / _PIXELS_PER_COLUMN)
    found = []
    for one in series:
        points = reduced(one.points, *span, columns)
        if points:
            found.append(Line(one, course(one, started_at), tuple(points)))
    return found


def panels(drawn: Sequence[Line]) -> list[Panel]:
    """Return the panels of `drawn`: lines of one unit and like size share one, up to four."""
    groups: list[list[Line]] = []
    for line in drawn:
        fitting = (group for group in groups if _shares(group, line))
        group = next(fitting, None)
        if group is None:
            groups.append([line])
        else:
            group.append(line)
    return [Panel(tuple(group)) for group in groups]


def _shares(group: Sequence[Line], line: Line) -> bool:
    """Whether a line can be read to the scale of others."""
    if group[0].series.unit != line.series.unit or len(group) >= _MOST_LINES:
        return False
    sizes = [max(abs(value) for _, value in one.points) for one in (*group, line)]
    return max(sizes) <= _LARGEST_RATIO * min(sizes) or not any(sizes)
