"""The items of a slide as PresentationML."""

from __future__ import annotations

from deckgen.pptx.chart_xml import frame_xml
from deckgen.pptx.markup import NO_FILL, fill, outline, place, preset, quoted, transform
from deckgen.pptx.path_xml import path_xml
from deckgen.pptx.scope import SlideScope
from deckgen.pptx.table_xml import table_xml
from deckgen.pptx.text_xml import text_body
from deckgen.scene.shapes import (
    BarChart,
    DotChart,
    Geometry,
    Group,
    Item,
    LineChart,
    Path,
    Picture,
    Shape,
    Table,
    TextBox,
)

_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"

_PRESETS = {
    Geometry.RECTANGLE: "rect",
    Geometry.ROUNDED: "roundRect",
    Geometry.ELLIPSE: "ellipse",
    Geometry.DIAMOND: "diamond",
    Geometry.TRIANGLE: "triangle",
    Geometry.PENTAGON: "pentagon",
    Geometry.HEXAGON: "hexagon",
    Geometry.CHEVRON: "chevron",
}


def item_xml(item: Item, scope: SlideScope) -> str:
    """Return the element of one item, its children inside it."""
    match item:
        case TextBox():
            return _text_box(item, scope)
        case Shape():
            return _shape(item, scope)
        case Path():
            return path_xml(item, scope)
        case Picture():
            return _picture(item, scope)
        case Table():
            return table_xml(item, scope)
        case LineChart() | BarChart() | DotChart():
            identity, where = scope.identity(item.name, item.alt), transform(item.box, "p:xfrm")
            return frame_xml(identity, where, scope.chart(item))
        case Group():
            return _group(item, scope)


def _text_box(item: TextBox, scope: SlideScope) -> str:
    return (
        f'<p:sp><p:nvSpPr>{scope.identity(item.name, "")}<p:cNvSpPr txBox="1"/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{transform(item.box)}{preset('rect')}{NO_FILL}</p:spPr>"
        f"{text_body(item.frame, scope.link)}</p:sp>"
    )


def _shape(item: Shape, scope: SlideScope) -> str:
    # What bears text is read out, so it is never decoration.
    alt = item.alt if item.frame is None else item.alt or ""
    text = "" if item.frame is None else text_body(item.frame, scope.link)
    return (
        f"<p:sp><p:nvSpPr>{scope.identity(item.name, alt)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{transform(item.box)}{_geometry(item)}{fill(item.fill)}{outline(item.line)}"
        f"</p:spPr>{text}</p:sp>"
    )


def _geometry(item: Shape) -> str:
    if item.geometry is not Geometry.ROUNDED:
        return preset(_PRESETS[item.geometry])
    radius = round(100_000 * item.rounding)
    return preset("roundRect", f'<a:gd name="adj" fmla="val {radius}"/>')


def _picture(item: Picture, scope: SlideScope) -> str:
    return (
        f"<p:pic><p:nvPicPr>{scope.identity(item.name, item.alt)}<p:cNvPicPr>"
        '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{scope.picture(item)}"{_vector(item, scope)}<a:stretch><a:fillRect/>'
        "</a:stretch>"
        f"</p:blipFill><p:spPr>{transform(item.box)}{preset('rect')}</p:spPr></p:pic>"
    )


def _vector(item: Picture, scope: SlideScope) -> str:
    """Return the rest of `a:blip`: readers that know the extension draw the SVG in it."""
    if item.vector is None:
        return "/>"
    return (
        f'><a:extLst><a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{_SVG}"'
        f" r:embed={quoted(scope.vector(item.vector))}/></a:ext></a:extLst></a:blip>"
    )


def _group(item: Group, scope: SlideScope) -> str:
    box = item.box
    return (
        f"<p:grpSp><p:nvGrpSpPr>{scope.identity(item.name, item.alt)}<p:cNvGrpSpPr/><p:nvPr/>"
        f'</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{place(box)}<a:chOff x="{box.x}" y="{box.y}"/>'
        f'<a:chExt cx="{box.width}" cy="{box.height}"/></a:xfrm></p:grpSpPr>'
        f"{''.join([item_xml(child, scope) for child in item.children])}</p:grpSp>"
    )
