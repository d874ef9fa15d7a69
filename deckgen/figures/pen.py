"""Shapes and texts of a figure in the look of a theme, in Plotly's schema."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from deckgen.figures.label_text import PX_PER_POINT, line_width, text_height
from deckgen.figures.plotly_schema import (
    Annotation,
    BoxShape,
    Font,
    HorizontalAnchor,
    LineShape,
    PathShape,
    Shape,
    Stroke,
    VerticalAnchor,
)
from deckgen.scene.measure import Measurer
from deckgen.theme import Theme

_NO_STROKE: Stroke = {"color": "rgba(0,0,0,0)", "width": 0}

Point = tuple[float, float]


class Drawing(NamedTuple):
    """What one part of a figure consists of, in the order of painting and of reading."""

    shapes: tuple[Shape, ...] = ()
    annotations: tuple[Annotation, ...] = ()


def combined(drawings: Iterable[Drawing]) -> Drawing:
    """Return drawings as one."""
    parts = list(drawings)
    return Drawing(
        tuple(shape for part in parts for shape in part.shapes),
        tuple(annotation for part in parts for annotation in part.annotations),
    )


def markup(text: str, *, bold: bool = False, colour: str | None = None) -> str:
    """Return `text` in Plotly's pseudo-HTML; dollar signs are hidden from its reading of TeX."""
    marked = escape(text, quote=False).replace("$", "&#36;")
    if colour:
        marked = f'<span style="color:{colour}">{marked}</span>'
    return f"<b>{marked}</b>" if bold else marked


def linked(text: Annotation, link: str | None) -> Annotation:
    """Return `text` as it opens `link`, where there is one; painters of slides pass that over."""
    if link is None:
        return text
    address = escape(link, quote=True).replace("&quot;", "&#34;")  # Plotly reads no "&quot;"
    return {**text, "text": f'<a href="{address}" target="_blank">{text["text"]}</a>'}


class Pen(NamedTuple):
    """Draws with a theme's font. Lengths are pixels of the canvas, type sizes points."""

    theme: Theme
    measurer: Measurer

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the pixels that `text` needs to stay on one line in any application."""
        return line_width(self.measurer, text, size, bold=bold)

    def shortened(self, text: str, width: float, size: float, *, bold: bool = False) -> str:
        """Return `text`, or as much of it as one line of `width` pixels holds, with an ellipsis."""
        return self.measurer.shortened(text, width / PX_PER_POINT, 1, size, bold)

    def font(self, size: float, colour: str) -> Font:
        """Return a font of `size` points."""
        families = dict.fromkeys([self.theme.font.family, "Arial", "Liberation Sans", "sans-serif"])
        return {
            "family": ", ".join(families),
            "size": _rounded(size * PX_PER_POINT),
            "color": colour,
        }

    def rectangle(
        self, name: str, left: float, top: float, right: float, bottom: float, fill: str
    ) -> BoxShape:
        """Return a filled rectangle."""
        return {
            "type": "rect", "name": name, "layer": "below", "xref": "x", "yref": "y",
            "x0": _rounded(left), "y0": _rounded(top),
            "x1": _rounded(right), "y1": _rounded(bottom),
            "line": _NO_STROKE, "fillcolor": fill,
        }  # fmt: skip

    def line(self, name: str, begin: Point, end: Point, colour: str, width: float) -> LineShape:
        """Return a straight line."""
        return {
            "type": "line", "name": name, "layer": "below", "xref": "x", "yref": "y",
            "x0": _rounded(begin[0]), "y0": _rounded(begin[1]),
            "x1": _rounded(end[0]), "y1": _rounded(end[1]),
            "line": {"color": colour, "width": width},
        }  # fmt: skip

    def contours(
        self, name: str, contours: Iterable[Sequence[Point]], colour: str, width: float
    ) -> PathShape:
        """Return open contours of straight segments as one shape."""
        path = " ".join(
            "M " + " L ".join(f"{_rounded(x)},{_rounded(y)}" for x, y in contour)
            for contour in contours
        )
        return {
            "type": "path", "name": name, "layer": "below", "xref": "x", "yref": "y",
            "path": path, "line": {"color": colour, "width": width},
        }  # fmt: skip

    def text(
        self,
        name: str,
        at: Point,
        lines: Sequence[str],
        size: float,
        *,
        width: float,
        height: float | None = None,
        colour: str | None = None,
        anchor: HorizontalAnchor = "center",
        vertical: VerticalAnchor = "middle",
        paragraphs: Sequence[str] = (),
    ) -> Annotation:
        """Return a text of marked-up `lines`; `paragraphs` are the same words unbroken.

        `at` is the point of the box that `anchor` and `vertical` name; the lines' height is its
        height where none is given.
        """
        x, y = at
        high = text_height(len(lines), size) if height is None else height
        return {
            "name": name, "text": "<br>".join(lines), "hovertext": "<br>".join(paragraphs or lines),
            "x": _rounded(x), "y": _rounded(y), "xref": "x", "yref": "y", "showarrow": False,
            "xanchor": anchor, "yanchor": vertical, "align": anchor, "valign": vertical,
            "width": _rounded(width), "height": _rounded(high),
            "borderpad": 0, "borderwidth": 0,
            "font": self.font(size, colour or self.theme.colour.ink),
        }  # fmt: skip


def _rounded(length: float) -> float:
    return round(length, 2)
