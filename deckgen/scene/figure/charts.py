"""The panels of a figure with their lines, bars and dots as native charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from deckgen.figures.plotly_schema import (
    DIAMOND_REACH,
    BarPanel,
    Bars,
    DotPanel,
    Dots,
    Figure,
    LinePanel,
    Lines,
    Panel,
    Trace,
)
from deckgen.scene.figure.canvas import Canvas
from deckgen.scene.geometry import Box
from deckgen.scene.shapes import (
    BarChart,
    BarSeries,
    Chart,
    ChartLine,
    DotChart,
    DotSeries,
    Geometry,
    Line,
    LineChart,
)

_FIRST_DAY = datetime(1899, 12, 30)
_REACH = {"circle": 1.0, "diamond": DIAMOND_REACH}
_OUTLINES = {"circle": Geometry.ELLIPSE, "diamond": Geometry.DIAMOND}


def charts(canvas: Canvas, figure: Figure) -> Iterator[Chart]:
    """Yield a native chart for each panel, with the traces in it."""
    meta = figure["layout"].get("meta")
    for number, panel in enumerate(meta["panels"] if meta else ()):
        traces = [trace for trace in figure["data"] if trace.get("meta") == number]
        yield _chart(canvas, panel, f"plot:{number + 1}", traces)


def _chart(canvas: Canvas, panel: Panel, name: str, traces: Sequence[Trace]) -> Chart:
    box = canvas.between(panel["left"], panel["top"], panel["right"], panel["bottom"])
    if panel["kind"] == "bars":
        return _bar_chart(canvas, panel, name, box, traces)
    if panel["kind"] == "dots":
        return _dot_chart(canvas, panel, name, box, traces)
    return _line_chart(canvas, panel, name, box, traces)


def _line_chart(
    canvas: Canvas, panel: LinePanel, name: str, box: Box, traces: Sequence[Trace]
) -> LineChart:
    return LineChart(
        name=name,
        box=box,
        lines=tuple(
            _chart_line(canvas, trace)
            for trace in traces
            if trace["type"] == "scatter" and trace["mode"] != "markers"
        ),
        times=(_spreadsheet_day(panel["begins"]), _spreadsheet_day(panel["ends"])),
        values=(panel["lowest"], panel["highest"]),
        heading=f"Time ({panel['zone']})",
        alt=f"Line chart: {panel['title']}.",
    )


def _chart_line(canvas: Canvas, trace: Lines) -> ChartLine:
    stroke, marker = trace["line"], trace.get("marker")
    return ChartLine(
        name=trace["name"],
        points=tuple((_spreadsheet_day(at), value) for at, value in trace["customdata"]),
        line=Line(stroke["color"], canvas.length(stroke["width"]), dashed=stroke["dash"] == "dash"),
        dot=canvas.length(marker["size"]) if marker else None,
    )


def _spreadsheet_day(local: str) -> float:
    """Return a local time in ISO 8601 as spreadsheets count it: in days since 30 December 1899."""
    return (datetime.fromisoformat(local) - _FIRST_DAY) / timedelta(days=1)


def _bar_chart(
    canvas: Canvas, panel: BarPanel, name: str, box: Box, traces: Sequence[Trace]
) -> BarChart:
    return BarChart(
        name=name,
        box=box,
        categories=tuple(panel["categories"]),
        series=tuple(_bar_series(canvas, trace) for trace in traces if trace["type"] == "bar"),
        level=panel["orientation"] == "h",
        stacked=panel["stacked"],
        highest=panel["highest"],
        gap=panel["gap"],
        heading=panel["heading"],
        alt=f"Bar chart: {panel['title']}.",
    )


def _bar_series(canvas: Canvas, trace: Bars) -> BarSeries:
    marker = trace["marker"]
    line = canvas.stroke(marker["line"])
    return BarSeries(trace["name"], tuple(trace["customdata"]), marker["color"], line)


def _dot_chart(
    canvas: Canvas, panel: DotPanel, name: str, box: Box, traces: Sequence[Trace]
) -> DotChart:
    return DotChart(
        name=name,
        box=box,
        series=tuple(
            _dot_series(canvas, trace)
            for trace in traces
            if trace["type"] == "scatter" and trace["mode"] == "markers" and "meta" in trace
        ),
        values=(panel["lowest"], panel["highest"]),
        logarithmic=panel["scale"] == "log",
        highest=panel["rows"],
        heading=panel["heading"],
        alt=f"Strip chart: {panel['title']}.",
    )


def _dot_series(canvas: Canvas, trace: Dots) -> DotSeries:
    marker = trace["marker"]
    return DotSeries(
        name=trace["name"],
        points=tuple(trace["customdata"]),
        outline=_OUTLINES[marker["symbol"]],
        size=canvas.length(marker["size"] * _REACH[marker["symbol"]]),
        fill=marker["color"],
        line=canvas.stroke(marker["line"]),
    )
