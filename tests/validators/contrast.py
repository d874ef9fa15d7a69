"""The contrast of every text with what lies behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from tests.validators.boxes import Box
from tests.validators.colours import UNKNOWN, WHITE, Paint, Palette, contrast, shown
from tests.validators.shapes import Shape, Slide
from tests.validators.text_style import Run, Styles
from tests.validators.xmlnames import A, P

NORMAL_TEXT, LARGE_TEXT = 4.5, 3.0
"""The least contrast ratios (WCAG 2.2, success criterion 1.4.3)."""

UNPAINTED_TABLE_STYLES = (
    "",
    "{2D5ABB26-0587-4C30-8999-92F81FD0307C}",  # No Style, No Grid
    "{5940675A-B579-460E-94D1-54222C63F5DA}",  # No Style, Table Grid
)

TRANSPARENT = Paint((WHITE,), 0.0)


def contrast_findings(slide: Slide, palette: Palette, styles: Styles) -> Iterator[str]:
    """One sentence for each shape and pair of colours that is too hard to read."""
    for shape, below in _with_backdrop(slide, palette):
        surface = _own_fill(shape, palette).over(below)
        found: dict[str, None] = {}
        for run in styles.runs(shape):
            behind = surface
            if run.cell is not None:
                behind = _cell_fill(shape, run.cell, palette).over(surface)
            if fault := _run_fault(run, behind):
                found[fault] = None
        yield from (f"slide {slide.number}: {shape.name!r}: {fault}" for fault in found)


def _run_fault(run: Run, behind: Paint) -> str:
    needed = LARGE_TEXT if run.is_large else NORMAL_TEXT
    pairs = [(text, back) for back in behind.colours for text in run.paint.over(behind).colours]
    if not pairs:
        return "the contrast of its text cannot be told"
    text, back = min(pairs, key=lambda pair: contrast(*pair))
    ratio = contrast(text, back)
    if ratio >= needed:
        return ""
    return f"{shown(text)} on {shown(back)} has a contrast of {ratio:.2f}, not {needed}"


def _with_backdrop(slide: Slide, palette: Palette) -> Iterator[tuple[Shape, Paint]]:
    """Each shape of the slide with the paint behind it: the filled shapes around it, in order."""
    layers: list[tuple[Box, Paint]] = []
    background = _background(slide, palette)
    for shape in _leaves(slide.backdrop):
        _put_on(layers, shape, palette)
    for shape in _leaves(slide.shapes):
        if shape.box is not None:
            yield shape, _seen_through(shape.box, background, layers)
        _put_on(layers, shape, palette)


def _leaves(shapes: Iterable[Shape]) -> Iterator[Shape]:
    return (leaf for shape in shapes for leaf in shape.walk() if leaf.kind != "group")


def _put_on(layers: list[tuple[Box, Paint]], shape: Shape, palette: Palette) -> None:
    paint = UNKNOWN if shape.kind == "picture" else _own_fill(shape, palette)
    if shape.box is not None and paint.opacity > 0:
        layers.append((shape.box, paint))


def _seen_through(box: Box, background: Paint, layers: Iterable[tuple[Box, Paint]]) -> Paint:
    seen = background
    for around, paint in layers:
        if around.contains(box):
            seen = paint.over(seen)
    return seen


def _own_fill(shape: Shape, palette: Palette) -> Paint:
    """A shape's fill: its own, its placeholder's, or its style's."""
    if shape.kind not in ("shape", "freeform"):
        return TRANSPARENT
    for element in (shape.element, *shape.inherited):
        fill = palette.fill(element.find(P + "spPr"))
        if fill is not None:
            return fill
    reference = shape.element.find(f"{P}style/{A}fillRef")
    if reference is None or reference.get("idx") == "0":
        return TRANSPARENT
    return palette.colour(reference)


def _cell_fill(table: Shape, cell: etree._Element, palette: Palette) -> Paint:
    """A cell's own fill. What a table style paints cannot be told: it is not in the file."""
    own = palette.fill(cell.find(A + "tcPr"))
    if own is not None:
        return own
    style = next(table.element.iter(A + "tableStyleId"), None)
    known = style is None or (style.text or "").strip() in UNPAINTED_TABLE_STYLES
    return TRANSPARENT if known else UNKNOWN


def _background(slide: Slide, palette: Palette) -> Paint:
    """The background of the slide, else of its layout, else of its master, else white."""
    for tree in (slide.tree, slide.layout, slide.master):
        background = tree.find(f"{P}cSld/{P}bg")
        if background is None:
            continue
        reference = background.find(P + "bgRef")
        if reference is not None:
            return palette.colour(reference)
        return palette.fill(background.find(P + "bgPr")) or UNKNOWN
    return Paint((WHITE,))
