"""The numbers of the impact as cards: which stand on which slide, and each with what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

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


def numbers(page: Page, box: Box, metrics: Sequence[Metric], *, lead: bool) -> Iterator[Drawn]:
    """Yield a card for each number, in rows that fill `box`; the first stands out as `lead`."""
    gutter = points(page.theme.space.gutter)
    rows = _rows(len(metrics), box)
    per_row = -(-len(metrics) // rows)
    for r, strip in enumerate(box.rows([1.0] * rows, gutter)):
        cells = strip.columns([1.0] * per_row, gutter)
        for c, metric in enumerate(metrics[r * per_row : (r + 1) * per_row]):
            yield _number(page, cells[c], metric, leads=lead and r == c == 0)


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


def _rows(cards: int, box: Box) -> int:
    """Return the least number of rows in which no card is higher than it is wide."""
    rows = -(-cards // PER_ROW)
    while rows < cards and box.height / rows > box.width / -(-cards // rows):
        rows += 1
    return rows


def _number(page: Page, box: Box, metric: Metric, *, leads: bool) -> Drawn:
    colour, size, pad = page.theme.colour, page.theme.size, page.theme.space.padding
    ink, quiet, fill = (
        (colour.on_accent, colour.on_accent, colour.accent)
        if leads
        else (colour.accent, colour.ink, colour.accent_tint)
    )
    inner = box.inset(points(pad), points(pad))
    upper, lower = inner.rows([0.46, 0.54], 0)
    value = fitted(
        page,
        quantity(metric.value, metric.unit),
        upper,
        size.figure,
        size.figure_min,
        ink,
        bold=True,
        anchor=Anchor.BOTTOM,
    )
    label = _label(page, lower, metric, quiet)
    name = f"metric:{metric.label}"
    said = f"{metric.label}: {quantity(metric.value, metric.unit)}"
    parts = (
        Shape(f"{name}:panel", box, Geometry.ROUNDED, fill=fill, rounding=0.04),
        TextBox(f"{name}:value", upper, value.frame),
        TextBox(f"{name}:label", lower, label.frame),
    )
    return [Group(name, box, parts, said)], [value, label]


def _label(page: Page, box: Box, metric: Metric, colour: str) -> Fitted:
    """Return what a number counts, and its note, in the largest type that shows both in full."""

    def at(size: float) -> TextFrame:
        words = [paragraph(metric.label, size, colour)]
        if metric.note:
            words.append(paragraph(metric.note, min(size, page.theme.size.label), colour))
        return frame(*words)

    return shrunk(page, at, box, page.theme.size.body, page.theme.size.body_min)
