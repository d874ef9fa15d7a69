"""Where the moments and their labels stand: the truest axis on which every leader is short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

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
_MARK_ROOM = 9.0


@dataclass(frozen=True)
class PlacedLabel:
    """A label between `left` and `right`; its leader goes from `mark` on the axis to `foot`.

    All are x in pixels. `row` is 0 above the axis, 1 below it.
    """

    label: Label
    row: int
    left: float
    right: float
    mark: float
    foot: float


@dataclass(frozen=True)
class Arrangement:
    """The axis, the labels in the order of time, and the x of every moment in pixels.

    `rug` are the indices of the moments that are too many for a mark each.
    """

    scale: TimeScale
    labels: tuple[PlacedLabel, ...]
    positions: tuple[float, ...]
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
    is_instant = moments[0].at == moments[-1].at
    tried: list[Arrangement] = []
    for share in (0.0,) if is_instant else _SHARES_OF_TRUE_TIME:
        tried.append(_arranged(moments, labels, width, mark, share))
        if tried[-1].lean <= LONGEST_LEADER:
            break
    return min(tried, key=lambda arrangement: arrangement.lean)


def _arranged(
    moments: Sequence[Moment], labels: LabelSet, width: float, mark: float, share: float
) -> Arrangement:
    labelled = {label.index: label for label in labels.labels}
    rug = _rug(moments, set(labelled))
    anchored = [n for n in range(len(moments)) if n not in rug]
    anchors = [_anchor(moments[n], labelled.get(n), labels, mark) for n in anchored]
    left, right = _extent(moments, anchors, width, mark)
    scale = time_scale(anchors, left, right, share)
    known = dict(zip(anchored, scale.positions, strict=True))
    positions = tuple(
        known[n] if n in known else scale.position(moment.at) for n, moment in enumerate(moments)
    )
    placed = [_placed_row(labels, row, positions, width) for row in range(labels.rows)]
    in_order = sorted((one for row in placed for one in row), key=lambda one: one.label.index)
    return Arrangement(scale, tuple(in_order), positions, rug)


def _rug(moments: Sequence[Moment], labelled: set[int]) -> frozenset[int]:
    """Return the moments without a mark of their own; phases and the axis need theirs."""
    bare = [n for n in range(len(moments)) if n not in labelled]
    if len(bare) <= MOST_MARKS:
        return frozenset()
    ends = {0, len(moments) - 1}
    return frozenset(n for n in bare if n not in ends and not moments[n].is_boundary)


def _anchor(moment: Moment, label: Label | None, labels: LabelSet, mark: float) -> Anchor:
    if label is None:
        return Anchor(moment.at, _MARK_ROOM, _MARK_ROOM)
    return Anchor(moment.at, mark + 2, (label.width + labels.gap) / labels.rows)


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


def _placed_row(
    labels: LabelSet, row: int, positions: Sequence[float], width: float
) -> list[PlacedLabel]:
    """Place a row's labels like flags, their left edge at the leader where there is room.

    A flag at the very left starts with the canvas, so that texts above each other line up.
    """
    flags = labels.row(row)
    marks = [positions[label.index] for label in flags]
    widths = [label.width for label in flags]
    lefts = [0.0 if mark < _MARGIN else mark - _EDGE for mark in marks]
    wanted = [left + wide / 2 for left, wide in zip(lefts, widths, strict=True)]
    centres = place(wanted, widths, 0.0, width, labels.gap)
    return [
        _placed(label, row, centre, mark)
        for label, centre, mark in zip(flags, centres, marks, strict=True)
    ]


def _placed(label: Label, row: int, centre: float, mark: float) -> PlacedLabel:
    left, right = centre - label.width / 2, centre + label.width / 2
    foot = min(max(mark, left + _EDGE), right - _EDGE)
    return PlacedLabel(label, row, left, right, mark, foot)
