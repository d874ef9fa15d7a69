"""What the response taught."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar, NamedTuple

from deckgen.fitting import Block, Stack, fitted, in_full, largest_size, stacked
from deckgen.layout import Layout, Page
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import IconName
from deckgen.postmortem.wording import count_in_words, in_words, sentence
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.icons import icon
from deckgen.scene.shapes import Item, Shape, TextBox
from deckgen.scene.text import Anchor, TextFrame
from deckgen.typeset import frame, paragraph

_HEAD = 40.0


class _Column(NamedTuple):
    """One kind of lesson: heading, icon, the heading's colour, and the lessons."""

    heading: str
    icon: IconName
    colour: str
    texts: tuple[str, ...]


class Lessons(Layout):
    """What went well, what went wrong, where luck helped, and what else was learned.

    Needs: one lesson of any kind, or a further learning; a kind without any has no column. More
    than fits continues on a further slide.
    """

    name: ClassVar[str] = "lessons"
    section: ClassVar[str] = "What we learned"
    share: ClassVar[float] = 4.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield the columns, nothing where no lesson is recorded."""
        columns = _columns(postmortem, page)
        if not columns:
            return
        boxes = page.boxes.body.columns([1.0] * len(columns), points(page.theme.space.gutter * 1.5))
        stacks = _stacks(columns, boxes, page)
        for pages in zip_longest(*stacks, fillvalue=[]):
            items: list[Item] = []
            for column, box, blocks in zip(columns, boxes, pages, strict=True):
                if blocks:
                    items += _drawn(column, box, blocks, page)
            cut = in_full([block.text for blocks in pages for block in blocks])
            notes = [*_notes(columns, pages), *cut]
            yield self.slide(page, _headline(postmortem), items, notes)


def _columns(postmortem: Postmortem, page: Page) -> list[_Column]:
    lessons, colour = postmortem.lessons, page.theme.colour
    columns = [
        _Column("What went well", IconName.CHECK, colour.good, lessons.went_well),
        _Column("What went wrong", IconName.WARNING, colour.bad, lessons.went_wrong),
        _Column("Where we got lucky", IconName.LIFEBUOY, colour.caution, lessons.got_lucky),
        _Column(
            "Also learned",
            IconName.LIGHTBULB,
            colour.accent,
            tuple(learning.text for learning in postmortem.learnings),
        ),
    ]
    return [column for column in columns if column.texts]


def _headline(postmortem: Postmortem) -> str:
    lessons = postmortem.lessons
    luck = "was luck" if len(lessons.got_lucky) == 1 else "were luck"
    told = [(len(lessons.went_well), "went well"), (len(lessons.went_wrong), "went wrong")]
    told = [(amount, what) for amount, what in [*told, (len(lessons.got_lucky), luck)] if amount]
    if not told:
        return sentence(count_in_words(len(postmortem.learnings), "further learning"))
    (amount, what), *rest = told
    parts = [f"{count_in_words(amount, 'thing')} {what}", *(f"{in_words(n)} {w}" for n, w in rest)]
    return sentence(", ".join(parts))


def _stacks(
    columns: Sequence[_Column], boxes: Sequence[Box], page: Page
) -> list[list[list[Block]]]:
    """Return each column's pages, all columns in the one size that suits the longest."""
    rooms = [
        Box(b.x, Emu(b.y + points(_HEAD)), b.width, Emu(b.height - points(_HEAD))) for b in boxes
    ]
    gap = page.theme.space.gap
    stacks = [
        Stack(page, [_text(text, page) for text in column.texts], room, gap)
        for column, room in zip(columns, rooms, strict=True)
    ]
    size = largest_size(stacks, 20, page.theme.size.body_min)
    return [stacked(page, s.blocks, s.box, size, size, gap=gap, most=1.0) for s in stacks]


def _text(text: str, page: Page) -> Callable[[float], TextFrame]:
    def at(size: float) -> TextFrame:
        return frame(paragraph(text, size, page.theme.colour.ink, bullet="•"), padding=4, side=0)

    return at


def _drawn(column: _Column, box: Box, blocks: Sequence[Block], page: Page) -> Iterator[Item]:
    size = page.theme.size
    yield Shape(f"{column.heading}:bar", box.row(0, points(3)), fill=column.colour)
    mark = Box(box.x, Emu(box.y + points(11)), points(22), points(22))
    yield icon(column.icon, mark, column.colour)
    head = Box(
        Emu(box.x + points(29)), Emu(box.y + points(8)), Emu(box.width - points(29)), points(28)
    )
    heading = fitted(
        page,
        column.heading,
        head,
        size.heading,
        size.body_min,
        column.colour,
        bold=True,
        anchor=Anchor.MIDDLE,
    )
    yield TextBox(f"{column.heading}:heading", head, heading.frame)
    for block in blocks:
        yield TextBox(f"{column.heading}:{block.number + 1}", block.box, block.text.frame)


def _notes(columns: Sequence[_Column], pages: Sequence[Sequence[Block]]) -> Iterator[str]:
    yield "Start with what went well: it is what we keep."
    for column, blocks in zip(columns, pages, strict=True):
        if blocks:
            yield f"{column.heading}: {' '.join(column.texts[block.number] for block in blocks)}"
