"""A whole figure as one group."""

from __future__ import annotations

from deckgen.figures.plotly_schema import Figure
from deckgen.scene.figure.canvas import Canvas
from deckgen.scene.figure.charts import charts
from deckgen.scene.figure.outlines import markers, outlined
from deckgen.scene.figure.texts import text_box
from deckgen.scene.geometry import Box
from deckgen.scene.shapes import Group, Item


def figure_group(figure: Figure, box: Box, name: str, alt: str) -> Group:
    """Return `figure` drawn into `box` as a group of native shapes.

    `alt` describes all of it; the shapes inside are named as in the figure and described by
    nothing else. The figure's canvas fills the box; its type keeps the proportion to the width.
    """
    layout = figure["layout"]
    canvas = Canvas(box, box.width / layout["width"], box.height / layout["height"])
    children: list[Item] = [outlined(canvas, shape) for shape in layout["shapes"]]
    children.extend(charts(canvas, figure))
    for trace in figure["data"]:
        if trace["type"] == "scatter" and trace["mode"] == "markers" and "meta" not in trace:
            children.extend(markers(canvas, trace))
    children.extend(text_box(canvas, annotation) for annotation in layout["annotations"])
    return Group(name, box, tuple(children), alt)
