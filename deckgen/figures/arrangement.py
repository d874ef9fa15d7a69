"""Where the moments and their labels stand: the truest axis on which every leader is short."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from deckgen.figures.label_fit import LabelSet
from deckgen.figures.label_text import Label
from deckgen.figures.moments import Moment
from deckgen.figures.placement import place
from deckgen.figures.time_scale import Anchor, TimeScale, time_scale

LONGEST_LEADER = 90.0
"""How far a leader may lean sideways, in pixels, before the axis is stretched instead."""

MOST_MARKS = 40
"""As many events without a label get a mark of their own; more become a rug."""

_SHARES_OF_TRUE_TIME = (1.0, 0.85, 0.7, 0.55, 0.4, 0.3, 0.2, 0.1, 0.0)
_EDGE = 0.5
_MARGIN = 18.0
_SMALL_MARK = 9.0


class PlacedLabel(NamedTuple):
    """A label between `left` and `right`; its leader goes from `mark` on the axis to `foot`.

    All are x in pixels. `row` is 0 above the axis, 1 below it.
    """

    label: Label
    row: int
    left: float
    right: float
    mark: float
    foot: float


class Arrangement(NamedTuple):
    """The axis, the labels in the order of time, and the x of every moment by its index, in pixels.

    `rug` are the indices of the moments that are too many for a mark each.
    """

    scale: TimeScale
    labels: tuple[PlacedLabel, ...]
    positions: Mapping[int, float]
    rug: frozenset[int]

    @property
    def lean(self) -> float:
        """How far the most slanting leader leans sideways, in pixels."""
        return max((abs(label.mark - label.foot) for label in self.labels), default=0.0)


def arrange(moments: Sequence[Moment], labels: LabelSet, width: float, mark: float) -> Arrangement:
    """Return where everything stands on a canvas `width` pixels wide, marks being `mark` wide.

    The axis is linear where that leaves every leader short; else it gives up as little as it
    must. At no share do labels overlap or the leaders of a row cross: both keep the order of time.
    """
    rug = _rug(moments, {label.moment for label in labels.labels})
    has_axis = moments[0].at < moments[-1].at
    anchored = [n for n in range(len(moments)) if n not in rug or not has_axis]
    anchors = _anchors(moments, anchored, labels, mark)
    left, right = _extent(moments, anchors, width, mark)

    def tried(share: float) -> Arrangement:
        scale = time_scale(anchors, left, right, share)
        positions = dict(zip(anchored, scale.positions, strict=True))
        placed = _placed_labels(labels, positions, width, as_flags=has_axis)
        return Arrangement(scale, tuple(placed), positions, rug)

    best = _truest(tried) if has_axis else tried(0.0)
    strokes = {n: best.scale.position(moments[n].at) for n in rug - best.positions.keys()}
    return best._replace(positions={**best.positions, **strokes})


def _truest(tried: Callable[[float], Arrangement]) -> Arrangement:
    """Return the first try, from the truest on, with short leaders; else that with the shortest."""
    found: list[Arrangement] = []
    for share in _SHARES_OF_TRUE_TIME:
        found.append(tried(share))
        if found[-1].lean <= LONGEST_LEADER:
            break
    return min(found, key=lambda arrangement: arrangement.lean)


def _rug(moments: Sequence[Moment], labelled: set[int]) -> frozenset[int]:
    """Return the moments without a mark of their own; phases and the axis need theirs."""
    bare = [n for n in range(len(moments)) if n not in labelled]
    if len(bare) <= MOST_MARKS:
        return frozenset()
    ends = {0, len(moments) - 1}
    return frozenset(n for n in bare if n not in ends and not moments[n].is_boundary)


def _anchors(
    moments: Sequence[Moment], anchored: Sequence[int], labels: LabelSet, mark: float
) -> list[Anchor]:
    widths = {label.moment: label.width for label in labels.labels}
    return [
        Anchor(moments[n].at, mark + 2, (widths[n] + labels.gap) / labels.rows)
        if n in widths
        else Anchor(moments[n].at, _SMALL_MARK, _SMALL_MARK)
        for n in anchored
    ]


def _extent(
    moments: Sequence[Moment], anchors: Sequence[Anchor], width: float, mark: float
) -> tuple[float, float]:
    """Return the ends of the axis; moments of one instant huddle in the middle."""
    inset = mark * 0.65 + 1
    if moments[0].at < moments[-1].at:
        return inset, width - inset
    needed = sum((a.room + b.room) / 2 for a, b in pairwise(anchors))
    half = min(needed, width - 2 * inset) / 2
    return width / 2 - half, width / 2 + half


def _placed_labels(
    labels: LabelSet, positions: Mapping[int, float], width: float, *, as_flags: bool
) -> list[PlacedLabel]:
    rows = [_placed_row(labels, row, positions, width, as_flags) for row in range(labels.rows)]
    placed = [one for row in rows for one in row]
    return sorted(placed, key=lambda one: one.label.moment)


def _placed_row(
    labels: LabelSet, row: int, positions: Mapping[int, float], width: float, as_flags: bool
) -> list[PlacedLabel]:
    """Place a row's labels, as near as they can be to where each wants to stand.

    A flag has its left edge at the leader, at the very left its text starts with the canvas.
    """
    shown = labels.row(row)
    marks = [positions[label.moment] for label in shown]
    widths = [label.width for label in shown]
    lefts = [0.0 if mark < _MARGIN else mark - _EDGE for mark in marks]
    flags = [left + wide / 2 for left, wide in zip(lefts, widths, strict=True)]
    centres = place(flags if as_flags else marks, widths, 0.0, width, labels.gap)
    return [
        _placed(label, row, centre, mark)
        for label, centre, mark in zip(shown, centres, marks, strict=True)
    ]


def _placed(label: Label, row: int, centre: float, mark: float) -> PlacedLabel:
    left, right = centre - label.width / 2, centre + label.width / 2
    foot = min(max(mark, left + _EDGE), right - _EDGE)
    return PlacedLabel(label, row, left, right, mark, foot)
