"""What can stand on a slide, as frozen values with a name, a box and, where needed, a description.

`alt` describes a shape to those who cannot see it; None marks it as decorative. A shape whose
text says everything carries an empty `alt`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from deckgen.postmortem.fields import Picture as PictureFile
from deckgen.scene.geometry import Box, Emu
from deckgen.scene.text import TextFrame


class Geometry(StrEnum):
    """The outlines that need no path of their own."""

    RECTANGLE = "rectangle"
    ROUNDED = "rounded rectangle"
    ELLIPSE = "ellipse"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    PENTAGON = "pentagon"
    HEXAGON = "hexagon"
    CHEVRON = "chevron"


@dataclass(frozen=True)
class Line:
    """An outline or stroke: `#RRGGBB`, width in EMU."""

    colour: str
    width: Emu
    dashed: bool = False


@dataclass(frozen=True)
class TextBox:
    """Text in a box without fill or outline."""

    name: str
    box: Box
    frame: TextFrame


@dataclass(frozen=True)
class Shape:
    """A filled or outlined figure, with or without text in it.

    `fill` is `#RRGGBB`, None leaves it open. `rounding` is the corner radius as a share of the
    shorter side, 0 to 0.5, for rounded rectangles.
    """

    name: str
    box: Box
    geometry: Geometry = Geometry.RECTANGLE
    fill: str | None = None
    line: Line | None = None
    frame: TextFrame | None = None
    alt: str | None = None
    rounding: float = 0.1


@dataclass(frozen=True)
class MoveTo:
    """Start of a contour, in EMU on the slide."""

    x: Emu
    y: Emu


@dataclass(frozen=True)
class LineTo:
    """A straight segment to a point, in EMU on the slide."""

    x: Emu
    y: Emu


@dataclass(frozen=True)
class CurveTo:
    """A cubic Bézier segment: two control points and the end, in EMU on the slide."""

    x1: Emu
    y1: Emu
    x2: Emu
    y2: Emu
    x: Emu
    y: Emu


@dataclass(frozen=True)
class Close:
    """The end of a closed contour."""


Segment = MoveTo | LineTo | CurveTo | Close


@dataclass(frozen=True)
class Path:
    """A free form of one or several contours; `box` encloses them all."""

    name: str
    box: Box
    segments: tuple[Segment, ...]
    fill: str | None = None
    line: Line | None = None
    alt: str | None = None


@dataclass(frozen=True)
class Picture:
    """A picture, scaled into its box; `vector` is the same as SVG, for readers that draw it."""

    name: str
    box: Box
    file: PictureFile
    alt: str
    vector: bytes | None = None


@dataclass(frozen=True)
class Cell:
    """One cell of a table: its text, and a fill of `#RRGGBB` where it has one."""

    frame: TextFrame
    fill: str | None = None


@dataclass(frozen=True)
class Row:
    """One row of a table with its planned height in EMU."""

    cells: tuple[Cell, ...]
    height: Emu


@dataclass(frozen=True)
class Table:
    """A table; the first row is its header. `widths` are the columns' in EMU, `rule` a colour."""

    name: str
    box: Box
    widths: tuple[Emu, ...]
    rows: tuple[Row, ...]
    rule: str
    alt: str


@dataclass(frozen=True)
class ChartLine:
    """A line of a chart through `points`: times as days of a spreadsheet, and values.

    `dot` is the diameter of the dots on it in EMU, None for none.
    """

    name: str
    points: tuple[tuple[float, float], ...]
    line: Line
    dot: Emu | None = None


@dataclass(frozen=True)
class LineChart:
    """Lines over time whose data can be edited; its box is the plot, without axes.

    The left and right edges are the two of `times`, in days of a spreadsheet, the lower and upper
    edges the two of `values`. `heading` says what the times are, such as `Time (UTC)`.
    """

    name: str
    box: Box
    lines: tuple[ChartLine, ...]
    times: tuple[float, float]
    values: tuple[float, float]
    heading: str
    alt: str


@dataclass(frozen=True)
class BarSeries:
    """The same part of every bar: its values, one for each category, and its look."""

    name: str
    values: tuple[float, ...]
    fill: str
    line: Line | None = None


@dataclass(frozen=True)
class BarChart:
    """Bars from nought whose data can be edited; its box is the plot, without axes.

    `level` bars lie from the left to the right, the first category at the top; others stand
    upright, the first at the left. The bars of a category are `stacked`, or stand side by side.
    The edge opposite to nought is the value `highest`. `gap` is the distance to the next category
    in hundredths of a bar's width, 0 to 500. `heading` says what the categories are.
    """

    name: str
    box: Box
    categories: tuple[str, ...]
    series: tuple[BarSeries, ...]
    level: bool
    stacked: bool
    highest: float
    gap: int
    heading: str
    alt: str


@dataclass(frozen=True)
class DotSeries:
    """Points of one look: each with its name, its value and its height in the chart.

    `outline` is one of ELLIPSE and DIAMOND, `size` its width in EMU.
    """

    name: str
    points: tuple[tuple[str, float, float], ...]
    outline: Geometry
    size: Emu
    fill: str
    line: Line | None = None


@dataclass(frozen=True)
class DotChart:
    """Points along a scale whose data can be edited; its box is the plot, without axes.

    The left and right edges are the two of `values`, on a `logarithmic` scale where that is; the
    lower edge is the height 0, the upper one `highest`. `heading` says what the values are.
    """

    name: str
    box: Box
    series: tuple[DotSeries, ...]
    values: tuple[float, float]
    logarithmic: bool
    highest: float
    heading: str
    alt: str


Chart = LineChart | BarChart | DotChart


@dataclass(frozen=True)
class Group:
    """Shapes that move as one; `alt` describes all of them together."""

    name: str
    box: Box
    children: tuple[Item, ...]
    alt: str


Item = TextBox | Shape | Path | Picture | Table | Chart | Group
