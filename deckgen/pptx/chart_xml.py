"""Charts as DrawingML: lines over time, on axes that are there and not drawn.

Element names and their order follow ECMA-376 part 1, 21.2 (DrawingML - Charts).
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.pptx.markup import (
    DRAWING_ML,
    NO_FILL,
    RELATIONSHIPS,
    document,
    escaped,
    outline,
    quoted,
    solid_fill,
)
from deckgen.pptx.workbook import SHEET, TIME_FORMAT, cell_range
from deckgen.scene.geometry import EMU_PER_POINT
from deckgen.scene.shapes import Chart, ChartLine

CHART_ML = "http://schemas.openxmlformats.org/drawingml/2006/chart"

_TIME_AXIS, _VALUE_AXIS = 1, 2
_LARGEST_DOT, _SMALLEST_DOT = 72, 2
_NOTHING = f"<c:spPr>{NO_FILL}<a:ln>{NO_FILL}</a:ln></c:spPr>"


def chart_xml(chart: Chart, workbook: str) -> bytes:
    """Return the chart part of `chart`; `workbook` is its relationship to its data.

    The plot fills the frame, and the ends of the axes are fixed, so that what is drawn around it
    stays in place.
    """
    lines = "".join(_line_xml(line, n) for n, line in enumerate(chart.lines))
    axes = _axis(_TIME_AXIS, _VALUE_AXIS, "b", chart.times) + _axis(
        _VALUE_AXIS, _TIME_AXIS, "l", chart.values
    )
    return document(
        f'<c:chartSpace xmlns:c="{CHART_ML}" xmlns:a="{DRAWING_ML}" xmlns:r="{RELATIONSHIPS}">'
        '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f'<c:plotArea>{_WHOLE_FRAME}<c:scatterChart><c:scatterStyle val="lineMarker"/>'
        f'<c:varyColors val="0"/>{lines}<c:axId val="{_TIME_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
        f"</c:scatterChart>{axes}{_NOTHING}</c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{_NOTHING}<c:externalData r:id={quoted(workbook)}><c:autoUpdate val="
        '"0"/></c:externalData></c:chartSpace>'
    )


_WHOLE_FRAME = (
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
    '<c:yMode val="edge"/><c:x val="0"/><c:y val="0"/><c:w val="1"/><c:h val="1"/>'
    "</c:manualLayout></c:layout>"
)


def _line_xml(line: ChartLine, number: int) -> str:
    count = len(line.points)
    times = _numbers([at for at, _ in line.points], cell_range(number, 0, count), TIME_FORMAT)
    values = _numbers([value for _, value in line.points], cell_range(number, 1, count), "General")
    name = f"{SHEET}!{cell_range(number, 1, 0)}"
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>{name}</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escaped(line.name)}</c:v></c:pt>'
        f"</c:strCache></c:strRef></c:tx><c:spPr>{outline(line.line)}</c:spPr>{_marker(line)}"
        f'<c:xVal>{times}</c:xVal><c:yVal>{values}</c:yVal><c:smooth val="0"/></c:ser>'
    )


def _numbers(values: Sequence[float], cells: str, pattern: str) -> str:
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{value!r}</c:v></c:pt>' for n, value in enumerate(values)
    )
    return (
        f"<c:numRef><c:f>{SHEET}!{cells}</c:f><c:numCache>"
        f'<c:formatCode>{escaped(pattern)}</c:formatCode><c:ptCount val="{len(values)}"/>'
        f"{points}</c:numCache></c:numRef>"
    )


def _marker(line: ChartLine) -> str:
    if line.dot is None:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    size = min(max(round(line.dot / EMU_PER_POINT), _SMALLEST_DOT), _LARGEST_DOT)
    look = f"{solid_fill(line.line.colour)}<a:ln>{NO_FILL}</a:ln>"
    return (
        f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/><c:spPr>{look}</c:spPr>'
        "</c:marker>"
    )


def _axis(own: int, other: int, side: str, ends: tuple[float, float]) -> str:
    lowest, highest = ends
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{highest!r}"/><c:min val="{lowest!r}"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="1"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{other}"/><c:crosses val="min"/><c:crossBetween val="midCat"/></c:valAx>'
    )


def frame_xml(identity: str, transform: str, relationship: str) -> str:
    """Return the frame on the slide that shows a chart by its relationship."""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{identity}<p:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{transform}<a:graphic><a:graphicData uri="{CHART_ML}">'
        f'<c:chart xmlns:c="{CHART_ML}" r:id={quoted(relationship)}/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
