"""Free forms as DrawingML."""

from __future__ import annotations

from deckgen.pptx.markup import fill, outline, transform
from deckgen.pptx.scope import SlideScope
from deckgen.scene.geometry import Box, Emu
from deckgen.scene.shapes import Close, CurveTo, LineTo, MoveTo, Path, Segment


def path_xml(item: Path, scope: SlideScope) -> str:
    """Return a free form as one path, whose units are EMU from the corner of its box."""
    box = _with_area(item)
    contours = "".join([_segment(segment, box) for segment in item.segments])
    unfilled = ' fill="none"' if item.fill is None else ""
    return (
        f"<p:sp><p:nvSpPr>{scope.identity(item.name, item.alt)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{transform(box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{box.width}" h="{box.height}"'
        f"{unfilled}>{contours}</a:path></a:pathLst></a:custGeom>"
        f"{fill(item.fill)}{outline(item.line)}</p:spPr></p:sp>"
    )


def _with_area(item: Path) -> Box:
    """Return the item's box; where it is flat, as thick as the stroke.

    Several readers drop shapes without width or height, such as an axis.
    """
    box, stroke = item.box, max(1, item.line.width if item.line else 1)
    if box.width == 0:
        box = Box(Emu(box.x - stroke // 2), box.y, Emu(stroke), box.height)
    if box.height == 0:
        box = Box(box.x, Emu(box.y - stroke // 2), box.width, Emu(stroke))
    return box


def _segment(segment: Segment, box: Box) -> str:
    match segment:
        case MoveTo(x, y):
            return f"<a:moveTo>{_point(x, y, box)}</a:moveTo>"
        case LineTo(x, y):
            return f"<a:lnTo>{_point(x, y, box)}</a:lnTo>"
        case CurveTo(x1, y1, x2, y2, x, y):
            controls = _point(x1, y1, box) + _point(x2, y2, box)
            return f"<a:cubicBezTo>{controls}{_point(x, y, box)}</a:cubicBezTo>"
        case Close():
            return "<a:close/>"


def _point(x: int, y: int, box: Box) -> str:
    return f'<a:pt x="{x - box.x}" y="{y - box.y}"/>'
