"""Text that shrinks to fit: one text, a frame, or a stack of blocks over several pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from deckgen.layout import Page
from deckgen.scene.flow import need_no_more, page_numbers, page_ranges, pages_left, spread
from deckgen.scene.geometry import Box, points, to_points
from deckgen.scene.measure import ELLIPSIS, size_steps
from deckgen.scene.text import Align, Anchor, Paragraph, Run, TextFrame
from deckgen.typeset import frame, paragraph


class Fitted(NamedTuple):
    """A text set to fit its box. `cut` is the text in full where the frame holds only its start."""

    frame: TextFrame
    size: float
    cut: tuple[str, ...] = ()


def fitted(
    page: Page,
    text: str,
    box: Box,
    largest: float,
    smallest: float,
    colour: str,
    *,
    bold: bool = False,
    anchor: Anchor = Anchor.TOP,
    align: Align = Align.LEFT,
    padding: float = 0.0,
) -> Fitted:
    """Return `text` in the largest size, down to `smallest` points, that fits into `box`."""
    width = to_points(box.width) - 2 * padding
    height = to_points(box.height) - 2 * padding
    size, shown = page.measurer.fitted(text, width, height, size_steps(largest, smallest), bold)
    set_text = paragraph(shown, size, colour, bold=bold, align=align)
    cut = () if shown == text else (text,)
    return Fitted(frame(set_text, anchor=anchor, padding=padding), size, cut)


def clipped(page: Page, text: TextFrame, width: int, height: int) -> Fitted:
    """Return `text`, its paragraphs shortened as far as `height` EMU demands.

    The longest give way first, each down to a line; where that is not enough, the last give way
    altogether.
    """
    full, shown = text.paragraphs, list(text.paragraphs)
    if page.measurer.height(text, width) <= height:
        return Fitted(text, max(run.size for one in full for run in one.runs))

    def fits() -> bool:
        return page.measurer.height(replace(text, paragraphs=tuple(shown)), width) <= height

    def shorten(n: int, least: int) -> None:
        def fits_with(length: int) -> bool:
            shown[n] = _shortened(full[n], length)
            return fits()

        if least < len(full[n].text):
            shown[n] = _shortened(full[n], most_that_fit(fits_with, least, len(full[n].text) - 1))

    inner = width - text.left - text.right
    for n in sorted(range(len(full)), key=lambda n: -len(full[n].text)):
        if not fits():
            shorten(n, _line_length(page, full[n], inner))
    for n in reversed(range(len(full))):
        if not fits():
            shorten(n, 0)
    size = max(run.size for paragraph in shown for run in paragraph.runs)
    cut = tuple(one.text for one, now in zip(full, shown, strict=True) if one != now)
    return Fitted(replace(text, paragraphs=tuple(shown)), size, cut)


def most_that_fit(fits: Callable[[int], bool], low: int, high: int) -> int:
    """Return the largest number up to `high` of which `fits` is true, else `low`."""
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _line_length(page: Page, text: Paragraph, width: int) -> int:
    """Return how many characters of a paragraph one line of `width` EMU holds."""
    room = to_points(width - text.hang)
    if page.measurer.line_count(text.runs, room) <= 1:
        return len(text.text)

    def fits(length: int) -> bool:
        return page.measurer.line_count(_shortened(text, length).runs, room) <= 1

    return most_that_fit(fits, 0, len(text.text) - 1)


def shrunk(
    page: Page, text: Callable[[float], TextFrame], box: Box, largest: float, smallest: float
) -> Fitted:
    """Return what `text` makes for the largest size that fits into `box`, else it is clipped."""
    for size in size_steps(largest, smallest):
        made = text(size)
        if page.measurer.height(made, box.width) <= box.height:
            break
    return clipped(page, made, box.width, box.height)


def _shortened(text: Paragraph, length: int) -> Paragraph:
    """Return the first `length` characters of a paragraph, its looks kept, with an ellipsis."""
    runs: list[Run] = []
    left = length
    for run in text.runs:
        if left <= 0 and runs:
            break
        runs.append(replace(run, text=run.text[: max(left, 0)]))
        left -= len(run.text)
    last = runs[-1]
    runs[-1] = replace(last, text=last.text.rstrip(" ,;:.-–—(") + ELLIPSIS)
    return replace(text, runs=tuple(runs))


class Block(NamedTuple):
    """A frame in the place where it goes. `number` counts the blocks of a stack from 0."""

    number: int
    box: Box
    text: Fitted


def stacked(
    page: Page,
    blocks: Sequence[Callable[[float], TextFrame]],
    box: Box,
    largest: float,
    smallest: float,
    *,
    gap: float,
    most: float = 1.3,
) -> list[list[Block]]:
    """Return the pages of blocks stacked in `box`, in the largest size with the fewest pages.

    Each of `blocks` makes its frame for a size in points; `gap` is points. Where the smallest
    size needs more room than one page has, the blocks go on over further pages, each kept whole.
    """
    stack = Stack(page, blocks, box, gap)
    size = largest_size([stack], largest, smallest)
    texts = [clipped(page, block(size), box.width, box.height) for block in blocks]
    heights = [page.measurer.height(text.frame, box.width) for text in texts]
    return [
        _placed(numbers, texts, heights, box, points(gap), most)
        for numbers in page_ranges(heights, box.height, points(gap))
    ]


class Stack(NamedTuple):
    """Blocks, each a frame for a size in points, to be stacked `gap` points apart in `box`."""

    page: Page
    blocks: Sequence[Callable[[float], TextFrame]]
    box: Box
    gap: float

    def heights(self, size: float) -> Iterator[int]:
        """Yield how high each block is in this size."""
        return (self.page.measurer.height(block(size), self.box.width) for block in self.blocks)

    def needs_no_more(self, size: float, least: Sequence[int], pages: int) -> bool:
        """Whether it goes onto so many pages; `least` are its `pages_left` in a smaller size."""
        numbers = page_numbers(self.heights(size), self.box.height, points(self.gap))
        return need_no_more(numbers, least, pages - 1)


def largest_size(stacks: Sequence[Stack], largest: float, smallest: float) -> float:
    """Return the largest size in which none of `stacks` needs more pages than the longest must.

    Where a block is higher than a page even in the smallest size, that is taken: least is cut.
    """
    heights = [list(stack.heights(smallest)) for stack in stacks]
    if any(max(h, default=0) > s.box.height for s, h in zip(stacks, heights, strict=True)):
        return smallest
    least = [
        pages_left(h, stack.box.height, points(stack.gap))
        for stack, h in zip(stacks, heights, strict=True)
    ]
    pages = max((left[0] for left in least if left), default=1)
    longest_first = sorted(zip(stacks, least, strict=True), key=lambda pair: -len(pair[1]))
    return next(
        size
        for size in size_steps(largest, smallest)
        if all(stack.needs_no_more(size, left, pages) for stack, left in longest_first)
    )


def _placed(
    numbers: range, texts: Sequence[Fitted], heights: Sequence[int], box: Box, gap: int, most: float
) -> list[Block]:
    places = spread([heights[n] for n in numbers], box.height, gap, most)
    return [
        Block(n, box.row(top, height), texts[n])
        for n, (top, height) in zip(numbers, places, strict=True)
    ]


def in_full(texts: Sequence[Fitted]) -> tuple[str, ...]:
    """Return a speaker's note for each text that had to be shortened, with all its words."""
    return tuple(f"In full: {cut}" for text in texts for cut in text.cut)
