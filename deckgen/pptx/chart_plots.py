"""The plots of charts with their series and axes: lines over time, bars, dots.

Every series names the cells of the workbook that it shows, and carries their contents along.
"""

from __future__ import annotations

from deckgen.pptx.markup import NO_FILL, escaped, fill, outline, solid_fill
from deckgen.pptx.workbook import SHEET, Column, cell_range, columns
from deckgen.scene.geometry import EMU_PER_POINT, Emu
from deckgen.scene.shapes import (
    BarChart,
    BarSeries,
    ChartLine,
    DotChart,
    DotSeries,
    Geometry,
    LineChart,
)

NOTHING = f"<c:spPr>{NO_FILL}<a:ln>{NO_FILL}</a:ln></c:spPr>"
"""The look of what is not to be seen."""

_ACROSS, _UP = 1, 2
"""The ids of the two axes, of any chart."""

_LARGEST_DOT, _SMALLEST_DOT = 72, 2
_SYMBOLS = {Geometry.ELLIPSE: "circle", Geometry.DIAMOND: "diamond"}
_LINES_AND_MARKERS = '<c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
_AXES = f'<c:axId val="{_ACROSS}"/><c:axId val="{_UP}"/>'


def lines_xml(chart: LineChart) -> str:
    """Return the plot of lines over time with its two axes."""
    data = columns(chart)
    series = "".join(_line(line, n, data) for n, line in enumerate(chart.lines))
    across = _value_axis(_ACROSS, _UP, "b", chart.times)
    up = _value_axis(_UP, _ACROSS, "l", chart.values)
    return f"<c:scatterChart>{_LINES_AND_MARKERS}{series}{_AXES}</c:scatterChart>{across}{up}"


def dots_xml(chart: DotChart) -> str:
    """Return the plot of dots along a scale with its two axes."""
    data = columns(chart)
    series = "".join(_dots(dots, n, data) for n, dots in enumerate(chart.series))
    base = '<c:logBase val="10"/>' if chart.logarithmic else ""
    across = _value_axis(_ACROSS, _UP, "b", chart.values, base)
    up = _value_axis(_UP, _ACROSS, "l", (0.0, chart.highest))
    return f"<c:scatterChart>{_LINES_AND_MARKERS}{series}{_AXES}</c:scatterChart>{across}{up}"


def bars_xml(chart: BarChart) -> str:
    """Return the plot of bars from nought with its two axes."""
    data = columns(chart)
    series = "".join(_bars(bars, n, data) for n, bars in enumerate(chart.series))
    direction, side, foot = ("bar", "l", "b") if chart.level else ("col", "b", "l")
    grouping, overlap = ("stacked", 100) if chart.stacked else ("clustered", 0)
    across = _category_axis(side, "maxMin" if chart.level else "minMax")
    up = _value_axis(_UP, _ACROSS, foot, (0.0, chart.highest), between="between")
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{chart.gap}"/>'
        f'<c:overlap val="{overlap}"/>{_AXES}</c:barChart>{across}{up}'
    )


def _line(line: ChartLine, number: int, data: tuple[Column, ...]) -> str:
    times, values = 2 * number, 2 * number + 1
    return (
        f"<c:ser>{_head(number, data, values)}<c:spPr>{outline(line.line)}</c:spPr>"
        f"{_line_marker(line)}<c:xVal>{_cells(data, times)}</c:xVal>"
        f'<c:yVal>{_cells(data, values)}</c:yVal><c:smooth val="0"/></c:ser>'
    )


def _dots(dots: DotSeries, number: int, data: tuple[Column, ...]) -> str:
    values, heights = 3 * number + 1, 3 * number + 2
    look = f"{solid_fill(dots.fill)}{outline(dots.line)}"
    return (
        f"<c:ser>{_head(number, data, heights)}<c:spPr><a:ln>{NO_FILL}</a:ln></c:spPr>"
        f"{_marker(_SYMBOLS[dots.outline], dots.size, look)}<c:xVal>{_cells(data, values)}</c:xVal>"
        f'<c:yVal>{_cells(data, heights)}</c:yVal><c:smooth val="0"/></c:ser>'
    )


def _bars(bars: BarSeries, number: int, data: tuple[Column, ...]) -> str:
    look = f"{fill(bars.fill)}{outline(bars.line)}"
    return (
        f"<c:ser>{_head(number, data, number + 1)}<c:spPr>{look}</c:spPr>"
        f'<c:invertIfNegative val="0"/><c:cat>{_cells(data, 0)}</c:cat>'
        f"<c:val>{_cells(data, number + 1)}</c:val></c:ser>"
    )


def _head(number: int, data: tuple[Column, ...], named_by: int) -> str:
    """Return a series' number and its name, which is the heading of the column `named_by`."""
    return (
        f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>'
        f"<c:f>{SHEET}!{cell_range(named_by, 0)}</c:f>"
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0">'
        f"<c:v>{escaped(data[named_by].heading)}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
    )


def _cells(data: tuple[Column, ...], number: int) -> str:
    """Return a reference to the cells of a column, with what stands in them."""
    column = data[number]
    texts = [value if isinstance(value, str) else repr(value) for value in column.values]
    is_text = isinstance(next(iter(column.values), 0.0), str)
    kind = "str" if is_text else "num"
    form = "" if is_text else f"<c:formatCode>{escaped(column.form)}</c:formatCode>"
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{escaped(text)}</c:v></c:pt>' for n, text in enumerate(texts)
    )
    return (
        f"<c:{kind}Ref><c:f>{SHEET}!{cell_range(number, len(texts))}</c:f><c:{kind}Cache>{form}"
        f'<c:ptCount val="{len(texts)}"/>{points}</c:{kind}Cache></c:{kind}Ref>'
    )


def _line_marker(line: ChartLine) -> str:
    if line.dot is None:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    look = f"{solid_fill(line.line.colour)}<a:ln>{NO_FILL}</a:ln>"
    return _marker("circle", line.dot, look)


def _marker(symbol: str, width: Emu, look: str) -> str:
    size = min(max(round(width / EMU_PER_POINT), _SMALLEST_DOT), _LARGEST_DOT)
    return (
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/><c:spPr>{look}</c:spPr>'
        "</c:marker>"
    )


def _value_axis(
    own: int,
    other: int,
    side: str,
    ends: tuple[float, float],
    base: str = "",
    between: str = "midCat",
) -> str:
    lowest, highest = ends
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling>{base}<c:orientation val="minMax"/>'
        f'<c:max val="{highest!r}"/><c:min val="{lowest!r}"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="1"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{other}"/><c:crosses val="min"/><c:crossBetween val="{between}"/>'
        "</c:valAx>"
    )


def _category_axis(side: str, orientation: str) -> str:
    return (
        f'<c:catAx><c:axId val="{_ACROSS}"/><c:scaling><c:orientation val="{orientation}"/>'
        f'</c:scaling><c:delete val="1"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="{_UP}"/>'
        '<c:crosses val="min"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )
