"""A legend in one row: what each colour means, in words, as far as there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.figures.label_text import text_height
from deckgen.figures.pen import Drawing, Pen, markup

_SWATCH = 12.0
_AIR = 6.0
_APART = 18.0
BELOW = 8.0
"""How far what stands below a legend keeps from it, in pixels."""


class Meaning(NamedTuple):
    """A colour and what it means."""

    colour: str
    words: str


def legend_height(pen: Pen) -> float:
    """Return how many pixels a legend takes, with the room below it."""
    return text_height(1, pen.theme.size.axis) + BELOW


def draw_meanings(pen: Pen, meanings: Sequence[Meaning], left: float, right: float) -> Drawing:
    """Return the legend at the upper edge of the canvas; words give way where there is no room."""
    size = pen.theme.size.axis
    middle, x = text_height(1, size) / 2, left
    shapes, texts = [], []
    share = (right - left - _APART * (len(meanings) - 1)) / max(1, len(meanings))
    together = sum(_width(pen, one.words, size) for one in meanings) + _APART * len(meanings)
    for n, one in enumerate(meanings, start=1):
        room = share if together > right - left else right - left
        words = pen.shortened(one.words, room - _SWATCH - _AIR, size)
        wide = pen.width(words, size)
        top = middle - _SWATCH / 2
        name = f"legend:{n}"
        shapes.append(
            pen.rectangle(f"{name}:swatch", x, top, x + _SWATCH, top + _SWATCH, one.colour)
        )
        at = x + _SWATCH + _AIR, middle
        texts.append(
            pen.text(name, at, [markup(words)], size, width=wide, anchor="left",
                     colour=pen.theme.colour.muted)
        )  # fmt: skip
        x = at[0] + wide + _APART
    return Drawing(tuple(shapes), tuple(texts))


def _width(pen: Pen, words: str, size: float) -> float:
    return _SWATCH + _AIR + pen.width(words, size)
