"""Tables that continue on the next slide: the header repeated, every row kept whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from deckgen.fitting import Fitted, clipped
from deckgen.layout import Page
from deckgen.scene.flow import need_no_more, page_numbers, page_ranges, pages_left
from deckgen.scene.geometry import Box, Emu, points, to_points
from deckgen.scene.measure import SAFETY, size_steps
from deckgen.scene.shapes import Cell, Row, Table
from deckgen.scene.text import Anchor, Paragraph, TextFrame
from deckgen.typeset import paragraph

Cells = Callable[[float], Sequence["Entry"]]
"""The entries of one row for a text size in points."""


class Column(NamedTuple):
    """A column: its heading, and its width as a share of the table's."""

    heading: str
    weight: float


class Entry(NamedTuple):
    """What stands in one cell, with a fill of `#RRGGBB` where it must catch the eye."""

    paragraphs: tuple[Paragraph, ...]
    fill: str | None = None


class TablePage(NamedTuple):
    """The part of a table on one slide. `rows` counts from 0; `texts` are those cut short."""

    table: Table
    rows: range
    texts: tuple[Fitted, ...]


def cell_rooms(page: Page, columns: Sequence[Column], box: Box) -> list[float]:
    """Return how wide texts in each column of a table in `box` may be, in points."""
    return [to_points(width) - 2 * page.theme.space.cell for width in _widths(columns, box)]


def table_pages(
    page: Page,
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Cells],
    box: Box,
    alt: str,
    *,
    largest: float,
) -> Iterator[TablePage]:
    """Yield the table's parts, in the largest size that needs as few slides as any that is allowed.

    A row higher than a slide has its texts shortened; nothing else ever is.
    """
    widths = _widths(columns, box)
    rows = [cache(entries) for entries in rows]  # each is asked for every size that is tried
    size = _size(page, columns, rows, widths, box, largest)
    header = _header(page, columns, widths, size)
    room = box.height - header.height
    planned = [_row(page, entries(size), widths, room) for entries in rows]
    heights = [row.height for row, _ in planned]
    for part in page_ranges(heights, room):
        drawn = (header, *(planned[n][0] for n in part))
        height = Emu(sum(row.height for row in drawn))
        yield TablePage(
            Table(name, replace(box, height=height), widths, drawn, page.theme.colour.rule, alt),
            part,
            tuple(text for n in part for text in planned[n][1]),
        )


def _size(
    page: Page,
    columns: Sequence[Column],
    rows: Sequence[Cells],
    widths: Sequence[Emu],
    box: Box,
    largest: float,
) -> float:
    """Return the largest size in which the table needs no more slides than in the smallest.

    The smallest is just below the theme's own. Where it cannot hold a row either, the own is taken.
    A size in which a word no longer fits into its column is no larger one to read.
    """

    def heights(size: float) -> Iterator[Emu]:
        for entries in rows:
            yield _height(page, [entry.paragraphs for entry in entries(size)], widths)

    def room(size: float) -> int:
        return box.height - _header(page, columns, widths, size).height

    @cache
    def broken_words(size: float) -> int:
        """Return how many words are wider than their column, the headings' among them."""
        head = [cell.frame.paragraphs for cell in _header(page, columns, widths, size).cells]
        texts = ([entry.paragraphs for entry in entries(size)] for entries in rows)
        return sum(
            _broken_words(page, text, width)
            for row in (head, *texts)
            for text, width in zip(row, widths, strict=True)
        )

    own = page.theme.size.table
    smallest = min(own, page.theme.size.table_min + 1)
    lowest, most = list(heights(smallest)), room(smallest)
    if max(lowest) > most:
        return own
    least = pages_left(lowest, most)
    return next(
        size
        for size in (*size_steps(largest, own), smallest)
        if size == smallest
        or (
            need_no_more(page_numbers(heights(size), room(size)), least, least[0] - 1)
            and broken_words(size) <= broken_words(smallest)
        )
    )


def _broken_words(page: Page, text: Sequence[Paragraph], width: int) -> int:
    room = to_points(width - 2 * _insets(page)[0]) * SAFETY
    return sum(
        page.measurer.width(word, run.size, run.bold) > room
        for paragraph in text
        for run in paragraph.runs
        if page.measurer.width(run.text, run.size, run.bold) > room  # else no word is wider
        for word in run.text.split()
    )


def _widths(columns: Sequence[Column], box: Box) -> tuple[Emu, ...]:
    return tuple(part.width for part in box.columns([column.weight for column in columns], 0))


def _header(page: Page, columns: Sequence[Column], widths: Sequence[Emu], size: float) -> Row:
    colour = page.theme.colour
    cells = tuple(
        Cell(
            _cell_frame(page, (paragraph(c.heading, size, colour.on_accent, bold=True),)),
            fill=colour.accent,
        )
        for c in columns
    )
    return Row(cells, _height(page, [cell.frame.paragraphs for cell in cells], widths))


def _row(
    page: Page, entries: Sequence[Entry], widths: Sequence[Emu], room: int
) -> tuple[Row, list[Fitted]]:
    frames = [_cell_frame(page, entry.paragraphs) for entry in entries]
    texts = list[Fitted]()
    height = _height(page, [frame.paragraphs for frame in frames], widths)
    if height > room:
        texts = [clipped(page, f, width, room) for f, width in zip(frames, widths, strict=True)]
        frames = [text.frame for text in texts]
        height = _height(page, [frame.paragraphs for frame in frames], widths)
    cells = tuple(Cell(f, entry.fill) for f, entry in zip(frames, entries, strict=True))
    return Row(cells, height), [text for text in texts if text.cut]


def _cell_frame(page: Page, paragraphs: tuple[Paragraph, ...]) -> TextFrame:
    side, edge = _insets(page)
    return TextFrame(paragraphs, Anchor.TOP, side, edge, side, edge)


def _insets(page: Page) -> tuple[Emu, Emu]:
    """Return how far a text is from the sides of its cell, and from the edges above and below."""
    return points(page.theme.space.cell), points(page.theme.space.cell * 0.5)


def _height(page: Page, texts: Iterable[Sequence[Paragraph]], widths: Sequence[Emu]) -> Emu:
    """Return how high a row with `texts` in its cells is: that of the highest of them."""
    side, edge = _insets(page)
    measure = page.measurer.text_height
    highest = max(measure(t, w - 2 * side) for t, w in zip(texts, widths, strict=True))
    return Emu(highest + 2 * edge)
