"""What several slides of a review are made of: cells, texts of one size, tables of one slide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice, pairwise

from deckgen.fitting import Fitted, clipped, fitted, most_that_fit
from deckgen.layout import Page
from deckgen.quarter.definitions import DEFINITIONS
from deckgen.scene.geometry import Box, points, to_pixels, to_points
from deckgen.scene.measure import SAFETY, size_steps
from deckgen.scene.shapes import TextBox
from deckgen.scene.text import Anchor, TextFrame
from deckgen_layouts.tables import Cells, Column, TablePage, table_pages

_MOST_ROWS = 32


_LARGER = 1.2
"""How much larger charts are drawn here: labels of axes, of 10 points at least, are read as 12."""


def canvas(box: Box, least: tuple[float, float]) -> tuple[float, float]:
    """Return the pixels of a canvas like `box`, on which all is drawn a little larger.

    Where that would take it below `least`, it is drawn smaller.
    """
    width, height = to_pixels(box.width), to_pixels(box.height)
    scale = max(1 / _LARGER, least[0] / width, least[1] / height)
    return width * scale, height * scale


def is_large_enough(box: Box, least: tuple[float, float]) -> bool:
    """Whether a chart in `box` is drawn as large as its texts need it."""
    width, height = to_pixels(box.width) / _LARGER, to_pixels(box.height) / _LARGER
    return width >= least[0] and height >= least[1]


def shares(count: int, most: int) -> list[range]:
    """Return which of `count` things go onto each slide: at most `most`, evenly shared out."""
    slides = -(-count // most)
    if not slides:
        return []
    return [range(a, b) for a, b in pairwise(count * n // slides for n in range(slides + 1))]


def cells(box: Box, count: int, gutter: int) -> list[Box]:
    """Return `count` boxes that fill `box`: below one another up to three, else in pairs.

    An odd one out stands alone above the pairs.
    """
    if count <= 3:
        return box.rows([1.0] * count, gutter)
    alone = count % 2
    strips = box.rows([1.0] * (alone + count // 2), gutter)
    pairs = [cell for strip in strips[alone:] for cell in strip.columns([1.0, 1.0], gutter)]
    return [*strips[:alone], *pairs]


def set_alike(
    page: Page, texts: Iterable[tuple[Callable[[float], TextFrame], Box]], largest: float
) -> list[Fitted]:
    """Return texts set for their boxes, all in the largest size in which each fits.

    Where even the smallest is too large for one, that is clipped.
    """
    pairs = list(texts)
    height = page.measurer.height
    for size in size_steps(largest, page.theme.size.body_min):
        frames = [(text(size), box) for text, box in pairs]
        if all(height(text, box.width) <= box.height for text, box in frames):
            break
    return [clipped(page, text, box.width, box.height) for text, box in frames]


FOOT = 24.0
"""How many points high the line is that says what is left out."""


def less_foot(box: Box) -> Box:
    """Return `box` without the line at its foot."""
    return box.row(0, box.height - points(FOOT))


def remark(page: Page, text: str) -> TextBox:
    """Return a quiet line at the foot of the body, such as what of it is left out."""
    body, foot = page.boxes.body, points(FOOT)
    line = body.row(body.height - foot, foot)
    size, muted = page.theme.size.label, page.theme.colour.muted
    said = fitted(page, text, line, size, page.theme.size.body_min, muted, anchor=Anchor.BOTTOM)
    return TextBox("remark", line, said.frame)


def one_table(
    page: Page,
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Cells],
    box: Box,
    alt: str,
    *,
    largest: float,
    further: int = 0,
) -> TablePage:
    """Return a table of as many of the first of `rows` as one slide holds, at least one.

    Where these are not all, or there are `further` ones, the foot of `box` stays free.
    """
    make = partial(table_pages, page, name, columns, alt=alt, largest=largest)

    def fits(amount: int, room: Box) -> bool:
        return len(list(islice(make(rows[:amount], room), 2))) == 1

    most = min(len(rows), _MOST_ROWS)
    if most == len(rows) and not further and fits(most, box):
        return next(make(rows, box))
    room = less_foot(box)
    amount = most_that_fit(lambda amount: fits(amount, room), 1, most)
    return next(make(rows[:amount], room))


def column_weight(
    page: Page, texts: Iterable[str], whole: float, bounds: tuple[float, float]
) -> float:
    """Return the weight of a column that holds each of `texts` on one line, within `bounds`.

    `whole` is the weight of all columns of a table as wide as the body, set in the table's size.
    """
    longest = max(page.measurer.width(text, page.theme.size.table) for text in texts)
    needed = longest / SAFETY + 2 * page.theme.space.cell + 1
    least, most = bounds
    return min(max(least, whole * needed / to_points(page.boxes.body.width)), most)


def defined(key: str) -> str:
    """Return what the figure `key` means and how it is computed, as a speaker's note."""
    figure = DEFINITIONS[key]
    return f"{figure.name}: {figure.meaning} Formula: {figure.formula}."
