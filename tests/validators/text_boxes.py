"""Where a file says that its texts stand, for comparison with what a renderer paints."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from lxml import etree

from tests.validators.boxes import Box
from tests.validators.package import opened
from tests.validators.placement import TextBox
from tests.validators.shapes import Shape, paragraph_text, slides_of
from tests.validators.xmlnames import A

EMU_PER_POINT = 12700
NUMBER_SIGN = "‹#›"


def text_boxes(pptx: bytes) -> list[list[TextBox]]:
    """The boxes of all texts of each slide in points, tables cell by cell; charts have none.

    PowerPoint's sign for a slide's number is expected as the number. The file must be one in which
    `structure_findings` finds nothing.
    """
    return [
        [box for shape in slide.walk() for box in _boxes(shape, slide.number)]
        for slide in slides_of(opened(pptx))
    ]


def _boxes(shape: Shape, number: int) -> Iterator[TextBox]:
    if shape.box is None or not shape.text:
        return
    if shape.kind == "table":
        yield from _cell_boxes(shape, shape.box)
    else:
        yield _in_points(shape.name, shape.text.replace(NUMBER_SIGN, str(number)), shape.box)


def _cell_boxes(table: Shape, box: Box) -> Iterator[TextBox]:
    columns = [int(column.get("w", "0")) for column in table.element.iter(A + "gridCol")]
    rows = list(table.element.iter(A + "tr"))
    heights = [int(row.get("h", "0")) for row in rows]
    tops = accumulate(heights, initial=box.y)
    for number, (row, top, height) in enumerate(zip(rows, tops, heights, strict=False), 1):
        lefts = accumulate(columns, initial=box.x)
        cells = zip(row.iterchildren(A + "tc"), lefts, columns, strict=False)
        for column, (cell, left, width) in enumerate(cells, 1):
            if text := _cell_text(cell):
                name = f"{table.name} {number}/{column}"
                yield _in_points(name, text, Box(left, top, width, height))


def _cell_text(cell: etree._Element) -> str:
    return "\n".join(map(paragraph_text, cell.iter(A + "p"))).strip()


def _in_points(name: str, text: str, box: Box) -> TextBox:
    x, y, width, height = (v / EMU_PER_POINT for v in (box.x, box.y, box.width, box.height))
    return name, text, x, y, width, height
