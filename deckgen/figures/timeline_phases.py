"""The phases by name: a strip below the labels, and a legend for those too short for theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import accumulate
from typing import NamedTuple

from deckgen.figures.pen import Drawing, Pen, combined, markup
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.phases import Phase
from deckgen.theme import Theme

_AIR = 10.0
_SWATCH = 12.0
_SWATCH_GAP = 6.0
_ENTRY_GAP = 18.0


class Stretch(NamedTuple):
    """A phase between two x in pixels, with as many of its words as there is room for."""

    phase: Phase
    left: float
    right: float
    words: str


class Strip(NamedTuple):
    """The phases in the order of time, their words in `size` points."""

    stretches: tuple[Stretch, ...]
    size: float

    @property
    def unnamed(self) -> list[Phase]:
        """The phases too short for their names."""
        return [stretch.phase for stretch in self.stretches if not stretch.words]


def strip(
    pen: Pen, phases: Sequence[Phase], edge: Callable[[datetime], float], size: float
) -> Strip:
    """Return the phases where `edge` puts them, in `size` points, or smaller if that helps."""
    sizes = dict.fromkeys([size, pen.theme.size.label])
    tries = [Strip(tuple(_stretch(pen, one, edge, size) for one in phases), size) for size in sizes]
    return min(tries, key=lambda tried: len(tried.unnamed))


def _stretch(pen: Pen, phase: Phase, edge: Callable[[datetime], float], size: float) -> Stretch:
    left, right = edge(phase.begins), edge(phase.ends)
    for words in (_entry(phase), phase.name):
        if pen.width(words, size, bold=True) + _AIR <= right - left:
            return Stretch(phase, left, right, words)
    return Stretch(phase, left, right, "")


def draw_strip(pen: Pen, shown: Strip, top: float, bottom: float) -> Drawing:
    """Return a tinted stretch for each phase, with its name and how long it took."""
    return combined(_draw_stretch(pen, one, top, bottom, shown.size) for one in shown.stretches)


def _draw_stretch(pen: Pen, shown: Stretch, top: float, bottom: float, size: float) -> Drawing:
    phase, left, right = shown.phase, shown.left, shown.right
    box = left, top, right, bottom
    area = pen.rectangle(f"phase:{phase.key}:strip", *box, tint(pen.theme, phase))
    if not shown.words:
        return Drawing((area,))
    text = markup(phase.name, bold=True) + markup(shown.words.removeprefix(phase.name))
    middle = ((left + right) / 2, (top + bottom) / 2)
    name = f"phase:{phase.key}:name"
    return Drawing((area,), (pen.text(name, middle, [text], size, width=right - left),))


def tint(theme: Theme, phase: Phase) -> str:
    """Return the colour behind a phase."""
    colour: str = getattr(theme.colour.phase, phase.key)
    return colour


class Entry(NamedTuple):
    """A line of the legend: a phase and its words, `width` pixels wide without the swatch."""

    phase: Phase
    words: str
    width: float


def legend(pen: Pen, phases: Sequence[Phase], width: float) -> list[Entry]:
    """Return the entries for `phases` that fit into `width` pixels, with durations if those do."""
    for words in (_entry, _name):
        entries = [_legend_entry(pen, phase, words(phase)) for phase in phases]
        if legend_width(entries) <= width:
            return entries
    while legend_width(entries) > width:
        entries.pop()
    return entries


def legend_width(entries: Sequence[Entry]) -> float:
    """Return the pixels that a legend takes."""
    wide = [_SWATCH + _SWATCH_GAP + entry.width for entry in entries]
    return sum(wide) + _ENTRY_GAP * max(len(wide) - 1, 0)


def draw_legend(pen: Pen, entries: Sequence[Entry], right: float, y: float) -> Drawing:
    """Return swatches with names, ending at `right`, around the height `y`."""
    steps = [_SWATCH + _SWATCH_GAP + entry.width + _ENTRY_GAP for entry in entries]
    lefts = accumulate(steps, initial=right - legend_width(entries))
    drawn = zip(entries, lefts, strict=False)
    return combined(_draw_entry(pen, entry, left, y) for entry, left in drawn)


def _draw_entry(pen: Pen, entry: Entry, left: float, y: float) -> Drawing:
    name, size = f"phase:{entry.phase.key}", pen.theme.size.label
    box = left, y - _SWATCH / 2, left + _SWATCH, y + _SWATCH / 2
    swatch = pen.rectangle(f"{name}:swatch", *box, tint(pen.theme, entry.phase))
    at = left + _SWATCH + _SWATCH_GAP, y
    shown = [markup(entry.words)]
    text = pen.text(f"{name}:name", at, shown, size, width=entry.width, anchor="left")
    return Drawing((swatch,), (text,))


def _legend_entry(pen: Pen, phase: Phase, words: str) -> Entry:
    return Entry(phase, words, pen.width(words, pen.theme.size.label))


def _entry(phase: Phase) -> str:
    return f"{phase.name} · {short_duration(phase.duration)}"


def _name(phase: Phase) -> str:
    return phase.name
