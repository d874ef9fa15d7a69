"""Where things stand: inside the slide, with an extent, and no text on other text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from tests.validators.boxes import EMU_PER_PIXEL, Box
from tests.validators.package import Package, opened
from tests.validators.shapes import Shape, Slide, slides_of
from tests.validators.xmlnames import A, P

PLOT = "plot:"
"""How a chart is called whose axes are drawn around it."""


def geometry_findings(pptx: bytes) -> list[str]:
    """Every misplaced shape, as `slide n: 'shape': what is wrong`; empty when there is none.

    Expects a file in which `structure_findings` finds nothing; raises ValueError when it cannot
    follow the slides to their layouts.
    """
    package = opened(pptx)
    size = _slide_size(package)
    canvas = Box(0, 0, int(size.get("cx", "0")), int(size.get("cy", "0")))
    found = [f"document: {fault}" for fault in _canvas_faults(size, canvas)]
    for slide in slides_of(package):
        faults = [*_place_faults(slide, canvas), *_table_faults(slide), *_collisions(slide)]
        found += [f"slide {slide.number}: {fault}" for fault in faults]
    return found


def _slide_size(package: Package) -> etree._Element:
    main = package.related_tree("", "officeDocument")
    size = None if main is None else main[1].find(P + "sldSz")
    if size is None:
        raise ValueError("the presentation has no slide size")
    return size


def _canvas_faults(size: etree._Element, canvas: Box) -> Iterator[str]:
    if canvas.width * 9 != canvas.height * 16:
        yield f"the slides are {canvas.width:.0f} x {canvas.height:.0f} EMU, not 16:9"
    if size.get("type", "custom") != "custom":
        yield f"the slides are declared as {size.get('type')}"


def _place_faults(slide: Slide, canvas: Box) -> Iterator[str]:
    for shape in slide.walk():
        if shape.frame is None or shape.box is None:
            yield f"{shape.name!r}: has no place"
        elif shape.frame.is_empty:
            size = f"{shape.frame.width} x {shape.frame.height}"
            yield f"{shape.name!r}: has no area ({size})"
        elif not canvas.contains(shape.box, slack=0.5):
            yield f"{shape.name!r}: leaves the slide ({_place(shape.box)})"


def _table_faults(slide: Slide) -> Iterator[str]:
    """Tables whose frame is not their grid, and tables that reach into the footers."""
    footers = [shape for shape in slide.shapes if shape.is_footer]
    footer_top = min((s.box.y for s in footers if s.box is not None), default=float("inf"))
    for shape in slide.walk():
        if shape.kind != "table" or shape.frame is None or shape.box is None:
            continue
        height = sum(int(row.get("h", "0")) for row in shape.element.iter(A + "tr"))
        width = sum(int(column.get("w", "0")) for column in shape.element.iter(A + "gridCol"))
        if height != shape.frame.height:
            yield f"{shape.name!r}: the rows are {height} high, the frame {shape.frame.height}"
        if width != shape.frame.width:
            yield f"{shape.name!r}: the columns are {width} wide, the frame {shape.frame.width}"
        if shape.box.bottom > footer_top:
            yield f"{shape.name!r}: reaches into the footers"


def _collisions(slide: Slide) -> Iterator[str]:
    """Pairs of texts, tables and charts that share more than a pixel, by a sweep from the left."""
    open_ones: list[tuple[Shape, Box]] = []
    for shape, box in _bearers_of_text(slide):
        open_ones = [(other, b) for other, b in open_ones if b.right > box.x + EMU_PER_PIXEL]
        for other, other_box in open_ones:
            if min(box.overlap(other_box)) > EMU_PER_PIXEL:
                yield f"{other.name!r} and {shape.name!r} overlap ({_shared(box, other_box)})"
        open_ones.append((shape, box))


def _bearers_of_text(slide: Slide) -> Sequence[tuple[Shape, Box]]:
    """What bears text, by its left edge; a plot of deckgen has neither axes nor texts."""
    found = [
        (shape, shape.box)
        for shape in slide.walk()
        if shape.box is not None and (_bears_text(shape) or shape.text)
    ]
    return sorted(found, key=lambda pair: pair[1].x)


def _bears_text(shape: Shape) -> bool:
    return shape.kind == "table" or (shape.kind == "chart" and not shape.name.startswith(PLOT))


def _shared(first: Box, second: Box) -> str:
    width, height = first.overlap(second)
    return f"{width / EMU_PER_PIXEL:.1f} x {height / EMU_PER_PIXEL:.1f} px"


def _place(box: Box) -> str:
    return f"{box.x:.0f}, {box.y:.0f} to {box.right:.0f}, {box.bottom:.0f}"
