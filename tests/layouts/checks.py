"""What every slide must be: inside its body, nothing on top of a text, legible, nothing overfull.

The checks work on the slide as a value: where its texts stand follows from boxes, insets and the
measurer, as it does in an application that draws it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from deckgen.layout import Layout, Page
from deckgen.postmortem.model import Postmortem
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.measure import Measurer
from deckgen.scene.shapes import Group, Item, Shape, Table, TextBox
from deckgen.scene.text import Anchor, TextFrame
from deckgen.theme import contrast
from tests.builders import page as default_page

HAIR = points(0.5)
"""What rounding may shift a box by."""

LEAST = 12.0
LEAST_IN_TABLES = 11.0
LEAST_ON_AXES = 10.0
_AXIS = ("tick", "note", "axis")


@dataclass(frozen=True)
class Placed:
    """A text in the box that it may fill. `least` is the smallest size it may have, in points."""

    name: str
    box: Box
    frame: TextFrame
    least: float
    fill: str | None = None

    @property
    def room(self) -> Box:
        """The box less the insets."""
        frame, box = self.frame, self.box
        return Box(
            Emu(box.x + frame.left),
            Emu(box.y + frame.top),
            Emu(box.width - frame.left - frame.right),
            Emu(box.height - frame.top - frame.bottom),
        )

    def ink(self, measurer: Measurer) -> Box:
        """The part of the room that lines cover, given how the text is anchored."""
        bare = TextFrame(self.frame.paragraphs)
        height, room = measurer.height(bare, self.room.width), self.room
        spare = room.height - height
        share = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}[self.frame.anchor]
        return room.row(round(spare * share), height)


def slides_of(
    layout: type[Layout], postmortem: Postmortem, page: Page | None = None
) -> list[Slide]:
    """Return the slides of `layout`, each held to everything that a slide must be."""
    page = page or default_page()
    slides = list(layout().slides(postmortem, page))
    for slide in slides:
        assert_sound(slide, page)
    return slides


def assert_sound(slide: Slide, page: Page) -> None:
    """Hold a slide to everything that every slide must be."""
    assert_inside(slide, page)
    assert_texts_fit(slide, page)
    assert_no_text_overlap(slide, page.measurer)
    assert [text for text in texts_of(slide) if text and not text.strip("… ")] == []
    assert_legible(slide, page)
    assert [note for note in slide.notes if not note.strip()] == []
    assert slide.notes
    assert slide.title.text


def texts_of(slide: Slide) -> list[str]:
    """Return the texts on the slide in reading order: the heads, then each paragraph."""
    heads = [slide.title, *([slide.subtitle] if slide.subtitle else [])]
    return [head.text for head in heads] + [
        paragraph.text for text in texts(slide.items) for paragraph in text.frame.paragraphs
    ]


def said(slides: Iterable[Slide]) -> str:
    """Return everything on the slides and in their notes, a line each."""
    return "\n".join(line for slide in slides for line in (*texts_of(slide), *slide.notes))


def texts(items: Iterable[Item]) -> Iterator[Placed]:
    """Yield each text where it stands, those of groups and cells included."""
    for item in items:
        if isinstance(item, Group):
            yield from texts(item.children)
        elif isinstance(item, Table):
            yield from _cells(item)
        elif isinstance(item, TextBox | Shape) and item.frame:
            fill = item.fill if isinstance(item, Shape) else None
            least = LEAST_ON_AXES if item.name.startswith(_AXIS) else LEAST
            yield Placed(item.name, item.box, item.frame, least, fill)


def _cells(table: Table) -> Iterator[Placed]:
    top = table.box.y
    for r, row in enumerate(table.rows):
        left = table.box.x
        for c, (cell, width) in enumerate(zip(row.cells, table.widths, strict=True)):
            box = Box(left, top, width, row.height)
            yield Placed(f"{table.name}[{r},{c}]", box, cell.frame, LEAST_IN_TABLES, cell.fill)
            left = Emu(left + width)
        top = Emu(top + row.height)


def tables(slides: Iterable[Slide]) -> list[Table]:
    """Return the tables of the slides in their order."""
    return [item for slide in slides for item in slide.items if isinstance(item, Table)]


def cell_texts(table: Table) -> list[list[str]]:
    """Return the rows of a table, header first, each cell's paragraphs on lines of their own."""
    return [[cell.frame.text for cell in row.cells] for row in table.rows]


