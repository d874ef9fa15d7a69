"""A Plotly figure as native shapes: the same picture, every part of it editable.

The figure says where everything is, in pixels of its canvas (`deckgen.figures.plotly_schema`);
here its coordinates become EMU in a box, its pseudo-HTML runs, its markers native outlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from html import unescape
from typing import NamedTuple

from deckgen.figures.plotly_schema import (
    Annotation,
    BoxShape,
    Figure,
    Lines,
    LineShape,
    PathShape,
    Scatter,
    Stroke,
    Symbol,
)
from deckgen.figures.plotly_schema import Shape as PlotlyShape
from deckgen.scene.geometry import EMU_PER_POINT, Box, Emu
from deckgen.scene.measure import PITCH
from deckgen.scene.shapes import (
    Chart,
    ChartLine,
    Close,
    Geometry,
    Group,
    Item,
    Line,
    LineTo,
    MoveTo,
    Path,
    Segment,
    Shape,
    TextBox,
)
from deckgen.scene.text import Align, Anchor, Paragraph, Run, TextFrame

_OUTLINES: dict[Symbol, tuple[Geometry, tuple[float, float, float, float]]] = {
    "circle": (Geometry.ELLIPSE, (-1.0, -1.0, 1.0, 1.0)),
    "square": (Geometry.RECTANGLE, (-1.0, -1.0, 1.0, 1.0)),
    "diamond": (Geometry.DIAMOND, (-1.3, -1.3, 1.3, 1.3)),
    "triangle-up": (Geometry.TRIANGLE, (-1.155, -1.0, 1.155, 0.5)),
    "pentagon": (Geometry.PENTAGON, (-0.951, -1.0, 0.951, 0.809)),
    "hexagon2": (Geometry.HEXAGON, (-1.0, -0.866, 1.0, 0.866)),
}
"""Plotly's symbols: the native outline, and left, top, right, bottom in half marker sizes."""

_ALIGNS = {"left": Align.LEFT, "center": Align.CENTRE, "right": Align.RIGHT}
_ANCHORS = {"top": Anchor.TOP, "middle": Anchor.MIDDLE, "bottom": Anchor.BOTTOM}
_BEFORE = {"left": 0.0, "top": 0.0, "center": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}

_SEGMENT = re.compile(r"([ML])\s*(-?[\d.]+)\s*[, ]\s*(-?[\d.]+)|(Z)")
_TAG = re.compile(r"<(/?)(\w+)([^>]*)>|([^<]+)")
_COLOUR = re.compile(r"color:\s*(#[0-9A-Fa-f]{6})")
_TRANSPARENT = "rgba(0,0,0,0)"
_PARALLEL = 0.01
_FIRST_DAY = datetime(1899, 12, 30)


def figure_group(figure: Figure, box: Box, name: str, alt: str) -> Group:
    """Return `figure` drawn into `box` as a group of native shapes.

    `alt` describes all of it; the shapes inside are named as in the figure and described by
    nothing else. The figure's canvas fills the box; its type keeps the proportion to the width.
    """
    canvas = _Canvas(
        box, box.width / figure["layout"]["width"], box.height / figure["layout"]["height"]
    )
    layout = figure["layout"]
    children: list[Item] = [canvas.shape(shape) for shape in layout["shapes"]]
    children.extend(canvas.charts(figure))
    for trace in figure["data"]:
        if trace["mode"] == "markers":
            children.extend(canvas.markers(trace))
    children.extend(canvas.text(annotation) for annotation in layout["annotations"])
    return Group(name, box, tuple(children), alt)


