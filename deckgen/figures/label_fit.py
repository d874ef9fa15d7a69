"""All labels of a timeline: in the largest type in which every text is whole, else the densest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

from deckgen.figures.label_choice import choose
from deckgen.figures.label_text import (
    Label,
    Typesetter,
    excerpt,
    lines_within,
    one_line,
    text_height,
)
from deckgen.figures.moments import Moment
from deckgen.figures.time_text import TimeText
from deckgen.scene.measure import Measurer

SIZES = (16.0, 14.0, 13.0)
"""The type sizes to try in points, before the smallest that the theme allows for a label."""

_GAP = 0.75
_NARROWEST = 9.75
_COMFORTABLE = 17.0
_WIDEST = 30.0
_TWO_ROWS_NEED = 6
_FEWEST_COLUMNS = 0.7


class LabelSet(NamedTuple):
    """Labels in the order of time, set in `size` points, in `rows` rows by turns.

    `gap` is the least distance between two labels of a row in pixels.
    """

    labels: tuple[Label, ...]
    size: float
    rows: int
    gap: float

    @property
    def cuts(self) -> int:
        """How many labels had no room for their text."""
        return sum(label.is_cut for label in self.labels)

    def row(self, row: int) -> tuple[Label, ...]:
        """Return the labels of row 0, above the axis, or of row 1, below it."""
        return self.labels[row :: self.rows] if row < self.rows else ()

    def lines(self, row: int) -> int:
        """Return the lines of a row's highest label, 0 where it has none."""
        return max((label.lines for label in self.row(row)), default=0)

    def height(self, row: int) -> float:
        """Return the height of a row's highest label in pixels."""
        return text_height(self.lines(row), self.size) if self.row(row) else 0.0


class LabelRoom(NamedTuple):
    """Where labels go: rows `width` pixels wide.

    `height` tells how many pixels the rows may be high together, for a type size in points and
    the number of rows. No type is smaller than `smallest` points.
    """

    width: float
    height: Callable[[float, int], float]
    smallest: float


def fit_labels(
    moments: Sequence[Moment], times: TimeText, measurer: Measurer, room: LabelRoom
) -> LabelSet:
    """Return the labels in the largest type in which all moments are told in full.

    Where there is none, that is the smallest type, with as many labels as its columns hold and
    their texts shortened to the lines that there are.
    """
    sizes = [size for size in SIZES if size > room.smallest]
    for size in [*sizes, room.smallest]:
        fit = _Fit(moments, times, Typesetter(size, measurer), room)
        for rows, width in fit.columns():
            labels = fit.whole(range(len(moments)), rows, width)
            if labels.lines(0) + labels.lines(1) <= fit.most_lines(rows):
                return fit.balanced(labels)
    return fit.balanced(fit.densest())


class _Fit(NamedTuple):
    """The attempt to set labels in one type size."""

    moments: Sequence[Moment]
    times: TimeText
    typesetter: Typesetter
    room: LabelRoom

    @property
    def gap(self) -> float:
        return _GAP * self.typesetter.em

    def columns(self) -> Iterator[tuple[int, float]]:
        """Yield the numbers of rows and the column widths in which all moments have a place."""
        em = self.typesetter.em
        rows = self.rows()
        widest = self.column(ceil(len(self.moments) / rows))
        if widest > _COMFORTABLE * em:
            yield rows, _COMFORTABLE * em
        if widest >= _NARROWEST * em:
            yield rows, min(widest, _WIDEST * em)

    def column(self, count: int) -> float:
        """Return the width of each of `count` columns."""
        return (self.room.width + self.gap) / count - self.gap

    def rows(self) -> int:
        """Return 2, or 1 where two rows would be left with too few lines each."""
        return 2 if self.most_lines(2) >= _TWO_ROWS_NEED else 1

    def most_lines(self, rows: int) -> int:
        """Return how many lines the rows may have together."""
        size = self.typesetter.size
        return lines_within(self.room.height(size, rows), size, rows)

    def whole(self, chosen: Sequence[int], rows: int, width: float) -> LabelSet:
        """Return the labels of the chosen moments, their texts in full."""
        by_row = [self._row(chosen[row::rows], width) for row in range(rows)]
        labels = sorted((label for row in by_row for label in row), key=lambda label: label.moment)
        return LabelSet(tuple(labels), self.typesetter.size, rows, self.gap)

    def densest(self) -> LabelSet:
        """Return the labels of all moments, or of as many as there is room for.

        Where not all have room, a few columns less are taken if every label given up leaves more
        than one other whole, though not at the cost of a moment that must be told.
        """
        tries: list[LabelSet] = []
        for columns in self._column_counts():
            tries.append(self._dense(columns))
            if not tries[-1].cuts:
                break
        return min(tries, key=lambda labels: labels.cuts - len(labels.labels))

    def _column_counts(self) -> range:
        """Return the numbers of columns to try, from the most on down."""
        rows, narrowest = self.rows(), (_NARROWEST + _GAP) * self.typesetter.em
        most = max(1, int((self.room.width + self.gap) / narrowest))
        if len(self.moments) <= most * rows:
            return range(most, most - 1, -1)
        telling = sum(moment.is_key or moment.is_milestone for moment in self.moments)
        least = max(ceil(telling / rows), ceil(_FEWEST_COLUMNS * most))
        return range(most, min(most, least) - 1, -1)

    def _dense(self, columns: int) -> LabelSet:
        rows = self.rows()
        chosen = choose(self.moments, columns * rows)
        width = min(self.column(ceil(len(chosen) / rows)), _WIDEST * self.typesetter.em)
        labels = self.whole(chosen, rows, width)
        limits = self._limits(labels)
        cut = [self._cut(label, limits[n % rows]) for n, label in enumerate(labels.labels)]
        return labels._replace(labels=tuple(cut))

    def balanced(self, labels: LabelSet) -> LabelSet:
        """Return the labels with lines of like length."""
        even = tuple(self.typesetter.balanced(label) for label in labels.labels)
        return labels._replace(labels=even)

    def _limits(self, labels: LabelSet) -> tuple[int, int]:
        """Return the most lines of each row: one that needs less than its half leaves the rest."""
        most = self.most_lines(labels.rows)
        half = most // labels.rows
        return max(half, most - labels.lines(1)), max(most - half, most - labels.lines(0))

    def _cut(self, label: Label, most: int) -> Label:
        if label.lines <= most:
            return label
        return self.typesetter.label(label.moment, label.head, label.text, label.width, most)

    def _row(self, chosen: Sequence[int], width: float) -> list[Label]:
        """Return a row of labels; where there is room, a long head widens its label."""
        labels = [self._label(index, width) for index in chosen]
        room = self.room.width - self.gap * (len(labels) - 1)
        for n in sorted(range(len(labels)), key=lambda n: -labels[n].width):
            if sum(label.width for label in labels) <= room:
                break
            labels[n] = self._narrow_label(chosen[n], width)
        return labels

    def _label(self, index: int, width: float) -> Label:
        moment = self.moments[index]
        head = one_line(moment, self.times)
        width = max(width, self.typesetter.head_width(head))
        return self.typesetter.label(index, (head,), excerpt(moment.text), width)

    def _narrow_label(self, index: int, width: float) -> Label:
        moment = self.moments[index]
        head = self.typesetter.stacked_head(moment, self.times, width)
        return self.typesetter.label(index, head, excerpt(moment.text), width)
