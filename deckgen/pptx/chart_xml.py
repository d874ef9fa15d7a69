"""Charts as DrawingML: on axes that are there and not drawn, in a plot that fills its frame.

Element names and their order follow ECMA-376 part 1, 21.2 (DrawingML - Charts).
"""

from __future__ import annotations

from deckgen.pptx.chart_plots import NOTHING, bars_xml, dots_xml, lines_xml
from deckgen.pptx.markup import DRAWING_ML, RELATIONSHIPS, document, quoted
from deckgen.scene.shapes import BarChart, Chart, DotChart, LineChart

CHART_ML = "http://schemas.openxmlformats.org/drawingml/2006/chart"

_WHOLE_FRAME = (
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
    '<c:yMode val="edge"/><c:x val="0"/><c:y val="0"/><c:w val="1"/><c:h val="1"/>'
    "</c:manualLayout></c:layout>"
)


def chart_xml(chart: Chart, workbook: str) -> bytes:
    """Return the chart part of `chart`; `workbook` is its relationship to its data.

    The plot fills the frame, and the ends of the axes are fixed, so that what is drawn around it
    stays in place.
    """
    return document(
        f'<c:chartSpace xmlns:c="{CHART_ML}" xmlns:a="{DRAWING_ML}" xmlns:r="{RELATIONSHIPS}">'
        '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_WHOLE_FRAME}{_plot(chart)}{NOTHING}</c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{NOTHING}<c:externalData r:id={quoted(workbook)}><c:autoUpdate val="
        '"0"/></c:externalData></c:chartSpace>'
    )


def _plot(chart: Chart) -> str:
    match chart:
        case LineChart():
            return lines_xml(chart)
        case BarChart():
            return bars_xml(chart)
        case DotChart():
            return dots_xml(chart)


def frame_xml(identity: str, transform: str, relationship: str) -> str:
    """Return the frame on the slide that shows a chart by its relationship."""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{identity}<p:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{transform}<a:graphic><a:graphicData uri="{CHART_ML}">'
        f'<c:chart xmlns:c="{CHART_ML}" r:id={quoted(relationship)}/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
