"""The shapes and markers of a figure as native outlines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.figures.plotly_schema import BoxShape, LineShape, PathShape, Scatter, Symbol
from deckgen.figures.plotly_schema import Shape as PlotlyShape
from deckgen.scene.figure.canvas import TRANSPARENT, Canvas
from deckgen.scene.geometry import Box, Emu
from deckgen.scene.shapes import Close, Geometry, Item, LineTo, MoveTo, Path, Segment, Shape

_OUTLINES: dict[Symbol, tuple[Geometry, tuple[float, float, float, float]]] = {
    "circle": (Geometry.ELLIPSE, (-1.0, -1.0, 1.0, 1.0)),
    "square": (Geometry.RECTANGLE, (-1.0, -1.0, 1.0, 1.0)),
    "diamond": (Geometry.DIAMOND, (-1.3, -1.3, 1.3, 1.3)),
    "triangle-up": (Geometry.TRIANGLE, (-1.155, -1.0, 1.155, 0.5)),
    "pentagon": (Geometry.PENTAGON, (-0.951, -1.0, 0.951, 0.809)),
    "hexagon2": (Geometry.HEXAGON, (-1.0, -0.866, 1.0, 0.866)),
}
"""Plotly's symbols: the native outline, and left, top, right, bottom in half marker sizes."""

_SEGMENT = re.compile(r"([ML])\s*(-?[\d.]+)\s*[, ]\s*(-?[\d.]+)|(Z)")
_PARALLEL = 0.01


def outlined(canvas: Canvas, shape: PlotlyShape) -> Item:
    """Return a shape of the figure as a native one."""
    if shape["type"] == "path":
        return _path(canvas, shape)
    return _line(canvas, shape) if shape["type"] == "line" else _area(canvas, shape)


def markers(canvas: Canvas, trace: Scatter) -> Iterator[Shape]:
    """Yield each marker of a trace as a shape of its own."""
    marker = trace["marker"]
    geometry, outline = _OUTLINES[marker["symbol"]]
    left, top, right, bottom = (edge * marker["size"] / 2 for edge in outline)
    for name, x, y in zip(trace["ids"], trace["x"], trace["y"], strict=True):
        yield Shape(
            name=f"{name}:marker",
            box=canvas.between(x + left, y + top, x + right, y + bottom),
            geometry=geometry,
            fill=marker["color"],
            line=canvas.stroke(marker["line"]),
        )


def _area(canvas: Canvas, shape: BoxShape) -> Shape:
    (left, right), (top, bottom) = _sorted_corners(shape)
    return Shape(
        name=shape["name"],
        box=canvas.between(left, top, right, bottom),
        geometry=Geometry.ELLIPSE if shape["type"] == "circle" else Geometry.RECTANGLE,
        fill=_fill(shape.get("fillcolor")),
        line=canvas.stroke(shape["line"]),
    )


def _line(canvas: Canvas, shape: LineShape) -> Item:
    """Return a line; one along an axis is a thin rectangle, which no reader leaves out."""
    (left, right), (top, bottom) = _sorted_corners(shape)
    half, colour = shape["line"]["width"] / 2, shape["line"]["color"]
    if right - left < _PARALLEL:
        thin = canvas.between(left - half, top, right + half, bottom)
        return Shape(shape["name"], thin, fill=colour)
    if bottom - top < _PARALLEL:
        thin = canvas.between(left, top - half, right, bottom + half)
        return Shape(shape["name"], thin, fill=colour)
    begin = MoveTo(canvas.x(shape["x0"]), canvas.y(shape["y0"]))
    end = LineTo(canvas.x(shape["x1"]), canvas.y(shape["y1"]))
    box = canvas.between(left, top, right, bottom)
    return Path(shape["name"], box, (begin, end), line=canvas.stroke(shape["line"]))


def _path(canvas: Canvas, shape: PathShape) -> Path:
    segments = tuple(_segments(canvas, shape["path"]))
    points = [segment for segment in segments if isinstance(segment, MoveTo | LineTo)]
    xs, ys = [point.x for point in points], [point.y for point in points]
    box = Box(min(xs), min(ys), Emu(max(xs) - min(xs)), Emu(max(ys) - min(ys)))
    fill = _fill(shape.get("fillcolor"))
    return Path(shape["name"], box, segments, fill, canvas.stroke(shape["line"]))


def _segments(canvas: Canvas, path: str) -> Iterator[Segment]:
    for command, x, y, close in _SEGMENT.findall(path):
        if close:
            yield Close()
        else:
            at = canvas.x(float(x)), canvas.y(float(y))
            yield MoveTo(*at) if command == "M" else LineTo(*at)


def _sorted_corners(
    shape: BoxShape | LineShape,
) -> tuple[tuple[float, float], tuple[float, float]]:
    left, right = sorted((shape["x0"], shape["x1"]))
    top, bottom = sorted((shape["y0"], shape["y1"]))
    return (left, right), (top, bottom)


def _fill(colour: str | None) -> str | None:
    return None if colour in {None, TRANSPARENT} else colour
