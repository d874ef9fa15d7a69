"""A deck of as many slides and shapes as an outline says, by python-pptx alone: the yardstick.

`python bare_python_pptx.py OUTLINE.json OUT.pptx`
"""

from __future__ import annotations

import json
import sys
from typing import Any

from pptx import Presentation
from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu, Pt


def write(outline: list[dict[str, Any]], target: str) -> None:
    """Write a deck with the slides, shapes, tables, charts, pictures and notes of `outline`."""
    deck = Presentation()
    for plan in outline:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = plan["title"]
        for text in plan["texts"]:
            box = slide.shapes.add_textbox(Emu(9525), Emu(9525), Emu(914400), Emu(457200))
            run = box.text_frame.paragraphs[0].add_run()
            run.text = text
            run.font.size = Pt(12)
        for _ in range(plan["plain"]):
            shape = slide.shapes.add_shape(
                MSO_SHAPE.RECTANGLE, Emu(9525), Emu(9525), Emu(914400), Emu(457200)
            )
            shape.fill.solid()
        for rows in plan["tables"]:
            frame = slide.shapes.add_table(
                len(rows), len(rows[0]), Emu(9525), Emu(9525), Emu(9144000), Emu(4572000)
            )
            for r, row in enumerate(rows):
                for c, text in enumerate(row):
                    frame.table.cell(r, c).text = text
        for lines in plan["charts"]:
            make: Any = XyChartData
            data = make()
            for name, values in lines:
                series = data.add_series(name)
                for x, y in enumerate(values):
                    series.add_data_point(x, y)
            kind = XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS
            slide.shapes.add_chart(kind, Emu(9525), Emu(9525), Emu(9144000), Emu(4572000), data)
        for path in plan["pictures"]:
            slide.shapes.add_picture(path, Emu(9525), Emu(9525))
        slide.notes_slide.notes_text_frame.text = plan["notes"]
    deck.save(target)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        write(json.load(file), sys.argv[2])
