"""Counts by category over time: a row for each category, in it a cell for each step."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from deckgen.figures.canvas import canvas
from deckgen.figures.label_text import text_height
from deckgen.figures.pen import Drawing, Pen, combined, markup
from deckgen.figures.plotly_schema import BarPanel, Bars, Figure
from deckgen.figures.tones import blended, text_on
from deckgen.figures.whole_sentences import whole_sentences
from deckgen.scene.measure import Measurer
from deckgen.theme import LEAST_CONTRAST, Theme, contrast

LEAST_SIZE = (560.0, 240.0)
"""The least width and height of the canvas in pixels."""


class Category(NamedTuple):
    """A category: its name, and its count in each step of time."""

    name: str
    counts: tuple[int, ...]


class Categories(NamedTuple):
    """Categories from the top down, 1 to about 10, over 1 to 13 steps of time.

    `title` says what is counted, such as `Contributing factors`. `steps` are named as short as
    `Jul` or `7 Jul`; a category has a count for each. At least one count is above nought.
    """

    title: str
    steps: tuple[str, ...]
    categories: tuple[Category, ...]


def categories_figure(
    categories: Categories, theme: Theme, measurer: Measurer, size: tuple[float, float]
) -> Figure:
    """Return `categories` on a canvas of `size` (width, height) in pixels.

    Nine categories would be nine colours, which nobody tells apart in a stack, and whose parts
    above the foot cannot be compared. So each is a row of its own: a cell for each step, the
    darker the more, with the number in it, and a bar for its total. Raises ValueError for a canvas
    below LEAST_SIZE, for more rows than it holds, and where there is nothing to draw.
    """
    if size[0] < LEAST_SIZE[0] or size[1] < LEAST_SIZE[1]:
        raise ValueError(f"categories need {LEAST_SIZE[0]:.0f} x {LEAST_SIZE[1]:.0f} pixels")
    grid = _grid(categories, Pen(theme, measurer), size)
    drawing = combined([_draw_steps(grid), *(_draw_row(grid, n) for n in range(grid.rows))])
    return canvas(grid.pen, size, [_totals(grid)], drawing, [_panel(grid)])


def categories_alt(categories: Categories) -> str:
    """Return the total of each category, and in which step it was the most frequent."""
    return whole_sentences(
        [f"{categories.title} over {categories.steps[0]} to {categories.steps[-1]}.",
         *(_said(categories, one) for one in categories.categories)]
    )  # fmt: skip


def _said(categories: Categories, category: Category) -> str:
    highest = max(category.counts)
    step = categories.steps[category.counts.index(highest)]
    most = f", most in {step} ({highest:,})" if highest and len(categories.steps) > 1 else ""
    return f"{category.name}: {sum(category.counts):,}{most}."


_AIR = 8.0
_MOST_NAME = 0.3
_BARS = 0.26
"""The share of the width that the bars of the totals take."""

_TALLEST = 46.0
_PALEST = 0.12
_GAP = 2.0
_THICKNESS = 0.55


class _Grid(NamedTuple):
    """Where cells and bars stand, in pixels: `step` from row to row, `across` from cell to cell."""

    pen: Pen
    categories: Categories
    left: float
    top: float
    across: float
    step: float
    bars: tuple[float, float]
    highest: int

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.categories.categories)

    def middle(self, row: int) -> float:
        """Return the middle of a row."""
        return self.top + (row + 0.5) * self.step


def _grid(categories: Categories, pen: Pen, size: tuple[float, float]) -> _Grid:
    totals = [sum(one.counts) for one in categories.categories]
    if not any(totals):
        raise ValueError("there is nothing to draw")
    label, axis = pen.theme.size.label, pen.theme.size.axis
    top = text_height(1, axis) + _AIR / 2
    step = min(_TALLEST, (size[1] - top) / len(totals))
    if step < text_height(1, label) + 2 * _GAP:
        raise ValueError(f"{len(totals)} categories do not fit into {size[1]:.0f} pixels")
    names = max(pen.width(one.name, label) for one in categories.categories)
    left = min(names, size[0] * _MOST_NAME) + _AIR
    values = pen.width(f"{max(totals):,}", label, bold=True) + _AIR
    end = size[0] - values
    begin = max(left + 2 * _AIR, end - size[0] * _BARS)
    across = (begin - 2 * _AIR - left) / len(categories.steps)
    return _Grid(pen, categories, left, top, across, step, (begin, end), max(totals))


def _draw_steps(grid: _Grid) -> Drawing:
    """Return the names of the steps above their cells, every second or so where they are many."""
    pen, size, steps = grid.pen, grid.pen.theme.size.axis, grid.categories.steps
    # Those at the edges are moved in, towards their neighbours, and must not reach them.
    room = grid.across * len(steps) / min(2, len(steps)) - _AIR
    shown = [pen.shortened(step, room, size) for step in steps]
    widest = max(pen.width(words, size) for words in shown)
    apart = max(widest, 1.5 * widest - grid.across / 2) + _AIR
    every = min(len(steps), max(1, ceil(apart / grid.across)))
    right = grid.left + grid.across * len(steps)
    texts = []
    for n in range(0, len(steps), every):
        wide = pen.width(shown[n], size)
        x = min(max(grid.left + (n + 0.5) * grid.across, grid.left + wide / 2), right - wide / 2)
        at = x, text_height(1, size) / 2
        texts.append(pen.text(f"step:{n + 1}", at, [markup(shown[n])], size, width=wide,
                              colour=pen.theme.colour.muted))  # fmt: skip
    words = pen.shortened("In all", grid.bars[1] - grid.bars[0], size)
    texts.append(pen.text("total", (grid.bars[0], text_height(1, size) / 2), [markup(words)], size,
                          width=pen.width(words, size), colour=pen.theme.colour.muted,
                          anchor="left"))  # fmt: skip
    return Drawing((), tuple(texts))


def _draw_row(grid: _Grid, row: int) -> Drawing:
    """Return the name of a category, its cells, and its total at the end of its bar."""
    pen, size = grid.pen, grid.pen.theme.size.label
    category, y = grid.categories.categories[row], grid.middle(row)
    name = pen.shortened(category.name, grid.left - _AIR, size)
    words = f"{sum(category.counts):,}"
    end = grid.bars[0] + _length(grid, sum(category.counts)) + _AIR / 2
    texts = [
        pen.text(f"row:{row + 1}:name", (grid.left - _AIR, y), [markup(name)], size,
                 width=min(pen.width(name, size), grid.left - _AIR), anchor="right"),
        pen.text(f"row:{row + 1}:total", (end, y), [markup(words, bold=True)], size,
                 width=pen.width(words, size, bold=True), anchor="left"),
    ]  # fmt: skip
    cells = [_cell(grid, row, n) for n in range(len(category.counts))]
    return combined([Drawing((), tuple(texts)), *cells])


def _cell(grid: _Grid, row: int, number: int) -> Drawing:
    """Return a cell, the darker the more, with its number where that is not nought and fits."""
    pen, size = grid.pen, grid.pen.theme.size.label
    value = grid.categories.categories[row].counts[number]
    colour = pen.theme.colour
    most = max(max(one.counts) for one in grid.categories.categories)
    fill = _shade(pen.theme, value / most) if value else colour.surface
    left, top = grid.left + number * grid.across, grid.top + row * grid.step
    name = f"cell:{row + 1}:{number + 1}"
    shape = pen.rectangle(
        name, left + _GAP / 2, top + _GAP / 2, left + grid.across - _GAP / 2,
        top + grid.step - _GAP / 2, fill,
    )  # fmt: skip
    words = f"{value:,}"
    if not value or pen.width(words, size) > grid.across - _GAP:
        return Drawing((shape,))
    at = left + grid.across / 2, grid.middle(row)
    text = pen.text(f"{name}:value", at, [markup(words)], size, width=grid.across - _GAP,
                    colour=text_on(pen.theme, fill))  # fmt: skip
    return Drawing((shape,), (text,))


def _shade(theme: Theme, share: float) -> str:
    """Return a shade for a share of 0 to 1 of the most, as dark as its number can be read on.

    Between the shades for dark and for light numbers lie some on which neither can be read.
    """
    percent = round(100 * (_PALEST + (1 - _PALEST) * share))
    shades = (
        blended(theme.colour.paper, theme.colour.accent, one / 100)
        for one in range(percent, -1, -1)
    )
    return next(it for it in shades if contrast(text_on(theme, it), it) >= LEAST_CONTRAST)


def _length(grid: _Grid, value: float) -> float:
    begin, end = grid.bars
    return value / grid.highest * (end - begin)


def _totals(grid: _Grid) -> Bars:
    rows = grid.categories.categories
    values = [sum(one.counts) for one in rows]
    return {
        "type": "bar", "orientation": "h", "name": "In all",
        "x": [round(_length(grid, value), 2) for value in values],
        "y": [round(grid.middle(n), 2) for n in range(grid.rows)],
        "base": [round(grid.bars[0], 2)] * grid.rows,
        "width": round(_THICKNESS * grid.step, 2),
        "hovertext": [f"{one.name}: {value:,}" for one, value in zip(rows, values, strict=True)],
        "customdata": [float(value) for value in values],
        "hovertemplate": "%{hovertext}<extra></extra>", "cliponaxis": False, "meta": 0,
        "marker": {"color": grid.pen.theme.colour.accent,
                   "line": {"color": grid.pen.theme.colour.paper, "width": 0}},
    }  # fmt: skip


def _panel(grid: _Grid) -> BarPanel:
    return {
        "kind": "bars", "title": grid.categories.title,
        "left": round(grid.bars[0], 2), "top": round(grid.top, 2),
        "right": round(grid.bars[1], 2), "bottom": round(grid.top + grid.step * grid.rows, 2),
        "orientation": "h", "stacked": True,
        "categories": [one.name for one in grid.categories.categories],
        "heading": "Category", "highest": float(grid.highest),
        "gap": round((1 / _THICKNESS - 1) * 100),
    }  # fmt: skip
