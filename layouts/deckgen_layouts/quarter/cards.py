"""Statements in cells that fill a slide, the more the smaller: learnings, and what is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from deckgen.fitting import Fitted
from deckgen.layout import Page
from deckgen.scene.geometry import Box, points
from deckgen.scene.text import TextFrame
from deckgen_layouts.quarter.panels import cells, less_foot, set_alike, shares

_CELL = 84.0
_LARGEST = {1: 32.0, 2: 26.0, 3: 22.0}


class Card(NamedTuple):
    """A statement in its place. `number` counts the statements from 0."""

    number: int
    box: Box
    text: Fitted


class CardPage(NamedTuple):
    """The cards of one slide; `left` is how many statements no slide has room for.

    It is 0 on every slide but the last, and where it is not, the foot of the slide is free.
    """

    cards: list[Card]
    left: int


def card_pages(
    page: Page, statements: Sequence[Callable[[float], TextFrame]], *, most_slides: int
) -> list[CardPage]:
    """Return cards of the first statements, all in one size.

    Each of `statements` makes its frame for a size in points. How many stand on a slide depends
    on its height; they are shared out evenly.
    """
    per_slide = 2 * max(1, page.boxes.body.height // points(_CELL))
    shown = min(len(statements), most_slides * per_slide)
    left = len(statements) - shown
    room = less_foot(page.boxes.body) if left else page.boxes.body
    largest = _LARGEST.get(len(statements), page.theme.size.heading)
    gutter, parts = points(page.theme.space.gutter), shares(shown, per_slide)
    boxes = [box for part in parts for box in cells(room, len(part), gutter)]
    texts = set_alike(page, zip(statements, boxes, strict=False), largest)
    cards = list(map(Card, range(shown), boxes, texts))
    return [
        CardPage(cards[part.start : part.stop], left if part.stop == shown else 0) for part in parts
    ]
