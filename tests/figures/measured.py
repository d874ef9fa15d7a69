"""What can be measured on a finished figure: its texts' boxes, and how far its parts reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from deckgen.figures.plotly_schema import Annotation, Figure, Shape

TOLERANCE = 0.02
"""Positions are rounded to a hundredth of a pixel."""

_REACH = {"circle": 1.0, "diamond": 1.3}
_BEFORE = {"left": 0.0, "top": 0.0, "center": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}


@dataclass(frozen=True)
class Extent:
    """A named rectangle in pixels."""

    name: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Extent) -> bool:
        """Whether the two share more than a line."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > TOLERANCE
            and min(self.bottom, other.bottom) - max(self.top, other.top) > TOLERANCE
        )

    def is_inside(self, width: float, height: float) -> bool:
        """Whether it lies on a canvas of this size."""
        return (
            self.left >= -TOLERANCE
            and self.top >= -TOLERANCE
            and self.right <= width + TOLERANCE
            and self.bottom <= height + TOLERANCE
        )


def text_box(text: Annotation) -> Extent:
    """Return the box of a text."""
    left = text["x"] - text["width"] * _BEFORE[text["xanchor"]]
    top = text["y"] - text["height"] * _BEFORE[text["yanchor"]]
    return Extent(text["name"], left, top, left + text["width"], top + text["height"])


def texts(figure: Figure, pattern: str = ".*") -> list[Extent]:
    """Return the boxes of the texts whose whole name matches."""
    boxes = map(text_box, figure["layout"]["annotations"])
    return [box for box in boxes if re.fullmatch(pattern, box.name)]


def contours(shape: Shape) -> Iterator[list[tuple[float, float]]]:
    """Yield the points of every contour of a line or path."""
    if shape["type"] == "path":
        for contour in shape["path"].split("M ")[1:]:
            pairs = (point.split(",") for point in contour.replace("L ", "").split())
            yield [(float(x), float(y)) for x, y in pairs]
    else:
        yield [(shape["x0"], shape["y0"]), (shape["x1"], shape["y1"])]


def shape_extent(shape: Shape) -> Extent:
    """Return how far a shape reaches, half of its stroke included across a straight line only."""
    points = [point for contour in contours(shape) for point in contour]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    half = shape["line"]["width"] / 2 if shape["type"] == "line" else 0.0
    dx, dy = (half, 0.0) if max(xs) - min(xs) < TOLERANCE else (0.0, half)
    return Extent(shape["name"], min(xs) - dx, min(ys) - dy, max(xs) + dx, max(ys) + dy)


def mark_extents(figure: Figure) -> Iterator[Extent]:
    """Yield how far the marks reach; a diamond is the widest, 1.3 times the size."""
    for trace in figure["data"]:
        if trace["type"] != "scatter" or trace["mode"] != "markers" or "meta" in trace:
            continue
        reach = trace["marker"]["size"] / 2 * (1.3 if "diamond" in trace["marker"]["symbol"] else 1)
        for name, x, y in zip(trace["ids"], trace["x"], trace["y"], strict=True):
            yield Extent(name, x - reach, y - reach, x + reach, y + reach)


def extents(figure: Figure) -> list[Extent]:
    """Return how far everything in a figure reaches."""
    shapes = map(shape_extent, figure["layout"]["shapes"])
    return [*texts(figure), *shapes, *mark_extents(figure)]


def leaders(figure: Figure) -> dict[str, list[tuple[float, float]]]:
    """Return the points of every leader, from the mark to the label, by the moment's name."""
    return {
        shape["name"].removesuffix(":leader"): next(contours(shape))
        for shape in figure["layout"]["shapes"]
        if shape["name"].endswith(":leader")
    }


def words(found: Figure, name: str) -> list[str]:
    """Return the plain words of the texts of this name, one string each."""
    plain = []
    for text in found["layout"]["annotations"]:
        if text["name"] == name:
            parts = text["hovertext"].replace("<br>", " | ").split("<")
            plain.append(unescape("".join(part.rpartition(">")[2] for part in parts)))
    return plain


def names(found: Figure) -> set[str]:
    """Return the names of all shapes and texts."""
    shapes = {shape["name"] for shape in found["layout"]["shapes"]}
    return shapes | {text["name"] for text in found["layout"]["annotations"]}


def bar_extents(figure: Figure) -> list[Extent]:
    """Return how far each bar reaches, those of no length left out."""
    found = []
    for trace in figure["data"]:
        if trace["type"] == "bar":
            half = trace["width"] / 2
            for x, y, base in zip(trace["x"], trace["y"], trace["base"], strict=True):
                if trace["orientation"] == "v" and y:
                    top, bottom = sorted((base, base + y))
                    found.append(Extent(trace["name"], x - half, top, x + half, bottom))
                if trace["orientation"] == "h" and x:
                    found.append(Extent(trace["name"], base, y - half, base + x, y + half))
    return found


def dot_extents(figure: Figure) -> list[Extent]:
    """Return how far each dot of a chart reaches."""
    return [
        Extent(trace["name"], x - half, y - half, x + half, y + half)
        for trace in figure["data"]
        if trace["type"] == "scatter" and trace["mode"] == "markers" and "meta" in trace
        for half in [trace["marker"]["size"] / 2 * _REACH[trace["marker"]["symbol"]]]
        for x, y in zip(trace["x"], trace["y"], strict=True)
    ]


def touching(some: list[Extent], others: list[Extent]) -> list[tuple[Extent, Extent]]:
    """Return the pairs, one of each, that share more than a line."""
    return [(a, b) for a in some for b in others if a.overlaps(b)]


def overlapping(extents: list[Extent]) -> list[tuple[Extent, Extent]]:
    """Return the pairs that share more than a line."""
    return [(a, b) for n, a in enumerate(extents) for b in extents[n + 1 :] if a.overlaps(b)]
