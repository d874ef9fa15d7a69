"""The texts of a Deck with the boxes in which they must be found once drawn, in points."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.scene.deck import Deck, Placeholder, Slide
from deckgen.scene.geometry import Box, Emu, to_points
from deckgen.scene.shapes import Group, Item, Shape, Table, TextBox
from deckgen.scene.text import TextFrame

TextInBox = tuple[str, str, float, float, float, float]
"""Name, text, and the box's x, y, width and height in points."""


def text_boxes_of(deck: Deck) -> list[list[TextInBox]]:
    """Return, for every slide of `deck`, each text with the box it belongs in."""
    return [list(_texts(slide)) for slide in deck.slides]


def _texts(slide: Slide) -> Iterator[TextInBox]:
    for placeholder in (slide.title, slide.subtitle):
        if isinstance(placeholder, Placeholder):
            yield _placed(placeholder.kind, placeholder.text, placeholder.box)
    for item in slide.items:
        yield from _in_item(item)


def _in_item(item: Item) -> Iterator[TextInBox]:
    if isinstance(item, Group):
        for child in item.children:
            yield from _in_item(child)
    elif isinstance(item, Table):
        yield from _in_table(item)
    elif isinstance(item, TextBox | Shape) and item.frame and item.frame.text.strip():
        yield _placed(item.name, _shown(item.frame), item.box)


def _in_table(table: Table) -> Iterator[TextInBox]:
    top = table.box.y
    for r, row in enumerate(table.rows):
        left = table.box.x
        for c, (cell, width) in enumerate(zip(row.cells, table.widths, strict=True)):
            if cell.frame.text.strip():
                box = Box(Emu(left), Emu(top), width, row.height)
                yield _placed(f"{table.name}[{r}][{c}]", _shown(cell.frame), box)
            left = Emu(left + width)
        top = Emu(top + row.height)


def _shown(frame: TextFrame) -> str:
    return "\n".join(f"{p.bullet or ''} {p.text}" for p in frame.paragraphs)


def _placed(name: str, text: str, box: Box) -> TextInBox:
    x, y, width, height = map(to_points, (box.x, box.y, box.width, box.height))
    return name, text, x, y, width, height
