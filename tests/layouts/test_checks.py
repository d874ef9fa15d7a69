"""The checks that every slide is held to would see a slide that is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.scene.deck import Placeholder, Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.shapes import Cell, Group, Item, Row, Shape, Table, TextBox
from deckgen.scene.text import TextFrame
from deckgen.typeset import frame, paragraph
from tests.builders import box, page
from tests.layouts.checks import assert_sound, cell_texts, said, tables, texts_of
from tests.layouts.postmortems import PARAGRAPH

BODY = page().boxes.body
INK = page().theme.colour.ink


def slide(*items: Item, notes: tuple[str, ...] = ("Say this.",)) -> Slide:
    return Slide("test", "Title Only", Placeholder("title", page().boxes.title, "A"), items, notes)


def text(said: str = "Hello", size: float = 16, colour: str = INK) -> TextFrame:
    return frame(paragraph(said, size, colour))


def words(x: float = 2, y: float = 2, shown: TextFrame | None = None, width: float = 3) -> TextBox:
    return TextBox(f"words at {x},{y}", box(x, y, width, 1), shown or text())


def table(shown: TextFrame, height: float = 30) -> Table:
    rows = (Row((Cell(text()), Cell(shown)), points(height)),)
    place = Box(BODY.x, BODY.y, points(400), points(height))
    return Table("Table", place, (points(200), points(200)), rows, INK, "alt")


def group(*items: Item) -> Group:
    return Group("Group", BODY, items, "alt")


SOUND = {
    "two texts": slide(words(), words(2, 4)),
    "a text on a panel": slide(Shape("panel", box(1.5, 2, 5, 2), fill="#EEEEEE"), words()),
    "a table": slide(table(text())),
    "a group": slide(group(words(), words(6, 2))),
    "a small text on an axis": slide(group(replace(words(), name="tick:1", frame=text(size=10)))),
}
WRONG = {
    "off the slide": slide(words(11.5, 2)),
    "over the title": slide(words(2, 0.5)),
    "off the slide inside a group": slide(group(words(11.5, 2))),
    "inside out": slide(Shape("line", Box(BODY.x, BODY.bottom, Emu(9), Emu(-9)))),
    "one text on another": slide(words(), words(4, 2.5)),
    "one text on another, in a group": slide(words(), group(words(4, 2.5))),
    "a text on a table": slide(table(text()), words(0.6, 1.5)),
    "a shape over a text": slide(words(), Shape("panel", box(1.5, 2, 5, 2), fill="#EEEEEE")),
    "a text too long for its box": slide(words(shown=text(PARAGRAPH))),
    "a text too long for its cell": slide(table(text(PARAGRAPH))),
    "a line too wide for its box": slide(
        words(shown=replace(text("Wider than its box by far"), wraps=False), width=1)
    ),
    "small type": slide(words(shown=text(size=11))),
    "small type in a table": slide(table(text(size=10))),
    "pale type": slide(words(shown=text(colour="#BBBBBB"))),
    "type as dark as its panel": slide(
        group(Shape("panel", box(1.5, 1.5, 5, 2), fill="#1F2A37"), words())
    ),
    "type as dark as its own shape": slide(
        Shape("badge", box(2, 2, 2, 1), fill="#1F2A37", frame=text())
    ),
    "nothing left of a text": slide(words(shown=text("…"))),
    "no notes": slide(words(), notes=()),
    "an empty note": slide(words(), notes=("Say this.", " ")),
}


@pytest.mark.parametrize("case", SOUND)
def test_a_slide_that_is_right_passes(case: str) -> None:
    assert_sound(SOUND[case], page())


@pytest.mark.parametrize("case", WRONG)
def test_a_slide_that_is_wrong_is_seen(case: str) -> None:
    with pytest.raises(AssertionError):
        assert_sound(WRONG[case], page())


def test_texts_are_told_in_reading_order_those_of_groups_and_tables_included() -> None:
    drawn = slide(
        words(shown=text("first")), table(text("third")), group(words(shown=text("last")))
    )
    assert texts_of(drawn) == ["A", "first", "Hello", "third", "last"]
    assert said([drawn]) == "A\nfirst\nHello\nthird\nlast\nSay this."
    assert [cell_texts(found) for found in tables([drawn])] == [[["Hello", "third"]]]
