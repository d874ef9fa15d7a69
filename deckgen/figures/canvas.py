"""What is drawn, on a canvas: a whole figure in Plotly's schema."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.figures.pen import Drawing, Pen
from deckgen.figures.plotly_schema import Axis, Figure, Panel, Trace


def canvas(
    pen: Pen,
    size: tuple[float, float],
    traces: Sequence[Trace],
    drawing: Drawing,
    panels: Sequence[Panel] = (),
) -> Figure:
    """Return the figure of `traces` and `drawing` on a canvas of `size` (width, height) pixels.

    `panels` are the rectangles in which lines, bars and dots are drawn to scale. Bars stand where
    they say: Plotly shall neither stack nor shift them.
    """
    width, height = size
    paper = pen.theme.colour.paper
    figure: Figure = {
        "data": list(traces),
        "layout": {
            "width": width,
            "height": height,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
            "paper_bgcolor": paper,
            "plot_bgcolor": paper,
            "showlegend": False,
            "font": pen.font(pen.theme.size.label, pen.theme.colour.ink),
            "xaxis": _axis([0, width]),
            "yaxis": _axis([height, 0]),
            "shapes": list(drawing.shapes),
            "annotations": list(drawing.annotations),
        },
    }
    if any(trace["type"] == "bar" for trace in traces):
        figure["layout"]["barmode"] = "overlay"
    if panels:
        figure["layout"]["meta"] = {"panels": list(panels)}
    return figure


def _axis(extent: list[float]) -> Axis:
    return {"range": extent, "visible": False, "fixedrange": True}