def parts(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items, each group followed by what is in it, in the order of painting."""
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from parts(item.children)


def assert_inside(slide: Slide, page: Page) -> None:
    """Nothing that is drawn leaves the page's body, nothing is inside out."""
    boxes = {item.name: item.box for item in parts(slide.items)}
    outside = {n: box for n, box in boxes.items() if not page.boxes.body.contains(box, HAIR)}
    assert outside == {}
    assert {n: box for n, box in boxes.items() if box.width < 0 or box.height < 0} == {}


def assert_texts_fit(slide: Slide, page: Page) -> None:
    """Every text has the room that it needs: by height, unwrapped ones by width as well."""
    overfull = {
        text.name: (text.frame.text[:80], text.box)
        for text in texts(slide.items)
        if page.measurer.height(text.frame, text.box.width) > text.box.height + HAIR
    }
    assert overfull == {}
    too_wide = {
        text.name: (text.frame.text[:80], text.box)
        for text in texts(slide.items)
        if not text.frame.wraps and _width(text, page.measurer) > text.room.width + HAIR
    }
    assert too_wide == {}


def _width(text: Placed, measurer: Measurer) -> int:
    lines = (
        sum(measurer.width(run.text, run.size, run.bold) for run in paragraph.runs)
        for paragraph in text.frame.paragraphs
    )
    return points(max(lines))


def assert_no_text_overlap(slide: Slide, measurer: Measurer) -> None:
    """No two texts share room, and no shape is painted over the lines of a text."""
    rooms = [(text.name, text.frame.text[:40], text.room) for text in texts(slide.items)]
    shared = [
        (one[:2], other[:2])
        for one, other in combinations(rooms, 2)
        if one[2].overlaps(other[2], HAIR)
    ]
    assert shared == []
    assert list(_covered(list(parts(slide.items)), measurer)) == []


def _covered(items: Sequence[Item], measurer: Measurer) -> Iterator[tuple[str, str]]:
    """Yield the names of each text and of a filled shape that is painted over its lines later."""
    inks = [
        (n, text.name, text.ink(measurer))
        for n, item in enumerate(items)
        if not isinstance(item, Group)
        for text in texts([item])
    ]
    for n, item in enumerate(items):
        if isinstance(item, Shape) and item.fill:
            for m, name, ink in inks:
                if m < n and item.box.overlaps(ink, HAIR):
                    yield name, item.name


def assert_legible(slide: Slide, page: Page) -> None:
    """Every text is large enough, and stands out from what it is painted on."""
    small = [
        (text.name, run.size)
        for text in texts(slide.items)
        for paragraph in text.frame.paragraphs
        for run in paragraph.runs
        if run.size < text.least
    ]
    assert small == []
    assert list(_pale(slide, page)) == []


def _pale(slide: Slide, page: Page) -> Iterator[tuple[str, str, str]]:
    grounds: list[tuple[Box, str]] = []
    for item in parts(slide.items):
        if isinstance(item, Group):
            continue
        for text in texts([item]):
            ground = text.fill or _ground(text.ink(page.measurer), grounds, page)
            for paragraph in text.frame.paragraphs:
                for run in paragraph.runs:
                    if contrast(run.colour, ground) < 4.5:
                        yield text.name, run.colour, ground
        if isinstance(item, Shape) and item.fill:
            grounds.append((item.box, item.fill))


def _ground(ink: Box, grounds: Sequence[tuple[Box, str]], page: Page) -> str:
    x, y = ink.x + ink.width // 2, ink.y + ink.height // 2
    middle = Box(Emu(x), Emu(y), Emu(0), Emu(0))
    below = (fill for box, fill in reversed(grounds) if box.contains(middle))
    return next(below, page.theme.colour.paper)
