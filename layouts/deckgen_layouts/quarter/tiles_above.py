"""Figures in large type above a table, which are the higher the less room that needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from deckgen.fitting import Fitted
from deckgen.layout import Page
from deckgen.scene.geometry import Box, points
from deckgen.scene.shapes import Item
from deckgen_layouts.impact_numbers import Drawn, Tile, tiles

_LEAST, _MORE = 0.3, 0.15
"""The share of the body that the figures have at least, and by how much that may grow."""

_PER_ROW = 5


def tiles_above(page: Page, shown: Sequence[Tile], table: Callable[[Box], Drawn]) -> Drawn:
    """Return tiles in a row across the body and, below them, what `table` draws into a box."""
    body, room = page.boxes.body, below_tiles(page)
    height = int(body.height * _LEAST)
    below, cut = table(room)
    spare = min(room.bottom - max(item.box.bottom for item in below), int(body.height * _MORE))
    items, texts = tiles_in(page, body.row(0, height + spare), shown)
    moved = [replace(item, box=item.box.row(spare, item.box.height)) for item in below]
    return [*items, *moved], [*texts, *cut]


def below_tiles(page: Page) -> Box:
    """Return the room that figures above it leave at least."""
    body, gap = page.boxes.body, points(page.theme.space.gutter)
    top = int(body.height * _LEAST) + gap
    return body.row(top, body.height - top)


def tiles_in(page: Page, box: Box, shown: Sequence[Tile]) -> Drawn:
    """Return tiles in `box`, five side by side at most, the first of which stands out."""
    items: list[Item] = []
    texts: list[Fitted] = []
    for drawn, fitted in tiles(page, box, shown, per_row=_PER_ROW, lead=True):
        items += drawn
        texts += fitted
    return items, texts