class _Canvas(NamedTuple):
    """Maps pixels of a figure to a box; `across` and `down` are EMU per pixel."""

    box: Box
    across: float
    down: float

    def x(self, pixels: float) -> Emu:
        return Emu(round(self.box.x + pixels * self.across))

    def y(self, pixels: float) -> Emu:
        return Emu(round(self.box.y + pixels * self.down))

    def between(self, left: float, top: float, right: float, bottom: float) -> Box:
        x, y = self.x(left), self.y(top)
        return Box(x, y, Emu(self.x(right) - x), Emu(self.y(bottom) - y))

    def points(self, pixels: float) -> float:
        return round(pixels * self.across / EMU_PER_POINT, 2)

    def stroke(self, stroke: Stroke) -> Line | None:
        if not stroke["width"] or stroke["color"] == _TRANSPARENT:
            return None
        return Line(stroke["color"], Emu(round(stroke["width"] * self.across)))

    def shape(self, shape: PlotlyShape) -> Item:
        if shape["type"] == "path":
            return self.path(shape)
        return self.line(shape) if shape["type"] == "line" else self.area(shape)

    def area(self, shape: BoxShape) -> Shape:
        (left, right), (top, bottom) = _sorted_corners(shape)
        return Shape(
            name=shape["name"],
            box=self.between(left, top, right, bottom),
            geometry=Geometry.ELLIPSE if shape["type"] == "circle" else Geometry.RECTANGLE,
            fill=_fill(shape.get("fillcolor")),
            line=self.stroke(shape["line"]),
        )

    def line(self, shape: LineShape) -> Item:
        """Return a line; one along an axis is a thin rectangle, which no reader leaves out."""
        (left, right), (top, bottom) = _sorted_corners(shape)
        half, colour = shape["line"]["width"] / 2, shape["line"]["color"]
        if right - left < _PARALLEL:
            thin = self.between(left - half, top, right + half, bottom)
            return Shape(shape["name"], thin, fill=colour)
        if bottom - top < _PARALLEL:
            thin = self.between(left, top - half, right, bottom + half)
            return Shape(shape["name"], thin, fill=colour)
        begin = MoveTo(self.x(shape["x0"]), self.y(shape["y0"]))
        end = LineTo(self.x(shape["x1"]), self.y(shape["y1"]))
        box = self.between(left, top, right, bottom)
        return Path(shape["name"], box, (begin, end), line=self.stroke(shape["line"]))

    def path(self, shape: PathShape) -> Path:
        segments = tuple(self.segments(shape["path"]))
        points = [segment for segment in segments if isinstance(segment, MoveTo | LineTo)]
        xs, ys = [point.x for point in points], [point.y for point in points]
        box = Box(min(xs), min(ys), Emu(max(xs) - min(xs)), Emu(max(ys) - min(ys)))
        fill = _fill(shape.get("fillcolor"))
        return Path(shape["name"], box, segments, fill, self.stroke(shape["line"]))

    def segments(self, path: str) -> Iterator[Segment]:
        for command, x, y, close in _SEGMENT.findall(path):
            if close:
                yield Close()
            else:
                at = self.x(float(x)), self.y(float(y))
                yield MoveTo(*at) if command == "M" else LineTo(*at)

    def markers(self, trace: Scatter) -> Iterator[Shape]:
        marker = trace["marker"]
        geometry, outline = _OUTLINES[marker["symbol"]]
        left, top, right, bottom = (edge * marker["size"] / 2 for edge in outline)
        for name, x, y in zip(trace["ids"], trace["x"], trace["y"], strict=True):
            yield Shape(
                name=f"{name}:marker",
                box=self.between(x + left, y + top, x + right, y + bottom),
                geometry=geometry,
                fill=marker["color"],
                line=self.stroke(marker["line"]),
            )

    def charts(self, figure: Figure) -> Iterator[Chart]:
        """Yield a native chart for each panel with its lines."""
        meta = figure["layout"].get("meta")
        for number, panel in enumerate(meta["panels"] if meta else ()):
            lines = [
                self.chart_line(trace)
                for trace in figure["data"]
                if trace["mode"] != "markers" and trace["meta"] == number
            ]
            yield Chart(
                name=f"plot:{number + 1}",
                box=self.between(panel["left"], panel["top"], panel["right"], panel["bottom"]),
                lines=tuple(lines),
                times=(_spreadsheet_day(panel["begins"]), _spreadsheet_day(panel["ends"])),
                values=(panel["lowest"], panel["highest"]),
                heading=f"Time ({panel['zone']})",
                alt=f"Line chart: {panel['title']}.",
            )

    def chart_line(self, trace: Lines) -> ChartLine:
        stroke, marker = trace["line"], trace.get("marker")
        width = Emu(round(stroke["width"] * self.across))
        return ChartLine(
            name=trace["name"],
            points=tuple((_spreadsheet_day(at), value) for at, value in trace["customdata"]),
            line=Line(stroke["color"], width, dashed=stroke["dash"] == "dash"),
            dot=Emu(round(marker["size"] * self.across)) if marker else None,
        )

    def text(self, annotation: Annotation) -> TextBox:
        left = annotation["x"] - annotation["width"] * _BEFORE[annotation["xanchor"]]
        top = annotation["y"] - annotation["height"] * _BEFORE[annotation["yanchor"]]
        box = self.between(left, top, left + annotation["width"], top + annotation["height"])
        size = self.points(annotation["font"]["size"])
        paragraphs = tuple(
            Paragraph(
                runs=tuple(_runs(line, size, annotation["font"]["color"])),
                pitch=round(size * PITCH, 2),
                align=_ALIGNS[annotation["align"]],
            )
            for line in annotation["hovertext"].split("<br>")
        )
        wraps = "<br>" in annotation["text"]
        frame = TextFrame(paragraphs, _ANCHORS[annotation["valign"]], wraps=wraps)
        return TextBox(annotation["name"], box, frame)


def _sorted_corners(
    shape: BoxShape | LineShape,
) -> tuple[tuple[float, float], tuple[float, float]]:
    left, right = sorted((shape["x0"], shape["x1"]))
    top, bottom = sorted((shape["y0"], shape["y1"]))
    return (left, right), (top, bottom)


def _spreadsheet_day(local: str) -> float:
    """Return a local time in ISO 8601 as spreadsheets count it: in days since 30 December 1899."""
    return (datetime.fromisoformat(local) - _FIRST_DAY) / timedelta(days=1)


def _fill(colour: str | None) -> str | None:
    return None if colour in {None, _TRANSPARENT} else colour


def _runs(markup: str, size: float, colour: str) -> Iterator[Run]:
    """Yield the runs of a line of Plotly's pseudo-HTML: `b`, `i`, `span` with a colour."""
    looks = [Run("", size, colour)]
    for closing, tag, attributes, text in _TAG.findall(markup):
        if text:
            yield replace(looks[-1], text=unescape(text))
        elif closing:
            looks.pop()
        else:
            found = _COLOUR.search(attributes)
            looks.append(
                replace(
                    looks[-1],
                    bold=looks[-1].bold or tag == "b",
                    italic=looks[-1].italic or tag == "i",
                    colour=found[1] if found else looks[-1].colour,
                )
            )
