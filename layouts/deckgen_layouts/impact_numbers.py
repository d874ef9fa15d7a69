"""The numbers of the impact as cards: which stand on which slide, and each with what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from deckgen.fitting import Fitted, fitted, shrunk
from deckgen.layout import Page
from deckgen.postmortem.impact import Metric
from deckgen.postmortem.wording import quantity
from deckgen.scene.geometry import Box, points
from deckgen.scene.shapes import Geometry, Group, Item, Shape, TextBox
from deckgen.scene.text import Anchor, TextFrame
from deckgen.typeset import card, frame, paragraph

PER_ROW = 4
"""How many numbers stand side by side at most."""

_FEW = 4
_TWO_ROWS = 340.0

Drawn = tuple[list[Item], list[Fitted]]
"""Items with those texts in them that may have been shortened."""


def shared_out(metrics: Sequence[Metric], page: Page) -> list[Sequence[Metric]]:
    """Return the numbers of each slide: one or two rows beside the summary, then a row more.

    Where they need a further slide, the first leaves it a few, so that none stands there alone.
    """
    rows = 2 if page.boxes.body.height >= points(_TWO_ROWS) else 1
    most, total = rows * PER_ROW, len(metrics)
    if total <= most:
        return [metrics]
    first = min(most, max(most // 2, total - _FEW))
    rest = metrics[first:]
    slides = -(-len(rest) // (most + PER_ROW))
    ends = [len(rest) * n // slides for n in range(slides + 1)]
    return [metrics[:first], *(rest[a:b] for a, b in pairwise(ends))]


class Tile(NamedTuple):
    """What a card shows: a value in large type, what it is, and a note; `name` is the item's."""

    name: str
    value: str
    label: str
    note: str | None
    recorded: bool = True


def numbers(metrics: Sequence[Metric]) -> list[Tile]:
    """Return a tile for each number of the impact."""
    return [
        Tile(f"metric:{one.label}", quantity(one.value, one.unit), one.label, one.note)
        for one in metrics
    ]


def tiles(
    page: Page, box: Box, shown: Sequence[Tile], *, per_row: int, lead: bool
) -> Iterator[Drawn]:
    """Yield a card for each tile, in rows that fill `box`; the first stands out as `lead`.

    At most `per_row` stand side by side.
    """
    gutter = points(page.theme.space.gutter)
    rows = _rows(len(shown), per_row, box)
    across = -(-len(shown) // rows)
    for r, strip in enumerate(box.rows([1.0] * rows, gutter)):
        cells = strip.columns([1.0] * across, gutter)
        for c, tile in enumerate(shown[r * across : (r + 1) * across]):
            yield _tile(page, cells[c], tile, leads=lead and r == c == 0)


def no_numbers(page: Page, box: Box) -> Drawn:
    """Return the card that says that the impact is not recorded in numbers."""
    colour, size = page.theme.colour, page.theme.size
    unknown = fitted(
        page,
        "Impact in numbers: not recorded yet",
        box,
        size.heading,
        size.body_min,
        colour.caution,
        bold=True,
        anchor=Anchor.MIDDLE,
        padding=page.theme.space.padding,
    )
    return [card("impact", box, unknown.frame, colour.caution_tint)], []


def spoken_number(metric: Metric) -> str:
    """Return a number as a speaker's note says it."""
    note = f" ({metric.note})" if metric.note else ""
    return f"{metric.label}: {quantity(metric.value, metric.unit)}{note}."


def _rows(cards: int, per_row: int, box: Box) -> int:
    """Return the least number of rows in which no card is higher than it is wide."""
    rows = -(-cards // per_row)
    while rows < cards and box.height / rows > box.width / -(-cards // rows):
        rows += 1
    return rows


def _tile(page: Page, box: Box, tile: Tile, *, leads: bool) -> Drawn:
    colour, size, pad = page.theme.colour, page.theme.size, page.theme.space.padding
    ink, quiet, fill = (
        (colour.on_accent, colour.on_accent, colour.accent)
        if leads
        else (colour.accent if tile.recorded else colour.caution, colour.ink, colour.accent_tint)
    )
    inner = box.inset(points(pad), points(pad))
    upper, lower = inner.rows([0.46, 0.54], 0)
    sizes = (size.figure, size.figure_min) if tile.recorded else (size.figure_min, size.body_min)
    value = fitted(page, tile.value, upper, *sizes, ink, bold=True, anchor=Anchor.BOTTOM)
    label = _label(page, lower, tile, quiet)
    parts = (
        Shape(f"{tile.name}:panel", box, Geometry.ROUNDED, fill=fill, rounding=0.04),
        TextBox(f"{tile.name}:value", upper, value.frame),
        TextBox(f"{tile.name}:label", lower, label.frame),
    )
    return [Group(tile.name, box, parts, f"{tile.label}: {tile.value}")], [value, label]


def _label(page: Page, box: Box, tile: Tile, colour: str) -> Fitted:
    """Return what a number counts, and its note, in the largest type that shows both in full."""

    def at(size: float) -> TextFrame:
        words = [paragraph(tile.label, size, colour)]
        if tile.note:
            words.append(paragraph(tile.note, min(size, page.theme.size.label), colour))
        return frame(*words)

    return shrunk(page, at, box, page.theme.size.body, page.theme.size.body_min)
