"""Rows beside a chart: each a small head, what is said in bold, and a quiet line below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from deckgen.fitting import Fitted
from deckgen.layout import Page
from deckgen.scene.geometry import Box, points
from deckgen.scene.measure import PITCH
from deckgen.scene.shapes import Item, TextBox
from deckgen.scene.text import TextFrame
from deckgen.typeset import frame, paragraph, stripe
from deckgen_layouts.quarter.panels import set_alike

_HIGHEST = 92.0
_APART = 1.0


class PanelRow(NamedTuple):
    """A row: what it is about, its colour, what is said of it, and what is said below that."""

    head: str
    colour: str
    words: str
    below: str


def most_rows(page: Page, box: Box) -> int:
    """Return how many rows `box` has room for, at least one."""
    gap, size = points(page.theme.space.padding), page.theme.size
    least = points((size.label * 2 + size.body_min) * PITCH + 2 * _APART + 1)
    return max(1, (box.height + gap) // (least + gap))


def row_places(page: Page, rows: int, box: Box) -> list[Box]:
    """Return a place for each of so many rows, one below the other from the top of `box` on."""
    if not rows:
        return []
    gap = points(page.theme.space.padding)
    height = min(points(_HIGHEST) * rows + gap * (rows - 1), box.height)
    return box.row(0, height).rows([1.0] * rows, gap)


def row_panel(
    page: Page, name: str, rows: Sequence[PanelRow], places: Sequence[Box]
) -> tuple[list[Item], list[Fitted]]:
    """Return `rows` in their `places`, all in one size; texts without room are shortened."""
    pairs = [(partial(_text, page, row), place) for row, place in zip(rows, places, strict=True)]
    texts = set_alike(page, pairs, page.theme.size.heading)
    items: list[Item] = []
    for n, (row, place, text) in enumerate(zip(rows, places, texts, strict=True), 1):
        width = page.theme.space.stroke * 2
        items.append(stripe(f"{name}:{n}:bar", place, row.colour, width))
        items.append(TextBox(f"{name}:{n}", place, text.frame))
    return items, texts


def _text(page: Page, row: PanelRow, size: float) -> TextFrame:
    colour, small = page.theme.colour, page.theme.size.label
    return frame(
        paragraph(row.head, small, row.colour, bold=True),
        paragraph(row.words, size, colour.ink, bold=True, space_before=_APART),
        paragraph(row.below, small, colour.muted, space_before=_APART),
        padding=0,
        side=page.theme.space.padding,
    )
