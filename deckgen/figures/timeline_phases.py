"""The phases by name: a strip below the labels, and a legend for those too short for theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from deckgen.figures.composition import Composition
from deckgen.figures.pen import Drawing, Pen, markup
from deckgen.figures.plotly_schema import Annotation, Shape
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.phases import Phase

_AIR = 10.0
_SWATCH = 12.0
_SWATCH_GAP = 6.0
_ENTRY_GAP = 18.0


@dataclass(frozen=True)
class Strip:
    """The phases between their edges in pixels, each with the words that its stretch holds.

    The words are set in `size` points.
    """

    stretches: tuple[tuple[Phase, float, float, str], ...]
    size: float

    @property
    def unnamed(self) -> list[Phase]:
        """The phases too short for their names."""
        return [phase for phase, _, _, words in self.stretches if not words]


def strip(
    pen: Pen, stretches: Sequence[Phase], edge: Callable[[datetime], float], size: float
) -> Strip:
    """Return the phases where `edge` puts them, in `size` points, or smaller if that helps."""
    sizes = dict.fromkeys([size, pen.theme.size.label])
    tries = [
        Strip(tuple(_stretch(pen, one, edge, size) for one in stretches), size) for size in sizes
    ]
    return min(tries, key=lambda tried: len(tried.unnamed))


def _stretch(
    pen: Pen, phase: Phase, edge: Callable[[datetime], float], size: float
) -> tuple[Phase, float, float, str]:
    left, right = edge(phase.begins), edge(phase.ends)
    duration = short_duration(phase.duration)
    for words in (f"{phase.name} · {duration}", phase.name):
        if pen.width(words, size, bold=True) + _AIR <= right - left:
            return phase, left, right, words
    return phase, left, right, ""


def draw_strip(pen: Pen, shown: Strip, rows: Composition) -> Drawing:
    """Return a tinted stretch for each phase, with its name and how long it took."""
    top, bottom = rows.strip_top, rows.strip_bottom
    shapes: list[Shape] = []
    names: list[Annotation] = []
    for phase, left, right, words in shown.stretches:
        tint = getattr(pen.theme.colour.phase, phase.key)
        shapes.append(pen.rectangle(f"phase:{phase.key}:strip", left, top, right, bottom, tint))
        if words:
            rest = words.removeprefix(phase.name)
            text = markup(phase.name, bold=True) + markup(rest)
            middle = ((left + right) / 2, (top + bottom) / 2)
            name = f"phase:{phase.key}:name"
            names.append(pen.text(name, middle, [text], shown.size, width=right - left))
    return Drawing(tuple(shapes), tuple(names))


def legend_width(pen: Pen, phases: Sequence[Phase]) -> float:
    """Return the pixels that a legend of `phases` needs."""
    entries = [_SWATCH + _SWATCH_GAP + _entry_width(pen, phase) for phase in phases]
    return sum(entries) + _ENTRY_GAP * max(len(entries) - 1, 0)


def draw_legend(pen: Pen, phases: Sequence[Phase], right: float, y: float) -> Drawing:
    """Return swatches with names, ending at `right`, around the height `y`."""
    shapes: list[Shape] = []
    names: list[Annotation] = []
    left = right - legend_width(pen, phases)
    for phase in phases:
        tint = getattr(pen.theme.colour.phase, phase.key)
        box = (left, y - _SWATCH / 2, left + _SWATCH, y + _SWATCH / 2)
        shapes.append(pen.rectangle(f"phase:{phase.key}:swatch", *box, tint))
        left += _SWATCH + _SWATCH_GAP
        wide = _entry_width(pen, phase)
        text, size = markup(_entry(phase)), pen.theme.size.label
        name = f"phase:{phase.key}:name"
        names.append(pen.text(name, (left, y), [text], size, width=wide, anchor="left"))
        left += wide + _ENTRY_GAP
    return Drawing(tuple(shapes), tuple(names))


def _entry(phase: Phase) -> str:
    return f"{phase.name} · {short_duration(phase.duration)}"


def _entry_width(pen: Pen, phase: Phase) -> float:
    return pen.width(_entry(phase), pen.theme.size.label)
