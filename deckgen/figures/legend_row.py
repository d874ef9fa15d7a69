"""A legend in one row: what each mark means, in words, as far as there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from deckgen.figures.label_text import text_height
from deckgen.figures.pen import Drawing, Pen, markup
from deckgen.figures.plotly_schema import Shape

_SWATCH = 12.0
_AIR = 6.0
_APART, _CROWDED = 18.0, 8.0
BELOW = 8.0
"""How far what stands below a legend keeps from it, in pixels."""


Mark = Literal["bar", "hollow bar", "dot", "diamond"]


class Meaning(NamedTuple):
    """A mark as the figure has it, in its colour, and what it means."""

    colour: str
    words: str
    mark: Mark = "bar"


def legend_height(pen: Pen) -> float:
    """Return how many pixels a legend takes, with the room below it."""
    return text_height(1, pen.theme.size.axis) + BELOW


def draw_meanings(pen: Pen, meanings: Sequence[Meaning], left: float, right: float) -> Drawing:
    """Return the legend at the upper edge of the canvas; words give way where there is no room."""
    size = pen.theme.size.axis
    middle, x = text_height(1, size) / 2, left
    together = sum(_width(pen, one.words, size) + _APART for one in meanings)
    crowded = together > right - left
    apart = _CROWDED if crowded else _APART
    share = (right - left - apart * (len(meanings) - 1)) / max(1, len(meanings))
    shapes, texts = [], []
    for n, one in enumerate(meanings, start=1):
        room = share if crowded else right - left
        words = pen.shortened(one.words, room - _SWATCH - _AIR - 1, size)
        wide, name = pen.width(words, size), f"legend:{n}"
        shapes.append(_swatch(pen, f"{name}:swatch", one, x, middle - _SWATCH / 2))
        at = x + _SWATCH + _AIR, middle
        texts.append(
            pen.text(name, at, [markup(words)], size, width=wide, anchor="left",
                     colour=pen.theme.colour.muted)
        )  # fmt: skip
        x = at[0] + wide + apart
    return Drawing(tuple(shapes), tuple(texts))


def _swatch(pen: Pen, name: str, meaning: Meaning, left: float, top: float) -> Shape:
    """Return the mark of a meaning: what is told by colour is told by its form too."""
    right, bottom, colour = left + _SWATCH, top + _SWATCH, meaning.colour
    filled = pen.rectangle(name, left, top, right, bottom, colour)
    match meaning.mark:
        case "bar":
            return filled
        case "hollow bar":
            paper = pen.theme.colour.paper
            hollow = pen.rectangle(name, left + 0.5, top + 0.5, right - 0.5, bottom - 0.5, paper)
            return {**hollow, "line": {"color": colour, "width": 1}}
        case "dot":
            return {**filled, "type": "circle"}
        case "diamond":
            x, y = left + _SWATCH / 2, top + _SWATCH / 2
            corners = (x, top), (right, y), (x, bottom), (left, y), (x, top)
            return {**pen.contours(name, [corners], colour, 0), "fillcolor": colour}


def _width(pen: Pen, words: str, size: float) -> float:
    return _SWATCH + _AIR + pen.width(words, size)
