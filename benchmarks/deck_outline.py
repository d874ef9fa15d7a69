"""What a deck holds, so that other tools can be asked for as much: as JSON and as Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE


def outline_of(deck: Path, pictures: Path) -> list[dict[str, Any]]:
    """Return title, texts, plain shapes, tables, charts, pictures, notes of every slide of `deck`.

    The pictures are written into the folder `pictures`.
    """
    return [_slide(slide, n, pictures) for n, slide in enumerate(Presentation(str(deck)).slides)]


def _slide(slide: Any, number: int, pictures: Path) -> dict[str, Any]:
    plan: dict[str, Any] = {"title": "", "texts": [], "plain": 0}
    plan |= {"tables": [], "charts": [], "pictures": []}
    for shape in _leaves(slide.shapes):
        if shape.is_placeholder and "TITLE" in str(shape.placeholder_format.type):
            plan["title"] = shape.text_frame.text
        elif getattr(shape, "has_table", False) and shape.has_table:
            plan["tables"].append([[cell.text for cell in row.cells] for row in shape.table.rows])
        elif getattr(shape, "has_chart", False) and shape.has_chart:
            plots = shape.chart.plots[0].series
            plan["charts"].append([[line.name, list(line.values)] for line in plots])
        elif shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
            path = pictures / f"{number}-{shape.shape_id}.{shape.image.ext}"
            path.write_bytes(shape.image.blob)
            plan["pictures"].append(str(path))
        elif shape.has_text_frame and shape.text_frame.text:
            plan["texts"].append(shape.text_frame.text)
        else:
            plan["plain"] += 1
    plan["notes"] = slide.notes_slide.notes_text_frame.text
    return plan


def _leaves(shapes: Any) -> Any:
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _leaves(shape.shapes)
        else:
            yield shape


def markdown_of(outline: list[dict[str, Any]]) -> str:
    """Return the same content as Markdown for pandoc, a second-level heading for each slide."""
    lines: list[str] = []
    for plan in outline:
        lines += [f"## {plan['title']}", ""]
        for text in plan["texts"]:
            lines += [f"- {' '.join(text.split())}"]
        for rows in plan["tables"]:
            cells = [[" ".join(cell.split()).replace("|", "/") for cell in row] for row in rows]
            lines += ["", f"| {' | '.join(cells[0])} |", "|" + " --- |" * len(cells[0])]
            lines += [f"| {' | '.join(row)} |" for row in cells[1:]]
        lines += ["", *(f"![picture]({path})" for path in plan["pictures"])]
        lines += ["", "::: notes", " ".join(plan["notes"].split()), ":::", ""]
    return "\n".join(lines)
