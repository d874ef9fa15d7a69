"""Tables as DrawingML in a graphic frame."""

from __future__ import annotations

from deckgen.pptx.markup import place, solid_fill
from deckgen.pptx.scope import SlideScope
from deckgen.pptx.text_xml import ANCHORS, Link, paragraphs
from deckgen.scene.geometry import Box, Emu
from deckgen.scene.shapes import Cell, Row, Table

_GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006/table"
_NO_STYLE_NO_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_RULE_WIDTH = 9_525  # 0.75 pt


def table_xml(item: Table, scope: SlideScope) -> str:
    """Return a table whose frame is as large as its columns and planned rows together."""
    width, height = sum(item.widths), sum(row.height for row in item.rows)
    frame = place(Box(item.box.x, item.box.y, Emu(width), Emu(height)))
    columns = "".join([f'<a:gridCol w="{width}"/>' for width in item.widths])
    rows = "".join([_row(row, item.rule, scope.link) for row in item.rows])
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{scope.identity(item.name, item.alt)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f'</p:nvGraphicFramePr><p:xfrm>{frame}</p:xfrm><a:graphic><a:graphicData uri="{_GRAPHIC}">'
        f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{_NO_STYLE_NO_GRID}</a:tableStyleId>'
        f"</a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def _row(row: Row, rule: str, link: Link) -> str:
    cells = "".join([_cell(cell, rule, link) for cell in row.cells])
    return f'<a:tr h="{row.height}">{cells}</a:tr>'


def _cell(cell: Cell, rule: str, link: Link) -> str:
    frame = cell.frame
    background = "" if cell.fill is None else solid_fill(cell.fill)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(frame, link)}</a:txBody>"
        f'<a:tcPr marL="{frame.left}" marR="{frame.right}" marT="{frame.top}"'
        f' marB="{frame.bottom}" anchor="{ANCHORS[frame.anchor]}">'
        f'<a:lnB w="{_RULE_WIDTH}" cap="flat" cmpd="sng" algn="ctr">{solid_fill(rule)}'
        f'<a:prstDash val="solid"/></a:lnB>{background}</a:tcPr></a:tc>'
    )
